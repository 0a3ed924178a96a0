<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xmlns:e="urn:tei-edition:edition"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- What was made of the source, in rows of the head: how far it has got, by whom, under which terms. -->

  <xsl:template name="provenance-rows" as="item()*">
    <xsl:variable name="header" as="element(teiHeader)?" select="/*/teiHeader[1]"/>
    <xsl:call-template name="archival-references"/>
    <xsl:apply-templates select="$header/revisionDesc" mode="provenance"/>
    <xsl:call-template name="version"/>
    <xsl:call-template name="responsibility"/>
    <xsl:call-template name="summary-lines">
      <xsl:with-param name="label" select="f:word('page.languages')"/>
      <xsl:with-param name="lines" select="$header/profileDesc/langUsage/language ! (f:words-of-language(.)[. != ''], string(@ident))[1]"/>
    </xsl:call-template>
    <xsl:call-template name="summary-lines">
      <xsl:with-param name="label" select="f:word('page.credit')"/>
      <xsl:with-param name="lines" select="$header/fileDesc/(titleStmt | editionStmt)/(funder | sponsor)/(name, orgName, .)[1] ! f:plain(., 'reading')"/>
    </xsl:call-template>
    <xsl:apply-templates select="$header/fileDesc/publicationStmt/availability" mode="provenance"/>
  </xsl:template>

  <xsl:template name="responsibility" as="item()*">
    <xsl:variable name="statement" as="element(titleStmt)?" select="(/*/teiHeader/fileDesc/titleStmt)[1]"/>
    <xsl:variable name="editors" as="xs:string*" select="
        $statement/editor/(if (* and f:is-record(.) and not(forename or surname)) then * else .)
          ! string-join((f:plain(., 'reading')[. ne ''], ancestor-or-self::editor/@role[not(. = ('editor', 'primary', 'general', 'main'))] ! ('(' || f:kind-in-words(.) || ')')), ' ')"/>
    <xsl:call-template name="summary-row">
      <xsl:with-param name="label" select="f:word('page.editors')"/>
      <xsl:with-param name="values" select="if (exists($editors)) then $editors else $edition-data/e:editor ! string()"/>
    </xsl:call-template>
    <xsl:call-template name="summary-row">
      <xsl:with-param name="label" select="f:word('label.principal')"/>
      <xsl:with-param name="values" select="$statement/principal ! f:plain(., 'reading')"/>
    </xsl:call-template>
    <xsl:call-template name="summary-lines">
      <xsl:with-param name="label" select="f:word('page.responsibility')"/>
      <xsl:with-param name="lines" select="($statement, $statement/../editionStmt[not(f:states-progress(../..))])/respStmt ! f:responsibility(.)"/>
    </xsl:call-template>
  </xsl:template>

  <!-- "Transcription: A. Editor, B. Editor"; where the names come first, they stay there: "A. Editor: made
       12 changes". -->
  <xsl:function name="f:responsibility" as="xs:string">
    <xsl:param name="statement" as="element(respStmt)"/>
    <xsl:variable name="for" as="xs:string" select="string-join($statement/resp ! f:plain(., 'reading'), f:word('punctuation.semicolon'))"/>
    <xsl:variable name="who" as="xs:string" select="string-join($statement/(name | persName | orgName) ! f:plain(., 'reading'), ', ')"/>
    <xsl:sequence select="string-join((if ($statement/*[1]/self::resp) then ($for, $who) else ($who, $for))[. ne ''], f:word('punctuation.colon'))"/>
  </xsl:function>

  <xsl:template match="revisionDesc" mode="provenance" as="item()*">
    <xsl:call-template name="summary-lines">
      <xsl:with-param name="label" select="f:word('page.status')"/>
      <xsl:with-param name="lines" as="item()*" select="f:status(.)"/>
    </xsl:call-template>
  </xsl:template>

  <!-- The edition, its version and its date. -->
  <xsl:template name="version" as="item()*">
    <xsl:variable name="file" as="element(fileDesc)?" select="(/*/teiHeader/fileDesc)[1]"/>
    <xsl:variable name="number" as="xs:string?" select="($edition-data/@version[. != ''], $file/editionStmt/edition/@n)[1] ! string()"/>
    <xsl:call-template name="summary-row">
      <xsl:with-param name="label" select="f:word('page.edition-itself')"/>
      <xsl:with-param name="values" select="
          ($edition-data/(@short, @title)[. != ''][1] ! string(), $file[not(f:states-progress(..))]/editionStmt/edition ! f:without-last-stop(f:plain(node() except (interpGrp, interp, note), 'reading')))[1],
          $number ! f:phrase('statement.version', map {'n': .}),
          $file/publicationStmt/publisher ! f:without-last-mark(f:publisher-words(.)),
          ($edition-data/@date[. != ''] ! f:day(.), $file/publicationStmt/date ! f:date(.),
            $file[f:states-progress(..)]/editionStmt/edition[f:is-dated-only(.)]/date ! f:date(.))[1]"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Without the full stop of a sentence that goes on in a row. -->
  <xsl:function name="f:without-last-stop" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="replace($words, '(\p{Ll}{4})\.\s*$', '$1')"/>
  </xsl:function>

  <!-- All the names that it is given by; of what else stands there, an address, nothing. -->
  <xsl:function name="f:publisher-words" as="xs:string">
    <xsl:param name="publisher" as="element(publisher)"/>
    <xsl:sequence select="
        if ($publisher[name or orgName][not(text()[normalize-space()])])
        then string-join($publisher/(name | orgName) ! f:plain(., 'reading')[. ne ''], $list-sign)
        else f:plain($publisher, 'reading')"/>
  </xsl:function>

  <!-- Without what would have led on to the place and the date. -->
  <xsl:function name="f:without-last-mark" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="
        if (ends-with($words, ',') or ends-with($words, ';') or ends-with($words, ':'))
        then normalize-space(substring($words, 1, string-length($words) - 1)) else $words"/>
  </xsl:function>

  <!-- The licence by its name; what it does not cover stands in the header in full. -->
  <xsl:template match="availability" mode="provenance" as="item()*">
    <xsl:call-template name="summary-lines">
      <xsl:with-param name="label" select="f:word('page.licence')"/>
      <xsl:with-param name="lines" as="item()*">
        <xsl:for-each select="licence[@target or normalize-space()]">
          <xsl:variable name="href" as="xs:string?" select="f:first-href(@target)"/>
          <!-- Of the text of a licence, which may be long, nothing is said where its address is known. -->
          <xsl:variable name="said" as="xs:string?" select="
              if ($href and p[2]) then () else f:plain(., 'reading')[. != ''][string-length(.) le 120 or not($href)]"/>
          <xsl:variable name="known" as="xs:string?" select="f:licence-name(string($href))"/>
          <xsl:variable name="name" as="xs:string" select="
              ($edition-data[@licence-url = current()/@target]/@licence[. != ''] ! string(),
               $said[empty($known) or matches(., 'CC|Creative|Public', 'i')],
               $known ! string-join((., $said), f:word('punctuation.colon')),
               $href, f:word('page.licence'))[1]"/>
          <xsl:sequence select="f:summary-link($name, string($href), 'license')"/>
        </xsl:for-each>
        <xsl:sequence select=".[not(licence)] ! f:plain(., 'reading')"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- The short name of a licence that its address tells: "CC BY-SA 4.0". -->
  <xsl:function name="f:licence-name" as="xs:string?">
    <xsl:param name="address" as="xs:string"/>
    <xsl:analyze-string select="$address" regex="^https?://creativecommons\.org/(licenses/([a-z-]+)|publicdomain/(zero))/([0-9.]+)">
      <xsl:matching-substring>
        <xsl:sequence select="if (regex-group(3)) then 'CC0 ' || regex-group(4) else 'CC ' || upper-case(regex-group(2)) || ' ' || regex-group(4)"/>
      </xsl:matching-substring>
    </xsl:analyze-string>
  </xsl:function>
</xsl:stylesheet>
