<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- Numbers of notes and letters of readings, the same in every output: found once for a
       document, looked up at each place. -->

  <!-- Notes that are taken out of the text and numbered; those inside lists of persons, places
       and the like, in the header, in works, manuscripts and schemas described, belong to the entry they stand in. -->
  <xsl:variable name="notes-set-aside" as="element(note)*" select="
      //note[empty(ancestor::*[self::teiHeader or self::standOff or self::person or self::personGrp or self::place or self::org
        or self::event or self::object or self::nym or self::listRelation or self::listBibl or self::biblStruct or self::biblFull or self::listApp or self::egXML or self::correspDesc or self::msDesc or self::msPart or self::msFrag
        or self::schemaSpec or self::specGrp or self::moduleSpec or self::elementSpec or self::classSpec
        or self::macroSpec or self::dataSpec or self::entry or self::entryFree])][not(f:is-remark(.))]"/>

  <!-- In the order in which a reader meets their numbers: that of a note in the back stands where it
       is pointed at, and notes within it follow it. -->
  <xsl:variable name="numbered-notes" as="element(note)*">
    <xsl:variable name="moved" as="map(xs:string, element())" select="
        map:merge($notes-set-aside ! (for $place in f:references(.)[1] return map:entry(generate-id(), $place)))"/>
    <xsl:variable name="with-moved" as="map(xs:string, element(note)*)">
      <xsl:map>
        <xsl:for-each-group select="$notes-set-aside" group-by="generate-id((
            ancestor-or-self::note[map:contains($moved, generate-id())][1] ! $moved(generate-id()), .)[1])">
          <xsl:map-entry key="current-grouping-key()" select="current-group()"/>
        </xsl:for-each-group>
      </xsl:map>
    </xsl:variable>
    <xsl:sequence select="
        if (map:size($moved) eq 0) then $notes-set-aside
        else ($notes-set-aside | $moved?*) ! $with-moved(generate-id())"/>
  </xsl:variable>

  <xsl:variable name="note-numbers" as="map(xs:string, xs:integer)">
    <xsl:map>
      <xsl:for-each select="$numbered-notes">
        <xsl:map-entry key="generate-id()" select="position()"/>
      </xsl:for-each>
    </xsl:map>
  </xsl:variable>

  <xsl:function name="f:is-numbered-note" as="xs:boolean">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="map:contains($note-numbers, generate-id($note))"/>
  </xsl:function>

  <xsl:function name="f:note-number" as="xs:integer">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="$note-numbers(generate-id($note))"/>
  </xsl:function>

  <!-- The places where the views differ, in the order of the text. -->
  <xsl:variable name="interventions" as="element()*" select="
      (//choice | //app | //del | //surplus)[f:differs(.)][not(ancestor::teiHeader)]"/>

  <!-- Those of one wording share a letter; each is told apart by its number among them. -->
  <xsl:variable name="reading-places" as="map(xs:string, map(xs:string, item()))">
    <xsl:map>
      <xsl:for-each-group select="$interventions" group-by="f:reading-key(.)">
        <xsl:variable name="letter" as="xs:string" select="format-integer(position(), 'a')"/>
        <xsl:for-each select="current-group()">
          <xsl:map-entry key="generate-id()" select="map {'letter': $letter, 'occurrence': position()}"/>
        </xsl:for-each>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:variable>

  <!-- Whether a reader of one view must be told that another has something else. -->
  <xsl:function name="f:is-intervention" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="map:contains($reading-places, generate-id($element))"/>
  </xsl:function>

  <xsl:function name="f:reading-key" as="xs:string">
    <xsl:param name="place" as="element()"/>
    <xsl:sequence select="string-join(($place/descendant-or-self::* ! (local-name(), f:voice(.), @cert, @wit, @source,
        (self::lem | self::rdg)/(@resp, @hand), self::app/@from),
        string($place)), '|')"/>
  </xsl:function>

  <xsl:function name="f:occurrence" as="xs:integer">
    <xsl:param name="place" as="element()"/>
    <xsl:sequence select="$reading-places(generate-id($place))?occurrence"/>
  </xsl:function>

  <xsl:function name="f:reading-letter" as="xs:string">
    <xsl:param name="place" as="element()"/>
    <xsl:sequence select="$reading-places(generate-id($place))?letter"/>
  </xsl:function>
</xsl:stylesheet>
