<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:f="urn:tei-edition:functions"
    xmlns:e="urn:tei-edition:edition"
    xmlns:t="urn:tei-edition:text"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- Tables: rows, and cells that hold blocks. -->

  <!-- Rows one under the other; what else a table holds stands where it stood. -->
  <xsl:template match="table[empty((., row)/text()[normalize-space()])]" mode="blocks" as="element()*">
    <xsl:for-each-group select="*" group-adjacent="exists(self::row)">
      <xsl:choose>
        <xsl:when test="current-grouping-key() and $is-transcript">
          <xsl:for-each select="current-group()">
            <xsl:variable name="row" as="element(t:row)">
              <xsl:apply-templates select="." mode="row"/>
            </xsl:variable>
            <t:block tight="{position() gt 1}" indent="0">
              <xsl:for-each select="$row/t:cell[normalize-space()]">
                <xsl:value-of select="if (position() gt 1) then ' | ' else ''"/>
                <xsl:copy-of select="node()"/>
              </xsl:for-each>
            </t:block>
          </xsl:for-each>
        </xsl:when>
        <xsl:when test="current-grouping-key()">
          <t:table>
            <xsl:apply-templates select="current-group()" mode="row"/>
          </t:table>
        </xsl:when>
        <xsl:otherwise>
          <xsl:apply-templates select="current-group()" mode="blocks"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:template>

  <xsl:template match="row" mode="row" as="element(t:row)">
    <t:row label="{@role = 'label' or (exists(cell) and (every $cell in cell satisfies $cell/@role = 'label'))}">
      <xsl:for-each select="*">
        <xsl:variable name="words" as="item()*">
          <xsl:choose>
            <xsl:when test="f:has-blocks(.)">
              <xsl:variable name="blocks" as="element()*">
                <xsl:call-template name="content-blocks"/>
              </xsl:variable>
              <xsl:sequence select="f:lines-of($blocks)"/>
            </xsl:when>
            <xsl:otherwise>
              <xsl:apply-templates select="f:shown-nodes(.)" mode="text"/>
            </xsl:otherwise>
          </xsl:choose>
          <xsl:apply-templates select="f:trailing-notes(.)" mode="note-number"/>
        </xsl:variable>
        <xsl:variable name="rows" as="xs:integer" select="f:span(@rows)"/>
        <t:cell rows="{$rows}">
          <xsl:sequence select="f:inline($words)"/>
        </t:cell>
        <xsl:for-each select="2 to f:span(@cols)">
          <t:cell rows="{$rows}"/>
        </xsl:for-each>
      </xsl:for-each>
    </t:row>
  </xsl:template>

  <!-- Blocks in a cell: a line each, items with their marks. -->
  <xsl:function name="f:lines-of" as="item()*">
    <xsl:param name="blocks" as="element()*"/>
    <xsl:variable name="lines" as="element()*" select="
        $blocks/descendant-or-self::*[self::t:block[not(@kind)] or self::t:cell[normalize-space()] or self::t:code]"/>
    <xsl:for-each select="$lines">
      <xsl:sequence select="'&#x2028;'[not(current() is $lines[1])], parent::t:item[*[1] is current()]/@marker/string(), node()"/>
    </xsl:for-each>
  </xsl:function>
</xsl:stylesheet>
