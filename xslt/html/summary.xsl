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

  <!-- The head of the page: what the document is, from whom, to whom, when, how; and what it rests on. -->

  <xsl:template name="summary" as="node()*">
    <xsl:variable name="header" as="element(teiHeader)?" select="/*/teiHeader"/>
    <xsl:variable name="published" as="element(title)*" select="$header/fileDesc/titleStmt/title[@type = 'published']"/>
    <header class="summary gen">
      <h1>{f:heading(/)}</h1>
      <xsl:if test="$published">
        <p class="published">{f:word('published')}: <cite>{f:plain($published[1], 'reading')}</cite></p>
      </xsl:if>
      <xsl:for-each select="$header/profileDesc/abstract/p">
        <p class="abstract">{f:plain(., 'reading')}</p>
      </xsl:for-each>
      <dl>
        <xsl:apply-templates select="$header/profileDesc/correspDesc/correspAction" mode="summary"/>
        <xsl:apply-templates select="$header/profileDesc/correspDesc/correspContext/ref[f:first-href(@target)]" mode="summary"/>
        <xsl:apply-templates select="$header/fileDesc/sourceDesc/(bibl | msDesc | listWit/witness/msDesc)[1]" mode="summary"/>
        <xsl:apply-templates select="$header/revisionDesc" mode="summary"/>
      </dl>
    </header>
  </xsl:template>

  <xsl:template match="correspAction" mode="summary" as="node()*">
    <xsl:call-template name="summary-row">
      <xsl:with-param name="label" select="f:action(.)"/>
      <xsl:with-param name="values" as="item()*">
        <xsl:for-each select="persName | orgName | name | rs | placeName | date | note | p | address | desc">
          <xsl:variable name="words" as="xs:string" select="if (self::date) then f:date(.) else f:plain(., 'reading')"/>
          <xsl:variable name="doubt" as="xs:string?" select="
              @cert[not(. = 'high')] ! (' ' || f:bracketed(f:certainty(.), 'editor')),
              @evidence[. = ('conjecture', 'internal')][not(current()/@cert[not(. = 'high')])] ! (' ' || f:bracketed('inferred', 'editor'))"/>
          <xsl:variable name="href" as="xs:string?" select="f:first-href(@ref)"/>
          <span>
            <xsl:choose>
              <xsl:when test="$href"><a href="{$href}">{$words}</a></xsl:when>
              <xsl:otherwise>{$words}</xsl:otherwise>
            </xsl:choose>
            <xsl:value-of select="$doubt"/>
          </span>
        </xsl:for-each>
        <xsl:if test="empty(*) and normalize-space()">
          <span>{normalize-space()}</span>
        </xsl:if>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="correspContext/ref" mode="summary" as="node()*">
    <xsl:call-template name="summary-row">
      <xsl:with-param name="label" select="f:label(.)"/>
      <xsl:with-param name="values" as="item()*">
        <a href="{f:first-href(@target)}">{f:plain(., 'reading')}</a>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="bibl | msDesc" mode="summary" as="node()*">
    <xsl:call-template name="summary-row">
      <xsl:with-param name="label" select="f:word('source')"/>
      <xsl:with-param name="values" as="item()*">
        <span>{f:plain(if (self::msDesc) then msIdentifier else node()[not(self::note or self::relatedItem or self::ref[@type = 'transcription'])], 'reading')} <a href="#page:about">{f:word('about')}</a></span>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="revisionDesc" mode="summary" as="node()*">
    <xsl:call-template name="summary-row">
      <xsl:with-param name="label" select="f:word('status')"/>
      <xsl:with-param name="values" as="item()*">
        <xsl:for-each select="f:status(.)">
          <span>{.}</span>
        </xsl:for-each>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="summary-row" as="node()*">
    <xsl:param name="label" as="xs:string"/>
    <xsl:param name="values" as="item()*"/>
    <xsl:if test="exists($values)">
      <div>
        <dt>{$label}</dt>
        <xsl:text> </xsl:text>
        <dd>
          <xsl:for-each select="$values">
            <xsl:if test="position() gt 1">
              <span class="separator"><xsl:text>; </xsl:text></span>
            </xsl:if>
            <xsl:sequence select="."/>
          </xsl:for-each>
        </dd>
      </div>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
