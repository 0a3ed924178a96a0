<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:f="urn:tei-edition:functions"
    xmlns:e="urn:tei-edition:edition"
    xmlns:t="urn:tei-edition:text"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- What stands around the text: heading and correspondence before it, notes, readings and
       rights after it. The transcript is the text alone. -->

  <xsl:template match="/" mode="document" as="element(t:block)*">
    <xsl:if test="not($is-transcript)">
      <xsl:call-template name="heading"/>
    </xsl:if>
    <xsl:apply-templates select="/*/node()[self::*][not(self::teiHeader)], /*[not(self::TEI or self::teiCorpus)]" mode="blocks"/>
    <xsl:if test="not($is-transcript)">
      <xsl:call-template name="notes"/>
      <xsl:call-template name="readings"/>
      <xsl:call-template name="colophon"/>
    </xsl:if>
  </xsl:template>

  <xsl:template name="title" as="element(t:block)*">
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="rule" as="xs:string" select="'-'"/>
    <xsl:variable name="width" as="xs:integer" select="
        min((string-length($words), if ($columns gt 0) then $columns else 72))"/>
    <t:block tight="false" indent="0">{$words}</t:block>
    <t:block tight="true" indent="0">{string-join((1 to $width) ! $rule)}</t:block>
  </xsl:template>

  <xsl:template name="statement" as="element(t:block)?">
    <xsl:param name="label" as="xs:string"/>
    <xsl:param name="words" as="xs:string*"/>
    <xsl:param name="tight" as="xs:boolean" select="true()"/>
    <xsl:if test="exists($words[normalize-space()])">
      <t:block tight="{$tight}" indent="0">{$label}: {string-join($words[normalize-space()], '; ')}</t:block>
    </xsl:if>
  </xsl:template>

  <xsl:template name="heading" as="element(t:block)*">
    <xsl:variable name="header" as="element(teiHeader)?" select="/*/teiHeader"/>
    <xsl:call-template name="title">
      <xsl:with-param name="words" select="f:heading(/)"/>
      <xsl:with-param name="rule" select="'='"/>
    </xsl:call-template>
    <xsl:call-template name="statement">
      <xsl:with-param name="label" select="f:word('page.published')"/>
      <xsl:with-param name="words" select="f:plain($header/fileDesc/titleStmt/title[@type = 'published'][1], 'reading')"/>
      <xsl:with-param name="tight" select="false()"/>
    </xsl:call-template>
    <xsl:for-each select="$header/profileDesc/correspDesc/correspAction">
      <xsl:call-template name="statement">
        <xsl:with-param name="label" select="f:action(.)"/>
        <xsl:with-param name="words" select="* ! (if (self::date) then f:date(.) else f:plain(., 'reading'))"/>
        <xsl:with-param name="tight" select="position() gt 1"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="$header/profileDesc/correspDesc/correspContext/ref[@type = ('enclosure', 'carrier')]">
      <xsl:call-template name="statement">
        <xsl:with-param name="label" select="f:label(.)"/>
        <xsl:with-param name="words" select="f:plain(., 'reading')"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="$header/fileDesc/sourceDesc/(bibl | msDesc | listWit/witness/msDesc)[1]">
      <xsl:call-template name="statement">
        <xsl:with-param name="label" select="f:word('page.source')"/>
        <xsl:with-param name="words" select="f:plain(if (self::msDesc) then msIdentifier else node()[not(self::note or self::relatedItem or self::ref[@type = 'transcription'])], 'reading')"/>
        <xsl:with-param name="tight" select="false()"/>
      </xsl:call-template>
    </xsl:for-each>
    <t:block tight="false" indent="0">{string-join(('key.document', 'key.translator', 'key.editor') ! f:word(.), ' ')}</t:block>
    <t:block tight="false" indent="0">* * *</t:block>
  </xsl:template>

  <xsl:template name="notes" as="element(t:block)*">
    <xsl:variable name="notes" as="element(note)*" select="//note[not(ancestor::teiHeader)][f:is-numbered-note(.)]"/>
    <xsl:if test="exists($notes)">
      <xsl:call-template name="title">
        <xsl:with-param name="words" select="f:word('notes.heading')"/>
      </xsl:call-template>
      <xsl:for-each select="$notes">
        <xsl:variable name="words" as="xs:string*">
          <xsl:apply-templates select="node()" mode="text"/>
        </xsl:variable>
        <t:block tight="false" indent="0">{f:bracketed(string(f:note-number(.)), f:voice(.))} {f:word('note-by.' || f:agent(.))}. {f:tidy(string-join($words, ''))}</t:block>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <xsl:template name="colophon" as="element(t:block)*">
    <xsl:variable name="header" as="element(teiHeader)?" select="/*/teiHeader"/>
    <xsl:call-template name="title">
      <xsl:with-param name="words" select="f:word('page.about')"/>
    </xsl:call-template>
    <xsl:for-each select="$header/descendant::*[text()[normalize-space()] or self::date[@when]][not(ancestor::*[text()[normalize-space()]])]
        [not(ancestor::correspDesc)]">
      <t:block tight="false" indent="0">{string-join((.. [not(self::teiHeader)], .[not(self::p)]) ! f:label(.), ' – ')}: {f:plain(., 'reading')}{
          ancestor::licence/@target ! (' (' || . || ')')}</t:block>
    </xsl:for-each>
    <t:block tight="false" indent="0">{f:word('page.status')}: {string-join($header/revisionDesc ! f:status(.), '; ')}</t:block>
  </xsl:template>
</xsl:stylesheet>
