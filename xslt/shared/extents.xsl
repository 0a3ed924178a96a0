<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- How much there is, or is lacking: "3 words", "about 5 lines". -->

  <!-- Values of @unit that say the same, and the word of the catalogue for them. -->
  <xsl:variable name="units" static="yes" as="map(xs:string, xs:string)" select="map {
      'chars': 'character', 'char': 'character', 'character': 'character', 'characters': 'character',
      'letters': 'letter', 'letter': 'letter', 'words': 'word', 'word': 'word', 'lines': 'line', 'line': 'line', 'verse': 'verse', 'verses': 'verse',
      'pages': 'page', 'page': 'page', 'leaves': 'leaf', 'leaf': 'leaf', 'folios': 'leaf', 'folio': 'leaf',
      'sheets': 'sheet', 'sheet': 'sheet', 'paragraphs': 'paragraph', 'paragraph': 'paragraph',
      'copies': 'copy', 'copy': 'copy', 'signatures': 'signature', 'signature': 'signature',
      'group': 'group', 'groups': 'group', 'sentence': 'sentence', 'sentences': 'sentence',
      'syll': 'syllable', 'syllable': 'syllable', 'syllables': 'syllable', 'digit': 'digit', 'digits': 'digit', 'document': 'document', 'documents': 'document'}"/>

  <!-- Units that are things, which some languages count with a counter of their own: "서명 3개". -->
  <xsl:variable name="things" static="yes" as="xs:string+" select="tokenize('word signature paragraph digit sentence group')"/>

  <!-- A unit in the form that goes with a number; a unit that the catalogue lacks, as it is written. -->
  <xsl:function name="f:unit" as="xs:string">
    <xsl:param name="unit" as="xs:string"/>
    <xsl:param name="number" as="xs:string"/>
    <xsl:sequence select="if ($units($unit)) then f:form-for('unit.' || $units($unit), $number) else $unit"/>
  </xsl:function>

  <!-- A number: @quantity, or an @extent that is no more than one. -->
  <xsl:function name="f:quantity" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="($element/@quantity, $element/@extent[f:is-number(.)])[1] ! normalize-space()"/>
  </xsl:function>

  <xsl:function name="f:is-number" as="xs:boolean">
    <xsl:param name="value" as="xs:string"/>
    <xsl:sequence select="
        if ($value ne '' and translate($value, '0123456789', '') eq '') then true()
        else matches($value, '^\s*\d+([.,]\d+)?\s*$')"/>
  </xsl:function>

  <!-- An @extent in words is the encoder's, in the language of the header: where the interface speaks
       another, it is quoted. -->
  <xsl:variable name="encoders-language" as="xs:string?" select="
      (//teiHeader[1]/ancestor-or-self::*[@xml:lang][1]/@xml:lang)[1] ! f:language-tag(.)"/>

  <xsl:variable name="quotes-extents" as="xs:boolean" select="
      exists($encoders-language) and lower-case(tokenize($encoders-language, '-')[1]) ne tokenize($language, '-')[1]"/>

  <!-- How much: "several words", "3 words", "at least 2 lines", "2 to 4 words". An @extent holds
       quantity and unit in one string (TEI Guidelines, att.dimensions); one that is a single word,
       or ends with a number ("several", "about 5"), has its unit in @unit. A @quantity besides
       stands after it; bounds only say to a machine what the words say. -->
  <xsl:function name="f:extent" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="unit" as="xs:string?" select="$element/@unit ! string()"/>
    <xsl:variable name="least" as="xs:string?" select="$element/(@atLeast, @min)[1] ! string()"/>
    <xsl:variable name="most" as="xs:string?" select="$element/(@atMost, @max)[1] ! string()"/>
    <xsl:variable name="quantity" as="xs:string?" select="f:quantity($element)"/>
    <xsl:variable name="written" as="xs:string?" select="$element/@extent[not(f:is-number(.))] ! normalize-space()[not(. = ('', 'unknown'))]"/>
    <xsl:variable name="words" as="xs:string?" select="if (exists($written) and $quotes-extents) then f:quoted($written) else $written"/>
    <xsl:variable name="number" as="xs:string?" select="
        if (exists($quantity)) then replace($quantity, '[.,]', f:word('punctuation.decimal'))
        else if ($least and $most) then f:phrase('quantity.range', map {'from': $least, 'to': $most})
        else if ($least) then f:phrase('quantity.at-least', map {'n': $least})
        else if ($most) then f:phrase('quantity.at-most', map {'n': $most})
        else ()"/>
    <xsl:variable name="stated" as="xs:string?" select="
        if ($number and $element/@precision = ('low', 'medium')) then f:phrase('quantity.about', map {'n': $number}) else $number"/>
    <xsl:variable name="lacks-unit" as="xs:boolean" select="
        exists($unit) and empty($element/@quantity) and exists($written[matches(., '^[^\d\s]+$|\d$')][not($units(.))])"/>
    <xsl:variable name="measured" as="xs:string?" select="
        if ($number and $unit and not($units($unit))) then $stated || ' ' || $unit
        else if ($number and $unit) then f:phrase(if ($units($unit) = $things) then 'quantity.of-things' else 'quantity.with-unit', map {
            'n': $stated, 'unit': f:unit($unit, ($quantity, $most, $least)[1])})
        else $stated"/>
    <xsl:sequence select="
        if ($lacks-unit) then $words || ' ' || f:unit($unit, replace($written, '^.*\D', ''))
        else if ($words or $measured) then string-join(($words, $measured[empty($words) or $element/@quantity]), f:word('punctuation.list'))
        else $unit[not($element/self::space)] ! f:unit(., '')"/>
  </xsl:function>
</xsl:stylesheet>
