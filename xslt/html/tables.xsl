<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- Tables. -->

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
