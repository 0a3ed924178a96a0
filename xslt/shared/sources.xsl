<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- What the text rests on, in rows of the head: its source in its own words, what was seen of it
       and what was not, and whose claim each archival reference is. -->

  <xsl:template name="source-rows" as="item()*">
    <xsl:variable name="sources" as="element()*" select="
        /*/teiHeader/fileDesc/sourceDesc/(bibl | biblStruct | biblFull | msDesc | p | listWit/witness/msDesc | listWit/witness[not(msDesc)] | listBibl/bibl)"/>
    <!-- What else is described beside the first: manuscripts, and works; not a work that is described
         twice, nor one of another kind, such as a translation. -->
    <xsl:variable name="further" as="element()*" select="
        if ($sources[1]/parent::sourceDesc and $sources[2])
        then $sources[position() gt 1][parent::sourceDesc][self::msDesc or self::bibl[not(@type)][not($sources/self::biblFull or $sources/self::biblStruct)]] else ()"/>
    <xsl:apply-templates select="$sources[1]" mode="provenance">
      <xsl:with-param name="further" select="$further[self::bibl or $sources[1]/self::msDesc]"/>
    </xsl:apply-templates>
    <xsl:if test="not($sources[1]/self::msDesc)">
      <xsl:call-template name="summary-lines">
        <xsl:with-param name="label" select="f:word('label.msDesc')"/>
        <xsl:with-param name="lines" select="$further[self::msDesc] ! f:lines-of-manuscript(.)"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- Where a manuscript is held, and what it is like. -->
  <xsl:function name="f:lines-of-manuscript" as="xs:string*">
    <xsl:param name="manuscript" as="element(msDesc)"/>
    <xsl:sequence select="
        string-join($manuscript/msIdentifier/*[not(self::msName[../repository] or self::altIdentifier[../idno])][normalize-space()] ! f:identifying-words(.), ', '),
        $manuscript/physDesc/p ! f:plain(., 'reading')"/>
  </xsl:function>

  <!-- Of several identifiers each with its kind: "register 499, box 71". -->
  <xsl:function name="f:identifying-words" as="xs:string">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="string-join((
        $part[self::idno][../idno[normalize-space()][2]]/@type[not(lower-case(.) = ('shelfmark', 'signature', 'shelf', 'callno', 'callnumber', 'cote', 'signatur'))]
          ! (f:known-word('label.idno-' || .), f:kind-in-words(.))[1],
        f:plain($part, 'reading')), ' ')"/>
  </xsl:function>

  <!-- The first source, in its own words; its notes say what was seen and what was not. -->
  <xsl:template match="sourceDesc//*" mode="provenance" as="item()*">
    <xsl:param name="further" as="element()*" select="()"/>
    <xsl:call-template name="summary-lines">
      <xsl:with-param name="label" select="f:word('page.source')"/>
      <xsl:with-param name="lines" select="
          if (self::msDesc) then f:lines-of-manuscript(.)
          else f:record-words(., *[self::note or self::relatedItem or self::bibl[not(parent::p)] or self::availability or self::ref[@type = 'transcription']]),
          $further ! (if (self::msDesc) then f:lines-of-manuscript(.) else f:record-words(., note))"/>
    </xsl:call-template>
    <xsl:for-each select="(bibl[not(parent::p)] | relatedItem)[@type]">
      <xsl:call-template name="summary-lines">
        <xsl:with-param name="label" select="f:label(.)"/>
        <xsl:with-param name="lines" select="f:record-words(., ())"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:for-each-group select="note" group-by="f:label(.)">
      <xsl:call-template name="summary-lines">
        <xsl:with-param name="label" select="current-grouping-key()"/>
        <xsl:with-param name="lines" select="current-group() ! f:plain(., 'reading')"/>
      </xsl:call-template>
    </xsl:for-each-group>
  </xsl:template>

  <!-- All witnesses of a text are its sources, each with its siglum: those of every list, and those within others. -->
  <xsl:template match="sourceDesc/listWit/witness | sourceDesc/listWit/witness/msDesc" mode="provenance" priority="1" as="item()*">
    <xsl:call-template name="summary-lines">
      <xsl:with-param name="label" select="f:label(ancestor-or-self::listWit[1])"/>
      <xsl:with-param name="lines" select="
          ancestor::sourceDesc[1]/descendant::listWit/witness ! string-join((f:siglum-of-witness(.) ! (. || ' '),
            if (msDesc) then string-join((f:plain(node() except (msDesc, listWit), 'reading')[. ne ''], string-join(msDesc[1]/msIdentifier/*[not(self::altIdentifier)] ! f:plain(., 'reading')[. ne ''], ', ')), ' ')
            else f:record-words(., listWit)))"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A list of works is given whole. -->
  <xsl:template match="sourceDesc/listBibl/bibl" mode="provenance" priority="1" as="item()*">
    <xsl:call-template name="summary-lines">
      <xsl:with-param name="label" select="f:label(..)"/>
      <xsl:with-param name="lines" select="../bibl ! f:record-words(., ())"/>
    </xsl:call-template>
  </xsl:template>

  <!-- References that a published record gives are that record's claim, and are given as such. -->
  <xsl:template name="archival-references" as="item()*">
    <xsl:call-template name="summary-lines">
      <xsl:with-param name="label" select="f:word('page.archival-reference')"/>
      <xsl:with-param name="lines" as="item()*">
        <xsl:for-each-group select="/*/teiHeader/fileDesc/sourceDesc//bibl//idno[@type = ('shelfmark', 'archive', 'callnumber')]"
            group-by="generate-id(ancestor::bibl[1])">
          <xsl:variable name="words" as="xs:string" select="string-join(current-group() ! f:plain(., 'reading'), f:word('punctuation.semicolon'))"/>
          <xsl:variable name="record" as="xs:string" select="
              string-join((ancestor::bibl[1]/(title[1] ! f:quoted(f:plain(., 'reading')), publisher[1] ! f:plain(., 'reading'))), ', ')"/>
          <xsl:sequence select="if ($record) then f:summary-claim($words, f:phrase('statement.according', map {'source': $record})) else $words"/>
        </xsl:for-each-group>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- The words of a record: as they are written; of one that is made of statements, with commas. -->
  <xsl:function name="f:record-words" as="xs:string">
    <xsl:param name="record" as="element()"/>
    <xsl:param name="without" as="element()*"/>
    <xsl:variable name="parts" as="node()*" select="$record/node() except $without"/>
    <xsl:sequence select="
        if ($record/self::date) then f:date($record)
        else if ($record[self::biblScope or self::citedRange] and f:lacks-unit($record)) then f:scope($record)
        else if ($record[self::author or self::editor][*[self::forename or self::surname]]) then f:plain($record, 'reading')
        else if ($record[self::ref or self::ptr][@target][empty(node())]) then f:places-pointed-at($record)
        else if ($record[self::persName or self::name]) then string-join($parts[normalize-space()] ! f:plain(., 'reading'), ' ')
        else if ($record/self::respStmt) then f:responsibility($record)
        else if ($record/self::measure) then string-join((f:plain($record, 'reading'), (f:after-measure($record), $record[empty(@unit)][not(matches(., '\p{L}'))]/@type ! f:unit(., normalize-space($record)))[1]), ' ')
        else if ($record[self::idno][not(contains(., ':') or starts-with(., '10.'))]/@type[not(lower-case(.) = ('shelfmark', 'callno', 'callnumber', 'archive', 'uri', 'url'))])
          then f:label($record) || ' ' || f:plain($record, 'reading')
        else if (exists($parts/self::*) and f:is-record($record)) then f:after-each-other(f:parts-of-record($parts/self::*)[. != ''])
        else f:plain($parts, 'reading')"/>
  </xsl:function>

  <!-- The parts of a record, each in words; editors are called that: nothing else tells them from authors. -->
  <xsl:function name="f:parts-of-record" as="xs:string*">
    <xsl:param name="parts" as="element()*"/>
    <xsl:for-each-group select="$parts" group-adjacent="(self::editor[not(@role) or @role = 'editor'] ! 'editors', generate-id())[1]">
      <xsl:variable name="words" as="xs:string*" select="current-group() ! f:record-words(., ())[. != '']"/>
      <xsl:sequence select="
          if (current-grouping-key() ne 'editors' or empty($words)) then $words ! string-join((., current-group()/self::editor/@role ! ('(' || f:kind-in-words(.) || ')')), ' ')
          else f:phrase('statement.edited', map {'name': f:list($words)})"/>
    </xsl:for-each-group>
  </xsl:function>

  <!-- A part of a publication whose words are a number, or in attributes: "Volume 3", "Pages 10–20". -->
  <xsl:function name="f:scope" as="xs:string">
    <xsl:param name="scope" as="element()"/>
    <xsl:sequence select="f:label($scope) || ' ' || ($scope/normalize-space(), string-join(distinct-values($scope/(@from, @to) ! normalize-space()), '–'), $scope/@n ! string())[. ne ''][1]"/>
  </xsl:function>

  <xsl:function name="f:lacks-unit" as="xs:boolean">
    <xsl:param name="scope" as="element()"/>
    <xsl:sequence select="exists($scope/(@unit, @type, @from, @to)) and not(matches($scope, '\p{L}{2}')) and (normalize-space($scope) or exists($scope/(@from, @to, @n)))"/>
  </xsl:function>

  <!-- Statements in a row, with commas where they bring no mark of their own. -->
  <xsl:function name="f:after-each-other" as="xs:string">
    <xsl:param name="statements" as="xs:string*"/>
    <xsl:sequence select="string-join(
        for $place in 1 to count($statements)
        return ($statements[$place], if ($place eq count($statements)) then () else f:list-gap($statements[$place])))"/>
  </xsl:function>

  <!-- A comma and a space, or a space after words that end with a mark: "London :", "1588.". -->
  <xsl:function name="f:list-gap" as="xs:string">
    <xsl:param name="before" as="xs:string"/>
    <xsl:variable name="end" as="xs:string" select="substring($before, string-length($before) - 9)"/>
    <xsl:variable name="last" as="xs:string" select="substring(normalize-space($end), string-length(normalize-space($end)))"/>
    <!-- The expression is for a full stop alone. -->
    <xsl:sequence select="
        if (contains(',;:/', $last) and $last or $last eq '.' and matches($end, '([^.\s]{4}|[0-9?!])\.\s*$')) then ' '
        else f:word('punctuation.list')"/>
  </xsl:function>

  <!-- Whether an entry is made of statements, not of running words. -->
  <xsl:function name="f:is-record" as="xs:boolean">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="empty($entry/text()[normalize-space()])"/>
  </xsl:function>
</xsl:stylesheet>
