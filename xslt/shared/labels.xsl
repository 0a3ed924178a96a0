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

  <!-- What the statements of a header are called. An element that has no name here is called by
       its own, taken apart at its capitals. -->

  <xsl:function name="f:label" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        if ($element/@source and f:is-in-document($element)) then f:word('label.name-in-documents')
        else if (not($element/@type)) then ($labels-by-name(node-name($element)), f:label-by-place($element))[1]
        else if ($element/(self::title | self::change | self::biblScope | self::citedRange | self::bibl | self::listBibl | self::correspAction
          | self::idno[@type eq 'URI'] | parent::correspContext)) then f:label-by-place($element)
        else (f:label-of-typed(local-name($element), $element/@type), '')[1]"/>
  </xsl:function>

  <!-- The label of an element whose type says all that it depends on. A document has few types, each of
       many elements: what is kept costs a third of what is put together. (Saxon keeps nothing where the
       call is the last thing that another function does.) -->
  <xsl:function name="f:label-of-typed" as="xs:string" cache="yes">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="type" as="xs:string"/>
    <xsl:sequence select="
        if ($name eq 'idno')
        then (f:known-word(concat('label.idno-', $type)), $identifier-systems(lower-case($type)), $type)[1]
        else f:label-of-kind($name, $type)"/>
  </xsl:function>

  <!-- Systems of identifiers, called alike in all languages. -->
  <xsl:variable name="identifier-systems" static="yes" as="map(xs:string, xs:string)" select="map:merge(
      tokenize('GND PND GKD VIAF ISNI ORCID LCCN BnF OCLC Wikidata GeoNames Pleiades Trismegistos TM ULAN TGN AAT
        DOI Handle URN ARK ISBN ISSN VD16 VD17 VD18 ESTC ISTC USTC') ! map:entry(lower-case(.), .))"/>

  <!-- What depends on more than the element's name and type. -->
  <xsl:function name="f:label-by-place" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:choose>
      <!-- An address of what is published here stays; that of anything else is where it is found. -->
      <xsl:when test="$element/self::idno and $element/@type and empty($element/ancestor::publicationStmt) and not($element/parent::correspContext)">
        <xsl:sequence select="f:word('label.idno-web')"/>
      </xsl:when>
      <!-- The main title of a source is its own, no heading of this edition. -->
      <xsl:when test="$element/self::title[@type = 'main'][not(parent::titleStmt)]">
        <xsl:sequence select="f:label-of-name('title')"/>
      </xsl:when>
      <xsl:when test="$element/self::change[@n][parent::listChange[@type = 'proofreading']]">
        <xsl:sequence select="(f:known-word('label.reader-' || $element/@n), f:phrase('label.reader', map {'n': string($element/@n)}))[1]"/>
      </xsl:when>
      <xsl:when test="$element/(self::biblScope | self::citedRange)">
        <xsl:variable name="unit" as="xs:string" select="string(($element/@unit, $element/@type)[1])"/>
        <xsl:sequence select="
            (f:known-word('label.biblScope-' || ($parts-abbreviated(replace(lower-case($unit), '\.$', '')), $unit)[1]), f:label-of-kind('biblScope', $unit))[1]"/>
      </xsl:when>
      <xsl:when test="$element[self::bibl or self::listBibl][ancestor::msDesc][not(ancestor::surrogates or ancestor::source)]">
        <xsl:sequence select="f:label-of-kind('literature', string($element/@type))"/>
      </xsl:when>
      <!-- A further name of a person, a place, a body. -->
      <xsl:when test="empty($element/@type) and $element[self::persName or self::placeName or self::orgName]
          [parent::person or parent::personGrp or parent::place or parent::org][preceding-sibling::*[node-name() eq node-name($element)]]">
        <xsl:sequence select="f:label-of-kind(local-name($element), 'variant')"/>
      </xsl:when>
      <xsl:when test="empty($element/@type)">
        <xsl:sequence select="f:label-of-name(local-name($element))"/>
      </xsl:when>
      <xsl:when test="$element/self::correspAction">
        <xsl:sequence select="f:action($element)"/>
      </xsl:when>
      <xsl:when test="$element[parent::correspContext]">
        <xsl:sequence select="f:context-label($element)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="f:label-of-kind(local-name($element), string($element/@type))"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Parts of a publication as bibliographies abbreviate them, and in the plural. -->
  <xsl:variable name="parts-abbreviated" static="yes" as="map(xs:string, xs:string)" select="map {
      'p': 'page', 'pp': 'page', 'pg': 'page', 'pages': 'page', 'vol': 'volume', 'vols': 'volume', 'volumes': 'volume', 'bd': 'volume',
      'no': 'issue', 'nr': 'issue', 'issues': 'issue', 'chap': 'chapter', 'ch': 'chapter', 'chapters': 'chapter', 'sect': 'section',
      'sections': 'section', 'col': 'column', 'cols': 'column', 'columns': 'column', 'l': 'line', 'll': 'line', 'lines': 'line',
      'fol': 'folio', 'fols': 'folio', 'folios': 'folio', 'items': 'item', 'entries': 'entry'}"/>

  <!-- What a document is to another of its correspondence: the letter before it, the one it answers.
       Projects say so in @type or @subtype, in words of their own. -->
  <xsl:function name="f:context-label" as="xs:string">
    <xsl:param name="ref" as="element()"/>
    <xsl:variable name="kind" as="xs:string" select="lower-case(string-join($ref/(@type, @subtype), ' '))"/>
    <xsl:sequence select="
        if (contains($kind, 'prev')) then f:word('context.previous') || f:context-within($ref)
        else if (contains($kind, 'next')) then f:word('context.next') || f:context-within($ref)
        else if (contains($kind, 'reply') or contains($kind, 'answers')) then f:word('context.reply')
        else f:label-of-kind(local-name($ref), string($ref/@type))
          || string-join($ref/@subtype ! (' (' || f:kind-in-words(.) || ')'))"/>
  </xsl:function>

  <!-- What it comes before or after in, where one attribute says that and the other the order:
       " (within correspondence)". -->
  <xsl:function name="f:context-within" as="xs:string?">
    <xsl:param name="ref" as="element()"/>
    <xsl:sequence select="
        ($ref/(@type, @subtype)[not(contains(lower-case(.), 'prev') or contains(lower-case(.), 'next'))][1] ! f:kind-in-words(.),
         $ref/(@type, @subtype)[matches(., '^(prev|next)[a-z]*-in-', 'i')] ! f:kind-in-words(substring-after(., '-')))[1] ! (' (' || . || ')')"/>
  </xsl:function>

  <xsl:function name="f:capitalised" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="upper-case(substring($words, 1, 1)) || substring($words, 2)"/>
  </xsl:function>

  <!-- What an element of a type is called: as the catalogue says, else as elements of its name are,
       with the type. -->
  <xsl:function name="f:label-of-kind" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="type" as="xs:string"/>
    <xsl:sequence select="f:label-of-kind($name, f:label-of-name($name), $type)"/>
  </xsl:function>

  <xsl:function name="f:label-of-kind" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="label" as="xs:string"/>
    <xsl:param name="type" as="xs:string"/>
    <xsl:sequence select="
        if ($type eq '') then $label
        else ($labels(concat($name, '-', $type)), concat($label, ' (', f:kind-in-words($type), ')'))[1]"/>
  </xsl:function>

  <!-- A kind, an identifier of the project's, as words: "letter-card", "letterCard" → "letter card". Kept:
       capitals within take regular expressions, and a document has few kinds, often. -->
  <xsl:function name="f:kind-in-words" as="xs:string" cache="yes">
    <xsl:param name="kind" as="xs:string"/>
    <xsl:sequence select="
        if (lower-case($kind) eq $kind) then translate($kind, '-_', '  ')
        else string-join(tokenize(replace(translate($kind, '-_', '  '), '(\p{Ll})(\p{Lu})', '$1 $2'))
          ! (if (matches(., '^\p{Lu}\p{Ll}+$')) then lower-case(.) else .), ' ')"/>
  </xsl:function>

  <!-- "monogr" → "Monogr", "listRelation" → "List relation" -->
  <xsl:function name="f:label-of-name" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="
        ($labels($name), upper-case(substring($name, 1, 1)) || lower-case(replace(substring($name, 2), '(\p{Lu})', ' $1')))[1]"/>
  </xsl:function>

  <!-- The labels of the elements that the stylesheets or the catalogue know, made when the
       stylesheet is compiled. -->
  <xsl:variable name="labels" static="yes" as="map(xs:string, xs:string)" select="
      let $names := (tokenize($considered-names), tokenize($statement-names))
      return map:merge((
        map:keys($words)[starts-with(., 'label.')] ! map:entry(substring(., 7), $word(.)),
        $names ! map:entry(., upper-case(substring(., 1, 1)) || lower-case(replace(substring(., 2), '(\p{Lu})', ' $1')))))"/>

  <!-- The labels of elements without a type, but for those whose label depends on more than their name.
       By node names, which Saxon finds in a map in two thirds of the time of strings. -->
  <xsl:variable name="labels-by-name" static="yes" as="map(xs:QName, xs:string)" select="
      map:merge(map:keys($labels)[not(contains(., '-') or . = ('change', 'biblScope', 'citedRange', 'bibl', 'listBibl', 'correspAction',
        'idno', 'persName', 'placeName', 'orgName'))] ! map:entry(QName('http://www.tei-c.org/ns/1.0', .), $labels(.)))"/>

  <!-- What a statement is called: that of a responsibility is what somebody was responsible for. -->
  <xsl:function name="f:statement-name" as="xs:string">
    <xsl:param name="statement" as="element()"/>
    <xsl:sequence select="
        if ($statement/@n or $statement/self::respStmt or $statement/self::witness or $statement/self::relation) then f:name-of-its-own($statement)
        else f:label($statement)"/>
  </xsl:function>

  <xsl:function name="f:name-of-its-own" as="xs:string">
    <xsl:param name="statement" as="element()"/>
    <xsl:sequence select="
        if (f:is-responsibility($statement)) then string-join($statement/resp ! f:plain(., 'reading')[. ne ''], $semicolon)
        else if ($statement/self::relation) then f:relation-name($statement)
        else if ($statement/self::witness) then (f:siglum-of-witness($statement), f:label($statement))[1]
        else if ($statement/@n and f:is-counted($statement)) then f:label($statement) || ' ' || normalize-space($statement/@n)
        else f:label($statement)"/>
  </xsl:function>

  <xsl:function name="f:is-responsibility" as="xs:boolean">
    <xsl:param name="statement" as="element()"/>
    <xsl:sequence select="exists($statement/self::respStmt/*[1]/self::resp[normalize-space()])"/>
  </xsl:function>
</xsl:stylesheet>
