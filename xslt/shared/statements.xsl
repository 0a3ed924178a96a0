<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- What statements of a header say in a few words: events, dates, the heading, the status. -->

  <!-- An event of a correspondence: sent, received, forwarded, and to what end. -->
  <xsl:function name="f:action" as="xs:string">
    <xsl:param name="action" as="element()"/>
    <xsl:sequence select="f:event-name(
        if ($action/@type = $kinds-of-sending) then 'sent' else if ($action/@type = $kinds-of-receiving) then 'received' else string($action/@type),
        string($action/@subtype))"/>
  </xsl:function>

  <xsl:function name="f:event-name" as="xs:string">
    <xsl:param name="type" as="xs:string"/>
    <xsl:param name="subtype" as="xs:string"/>
    <xsl:sequence select="
        (f:known-word('event.' || $type || '-' || $subtype),
         f:known-word('event.' || $type)
           ! string-join((., $subtype[. != ''] ! ('(' || f:kind-in-words(.) || ')')), ' '),
         $type[. != ''] ! string-join((f:capitalised(f:kind-in-words(.)), $subtype[. != ''] ! ('(' || f:kind-in-words(.) || ')')), ' '),
         f:word('event.event'))[1]"/>
  </xsl:function>

  <!-- A date in words: its own, or those of its attributes. -->
  <xsl:function name="f:date" as="xs:string">
    <xsl:param name="date" as="element()"/>
    <xsl:sequence select="(f:plain($date, 'reading')[. != ''], f:dating($date), '')[1]"/>
  </xsl:function>

  <!-- The document's heading: the edition's own title, never the published one if there is another. -->
  <xsl:function name="f:heading" as="xs:string">
    <xsl:param name="document" as="node()"/>
    <xsl:sequence select="(f:titles($document)[1] ! f:plain(., 'reading')[. != ''], f:word('page.untitled'))[1]"/>
  </xsl:function>

  <!-- The titles of a document, the one that is its heading first. -->
  <xsl:function name="f:titles" as="element(title)*">
    <xsl:param name="document" as="node()"/>
    <xsl:variable name="titles" as="element(title)*" select="$document/descendant-or-self::teiHeader[1]/fileDesc/titleStmt/title"/>
    <xsl:sequence select="$titles[@type = 'main'], $titles[@level = 'a'],
        $titles[not(@type = ('published', 'iso-date', 'short', 'sub', 'alt', 'series', 'corpus', 'corpusTitle'))], $titles"/>
  </xsl:function>

  <!-- The title that is the heading of the page: asked once. -->
  <xsl:variable name="heading-title" as="element(title)?" select="f:titles(/)[1]"/>

  <!-- What stands below the heading: subtitles, and the heading in other languages. -->
  <xsl:variable name="titles-below" as="element(title)*" select="
      $heading-title/../title[@type = 'sub'
        or @xml:lang and not(. is $heading-title) and not(@xml:lang = $heading-title/ancestor-or-self::*[@xml:lang][1]/@xml:lang)
          and string(@type) eq string($heading-title/@type) and string(@level) eq string($heading-title/@level)]"/>

  <!-- Whether an element gives the name before it once more, in another language. -->
  <xsl:function name="f:is-name-again" as="xs:boolean">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="
        exists($name/@xml:lang)
        and exists($name/preceding-sibling::*[1][node-name() eq node-name($name)][@xml:lang ne $name/@xml:lang]
          [string(@ref) eq string($name/@ref)][string(@type) eq string($name/@type)])"/>
  </xsl:function>

  <!-- Whether the edition statement is that of a numbered version, and so tells how far the work has got; else
       it names what was published, and by whom. -->
  <xsl:function name="f:states-progress" as="xs:boolean">
    <xsl:param name="header" as="element()"/>
    <xsl:sequence select="exists($header/fileDesc/editionStmt/edition/@n)"/>
  </xsl:function>

  <!-- An edition of which nothing is said but when it was. -->
  <xsl:function name="f:is-dated-only" as="xs:boolean">
    <xsl:param name="edition" as="element(edition)"/>
    <xsl:sequence select="exists($edition/date) and empty($edition/(* except date)) and empty($edition/text()[normalize-space()])"/>
  </xsl:function>

  <!-- How far the document has got: its status, its edition, its readers. -->
  <xsl:function name="f:status" as="item()*">
    <xsl:param name="revision" as="element(revisionDesc)"/>
    <!-- A word of ours, and so a node: strings are the header's words. -->
    <xsl:value-of select="$revision/@status ! ($attribute-values(.), string())[1]"/>
    <xsl:sequence select="
        $revision[f:states-progress(..)]/../fileDesc/editionStmt/(edition[not(f:is-dated-only(.))] ! f:plain(., 'reading'), respStmt ! f:responsibility(.)),
        $revision/listChange[@type = 'proofreading']/change ! (f:label(.) || f:word('punctuation.colon') || f:plain(., 'reading'))"/>
  </xsl:function>
</xsl:stylesheet>
