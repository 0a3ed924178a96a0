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

  <!-- What the text rests on: its source in its own words, what was seen of it and what was not, and
       whose claim each archival reference is. -->

  <xsl:template name="sources" as="element()?">
    <xsl:variable name="sources" as="element()*" select="
        /*/teiHeader/fileDesc/sourceDesc/(bibl | biblStruct | biblFull | msDesc | p | listWit/witness/msDesc | listWit/witness[not(msDesc)] | listBibl/bibl)"/>
    <xsl:variable name="rows" as="element()*">
      <xsl:apply-templates select="$sources[1]" mode="provenance"/>
    </xsl:variable>
    <xsl:call-template name="facts">
      <xsl:with-param name="class" select="'sources'"/>
      <xsl:with-param name="label" select="f:word('page.source')"/>
      <xsl:with-param name="rows" select="$rows"/>
    </xsl:call-template>
  </xsl:template>

  <!-- The first source, in its own words; its notes say what was seen and what was not. -->
  <xsl:template match="sourceDesc//*" mode="provenance" as="element()*">
    <xsl:call-template name="summary-lines">
      <xsl:with-param name="label" select="f:word('page.source')"/>
      <xsl:with-param name="lines" select="
          if (self::msDesc) then (string-join(msIdentifier/*[not(self::msName[../repository])] ! f:plain(., 'reading')[. != ''], ', '), physDesc/p ! f:plain(., 'reading'))
          else f:plain(node()[not(self::note or self::relatedItem or self::bibl or self::availability or self::ref[@type = 'transcription'])], 'reading')"/>
    </xsl:call-template>
    <xsl:for-each select="bibl[@type] | relatedItem[@type]">
      <xsl:call-template name="summary-lines">
        <xsl:with-param name="label" select="f:label(.)"/>
        <xsl:with-param name="lines" select="f:plain(., 'reading')"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:for-each-group select="note" group-by="f:label(.)">
      <xsl:call-template name="summary-lines">
        <xsl:with-param name="label" select="current-grouping-key()"/>
        <xsl:with-param name="lines" select="current-group() ! f:plain(., 'reading')"/>
      </xsl:call-template>
    </xsl:for-each-group>
  </xsl:template>

  <!-- A list of works is given whole. -->
  <xsl:template match="sourceDesc/listBibl/bibl" mode="provenance" as="element()?">
    <xsl:call-template name="summary-lines">
      <xsl:with-param name="label" select="f:label(..)"/>
      <xsl:with-param name="lines" select="../bibl ! f:plain(., 'reading')"/>
    </xsl:call-template>
  </xsl:template>

  <!-- References that a published record gives are that record's claim, and are given as such. -->
  <xsl:template name="archival-references" as="element()?">
    <xsl:call-template name="summary-lines">
      <xsl:with-param name="label" select="f:word('page.archival-reference')"/>
      <xsl:with-param name="lines" as="element()*">
        <xsl:for-each-group select="/*/teiHeader/fileDesc/sourceDesc//bibl//idno[@type = ('shelfmark', 'archive', 'callnumber')]"
            group-by="generate-id(ancestor::bibl[1])">
          <span>{string-join(current-group() ! f:plain(., 'reading'), '; ')} <span class="claim">{f:bracketed(
              f:phrase('statement.according', map {'source': string-join((ancestor::bibl[1]/(title[1] ! f:quoted(f:plain(., 'reading')), publisher[1] ! f:plain(., 'reading'))), ', ')}),
              'editor')}</span></span>
        </xsl:for-each-group>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
