<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- Entries of dictionaries. -->

  <!-- A dictionary that is encoded as data has no space between its parts. -->
  <xsl:template mode="html" match="entry | entryFree | superEntry | hom | re | form | gramGrp | sense | etym | xr
      | (entry | re | hom | sense | form | etym | cit)/cit" as="node()*">
    <xsl:element name="{if (f:is-block(.)) then 'div' else 'span'}">
      <xsl:call-template name="attributes"/>
      <xsl:if test="@n and (self::sense or self::hom or parent::superEntry)">
        <span class="gen">{@n} </span>
      </xsl:if>
      <xsl:if test="self::cit and f:is-translation-named(.)">
        <span class="gen">{@xml:lang} </span>
      </xsl:if>
      <xsl:for-each select="f:content-of-listed(.)">
        <xsl:choose>
          <xsl:when test="not(self::*) or self::pc or empty(preceding-sibling::node()[1][self::*])"/>
          <xsl:otherwise>
            <xsl:text> </xsl:text>
          </xsl:otherwise>
        </xsl:choose>
        <xsl:apply-templates select="." mode="html"/>
        <xsl:if test="self::quote and f:is-followed-by-listed(.)">
          <span class="gen">,</span>
        </xsl:if>
      </xsl:for-each>
      <xsl:if test="self::cit and f:is-followed-by-listed(.)">
        <span class="gen">,</span>
      </xsl:if>
      <xsl:if test="$has-carried-notes">
        <xsl:apply-templates select="f:trailing-notes(.)" mode="note-number"/>
      </xsl:if>
    </xsl:element>
  </xsl:template>

  <!-- The headword's place in its own examples. -->
  <xsl:template match="oRef[not(normalize-space())] | pRef[not(normalize-space())]" mode="html" as="node()*">
    <span>
      <xsl:call-template name="attributes"/>
      <span class="gen">~</span>
      <xsl:apply-templates select="node()" mode="html"/>
    </span>
  </xsl:template>
</xsl:stylesheet>
