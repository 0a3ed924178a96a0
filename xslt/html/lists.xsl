<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:f="urn:tei-edition:functions"
    xmlns:e="urn:tei-edition:edition"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- Lists, cast lists, tables. -->

  <!-- What heads a list stands before it and names it; what stands between items (a page
       beginning, a note) goes with the item before. -->
  <xsl:template match="list | castList | listChange | castGroup[*]" mode="html" as="node()*">
    <xsl:variable name="items" as="xs:string+" select="'item', 'castItem', 'castGroup', 'change'"/>
    <xsl:variable name="first" as="element()?" select="*[local-name() = $items][1]"/>
    <xsl:variable name="is-glossary" as="xs:boolean" select="self::list and label"/>
    <xsl:variable name="start" as="element()?" select="if ($is-glossary) then (label | item)[1] else $first"/>
    <xsl:variable name="heading" as="xs:string?" select="head[1]/@xml:id[key('id', .)[1] is ..] ! string()"/>
    <div>
      <xsl:call-template name="attributes"/>
      <xsl:if test="self::list">
        <xsl:attribute name="role" select="'group'"/>
        <xsl:if test="$heading">
          <xsl:attribute name="aria-labelledby" select="$heading"/>
        </xsl:if>
      </xsl:if>
      <xsl:apply-templates select="if ($start) then node()[. &lt;&lt; $start] else node()" mode="html"/>
      <xsl:variable name="rest" as="node()*" select="$start/(. | following-sibling::node())"/>
      <xsl:choose>
        <xsl:when test="empty($rest)"/>
        <xsl:when test="$is-glossary">
          <xsl:call-template name="glossary">
            <xsl:with-param name="nodes" select="$rest"/>
          </xsl:call-template>
        </xsl:when>
        <xsl:otherwise>
          <xsl:element name="{if (@type = ('ordered', 'numbered') or contains-token(@rend, 'numbered')) then 'ol' else 'ul'}">
            <xsl:for-each-group select="$rest" group-starting-with="item | castItem | castGroup | change">
              <li>
                <xsl:for-each select="current-group()[1]">
                  <xsl:choose>
                    <xsl:when test="self::castGroup">
                      <xsl:apply-templates select="." mode="html"/>
                    </xsl:when>
                    <xsl:otherwise>
                      <xsl:call-template name="attributes"/>
                      <xsl:call-template name="content"/>
                    </xsl:otherwise>
                  </xsl:choose>
                </xsl:for-each>
                <xsl:apply-templates select="current-group()[position() gt 1]" mode="html"/>
              </li>
            </xsl:for-each-group>
          </xsl:element>
        </xsl:otherwise>
      </xsl:choose>
    </div>
  </xsl:template>

  <!-- Headings of a glossary's columns. -->
  <xsl:template match="headItem" mode="html" as="node()*">
    <xsl:text> </xsl:text>
    <xsl:call-template name="box"/>
  </xsl:template>

  <xsl:template name="glossary" as="node()*">
    <xsl:param name="nodes" as="node()*"/>
    <dl>
      <xsl:for-each-group select="$nodes" group-starting-with="label">
        <div>
          <xsl:for-each select="current-group()[1][self::label]">
            <dt>
              <xsl:call-template name="attributes"/>
              <xsl:call-template name="content"/>
            </dt>
          </xsl:for-each>
          <dd>
            <xsl:apply-templates select="current-group()[not(self::label)]" mode="html"/>
          </dd>
        </div>
      </xsl:for-each-group>
    </dl>
  </xsl:template>

  <!-- A table with words between its rows is no table for HTML. -->
  <xsl:template match="table[row][empty((., row)/text()[normalize-space()])]" mode="html" as="node()*">
    <xsl:variable name="width" as="xs:integer" select="max((1, row ! f:row-width(.)))"/>
    <div class="table-frame">
      <table>
        <xsl:call-template name="attributes"/>
        <xsl:if test="*[1][self::head]">
          <caption>
            <xsl:apply-templates select="*[1]" mode="html"/>
          </caption>
        </xsl:if>
        <tbody>
          <xsl:for-each select="* except *[1][self::head]">
            <xsl:choose>
              <xsl:when test="self::row">
                <tr>
                  <xsl:call-template name="attributes"/>
                  <xsl:apply-templates select="*" mode="cell"/>
                </tr>
              </xsl:when>
              <xsl:otherwise>
                <tr>
                  <td colspan="{$width}">
                    <xsl:apply-templates select="." mode="html"/>
                  </td>
                </tr>
              </xsl:otherwise>
            </xsl:choose>
          </xsl:for-each>
        </tbody>
      </table>
    </div>
  </xsl:template>

  <xsl:function name="f:span" as="xs:integer">
    <xsl:param name="attribute" as="attribute()?"/>
    <xsl:sequence select="($attribute[matches(., '^[1-9][0-9]{0,2}$')] ! xs:integer(.), 1)[1]"/>
  </xsl:function>

  <xsl:function name="f:row-width" as="xs:integer">
    <xsl:param name="row" as="element(row)"/>
    <xsl:sequence select="xs:integer(sum($row/* ! f:span(@cols)))"/>
  </xsl:function>

  <xsl:template match="cell" mode="cell" as="node()*">
    <xsl:variable name="is-label" as="xs:boolean" select="@role = 'label' or ../@role = 'label'"/>
    <xsl:element name="{if ($is-label) then 'th' else 'td'}">
      <xsl:call-template name="attributes"/>
      <xsl:if test="f:span(@cols) gt 1">
        <xsl:attribute name="colspan" select="f:span(@cols)"/>
      </xsl:if>
      <xsl:if test="f:span(@rows) gt 1">
        <!-- A cell cannot reach further than the table has rows. -->
        <xsl:variable name="rows" as="xs:integer" select="min((f:span(@rows), 1 + count(../following-sibling::row)))"/>
        <xsl:attribute name="rowspan" select="$rows"/>
      </xsl:if>
      <xsl:if test="$is-label">
        <xsl:attribute name="scope" select="if (../@role = 'label') then 'col' else 'row'"/>
      </xsl:if>
      <xsl:call-template name="content"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="*" mode="cell" priority="-1" as="node()*">
    <td>
      <xsl:apply-templates select="." mode="html"/>
    </td>
  </xsl:template>
</xsl:stylesheet>
