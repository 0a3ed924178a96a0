<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- What is not there: gaps, blank spaces, and what is described of them. -->

  <!-- A remark in which an @extent may be quoted, with its language. -->
  <xsl:template name="remark-on-extent" as="element()">
    <xsl:param name="words" as="xs:string"/>
    <xsl:variable name="remark" as="element()">
      <xsl:call-template name="remark">
        <xsl:with-param name="words" select="$words"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:variable name="quoted" as="xs:string" select="
        if ($quotes-extents) then string(@extent ! f:quoted(normalize-space())[contains($remark, .)]) else ''"/>
    <xsl:choose>
      <xsl:when test="$quoted">
        <span>
          <xsl:sequence select="$remark/@*"/>
          <xsl:value-of select="substring-before($remark, $quoted)"/>
          <span><xsl:sequence select="f:language-attributes($encoders-language)"/>{$quoted}</span>
          <xsl:value-of select="substring-after($remark, $quoted)"/>
        </span>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$remark"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="gap | ellipsis" mode="html" as="node()*">
    <span>
      <xsl:call-template name="attributes">
        <xsl:with-param name="class" select="'voice-' || f:voice(.)"/>
      </xsl:call-template>
      <xsl:call-template name="place-anchor"/>
      <xsl:choose>
        <xsl:when test="f:descriptions(.)">
          <span class="gen voice-{f:voice(.)}"><xsl:sequence select="$own-language[name() eq 'lang']"/>{$brackets(f:voice(.))[1]}{f:gap-words(.)}{f:before-description(.)}</span>
          <xsl:call-template name="content-in-line">
            <xsl:with-param name="nodes" select="node()[self::* or normalize-space()]"/>
          </xsl:call-template>
          <span class="gen voice-{f:voice(.)}">{$brackets(f:voice(.))[2]}</span>
        </xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="remark-on-extent">
            <xsl:with-param name="words" select="f:gap-words(.)"/>
          </xsl:call-template>
          <xsl:if test="* except desc"><xsl:text> </xsl:text></xsl:if>
          <xsl:call-template name="content-in-line"/>
        </xsl:otherwise>
      </xsl:choose>
    </span>
  </xsl:template>

  <!-- What is described of a gap stands in one bracket with what is worded of it. -->
  <xsl:template match="gap/desc" mode="html" as="node()*">
    <xsl:if test="preceding-sibling::desc">
      <span class="gen">{$or-described}</span>
    </xsl:if>
    <span>
      <xsl:call-template name="attributes">
        <xsl:with-param name="class" select="'voice-' || f:voice(..)"/>
      </xsl:call-template>
      <xsl:call-template name="content-in-line"/>
    </span>
  </xsl:template>

  <!-- A sign in the place of what is not there: our words say what it stands for. -->
  <xsl:template match="gap/desc[not(matches(., '[\p{L}\p{N}]'))]" mode="html" as="element()" priority="3">
    <span hidden="hidden">
      <xsl:call-template name="attributes"/>
      <xsl:call-template name="content-in-line"/>
    </span>
  </xsl:template>

  <!-- What is described of anything else that has no words, whoever reports that describes. -->
  <xsl:template match="space/desc | join/desc | alt/desc | link/desc | certainty/desc | precision/desc | respons/desc | graphic/desc | media/desc" mode="html" as="node()*">
    <xsl:variable name="voice" as="xs:string" select="f:voice(..)"/>
    <xsl:if test="not(parent::space)"><xsl:text> </xsl:text></xsl:if>
    <span>
      <xsl:call-template name="attributes">
        <xsl:with-param name="class" select="'voice-' || $voice"/>
      </xsl:call-template>
      <span class="gen voice-{$voice}">{$brackets($voice)[1]}</span>
      <xsl:call-template name="content-in-line"/>
      <span class="gen voice-{$voice}">{$brackets($voice)[2]}</span>
    </span>
  </xsl:template>

  <xsl:template match="space" mode="html" as="node()*">
    <xsl:variable name="is-word-space" as="xs:boolean" select="
        @unit = ('chars', 'char', 'character') and @quantity = '1' and not(@dim = 'vertical')"/>
    <span>
      <xsl:call-template name="attributes"/>
      <xsl:text> </xsl:text>
      <xsl:if test="not($is-word-space)">
        <xsl:call-template name="remark-on-extent">
          <xsl:with-param name="words" select="string-join((f:word('report.space'), f:extent(.)), f:word('punctuation.colon'))"/>
        </xsl:call-template>
        <xsl:text> </xsl:text>
      </xsl:if>
      <xsl:call-template name="content-in-line"/>
    </span>
  </xsl:template>
</xsl:stylesheet>
