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

  <!-- The interface's own words. They are data, words/*.toml, one file a language; what arrives
       here is one JSON object of keys and words, complete, read when the stylesheet is compiled. -->

  <xsl:param name="catalogue" static="yes" as="xs:string" required="yes"/>

  <xsl:variable name="words" static="yes" as="map(xs:string, item())" select="parse-json($catalogue)"/>

  <!-- The same for static variables. Saxon looks through all of a map to find its type, at each place
       where a static expression names it; of a function it knows it. -->
  <xsl:variable name="word" static="yes" as="function(xs:string) as item()?" select="parse-json($catalogue)"/>

  <!-- The language of the words, for @lang. -->
  <xsl:variable name="language" static="yes" as="xs:string" select="$word('language.tag')"/>

  <!-- The direction that they run in: ltr, or rtl. -->
  <xsl:variable name="direction" static="yes" as="xs:string" select="$word('language.direction')"/>

  <xsl:function name="f:word" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:sequence select="($words($key), $key)[1]"/>
  </xsl:function>

  <!-- The same, or nothing where the catalogue has no such word. -->
  <xsl:function name="f:known-word" as="xs:string?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:sequence select="$words($key)"/>
  </xsl:function>

  <!-- The words that have {gaps}, taken apart when the stylesheet is compiled: words and names of
       gaps by turns, beginning with words. -->
  <xsl:variable name="phrases" static="yes" as="map(xs:string, xs:string*)" select="map:merge(
      map:keys($words)[$word(.) instance of xs:string][contains($word(.), '{')] ! map:entry(., tokenize($word(.), '[{}]')))"/>

  <!-- The signs that most is said with, at hand without a look-up. -->
  <xsl:variable name="colon" static="yes" as="xs:string" select="string($word('punctuation.colon'))"/>
  <xsl:variable name="semicolon" static="yes" as="xs:string" select="string($word('punctuation.semicolon'))"/>
  <xsl:variable name="list-sign" static="yes" as="xs:string" select="string($word('punctuation.list'))"/>

  <xsl:variable name="dash" static="yes" as="xs:string" select="string($word('punctuation.dash'))"/>

  <!-- A word with its {gaps} filled in. -->
  <xsl:function name="f:phrase" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="values" as="map(xs:string, xs:string)"/>
    <xsl:sequence select="
        if (map:contains($phrases, $key))
        then string-join($phrases($key) ! (if (position() mod 2 eq 1) then . else ($values(.), '{' || . || '}')[1]))
        else f:word($key)"/>
  </xsl:function>

  <!-- Without regular expressions, which Saxon would have to read again each time. -->
  <xsl:function name="f:filled" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="gap" as="xs:string"/>
    <xsl:param name="value" as="xs:string"/>
    <xsl:sequence select="
        if (not(contains($words, $gap))) then $words
        else substring-before($words, $gap) || $value || f:filled(substring-after($words, $gap), $gap, $value)"/>
  </xsl:function>

  <!-- The form of a word that goes with a number: "word" or "words". -->
  <xsl:function name="f:form-for" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="number" as="xs:string"/>
    <xsl:variable name="count" as="xs:integer?" select="if (matches($number, '^\d{1,9}$')) then xs:integer($number) else ()"/>
    <!-- The plural rules look at the last two digits at most, but for numbers below 100. -->
    <xsl:variable name="category" as="xs:string" select="
        if (empty($count)) then 'other'
        else $words('language.categories')(1 + (if ($count lt 200) then $count else 100 + $count mod 100))"/>
    <xsl:sequence select="($words($key || '.' || $category), f:word($key || '.other'))[1]"/>
  </xsl:function>

  <!-- A phrase with a number in it, in the form that goes with it: "3 times". -->
  <xsl:function name="f:counted" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="number" as="xs:integer"/>
    <xsl:sequence select="f:filled(f:form-for($key, string($number)), '{n}', string($number))"/>
  </xsl:function>

  <!-- "A, B and C" -->
  <xsl:function name="f:list" as="xs:string">
    <xsl:param name="items" as="xs:string*"/>
    <xsl:sequence select="string-join((
        string-join($items[position() lt last()], f:word('punctuation.list')),
        $items[last()])[. != ''], f:word('punctuation.list-last'))"/>
  </xsl:function>

  <!-- "label: words" -->
  <xsl:function name="f:labelled" as="xs:string">
    <xsl:param name="label" as="xs:string"/>
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="concat($label, $colon, $words)"/>
  </xsl:function>

  <!-- “words”; quotation marks of the same kind in them are those of a quotation within one. -->
  <xsl:function name="f:quoted" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:variable name="open" as="xs:string" select="f:word('punctuation.quote-open')"/>
    <xsl:variable name="close" as="xs:string" select="f:word('punctuation.quote-close')"/>
    <xsl:sequence select="concat($open,
        if (not(contains($words, $open))) then $words
        else f:filled(f:filled($words, $open, f:word('punctuation.inner-quote-open')), $close, f:word('punctuation.inner-quote-close')),
        $close)"/>
  </xsl:function>
</xsl:stylesheet>
