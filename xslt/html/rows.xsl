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

  <!-- Rows of a name and what is said under it. -->

  <!-- A row: its name, and its values with semicolons between, or each on a line of its own. -->
  <xsl:template name="summary-row" as="item()*">
    <xsl:param name="label" as="xs:string"/>
    <xsl:param name="values" as="item()*"/>
    <xsl:param name="class" as="xs:string?"/>
    <xsl:variable name="shown" as="item()*" select="$values[normalize-space()]"/>
    <xsl:if test="exists($shown)">
      <div>
        <xsl:if test="$class">
          <xsl:attribute name="class" select="$class"/>
        </xsl:if>
        <dt>{$label}</dt>
        <xsl:text> </xsl:text>
        <dd>
          <xsl:for-each select="$shown">
            <xsl:if test="position() gt 1">
              <span class="separator">{f:word('punctuation.semicolon')}</span>
            </xsl:if>
            <xsl:sequence select="."/>
          </xsl:for-each>
        </dd>
      </div>
    </xsl:if>
  </xsl:template>

  <!-- The language of a header, where it is another than the page's own. -->
  <xsl:variable name="header-language" as="attribute()*" select="/*/teiHeader ! f:words-language(., $language)"/>

  <!-- A row of statements, each on a line of its own. Strings are the header's words; nodes are our
       own, or say their language themselves. -->
  <xsl:template name="summary-lines" as="item()*">
    <xsl:param name="label" as="xs:string"/>
    <xsl:param name="lines" as="item()*"/>
    <xsl:variable name="shown" as="item()*" select="$lines[normalize-space()]"/>
    <xsl:if test="exists($shown)">
      <div>
        <dt>{$label}</dt>
        <xsl:text> </xsl:text>
        <dd>
          <xsl:for-each select="$shown">
            <span class="line">
              <xsl:sequence select="if (. instance of xs:string) then $header-language else (), ."/>
            </span>
            <xsl:text> </xsl:text>
          </xsl:for-each>
        </dd>
      </div>
    </xsl:if>
  </xsl:template>

  <!-- Rows of one name as one row, each on a line of its own: a name stands once in a list (HTML 4.4.9). -->
  <xsl:template name="row-of-rows" as="item()*">
    <xsl:param name="rows" as="element()+"/>
    <div>
      <xsl:sequence select="$rows[1]/(@*, dt)" xpath-default-namespace=""/>
      <xsl:text> </xsl:text>
      <dd>
        <xsl:for-each select="$rows/dd" xpath-default-namespace="">
          <span class="line"><xsl:sequence select="node()"/></span>
          <xsl:text> </xsl:text>
        </xsl:for-each>
      </dd>
    </div>
  </xsl:template>
</xsl:stylesheet>
