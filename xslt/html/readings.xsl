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

  <!-- Two readings of one place: each in its view, and both in the list of readings. -->

  <xsl:template match="choice" mode="html" as="node()*">
    <xsl:element name="{if (f:is-block(.)) then 'div' else 'span'}">
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates select="* | text()[normalize-space()]" mode="alternative"/>
    </xsl:element>
    <xsl:call-template name="reading-letter"/>
  </xsl:template>

  <xsl:template match="app" mode="html" as="node()*">
    <xsl:call-template name="box"/>
    <xsl:call-template name="reading-letter"/>
  </xsl:template>

  <!-- White space between readings is the encoder's. -->
  <xsl:template match="app/text() | subst/text()" mode="html" as="text()?">
    <xsl:sequence select=".[normalize-space()]"/>
  </xsl:template>

  <xsl:template match="lem | rdg | am | wit | witDetail" mode="html" as="node()*">
    <xsl:call-template name="box">
      <xsl:with-param name="view" select="f:view(.)"/>
    </xsl:call-template>
  </xsl:template>

  <!-- One of the alternatives of a choice. -->
  <xsl:template mode="alternative" match="sic | corr | orig | reg | abbr | expan | am | seg" as="node()*">
    <xsl:call-template name="box">
      <xsl:with-param name="view" select="f:view(.)"/>
      <xsl:with-param name="class" select="if (self::corr or self::reg or self::expan) then 'voice-' || f:voice(.) else ()"/>
    </xsl:call-template>
  </xsl:template>

  <!-- What says itself which view it stands in. -->
  <xsl:template mode="alternative" match="supplied | ex | del | surplus" as="node()*">
    <xsl:apply-templates select="." mode="html"/>
  </xsl:template>

  <!-- What looks like something of its own (unclear, supplied …) stands in a frame that has the view. -->
  <xsl:template match="*" mode="alternative" as="node()*">
    <xsl:variable name="view" as="xs:string" select="f:view(.)"/>
    <xsl:choose>
      <xsl:when test="$view eq 'both'">
        <xsl:apply-templates select="." mode="html"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:element name="{if (f:is-block(.)) then 'div' else 'span'}">
          <xsl:attribute name="class" select="'v-' || $view"/>
          <xsl:if test="$view ne 'reading'">
            <xsl:attribute name="hidden" select="'hidden'"/>
          </xsl:if>
          <xsl:apply-templates select="." mode="html"/>
        </xsl:element>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="text()" mode="alternative" as="text()">
    <xsl:sequence select="."/>
  </xsl:template>

  <!-- The letter that leads to the list of readings. -->
  <xsl:template name="reading-letter" as="node()*">
    <xsl:if test="f:is-intervention(.) and not(ancestor::teiHeader)">
      <xsl:variable name="letter" as="xs:string" select="f:reading-letter(.)"/>
      <sup class="gen mark"><xsl:sequence select="$own-language"/><a id="reading:{$letter}.{f:occurrence(.)}" href="#reading:{$letter}" role="doc-noteref"><span class="vh">[{f:word('readings.reading')} </span>{$letter}<span class="vh">]</span></a></sup>
    </xsl:if>
  </xsl:template>

  <xsl:template name="readings" as="node()*">
    <xsl:if test="exists($interventions)">
      <section class="readings gen" aria-labelledby="page:readings" role="doc-endnotes"><xsl:sequence select="$own-language"/>
        <h2 id="page:readings">{f:word('readings.heading')}</h2>
        <p class="intro">{f:word('readings.intro')}</p>
        <ol>
          <xsl:for-each-group select="$interventions" group-by="f:reading-key(.)">
            <xsl:variable name="letter" as="xs:string" select="f:reading-letter(.)"/>
            <li id="reading:{$letter}">
              <span class="lemma"><xsl:sequence select="$text-language"/>{f:lemma(.)}</span>{f:reading-entry(.)}
              <xsl:text> </xsl:text>
              <span class="back">
                <xsl:for-each select="current-group()">
                  <a href="#reading:{$letter}.{position()}" role="doc-backlink"><span class="vh">{f:word('notes.back')}, {$letter} </span>↩{if (last() gt 1) then position() else ''}</a>
                  <xsl:text> </xsl:text>
                </xsl:for-each>
              </span>
            </li>
          </xsl:for-each-group>
        </ol>
      </section>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
