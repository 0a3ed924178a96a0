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

  <!-- The head of a document's page: what it is, from whom, to whom, when, where, how. -->

  <xsl:template name="summary" as="element()">
    <xsl:variable name="header" as="element(teiHeader)?" select="/*/teiHeader"/>
    <xsl:variable name="titles" as="element(title)*" select="$header/fileDesc/titleStmt/title"/>
    <header class="summary gen">
      <div class="what">
        <h1>{f:heading(/)}</h1>
        <xsl:for-each select="$titles[@type = 'sub']">
          <p class="subtitle">{f:plain(., 'reading')}</p>
        </xsl:for-each>
        <xsl:for-each select="$titles[@type = 'published'][1]">
          <p class="published">{f:word('page.published')}: <cite>{f:plain(., 'reading')}</cite></p>
        </xsl:for-each>
        <xsl:for-each select="$header/profileDesc/abstract/(p | .[not(p)])">
          <p class="abstract">{f:plain(., 'reading')}</p>
        </xsl:for-each>
        <xsl:variable name="rows" as="element()*">
          <xsl:call-template name="correspondence"/>
        </xsl:variable>
        <xsl:if test="$rows">
          <dl class="correspondence">
            <xsl:sequence select="$rows"/>
          </dl>
        </xsl:if>
        <xsl:call-template name="sources"/>
      </div>
      <xsl:call-template name="provenance"/>
    </header>
  </xsl:template>

  <!-- From, to, place, date; then what happened to the document on its way, in order; what it
       encloses or was enclosed in. Without a correspondence: who wrote it. -->
  <xsl:template name="correspondence" as="element()*">
    <xsl:variable name="header" as="element(teiHeader)?" select="/*/teiHeader"/>
    <xsl:variable name="actions" as="element(correspAction)*" select="$header/profileDesc/correspDesc/correspAction"/>
    <xsl:variable name="sent" as="element(correspAction)*" select="$actions[@type = 'sent']"/>
    <xsl:variable name="addressed" as="element(correspAction)*" select="$actions[f:is-addressee(.)]"/>
    <xsl:call-template name="party">
      <xsl:with-param name="label" select="f:word('page.from')"/>
      <xsl:with-param name="parties" select="$sent/(persName | orgName | name | rs)"/>
    </xsl:call-template>
    <xsl:call-template name="party">
      <xsl:with-param name="label" select="f:word('page.to')"/>
      <xsl:with-param name="parties" select="$addressed/(persName | orgName | name | rs | placeName)"/>
    </xsl:call-template>
    <xsl:call-template name="party">
      <xsl:with-param name="label" select="f:word('page.author')"/>
      <xsl:with-param name="parties" select="$header[empty($actions)]/fileDesc/titleStmt/author/(persName, .)[1]"/>
    </xsl:call-template>
    <xsl:call-template name="summary-row">
      <xsl:with-param name="label" select="f:word('page.date')"/>
      <xsl:with-param name="values" select="($sent/date, $header[empty($sent/date)]/profileDesc/creation/date)
          ! f:summary-value(.)"/>
    </xsl:call-template>
    <xsl:call-template name="summary-row">
      <xsl:with-param name="label" select="f:word('page.place')"/>
      <xsl:with-param name="values" select="$sent/(placeName, note | p | desc) ! f:summary-value(.)"/>
    </xsl:call-template>
    <xsl:apply-templates select="$actions except $sent" mode="summary"/>
    <xsl:apply-templates select="$header/profileDesc/correspDesc/correspContext/ref[f:first-href(@target)]" mode="summary"/>
  </xsl:template>

  <!-- Received by the one it was written to, as against those whose hands it passed. -->
  <xsl:function name="f:is-addressee" as="xs:boolean">
    <xsl:param name="action" as="element(correspAction)"/>
    <xsl:sequence select="$action/@type = 'received' and ($action/@subtype = 'to' or not($action/@subtype))"/>
  </xsl:function>

  <xsl:template name="party" as="element()?">
    <xsl:param name="label" as="xs:string"/>
    <xsl:param name="parties" as="element()*"/>
    <xsl:call-template name="summary-row">
      <xsl:with-param name="label" select="$label"/>
      <xsl:with-param name="class" select="'party'"/>
      <xsl:with-param name="values" select="$parties ! f:summary-value(.)"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="correspAction" mode="summary" as="element()?">
    <xsl:variable name="said" as="element()*" select="
        (persName | orgName | name | rs | placeName)[not(f:is-addressee(current()))] | date | note | p | address | desc"/>
    <xsl:call-template name="summary-row">
      <xsl:with-param name="label" select="if (f:is-addressee(.)) then f:word('event.received') else f:action(.)"/>
      <xsl:with-param name="values" as="item()*">
        <xsl:sequence select="$said ! f:summary-value(.)"/>
        <xsl:if test="empty(*) and normalize-space()">
          <span>{normalize-space()}</span>
        </xsl:if>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- A name, place or date with the way to its entry, and how sure the editors are of it. -->
  <xsl:function name="f:summary-value" as="element()">
    <xsl:param name="element" as="element()"/>
    <xsl:for-each select="$element">
      <xsl:variable name="words" as="xs:string" select="if (self::date) then f:date(.) else f:plain(., 'reading')"/>
      <xsl:variable name="doubt" as="xs:string?" select="
          @cert[not(. = 'high')] ! (' ' || f:bracketed(f:certainty(.), 'editor')),
          @evidence[. = ('conjecture', 'internal')][not(current()/@cert[not(. = 'high')])] ! (' ' || f:bracketed(f:word('certainty.inferred'), 'editor'))"/>
      <xsl:variable name="href" as="xs:string?" select="f:first-href((@ref, ../@ref[current()/parent::author])[1])"/>
      <span>
        <xsl:choose>
          <xsl:when test="$href"><a href="{$href}">{$words}</a></xsl:when>
          <xsl:otherwise>{$words}</xsl:otherwise>
        </xsl:choose>
        <xsl:value-of select="$doubt"/>
      </span>
    </xsl:for-each>
  </xsl:function>

  <xsl:template match="correspContext/ref" mode="summary" as="element()?">
    <xsl:call-template name="summary-row">
      <xsl:with-param name="label" select="f:label(.)"/>
      <xsl:with-param name="values" as="item()*">
        <a href="{f:first-href(@target)}">{f:plain(., 'reading')}</a>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
