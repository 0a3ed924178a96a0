<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- Points in the text: beginnings of pages, columns, lines, hands. -->

  <xsl:template match="pb | cb | gb | milestone" mode="html" as="node()*">
    <xsl:variable name="voice" as="xs:string" select="f:voice(.)"/>
    <xsl:variable name="words" as="xs:string" select="f:bracketed(f:beginning(.), $voice)"/>
    <xsl:variable name="href" as="xs:string?" select="if (not(@facs) or ancestor::ref[@target]) then () else f:facsimile-href(.)"/>
    <xsl:if test="not($says-no-break and f:is-in-word(.))">
      <xsl:text> </xsl:text>
    </xsl:if>
    <span>
      <xsl:choose>
        <xsl:when test="$goes-straight and not(@xml:id or @rend or @rendition or @style)">
          <xsl:attribute name="class" select="concat('tei-', local-name(), ' gen voice-', $voice)"/>
          <xsl:sequence select="$own-language"/>
          <xsl:apply-templates select="@*" mode="attribute"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="attributes">
            <xsl:with-param name="class" select="concat('gen voice-', $voice)"/>
          </xsl:call-template>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:choose>
        <xsl:when test="$href">
          <a href="{$href}">{$words}</a>
        </xsl:when>
        <xsl:otherwise>{$words}</xsl:otherwise>
      </xsl:choose>
    </span>
    <xsl:apply-templates select="node()" mode="html"/>
    <xsl:if test="not($says-no-break and f:is-in-word(.))">
      <xsl:text> </xsl:text>
    </xsl:if>
  </xsl:template>

  <!-- The number of a line, every fifth. -->
  <xsl:template match="milestone[@unit = ('ftln', 'tln', 'line')][@n]" mode="html" as="node()*" priority="1">
    <xsl:text> </xsl:text>
    <span>
      <xsl:call-template name="attributes">
        <xsl:with-param name="class" select="'line-beginning'"/>
      </xsl:call-template>
      <xsl:call-template name="number-given">
        <xsl:with-param name="number" select="f:line-number(.)"/>
      </xsl:call-template>
      <xsl:apply-templates select="node()" mode="html"/>
    </span>
  </xsl:template>

  <!-- A line that the writer began on purpose begins in both views, one that the sheet ended in
       the diplomatic view only. -->
  <xsl:template match="lb" mode="html" as="node()*">
    <xsl:choose>
      <xsl:when test="not($has-lines-in-words and f:goes-on(.))">
        <xsl:text> </xsl:text>
      </xsl:when>
      <xsl:when test="@rend">
        <xsl:for-each select="f:hyphen-told(.)">
          <span class="gen v-diplomatic" hidden="hidden">{.}</span>
        </xsl:for-each>
      </xsl:when>
    </xsl:choose>
    <xsl:choose>
      <xsl:when test="f:is-deliberate-break(.)">
        <br>
          <xsl:if test="f:is-between-blocks(.)">
            <xsl:attribute name="hidden" select="'hidden'"/>
          </xsl:if>
          <xsl:call-template name="attributes"/>
        </br>
      </xsl:when>
      <xsl:otherwise>
        <br hidden="hidden">
          <xsl:call-template name="attributes">
            <xsl:with-param name="class" select="'v-diplomatic'"/>
          </xsl:call-template>
        </br>
        <xsl:if test="@n and not(@break = 'no')">
          <xsl:call-template name="number-given">
            <xsl:with-param name="number" select="f:line-number(.)"/>
            <xsl:with-param name="class" select="'gen number v-diplomatic'"/>
          </xsl:call-template>
        </xsl:if>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:apply-templates select="node()" mode="html"/>
  </xsl:template>

  <!-- Marks of the markup: nothing to see, but a place to link to. -->
  <xsl:template mode="html" match="index[not(normalize-space())] | alt | altGrp | join
      | joinGrp | link | linkGrp | span | timeline | when | interp" as="node()*">
    <span>
      <xsl:call-template name="attributes"/>
      <xsl:call-template name="content-in-line"/>
    </span>
  </xsl:template>

  <xsl:template match="handShift" mode="html" as="node()*">
    <span>
      <xsl:call-template name="attributes">
        <xsl:with-param name="class" select="'gen voice-' || f:voice(.)"/>
      </xsl:call-template>
      <xsl:value-of select="f:bracketed(f:hand-shift(.), f:voice(.))"/>
    </span>
    <xsl:text> </xsl:text>
    <xsl:apply-templates select="node()" mode="html"/>
  </xsl:template>
</xsl:stylesheet>
