<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- The list of readings: at each letter both readings of a place, marked up as they are in the
       text, who is behind them and how sure. -->

  <xsl:template name="readings" as="node()*">
    <xsl:if test="exists($interventions)">
      <section class="readings gen" aria-labelledby="page:readings" role="doc-endnotes"><xsl:sequence select="$own-language"/>
        <h2 id="page:readings">{f:word('readings.heading')}</h2>
        <p class="intro">{f:word('readings.intro')}</p>
        <ol>
          <xsl:for-each-group select="$interventions" group-by="f:reading-letter(.)">
            <xsl:variable name="letter" as="xs:string" select="current-grouping-key()"/>
            <li id="reading:{$letter}">
              <xsl:call-template name="reading-entry"/>
              <xsl:text> </xsl:text>
              <span class="back">
                <xsl:variable name="is-alone" as="xs:boolean" select="count(current-group()) eq 1"/>
                <xsl:for-each select="current-group()">
                  <xsl:call-template name="ways-back">
                    <xsl:with-param name="origin" select="."/>
                    <xsl:with-param name="anchor" select="'reading:' || $letter || '.' || position()"/>
                    <xsl:with-param name="words" select="$letter"/>
                    <xsl:with-param name="sign" select="'↩' || (if ($is-alone) then '' else position())"/>
                  </xsl:call-template>
                  <xsl:text> </xsl:text>
                </xsl:for-each>
              </span>
            </li>
          </xsl:for-each-group>
        </ol>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="reading-entry" as="node()*">
    <xsl:call-template name="lemma"/>
    <xsl:call-template name="beside-lemma"/>
  </xsl:template>

  <!-- What the reading view has at a place; of what it leaves out, that. -->
  <xsl:template name="lemma" as="node()*">
    <xsl:variable name="has-readings" as="xs:boolean" select="exists(self::choice | self::app)"/>
    <xsl:choose>
      <xsl:when test="f:lacks-lemma(.)">
        <span class="lemma"><xsl:sequence select="$text-language"/>{f:base-words(.)}</span>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="listed-reading">
          <xsl:with-param name="reading" select="if ($has-readings) then f:lemma-of(.) else ."/>
          <xsl:with-param name="view" select="if ($has-readings) then 'reading' else 'diplomatic'"/>
          <xsl:with-param name="class" select="'lemma'"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Who is behind it, and what else there is. -->
  <xsl:template name="beside-lemma" as="node()*">
    <xsl:choose>
      <xsl:when test="self::choice or self::app">
        <xsl:variable name="readings" as="element()*" select="f:readings-of(.)"/>
        <xsl:variable name="lemma" as="element()?" select="f:lemma-of(.)"/>
        <xsl:sequence select="$lemma ! f:attribution(.)"/>
        <xsl:for-each select="$readings except $lemma">
          <xsl:variable name="words" as="xs:string" select="f:word(f:key-of-reading(.))"/>
          <xsl:text>{f:word('punctuation.semicolon')}{substring-before($words, '{reading}')}</xsl:text>
          <xsl:call-template name="listed-reading">
            <xsl:with-param name="reading" select="."/>
            <xsl:with-param name="view" select="'diplomatic'"/>
            <xsl:with-param name="quotes" select="f:word('punctuation.quote-open'), f:word('punctuation.quote-close')"/>
          </xsl:call-template>
          <xsl:text>{substring-after($words, '{reading}')}</xsl:text>
          <xsl:sequence select="if (f:is-source-reading(.)) then () else f:attribution(.)"/>
        </xsl:for-each>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="f:left-out(.)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The words of a reading, between quotation marks where those are given. -->
  <xsl:template name="listed-reading" as="node()*">
    <xsl:param name="reading" as="element()?"/>
    <xsl:param name="view" as="xs:string"/>
    <xsl:param name="class" as="xs:string" select="'reading'"/>
    <xsl:param name="quotes" as="xs:string*"/>
    <xsl:choose>
      <xsl:when test="not(f:holds-something($reading))">{f:no-words($reading)}</xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="$quotes[1]"/>
        <xsl:element name="{if (f:has-blocks($reading)) then 'div' else 'span'}">
          <xsl:attribute name="class" select="$class"/>
          <xsl:sequence select="if ($says-one-language) then $text-language else f:words-language($reading, $language)"/>
          <xsl:call-template name="copy">
            <xsl:with-param name="nodes" select="$reading/node()"/>
            <xsl:with-param name="view" select="$view"/>
          </xsl:call-template>
        </xsl:element>
        <xsl:value-of select="$quotes[2]"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
