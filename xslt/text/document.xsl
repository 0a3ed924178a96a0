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

  <xsl:template match="/" mode="document" as="element()*">
    <xsl:if test="not($is-transcript)">
      <xsl:call-template name="heading"/>
    </xsl:if>
    <xsl:apply-templates select="/*[self::TEI or self::teiCorpus]/*[not(self::teiHeader)], /*[not(self::TEI or self::teiCorpus)]" mode="blocks"/>
    <xsl:if test="not($is-transcript)">
      <xsl:call-template name="notes"/>
      <xsl:call-template name="readings"/>
      <xsl:call-template name="colophon"/>
    </xsl:if>
  </xsl:template>

  <!-- A heading of ours. -->
  <xsl:template name="title" as="element(t:block)">
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="level" as="xs:integer" select="2"/>
    <t:block tight="false" indent="0" level="{$level}">{$words}</t:block>
  </xsl:template>

  <xsl:template name="statement" as="element(t:block)?">
    <xsl:param name="label" as="xs:string"/>
    <xsl:param name="words" as="xs:string*"/>
    <xsl:param name="tight" as="xs:boolean" select="true()"/>
    <xsl:if test="exists($words[normalize-space()])">
      <t:block tight="{$tight}" indent="0">{$label}: {string-join($words[normalize-space()], '; ')}</t:block>
    </xsl:if>
  </xsl:template>

  <xsl:template name="heading" as="element()*">
    <xsl:variable name="header" as="element(teiHeader)?" select="/*/teiHeader"/>
    <xsl:call-template name="title">
      <xsl:with-param name="words" select="f:heading(/)"/>
      <xsl:with-param name="level" select="1"/>
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
    <t:block tight="false" indent="0" kind="rule"/>
  </xsl:template>

  <xsl:template name="notes" as="element()*">
    <xsl:variable name="notes" as="element(note)*" select="//note[not(ancestor::teiHeader)][f:is-numbered-note(.)]"/>
    <xsl:if test="exists($notes)">
      <xsl:call-template name="title">
        <xsl:with-param name="words" select="f:word('notes.heading')"/>
      </xsl:call-template>
      <xsl:for-each select="$notes">
        <xsl:variable name="lead" as="xs:string" select="
            f:note-mark(.) || ' ' || f:note-statement(.) || '. '"/>
        <xsl:variable name="blocks" as="element()*">
          <xsl:call-template name="content-blocks"/>
        </xsl:variable>
        <xsl:sequence select="f:enclose($blocks, $lead, '', false())"/>
        <xsl:if test="empty($blocks)">
          <t:block tight="false" indent="0">{$lead}</t:block>
        </xsl:if>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <xsl:template name="colophon" as="element()*">
    <xsl:variable name="header" as="element(teiHeader)?" select="/*/teiHeader"/>
    <xsl:call-template name="title">
      <xsl:with-param name="words" select="f:word('page.about')"/>
    </xsl:call-template>
    <xsl:for-each select="$header/descendant::*[text()[normalize-space()] or self::date[@when]][not(ancestor::*[text()[normalize-space()]])]
        [not(ancestor::correspDesc)]">
      <t:block tight="false" indent="0">{string-join((.. [not(self::teiHeader)], .[not(self::p)]) ! f:label(.), ' – ')}: {f:plain(., 'reading')}{
          ancestor::licence/@target ! (' (' || . || ')')}</t:block>
    </xsl:for-each>
    <xsl:call-template name="statement">
      <xsl:with-param name="label" select="f:word('page.status')"/>
      <xsl:with-param name="words" select="$header/revisionDesc ! f:status(.)"/>
      <xsl:with-param name="tight" select="false()"/>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
