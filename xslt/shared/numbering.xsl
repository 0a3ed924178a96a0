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


  <!-- Numbers of notes and letters of readings, the same in every output. -->

  <xsl:accumulator name="note-number" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="note[f:is-numbered-note(.)]" select="$value + 1"/>
  </xsl:accumulator>

  <xsl:function name="f:note-number" as="xs:integer">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="$note/accumulator-before('note-number')"/>
  </xsl:function>

  <!-- The places where the views differ, in the order of the text, those of one wording together. -->
  <xsl:variable name="interventions" as="element()*"
      select="//(choice | app | del | surplus)[f:is-intervention(.)][not(ancestor::teiHeader)]"/>

  <xsl:variable name="reading-groups" as="map(xs:string, xs:integer)">
    <xsl:map>
      <xsl:for-each-group select="$interventions" group-by="f:reading-key(.)">
        <xsl:map-entry key="current-grouping-key()" select="position()"/>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:variable>

  <xsl:function name="f:reading-key" as="xs:string" cache="yes">
    <xsl:param name="place" as="element()"/>
    <xsl:sequence select="string-join(($place/descendant-or-self::* ! (local-name(), f:voice(.), @cert, @wit, @source),
        string($place)), '|')"/>
  </xsl:function>

  <!-- The occurrences of each wording, so that every one can be led back to. -->
  <xsl:key name="interventions" match="choice | app | del | surplus" use="f:reading-key(.)"/>

  <xsl:function name="f:occurrence" as="xs:integer">
    <xsl:param name="place" as="element()"/>
    <xsl:sequence select="
        index-of(key('interventions', f:reading-key($place), root($place))[f:is-intervention(.)] ! generate-id(.),
                 generate-id($place))"/>
  </xsl:function>

  <xsl:function name="f:reading-letter" as="xs:string">
    <xsl:param name="place" as="element()"/>
    <xsl:sequence select="format-integer($reading-groups(f:reading-key($place)), 'a')"/>
  </xsl:function>
</xsl:stylesheet>
