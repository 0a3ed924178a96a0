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

  <!-- Texts within a text: what they are called, and where they end. -->

  <!-- The document of the edition that an enclosed text is. -->
  <xsl:function name="f:enclosed-document" as="element(e:document)?">
    <xsl:param name="text" as="element(floatingText)"/>
    <xsl:sequence select="
        (($text/parent::div/@corresp, $text/@corresp, $text/@source)
          ! f:document-of-file(string(tokenize(., '[#\s]')[1])))[1]"/>
  </xsl:function>

  <xsl:function name="f:enclosure-heading" as="xs:string">
    <xsl:param name="text" as="element(floatingText)"/>
    <xsl:variable name="file-name" as="xs:string" select="string(tokenize($text/parent::div/@corresp, '[#\s]')[1])"/>
    <xsl:variable name="title" as="xs:string?" select="
        (f:enclosed-document($text)/@title ! string(),
         root($text)//correspContext/ref[@type = 'enclosure'][@target = $file-name] ! replace(f:plain(., 'reading'), '^(Enclosed|Enclosure): ', ''))[1]"/>
    <xsl:sequence select="string-join((f:kind-of-inserted($text), $title), f:word('punctuation.colon'))"/>
  </xsl:function>

  <!-- What a text within a text is called: an enclosure, or what its @type says. -->
  <xsl:function name="f:kind-of-inserted" as="xs:string">
    <xsl:param name="text" as="element(floatingText)"/>
    <xsl:sequence select="
        if (f:is-enclosure($text)) then string-join((f:word('enclosure.label'), ($text/parent::div[@type = ('enclosure', 'attachment', 'annex')]/@n, $text/@n)[1][normalize-space()]), ' ')
        else (($text/@type, $text[not(@type)]/body[count(*) eq 1]/div/@type) ! f:known-word('inserted.' || lower-case(.))[lower-case($text/@type) ne 'end' or empty($text/@type)], f:word('inserted.text'))[1]"/>
  </xsl:function>

  <xsl:function name="f:is-enclosure" as="xs:boolean">
    <xsl:param name="text" as="element(floatingText)"/>
    <xsl:sequence select="($text/parent::div/@type, $text/@type) = ('enclosure', 'attachment', 'annex')"/>
  </xsl:function>

  <xsl:function name="f:end-of-inserted" as="xs:string">
    <xsl:param name="text" as="element(floatingText)"/>
    <xsl:sequence select="
        if (f:is-enclosure($text)) then f:word('enclosure.end')
        else f:phrase('inserted.end', map {'text': f:kind-of-inserted($text)})"/>
  </xsl:function>

  <!-- Whether a list of entries has to be told what it is a list of. The page of an authority file has
       said it already. -->
  <xsl:function name="f:lacks-name" as="xs:boolean">
    <xsl:param name="list" as="element()"/>
    <xsl:sequence select="not($is-authority) and empty($list/(head | parent::*[self::listPerson or self::listPlace or self::listOrg
        or self::listEvent or self::listObject or self::listNym][not($list/self::listRelation)]))"/>
  </xsl:function>

  <xsl:variable name="is-authority" as="xs:boolean" select="f:document-of-file($file)/@kind = 'authority'"/>

  <!-- The name at the head of an entry: its first, also where other statements stand before it. -->
  <xsl:function name="f:naming" as="element()?">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="first" as="element()?" select="$entry/*[1]"/>
    <xsl:sequence select="
        if ($first/(self::head | self::label | self::title)) then $first
        else if ($first/(self::persName | self::placeName | self::orgName | self::eventName) and normalize-space($first)) then $first
        else $entry/(persName | placeName | orgName | eventName | self::personGrp/name | self::nym/form)[normalize-space()][1]"/>
  </xsl:function>

  <!-- What an entry without a name of its own at its head is called: by a name in it, by its kind. -->
  <xsl:function name="f:entry-name" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="
        (f:plain($entry/(persName, placeName, orgName, title, label, objectIdentifier/(objectName, idno), analytic/title, monogr/title, titleStmt/title)[1], 'reading')[. != ''],
         $entry/@xml:id, f:label($entry))[1]"/>
  </xsl:function>
</xsl:stylesheet>
