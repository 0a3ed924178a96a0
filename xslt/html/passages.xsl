<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:f="urn:tei-edition:functions"
    xmlns:fn="http://www.w3.org/2005/xpath-functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- Passages as the edition's lists lead to them and call them. -->

  <!-- The nearest identifier in the text that the page has as an anchor. -->
  <xsl:function name="f:near-element" as="element()?">
    <xsl:param name="place" as="element()"/>
    <xsl:sequence select="$place/ancestor-or-self::*[@xml:id][not(self::TEI or self::text or self::body or self::teiCorpus)][1]"/>
  </xsl:function>

  <xsl:function name="f:near-anchor" as="xs:string?">
    <xsl:param name="place" as="element()"/>
    <xsl:sequence select="(f:near-element($place)/@xml:id/string(), f:place-anchor($place))[1]"/>
  </xsl:function>

  <!-- The anchor of a gap, a supply … that stands near no identifier: of a reading that of its
       letter, else the how many-eth place it is. -->
  <xsl:function name="f:place-anchor" as="xs:string?">
    <xsl:param name="place" as="element()"/>
    <xsl:sequence select="
        if (f:near-element($place)) then ()
        else if (f:is-intervention($place)) then 'reading:' || f:reading-letter($place) || '.' || f:occurrence($place)
        else $place-numbers(generate-id($place)) ! ('place:' || .)"/>
  </xsl:function>

  <xsl:variable name="place-numbers" as="map(xs:string, xs:integer)" select="
      map:merge((//gap, //unclear, //supplied, //corr, //reg)[not(parent::choice)]/. ! map:entry(generate-id(.), position()))"/>

  <xsl:template name="place-anchor" as="attribute()?">
    <xsl:if test="$for-lists and not(@xml:id)">
      <xsl:for-each select="f:place-anchor(.)[not(starts-with(., 'reading:'))]">
        <xsl:attribute name="id" select="."/>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <xsl:function name="f:near-label" as="xs:string">
    <xsl:param name="place" as="element()"/>
    <xsl:variable name="block" as="element()?" select="
        $place/ancestor-or-self::*[@xml:id][f:known-word('passage.' || local-name())][1]"/>
    <xsl:variable name="division" as="element(div)?" select="$block/self::ab/parent::div[@type and @xml:id]"/>
    <xsl:sequence select="
        if ($block[@type = 'field' and @subtype]) then f:passage-label('field', $block/@subtype, '')
        else if ($division) then f:passage-label('div-' || $division/@type, $division/@xml:id, '')
        else f:passage-label(string($block/local-name()), string($block/@xml:id), '')"/>
  </xsl:function>

  <!-- A passage as a list calls it: "¶ 2", "copy 3", by its element (a division also by its type, a field of a
       form by its subtype) and the end of its identifier; by its words where it has none. -->
  <xsl:function name="f:passage-label" as="xs:string">
    <xsl:param name="element" as="xs:string"/>
    <xsl:param name="identifier" as="xs:string"/>
    <xsl:param name="words" as="xs:string"/>
    <xsl:variable name="end" as="xs:string*" select="
        analyze-string($identifier, '(?:^|[^a-z])([a-z]+)0*([0-9]+)$')/fn:match/fn:group/string()"/>
    <xsl:variable name="name" as="xs:string" select="
        (f:known-word('passage.' || $end[1]), f:known-word('passage.' || $element), f:known-word('part.' || $element),
          f:word(if (starts-with($element, 'div-')) then 'passage.div' else 'passage.seg'))[1]"/>
    <xsl:sequence select="
        if ($element = 'field') then f:phrase('part.field', map {'name': (f:known-word('field.' || $identifier), translate($identifier, '-', ' '))[1]})
        else if ($element = '') then ($words[. != ''], f:word('page.text'))[1]
        else string-join(($name, $end[2]), ' ')"/>
  </xsl:function>

  <xsl:function name="f:page-with-anchor" as="xs:string">
    <xsl:param name="page" as="xs:string"/>
    <xsl:param name="anchor" as="xs:string?"/>
    <xsl:sequence select="$page || ($anchor[. != ''] ! ('#' || encode-for-uri(.)))"/>
  </xsl:function>

  <!-- The anchor of a name that stands near no identifier, so that an index can lead to it: the
       how many-eth name it is. Like every anchor with a colon it may change, and is not for citing. -->
  <xsl:function name="f:name-anchor" as="xs:string?">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="
        if ($name/ancestor-or-self::*[@xml:id][not(self::TEI or self::text or self::body or self::teiCorpus)]
            or $name/ancestor::teiHeader[not(ancestor::text)]) then () else $name-numbers(generate-id($name)) ! ('name:' || .)"/>
  </xsl:function>

  <xsl:variable name="name-numbers" as="map(xs:string, xs:integer)" select="
      map:merge(/*/descendant::text[not(ancestor::text)]/descendant-or-self::*[@ref != '' or @key != '']
        ! map:entry(generate-id(.), position()))"/>
</xsl:stylesheet>
