<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- Quotations, words spoken of and words explained. -->

  <xsl:template match="quote | q | said" mode="html" as="node()*">
    <xsl:choose>
      <xsl:when test="f:is-block(.)">
        <xsl:call-template name="box">
          <xsl:with-param name="name" select="if (self::quote) then 'blockquote' else 'div'"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="between-quotation-marks"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="soCalled | gloss" mode="html" as="node()*">
    <xsl:call-template name="between-quotation-marks"/>
  </xsl:template>

  <!-- An abbreviation that a list of the document explains leads there. -->
  <xsl:template match="gloss[starts-with(@target, '#')]" mode="html" as="item()*">
    <xsl:choose>
      <xsl:when test="exists(f:quotation-marks(.)[. ne ''])">
        <xsl:call-template name="between-quotation-marks"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="linked">
          <xsl:with-param name="href" select="f:first-href(@target)"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The marks are text, so that they are there without a style, to be copied and to be read
       aloud; they are ours, and no words of the document. -->
  <xsl:template name="between-quotation-marks" as="node()*">
    <xsl:variable name="marks" as="xs:string*" select="f:quotation-marks(.)"/>
    <xsl:element name="{if (f:is-block(.)) then 'div' else 'span'}">
      <xsl:call-template name="attributes"/>
      <xsl:for-each select="$marks[1][. ne '']"><span class="gen quotation-mark">{.}</span></xsl:for-each>
      <xsl:call-template name="content"/>
      <xsl:for-each select="$marks[2][. ne '']"><span class="gen quotation-mark">{.}</span></xsl:for-each>
    </xsl:element>
  </xsl:template>

  <!-- A word that is spoken of; a term where it is explained. -->
  <xsl:template match="mentioned" mode="html" as="node()*">
    <xsl:call-template name="box">
      <xsl:with-param name="name" select="if (f:is-block(.)) then 'div' else 'i'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:key name="gloss-of" match="gloss" use="f:pointers(@target)[starts-with(., '#')] ! substring(., 2)"/>

  <xsl:template match="term[@xml:id][key('gloss-of', @xml:id)]" mode="html" as="node()*" priority="1">
    <xsl:call-template name="box">
      <xsl:with-param name="name" select="if (f:is-block(.)) then 'div' else 'dfn'"/>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
