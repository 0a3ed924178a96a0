<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- A space that the markup of words implies. -->
  <xsl:template match="w | pc | gap | choice | app" mode="html" as="item()*" priority="8">
    <xsl:if test="$marks-words and f:follows-apart(.)">
      <xsl:text> </xsl:text>
    </xsl:if>
    <xsl:next-match/>
  </xsl:template>

  <xsl:template match="s[preceding-sibling::node()[1][self::s or self::seg]] | seg[preceding-sibling::node()[1][self::s or self::seg]]" mode="html" as="item()*" priority="8">
    <xsl:if test="f:is-glued-segment(.)">
      <xsl:text> </xsl:text>
    </xsl:if>
    <xsl:next-match/>
  </xsl:template>

  <!-- The pause within a verse parts its words. -->
  <xsl:template match="caesura[not(normalize-space())]" mode="html" as="item()*">
    <xsl:text> </xsl:text>
    <xsl:call-template name="phrase"/>
    <xsl:text> </xsl:text>
  </xsl:template>
</xsl:stylesheet>
