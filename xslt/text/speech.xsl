<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:f="urn:tei-edition:functions"
    xmlns:e="urn:tei-edition:edition"
    xmlns:c="urn:tei-edition:citation"
    xmlns:t="urn:tei-edition:text"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- Speech: who speaks stands in the line above what is said. The transcript has the blocks as such. -->

  <xsl:template match="sp/speaker[not($is-transcript)]" mode="blocks" as="element()*">
    <xsl:variable name="block" as="element(t:block)?">
      <xsl:call-template name="block"/>
    </xsl:variable>
    <xsl:for-each select="$block">
      <xsl:copy>
        <xsl:copy-of select="@*"/>
        <t:b>
          <xsl:copy-of select="node()"/>
        </t:b>
      </xsl:copy>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="sp/*[not($is-transcript)][preceding-sibling::*[1][self::speaker]]" mode="blocks" as="element()*" priority="2.5">
    <xsl:variable name="blocks" as="element()*">
      <xsl:next-match/>
    </xsl:variable>
    <xsl:sequence select="f:enclose($blocks, '', '', true())"/>
  </xsl:template>

  <!-- Who speaks, where only the markup says it. -->
  <xsl:template match="(u | post)[not($is-transcript)]" mode="blocks" as="element()*">
    <xsl:variable name="blocks" as="element()*">
      <xsl:next-match/>
    </xsl:variable>
    <xsl:sequence select="f:enclose($blocks, string(f:speaker-given(.) ! (f:bracketed(., 'editor') || ' ')), '', ())"/>
  </xsl:template>

  <xsl:template match="sp[@who][empty(speaker)][not($is-transcript)]" mode="blocks" as="element()*">
    <xsl:variable name="blocks" as="element()*">
      <xsl:next-match/>
    </xsl:variable>
    <xsl:if test="exists($blocks)">
      <t:block tight="false" indent="0">{f:speaker-given(.) ! f:bracketed(., 'editor')}</t:block>
      <xsl:sequence select="f:enclose($blocks, '', '', true())"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="stage" mode="text" as="item()*">
    <xsl:sequence select="' '[f:is-glued-stage(current())][not(f:is-block(current()))]"/>
    <t:i>
      <!-- What is not said is told from what is, where type cannot: unless it has brackets of its own. -->
      <xsl:if test="matches(., '[\p{L}\p{N}]') and not($is-transcript or matches(., '^\s*[(\[].*[)\]][.,;:]?\s*$', 's'))">
        <xsl:attribute name="apart" select="'true'"/>
      </xsl:if>
      <xsl:variable name="words" as="item()*">
        <xsl:apply-templates select="f:shown-nodes(.)" mode="text"/>
      </xsl:variable>
      <xsl:sequence select="f:inline($words)"/>
    </t:i>
    <xsl:sequence select="' '[f:is-block(current()) or f:is-followed-at-once(current())]"/>
  </xsl:template>
</xsl:stylesheet>
