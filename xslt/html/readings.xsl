<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xmlns:me="http://www.menota.org/ns/1.0"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- Two readings of one place: each in its view, and both in the list of readings. -->

  <xsl:template match="choice" mode="html" as="node()*">
    <xsl:element name="{if (f:is-block(.)) then 'div' else 'span'}">
      <xsl:call-template name="attributes"/>
      <xsl:choose>
        <xsl:when test="f:has-blocks-in-line(.)">
          <xsl:variable name="members" as="document-node()">
            <xsl:document>
              <xsl:apply-templates select="* | text()[normalize-space()]" mode="alternative"/>
            </xsl:document>
          </xsl:variable>
          <xsl:apply-templates select="$members/node()" mode="in-line"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:apply-templates select="* | text()[normalize-space()]" mode="alternative"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:element>
    <xsl:call-template name="reading-letter"/>
    <xsl:call-template name="beginnings-elsewhere"/>
  </xsl:template>

  <xsl:template match="app" mode="html" as="node()*">
    <xsl:choose>
      <xsl:when test="f:has-blocks-in-line(.)">
        <span>
          <xsl:call-template name="attributes"/>
          <xsl:variable name="readings" as="document-node()">
            <xsl:document>
              <xsl:call-template name="content"/>
            </xsl:document>
          </xsl:variable>
          <xsl:apply-templates select="$readings/node()" mode="in-line"/>
        </span>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="box"/>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:call-template name="reading-letter"/>
  </xsl:template>

  <!-- A page that begins in the reading of one view only begins for the reader of the other, too. -->
  <xsl:template name="beginnings-elsewhere" as="node()*">
    <xsl:variable name="place" as="element()" select="."/>
    <xsl:for-each select="if (descendant::*[self::pb or self::cb or self::gb or self::milestone]) then ('reading', 'diplomatic') else ()">
      <xsl:variable name="view" as="xs:string" select="."/>
      <xsl:for-each select="f:beginnings-elsewhere($place, $view)">
        <span class="gen voice-{f:voice(.)} v-{$view}">
          <xsl:if test="$view eq 'diplomatic'">
            <xsl:attribute name="hidden" select="'hidden'"/>
          </xsl:if>
          <xsl:text> {f:bracketed(f:beginning(.), f:voice(.))}</xsl:text>
        </span>
      </xsl:for-each>
    </xsl:for-each>
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

  <!-- One of the levels of a word. -->
  <xsl:template mode="html" match="me:facs | me:dipl | me:norm" as="node()*">
    <xsl:call-template name="box"/>
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
</xsl:stylesheet>
