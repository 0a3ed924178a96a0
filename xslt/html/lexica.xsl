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

  <!-- Entries of dictionaries. -->

  <!-- A dictionary that is encoded as data has no space between its parts. -->
  <xsl:template mode="html" match="entry | entryFree | superEntry | hom | re | form | gramGrp | sense | etym | xr" as="node()*">
    <xsl:element name="{if (f:is-block(.)) then 'div' else 'span'}">
      <xsl:call-template name="attributes"/>
      <xsl:if test="(self::sense or self::hom) and @n">
        <span class="gen">{@n} </span>
      </xsl:if>
      <xsl:for-each select="node()">
        <xsl:if test="self::* and preceding-sibling::node()[1][self::*]">
          <xsl:text> </xsl:text>
        </xsl:if>
        <xsl:apply-templates select="." mode="html"/>
      </xsl:for-each>
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
