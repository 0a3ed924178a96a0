<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:t="urn:tei-edition:text"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- A space that the markup of words implies. -->
  <xsl:template match="w | pc | gap | choice | app" mode="text" as="item()*" priority="8">
    <xsl:sequence select="' '[f:implies-space(current())]"/>
    <xsl:next-match/>
  </xsl:template>

  <xsl:template match="s | seg" mode="text" as="item()*" priority="8">
    <xsl:sequence select="' '[f:is-glued-segment(current())]"/>
    <xsl:next-match/>
  </xsl:template>

  <!-- The pause within a verse parts its words. -->
  <xsl:template match="caesura" mode="text" as="item()*">
    <xsl:sequence select="if (normalize-space()) then () else '  '"/>
    <xsl:apply-templates select="f:shown-nodes(.)" mode="text"/>
  </xsl:template>
</xsl:stylesheet>
