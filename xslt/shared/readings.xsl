<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:f="urn:tei-edition:functions"
    xmlns:me="http://www.menota.org/ns/1.0"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- Which reading stands in which view. -->

  <!-- Elements that may stand in one view only. -->
  <xsl:variable name="of-one-view" static="yes" as="map(xs:string, xs:boolean)" select="map:merge(tokenize('
      del surplus am ex lem rdg wit witDetail metamark undo redo transpose listTranspose substJoin addSpan') ! map:entry(., true()))"/>

  <!-- The views an element stands in: both, reading, diplomatic, or other (a further reading that
       is in the apparatus only). -->
  <xsl:function name="f:view" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:choose>
      <xsl:when test="map:contains($of-one-view, local-name($element)) or $element/parent::choice">
        <xsl:apply-templates select="$element" mode="view"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="'both'"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:template match="*" mode="view" as="xs:string">
    <xsl:sequence select="'both'"/>
  </xsl:template>

  <!-- Of the members of a choice the reading view takes the editors', the diplomatic view the
       document's; where all are of one kind, both views take the first. -->
  <xsl:template match="choice/*" mode="view" as="xs:string" priority="5">
    <xsl:variable name="members" as="element()+" select="../*"/>
    <xsl:variable name="reading" as="element()" select="
        ($members/self::corr, $members/self::reg, $members/self::expan, $members/self::ex, $members/self::me:norm, $members[1])[1]"/>
    <xsl:variable name="diplomatic" as="element()" select="
        ($members/self::sic, $members/self::orig, $members/self::abbr, $members/self::am, $members/self::me:facs,
         $members except $reading, $members[1])[1]"/>
    <xsl:variable name="pair" as="xs:boolean" select="
        exists($members[self::corr or self::reg or self::expan or self::sic or self::orig
        or self::abbr or self::ex or self::am or self::me:norm])"/>
    <xsl:sequence select="
        if (not($pair)) then (if (. is $members[1]) then 'both' else 'other')
        else if (. is $reading and . is $diplomatic) then 'both'
        else if (. is $reading) then 'reading'
        else if (. is $diplomatic) then 'diplomatic'
        else 'other'"/>
  </xsl:template>

  <!-- What the writer or a later hand struck out, and what the editors hold to be too much,
       stands in the diplomatic view; a restored deletion counts as text. -->
  <xsl:template match="del[not(parent::restore)] | surplus" mode="view" as="xs:string">
    <xsl:sequence select="if ($has-undone and f:is-undone(.)) then 'both' else 'diplomatic'"/>
  </xsl:template>

  <!-- So does what says how the text came about or is to be read, and is no text itself: but for words. -->
  <xsl:template match="metamark | undo | redo | transpose | listTranspose | substJoin | addSpan" mode="view" as="xs:string">
    <xsl:sequence select="
        if (matches(., '\p{L}{2}') or exists(descendant::note) or exists(parent::signed) or matches(@function, '^(sign|monogr|chrism|invoc|cross|subscr)')) then 'both' else 'diplomatic'"/>
  </xsl:template>

  <!-- A deletion that an undo cancels (TEI Guidelines 12.3.4.4), if no redo makes it again. -->
  <xsl:function name="f:is-undone" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        exists($element/self::del/@xml:id) and (let $acts := key('act-on', $element/@xml:id, root($element))
        return count($acts/self::undo) gt count($acts/self::redo))"/>
  </xsl:function>

  <xsl:key name="act-on" match="undo | redo" use="f:pointers(@target) ! replace(., '^#', '')"/>

  <xsl:variable name="has-undone" as="xs:boolean" select="exists(//undo)"/>

  <!-- Letters of an abbreviation, where those that they stand for are there besides. -->
  <xsl:template match="am[ancestor::expan or ../../self::choice or ../ex]" mode="view" as="xs:string">
    <xsl:sequence select="
        if (ancestor::expan or ../../self::choice or (following-sibling::node()[1], preceding-sibling::node()[1])/self::ex) then 'diplomatic' else 'both'"/>
  </xsl:template>

  <xsl:template match="ex" mode="view" as="xs:string">
    <xsl:sequence select="'reading'"/>
  </xsl:template>

  <!-- Words that a manuscript of the Medieval Nordic Text Archive has on several levels: normalised in
       the reading view, in facsimile in the diplomatic one, or, where that is wanting, on the level
       between, whose abbreviations are resolved. The views show them; no list has to. -->
  <xsl:template match="me:dipl//ex" mode="view" as="xs:string" priority="1">
    <xsl:sequence select="'both'"/>
  </xsl:template>

  <xsl:function name="f:is-of-levels" as="xs:boolean">
    <xsl:param name="choice" as="element(choice)"/>
    <xsl:sequence select="exists($choice/(me:facs | me:dipl | me:norm))"/>
  </xsl:function>

  <xsl:template match="app/lem" mode="view" as="xs:string">
    <xsl:sequence select="if (f:is-reference(..)) then 'other' else 'both'"/>
  </xsl:template>

  <xsl:template match="app//rdg" mode="view" as="xs:string">
    <xsl:variable name="entry" as="element(app)" select="ancestor::app[1]"/>
    <xsl:sequence select="
        if (f:stands-apart($entry) or . is $entry/(lem, descendant::rdg)[1] and not(f:is-reference($entry))) then 'both' else 'other'"/>
  </xsl:template>

  <!-- Who has a reading is said in the list of readings. -->
  <xsl:template match="app//wit | app//witDetail" mode="view" as="xs:string">
    <xsl:sequence select="if (f:stands-apart(ancestor::app[1])) then 'both' else 'other'"/>
  </xsl:template>

  <!-- Whether an apparatus entry stands apart from the text that it is about, and is read there:
       in a list, in the back, or among the blocks of the text. -->
  <xsl:function name="f:stands-apart" as="xs:boolean">
    <xsl:param name="app" as="element(app)"/>
    <xsl:sequence select="
        exists($app/ancestor::listApp)
        or (exists($app/ancestor::*[self::back or self::standOff]) and not(f:stands-in-line($app)))
        or (f:is-keyed($app) and f:holds-blocks($app/..))"/>
  </xsl:function>

  <!-- Whether an entry stands in its text and is about words that stand there besides. -->
  <xsl:function name="f:is-reference" as="xs:boolean">
    <xsl:param name="app" as="element(app)"/>
    <xsl:sequence select="f:is-keyed($app) and not(f:stands-apart($app))"/>
  </xsl:function>

  <!-- Whether an entry is joined to its text by a reference, so that no word of it is the text
       (TEI Guidelines 12.2.1 and 12.2.2): the header says so, or the entry has one. -->
  <xsl:function name="f:is-keyed" as="xs:boolean">
    <xsl:param name="app" as="element(app)"/>
    <xsl:sequence select="
        if ($apparatus-method eq 'parallel-segmentation') then false()
        else $apparatus-method = ('location-referenced', 'double-end-point') or exists($app/@from)
          or (exists($app/@loc) and f:holds-blocks($app/..))"/>
  </xsl:function>

  <xsl:variable name="apparatus-method" as="xs:string" select="string((//variantEncoding/@method)[1])"/>

  <!-- Whether an element makes the views differ. What is struck out in what the reading view leaves out
       is said with it. -->
  <xsl:function name="f:differs" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        if ($element/self::choice) then exists($element/*) and not(f:is-of-levels($element))
        else if ($element/self::app) then not(f:stands-apart($element)) and exists($element/descendant::*[self::lem or self::rdg][ancestor::app[1] is $element]) and not(f:only-bears-note($element))
        else f:view($element) = 'diplomatic' and not($element/ancestor::*[self::note or f:view(.) ne 'both'][1] ! f:view(.) = ('diplomatic', 'other'))"/>
  </xsl:function>

  <!-- Whether an apparatus has nothing but the words of the document, which nobody is named for, to
       give a note a place: no other reading, so no entry in the list of readings. -->
  <xsl:function name="f:only-bears-note" as="xs:boolean">
    <xsl:param name="app" as="element(app)"/>
    <xsl:sequence select="
        exists($app/note) and exists($app/lem[not(@*)]) and empty($app/(* except (lem[1], note)))
        and empty($app/(@* except (@xml:id, @n)))"/>
  </xsl:function>

  <!-- Where a page, a column, a gathering or another unit begins in what a view leaves out of a place,
       and the view has no such beginning there. Another witness's pages are not the document's. -->
  <xsl:function name="f:beginnings-elsewhere" as="element()*">
    <xsl:param name="place" as="element()"/>
    <xsl:param name="view" as="xs:string"/>
    <xsl:variable name="beginnings" as="element()*" select="
        $place[self::choice or self::del or self::surplus]/descendant::*[self::pb or self::cb or self::gb or self::milestone]"/>
    <xsl:if test="exists($beginnings)">
      <xsl:variable name="members" as="element()*" select="if ($place/self::choice) then $place/* else $place"/>
      <xsl:variable name="shown" as="element()*" select="$members[f:view(.) = ('both', $view)]"/>
      <xsl:variable name="other" as="element()*" select="$members[f:view(.) = ('reading', 'diplomatic')] except $shown"/>
      <xsl:sequence select="
          for $point in $beginnings[ancestor::* intersect $other]
          return $point[empty($beginnings[ancestor::* intersect $shown][local-name() = local-name($point)][string(@n) = string($point/@n)])]"/>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
