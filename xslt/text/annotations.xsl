<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- What encoders say of a text in the text itself: terms of an index, interpretations of passages.
       The transcript has none of it. -->
  <xsl:template match="spanGrp | interpGrp | index" mode="text" as="item()*">
    <xsl:if test="normalize-space() and not($is-transcript)">
      <xsl:sequence select="if (parent::index) then ' › ' else $brackets(f:voice(.))[1] || f:before-annotation(.)"/>
      <xsl:for-each select="node()">
        <xsl:sequence select="'; '[current()[self::*][normalize-space()][preceding-sibling::*[normalize-space()]][not(self::index)]]"/>
        <xsl:apply-templates select="." mode="text"/>
      </xsl:for-each>
      <xsl:sequence select="$brackets(f:voice(.))[2][not(current()/parent::index)], ' '[f:is-block(current()) or current()/self::index and matches(current()/following-sibling::node()[1], '^[\p{L}\p{N}]')]"/>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
