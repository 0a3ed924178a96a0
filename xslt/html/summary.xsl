<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- The head of a document's page: what it is, from whom, to whom, when, where, how. -->

  <xsl:template name="summary" as="item()*">
    <xsl:variable name="header" as="element(teiHeader)?" select="/*/teiHeader[1]"/>
    <xsl:variable name="titles" as="element(title)*" select="$header/fileDesc/titleStmt/title"/>
    <header class="summary gen">
      <h1><xsl:sequence select="$heading-title ! f:words-language(., $language)"/>{$page-heading}</h1>
      <xsl:where-populated>
        <div class="what">
          <xsl:for-each select="$titles-below">
            <p class="subtitle"><xsl:sequence select="f:words-language(., $language)"/>{f:plain(., 'reading')}</p>
          </xsl:for-each>
          <xsl:for-each select="$titles[@type = 'published'][1]">
            <p class="published">{f:word('page.published')}{f:word('punctuation.colon')}<cite><xsl:sequence select="f:words-language(., $language)"/>{f:plain(., 'reading')}</cite></p>
          </xsl:for-each>
          <xsl:for-each select="$header/profileDesc/abstract/(p | .[not(p)])">
            <p class="abstract"><xsl:sequence select="f:words-language(., $language)"/>{f:plain(., 'reading')}</p>
          </xsl:for-each>
        </div>
      </xsl:where-populated>
      <xsl:where-populated>
        <dl class="correspondence">
          <xsl:call-template name="correspondence"/>
        </dl>
      </xsl:where-populated>
      <xsl:where-populated>
        <div class="rests">
          <xsl:call-template name="sources"/>
          <xsl:call-template name="provenance"/>
        </div>
      </xsl:where-populated>
    </header>
  </xsl:template>

  <!-- Words that lead somewhere, or nowhere where there is no address. -->
  <xsl:function name="f:summary-link" as="node()">
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="href" as="xs:string"/>
    <xsl:param name="rel" as="xs:string"/>
    <xsl:choose>
      <xsl:when test="$href ne ''">
        <a href="{$href}">
          <xsl:sequence select="if ($rel ne '') then () else $header-language"/>
          <xsl:if test="$rel ne ''">
            <xsl:attribute name="rel" select="$rel"/>
          </xsl:if>
          <xsl:value-of select="$words"/>
        </a>
      </xsl:when>
      <xsl:when test="$rel eq '' and exists($header-language)">
        <span><xsl:sequence select="$header-language"/>{$words}</span>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="$words"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- A statement, and in brackets of the editors whose claim it is. -->
  <xsl:function name="f:summary-claim" as="element()">
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="claim" as="xs:string"/>
    <span><xsl:sequence select="$header-language"/>{$words} <span class="claim"><xsl:sequence select="$own-language[exists($header-language)]"/>{f:bracketed($claim, 'editor')}</span></span>
  </xsl:function>
</xsl:stylesheet>
