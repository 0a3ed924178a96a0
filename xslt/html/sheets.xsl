<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- A transcription that follows the sheets: sides, zones, lines. -->

  <xsl:template match="surface | surfaceGrp" mode="html" as="node()*">
    <div>
      <xsl:call-template name="attributes"/>
      <xsl:call-template name="sheet-label">
        <xsl:with-param name="label" select="f:surface-label(.)"/>
      </xsl:call-template>
      <xsl:call-template name="content"/>
    </div>
  </xsl:template>

  <xsl:template match="zone" mode="html" as="node()*">
    <div>
      <xsl:call-template name="attributes"/>
      <xsl:call-template name="sheet-label">
        <xsl:with-param name="label" select="f:zone-label(.)"/>
      </xsl:call-template>
      <xsl:call-template name="content"/>
    </div>
  </xsl:template>

  <xsl:template match="sourceDoc[$has-both-texts][parent::TEI] | text[$has-both-texts][parent::TEI]" mode="html" as="node()*">
    <xsl:call-template name="sheet-label">
      <xsl:with-param name="label" select="f:word(if (self::text) then 'page.text' else 'report.sheets')"/>
    </xsl:call-template>
    <xsl:next-match/>
  </xsl:template>

  <xsl:template name="sheet-label" as="node()*">
    <xsl:param name="label" as="xs:string?"/>
    <xsl:if test="$label">
      <xsl:call-template name="remark">
        <xsl:with-param name="words" select="$label"/>
        <xsl:with-param name="name" select="'p'"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
