<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- What encoders say of a text in the text itself: terms of an index, interpretations of passages.
       Their words are theirs, and stand in their brackets. -->
  <xsl:template match="spanGrp | interpGrp | index[normalize-space()]" mode="html" as="node()*">
    <xsl:variable name="said" as="xs:string" select="f:before-annotation(.)"/>
    <xsl:element name="{if (f:is-block(.)) then 'div' else 'span'}">
      <xsl:call-template name="attributes">
        <xsl:with-param name="class" select="'annotation voice-' || f:voice(.)"/>
      </xsl:call-template>
      <xsl:if test="normalize-space()">
        <span class="gen voice-{f:voice(.)}"><xsl:sequence select="$own-language"/>{if (parent::index) then ' › ' else $brackets(f:voice(.))[1]}{$said}</span>
      </xsl:if>
      <xsl:for-each select="node()">
        <xsl:if test="self::* and normalize-space() and preceding-sibling::*[normalize-space()] and not(self::index)">
          <span class="gen voice-{f:voice(..)}">{f:word('punctuation.semicolon')}</span>
        </xsl:if>
        <xsl:apply-templates select="." mode="html"/>
      </xsl:for-each>
      <xsl:if test="normalize-space() and not(parent::index)">
        <span class="gen voice-{f:voice(.)}">{$brackets(f:voice(.))[2]}</span>
      </xsl:if>
    </xsl:element>
    <xsl:if test="self::index and normalize-space() and matches(following-sibling::node()[1], '^[\p{L}\p{N}]')">
      <xsl:text> </xsl:text>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
