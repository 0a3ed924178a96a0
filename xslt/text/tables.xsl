<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xmlns:t="urn:tei-edition:text"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- Tables: rows, and cells that hold blocks. -->

  <!-- Rows one under the other; what else a table holds stands where it stood. -->
  <xsl:template match="table[empty((., row)/text()[normalize-space()])]" mode="blocks" as="element()*">
    <xsl:for-each-group select="*" group-adjacent="exists(self::row)">
      <xsl:choose>
        <xsl:when test="current-grouping-key()">
          <t:table>
            <xsl:if test="$is-transcript">
              <xsl:attribute name="plain" select="'true'"/>
            </xsl:if>
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
        <xsl:variable name="rows" as="xs:integer" select="f:span(@rows)"/>
        <t:cell rows="{$rows}">
          <xsl:choose>
            <xsl:when test="f:has-blocks(.)">
              <xsl:call-template name="content-blocks"/>
            </xsl:when>
            <xsl:otherwise>
              <xsl:value-of separator="">
                <xsl:apply-templates select="f:shown-nodes(.)" mode="text"/>
              </xsl:value-of>
            </xsl:otherwise>
          </xsl:choose>
          <xsl:value-of separator="">
            <xsl:apply-templates select="f:trailing-notes(.)" mode="note-number"/>
          </xsl:value-of>
        </t:cell>
        <xsl:for-each select="2 to f:span(@cols)">
          <t:cell rows="{$rows}"/>
        </xsl:for-each>
      </xsl:for-each>
    </t:row>
  </xsl:template>
</xsl:stylesheet>
