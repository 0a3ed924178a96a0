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

  <!-- What the markup says, worded: gaps, spaces, states of the text. -->

  <xsl:variable name="reasons" as="map(xs:string, xs:string)" select="map {
      'lost': 'lost', 'illegible': 'illegible', 'omitted': 'left out', 'editorial': 'left out',
      'sampling': 'left out', 'cancelled': 'deleted and illegible', 'deleted': 'deleted and illegible',
      'irrelevant': 'left out', 'inaudible': 'inaudible', 'covered': 'covered', 'damage': 'damaged',
      'fm': 'left out', 'hand': 'handwriting, illegible', 'insignificant': 'left out'}"/>

  <xsl:variable name="units" as="map(xs:string, xs:string)" select="map {
      'chars': 'character', 'char': 'character', 'character': 'character', 'letters': 'letter',
      'words': 'word', 'lines': 'line', 'pages': 'page', 'leaves': 'leaf', 'sheets': 'sheet',
      'signatures': 'signature', 'paragraphs': 'paragraph', 'copies': 'copy'}"/>

  <xsl:variable name="plurals" as="map(xs:string, xs:string)" select="map {
      'leaf': 'leaves', 'copy': 'copies', 'cm': 'cm', 'mm': 'mm', 'em': 'em', 'in': 'in', 'pt': 'pt'}"/>

  <xsl:function name="f:unit" as="xs:string">
    <xsl:param name="unit" as="xs:string"/>
    <xsl:param name="number" as="xs:string"/>
    <xsl:variable name="singular" as="xs:string" select="($units($unit), $unit)[1]"/>
    <xsl:sequence select="
        if ($number = '1') then $singular else ($plurals($singular), $singular || 's')[1]"/>
  </xsl:function>

  <!-- How much: "several words", "3 words", "at least 2 lines", "2 to 4 words". -->
  <xsl:function name="f:extent" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="unit" as="xs:string?" select="$element/@unit ! string()"/>
    <xsl:variable name="number" as="xs:string?" select="
        if ($element/@quantity) then string($element/@quantity)
        else if ($element/@atLeast and $element/@atMost)
          then $element/@atLeast || ' ' || f:word('to') || ' ' || $element/@atMost
        else if ($element/@min and $element/@max) then $element/@min || ' ' || f:word('to') || ' ' || $element/@max
        else if ($element/(@atLeast | @min)) then f:word('at.least') || ' ' || $element/(@atLeast, @min)[1]
        else if ($element/(@atMost | @max)) then f:word('at.most') || ' ' || $element/(@atMost, @max)[1]
        else ()"/>
    <xsl:variable name="approximate" as="xs:string" select="
        if ($element/@precision = ('low', 'medium')) then f:word('about.quantity') || ' ' else ''"/>
    <xsl:sequence select="
        if ($element/@extent) then string($element/@extent)
        else if ($number and $unit) then $approximate || $number || ' ' || f:unit($unit, tokenize($number, ' ')[last()])
        else if ($number) then $approximate || $number
        else if ($unit) then f:unit($unit, '2')
        else ()"/>
  </xsl:function>

  <!-- Things of which there is one or none: "illegible signature" rather than "1 signature". -->
  <xsl:function name="f:thing" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="$element[@unit = ('signature', 'stamp', 'seal', 'name', 'date')
        and (not(@quantity) or @quantity = '1')][not(@extent)]/@unit ! string()"/>
  </xsl:function>

  <xsl:function name="f:reason" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="(string-join(tokenize($element/@reason) ! ($reasons(.), .)[1], ', ')[. != ''],
        f:word('gap'))[1]"/>
  </xsl:function>

  <!-- A gap in words: "illegible: several words", "illegible signature", "lost: 3 lines (damaged by fire)". -->
  <xsl:function name="f:gap-words" as="xs:string">
    <xsl:param name="gap" as="element()"/>
    <xsl:variable name="extent" as="xs:string?" select="f:extent($gap)"/>
    <xsl:variable name="agent" as="xs:string?" select="$gap/@agent ! translate(., '-_', '  ')"/>
    <xsl:sequence select="
        (if (f:thing($gap)) then f:reason($gap) || ' ' || f:thing($gap)
         else f:reason($gap) || ': ' || ($extent, f:word('extent.unknown'))[1])
        || (if ($agent) then ' (' || f:word('by') || ' ' || $agent || ')' else '')
        || (if ($gap/@cert) then ' (' || f:certainty($gap/@cert) || ')' else '')"/>
  </xsl:function>

  <!-- The same as a transcriber writes it in brackets: "several illegible words". -->
  <xsl:function name="f:gap-in-transcript" as="xs:string">
    <xsl:param name="gap" as="element()"/>
    <xsl:variable name="words" as="xs:string*" select="tokenize(f:extent($gap))"/>
    <xsl:sequence select="
        if (f:thing($gap)) then f:reason($gap) || ' ' || f:thing($gap)
        else if (count($words) gt 1 and not(contains(f:reason($gap), ' ')))
          then string-join(($words[position() lt last()], f:reason($gap), $words[last()]), ' ')
        else string-join((f:reason($gap), $words), ' ')"/>
  </xsl:function>

  <!-- What happened to the words: damaged, deleted and restored, marked. -->
  <xsl:function name="f:state" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        if ($element/self::restore) then f:word('restored')
        else if ($element/self::damage)
          then string-join((f:word('damaged'), $element/@agent ! (f:word('by') || ' ' || .), f:extent($element)), ' ')
        else ($element/@function ! translate(., '-_', '  '), f:word('mark'))[1]"/>
  </xsl:function>
</xsl:stylesheet>
