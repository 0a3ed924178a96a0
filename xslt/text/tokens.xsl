<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- A space that the markup of words implies. Of templates of one priority the last counts: what is
       said of these elements otherwise stands in the modules before. -->
  <xsl:template match="w[f:implies-space(.)] | pc[f:implies-space(.)] | gap[f:implies-space(.)] | choice[f:implies-space(.)]
      | app[f:implies-space(.)] | s[f:is-glued-segment(.)] | seg[f:is-glued-segment(.)]" mode="text" as="item()*">
    <xsl:sequence select="' '"/>
    <xsl:next-match/>
  </xsl:template>

  <!-- The pause within a verse parts its words. -->
  <xsl:template match="caesura" mode="text" as="item()*">
    <xsl:sequence select="if (normalize-space()) then () else '  '"/>
    <xsl:apply-templates select="f:shown-nodes(.)" mode="text"/>
  </xsl:template>
</xsl:stylesheet>
