<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- What stands around an element that its own template does not know of: spaces, signs and units that
       the markup implies. This module goes before those of the elements, without priorities. -->

  <!-- A part of what is encoded as data, without a character before it. -->
  <xsl:template _match="{string-join(tokenize($parts-of-data) ! (. || '[preceding-sibling::node()[1][self::*]][f:is-glued-part(.)]'), ' | ')}" mode="html" as="item()*">
    <xsl:text> </xsl:text>
    <xsl:next-match/>
  </xsl:template>

  <!-- A space that the markup of words implies. -->
  <xsl:template match="w | pc | gap | choice | app" mode="html" as="item()*">
    <xsl:if test="$marks-words and f:follows-apart(.)">
      <xsl:text> </xsl:text>
    </xsl:if>
    <xsl:next-match/>
  </xsl:template>

  <xsl:template match="s[preceding-sibling::node()[1][self::s or self::seg]] | seg[preceding-sibling::node()[1][self::s or self::seg]]" mode="html" as="item()*">
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

  <!-- A measure in a description: "210 × 297 mm". -->
  <xsl:template mode="html" as="node()*" match="dimensions[f:is-of-description(.)] | height[f:is-of-description(.)] | width[f:is-of-description(.)]
      | depth[f:is-of-description(.)] | dim[f:is-of-description(.)] | measure[f:is-of-description(.)]">
    <xsl:for-each select="f:before-measure(.)">
      <span class="gen">{.}</span>
    </xsl:for-each>
    <xsl:next-match/>
    <xsl:for-each select="f:after-measure(.)">
      <span class="gen"><xsl:sequence select="$own-language"/>{.}</span>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="castItem/actor | castItem/roleDesc | castItem/role" mode="html" as="item()*">
    <xsl:if test="f:follows-mark(.)">
      <xsl:text> </xsl:text>
    </xsl:if>
    <xsl:next-match/>
  </xsl:template>

  <xsl:template match="locus | locusGrp" mode="html" as="item()*">
    <xsl:next-match/>
    <xsl:if test="f:is-glued-to-words(.)">
      <xsl:text> </xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template match="change/date | change/label | change/name | change/respStmt" mode="html" as="item()*">
    <xsl:next-match/>
    <xsl:if test="f:is-followed-by-words(.)">
      <xsl:text> </xsl:text>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
