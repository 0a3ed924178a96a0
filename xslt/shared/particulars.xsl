<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- What the attributes of a statement say. -->

  <xsl:function name="f:particular-link" as="xs:string?">
    <xsl:param name="statement" as="element()"/>
    <xsl:variable name="href" as="xs:string?" select="
        if (not($statement/(@target or @ref)) or $statement/(self::catRef | self::persName | self::placeName | self::orgName | self::ref | self::name) or empty($statement/node()) and f:in-place-of-words($statement)/self::attribute(ref)) then ()
        else f:first-href($statement/(@target, @ref)[1])"/>
    <xsl:sequence select="if ($href and f:names-itself($statement)) then () else $href"/>
  </xsl:function>

  <!-- A pointer to who or what has the same name already. -->
  <xsl:function name="f:names-itself" as="xs:boolean">
    <xsl:param name="statement" as="element()"/>
    <xsl:sequence select="
        starts-with($statement/@ref, '#') and f:named(f:pointers($statement/@ref)[1], $statement) eq f:plain($statement, 'reading')"/>
  </xsl:function>

  <!-- An address, or what it leads to in the document or the edition. -->
  <xsl:function name="f:link-words" as="xs:string">
    <xsl:param name="statement" as="element()"/>
    <xsl:variable name="pointer" as="xs:string" select="string($statement/(@target, @ref)[1])"/>
    <xsl:sequence select="
        if (matches($pointer, '^#\S+$') and exists(f:target($pointer, $statement))) then f:named($pointer, $statement)
        else (f:title-pointed-at($pointer), $pointer)[1]"/>
  </xsl:function>

  <!-- When a name was in use, and who says that it was; what the label says not again. -->
  <xsl:function name="f:beside-name" as="xs:string?">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="
        if ($name/(@from or @to or @source))
        then string-join((if ($name/(@from or @to)) then f:range($name)[. ne ''] else (),
          $name/@source[not(f:is-in-document(..))] ! f:according-to(.)), $semicolon)[. ne '']
        else ()"/>
  </xsl:function>

  <!-- Whether it is a name that a document of the edition has. -->
  <xsl:function name="f:is-in-document" as="xs:boolean">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="
        exists($name[self::persName or self::placeName or self::orgName]/@source[not(contains(., '#'))])
        and exists(f:pointers($name/@source)) and (every $pointer in f:pointers($name/@source) satisfies exists(f:name-of-document($pointer)))"/>
  </xsl:function>

  <!-- Whose word it is, in one phrase. -->
  <xsl:function name="f:according-to" as="xs:string?">
    <xsl:param name="source" as="attribute()"/>
    <xsl:variable name="names" as="xs:string*" select="f:pointers($source) ! f:named(., $source/..)"/>
    <xsl:sequence select="if (exists($names)) then f:phrase('statement.according', map {'source': f:list($names)}) else ()"/>
  </xsl:function>

  <!-- What they say, each in words of its own, for those that say something to a reader which neither
       the label, the words nor a link says. -->
  <xsl:function name="f:particulars-said" as="xs:string*">
    <xsl:param name="statement" as="element()"/>
    <xsl:choose>
      <xsl:when test="$statement/(@when or @notBefore or @notAfter or @from or @to or @who or @source or @resp or self::edition or self::catRef)">
        <xsl:sequence select="f:phrases-said($statement)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="$statement/@*" mode="particular"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- The same of a statement with attributes that are said in a phrase. -->
  <xsl:function name="f:phrases-said" as="xs:string*">
    <xsl:param name="statement" as="element()"/>
    <xsl:variable name="dating" as="xs:string?" select="
        if ($statement/(@notBefore or @notAfter or @when ! f:particular(.))) then f:dating($statement)[. ne ''] else ()"/>
    <xsl:sequence select="$statement ! (
        if (self::catRef) then f:pointers(@target) ! f:category-words(., $statement) else (),
        if (self::edition) then @n ! f:phrase('statement.version', map {'n': string()}) else (),
        if (@from or @to) then f:range(.) else (),
        $dating,
        if (self::catRef) then ()
        else @*[not($dating and (self::attribute(when) or self::attribute(notBefore) or self::attribute(notAfter)))] ! f:particular(.),
        if (self::setting) then @who ! f:phrase('statement.with', map {'name': f:list(f:pointers(.) ! f:named(., $statement))})
        else @who ! f:actors(.) ! f:phrase('statement.by', map {'name': .}),
        @source[not(f:is-in-document($statement))] ! f:according-to(.),
        distinct-values(@resp ! f:pointers(.) ! (f:person-behind(., $statement) ! f:phrase('statement.by', map {'name': .}), f:agent-word($statement))[1]))"/>
  </xsl:function>

  <!-- Those that @who points at, by name; one that is no pointer is a name itself: "Ada B. Lovelace". -->
  <xsl:function name="f:actors" as="xs:string*">
    <xsl:param name="who" as="attribute()"/>
    <xsl:sequence select="
        if (contains($who, ' ') and matches($who, '^\s*\p{Lu}[^#:/]*\s') and (every $word in tokenize($who) satisfies matches($word, '^[\p{L}.,’''-]+$')))
        then normalize-space($who)
        else f:pointers($who) ! (f:bearer(., $who/..) ! f:plain(., 'reading'), f:named(., $who/..))[. ne ''][1]"/>
  </xsl:function>

  <!-- What @from and @to say, dates in words; of a part of a publication its words say it. -->
  <xsl:function name="f:range" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        if ($element/(self::biblScope | self::citedRange | self::locus)[normalize-space()]) then ()
        else if ($element/self::date and (every $end in $element/(@from, @to) satisfies contains($element, substring($end, 1, 4)))) then ()
        else if ($element/(self::biblScope | self::citedRange)) then string-join(distinct-values($element/(@from, @to) ! normalize-space()), '–')
        else if (not($element/self::locus)
          and (every $end in $element/(@from, @to) satisfies matches($end, $date-form))) then f:dating($element)
        else if ($element/@from and $element/@to)
          then f:phrase('statement.range', map {'from': string($element/@from), 'to': string($element/@to)})
        else $element/(@from, @to) ! string()"/>
  </xsl:function>

  <!-- A statement of an entry, or a part of a publication, that has no words: what its attributes say is all it says, without brackets. -->
  <xsl:function name="f:says-no-more" as="xs:boolean">
    <xsl:param name="statement" as="element()"/>
    <xsl:sequence select="empty($statement/node()) and empty(f:in-place-of-words($statement)) and exists($statement/(self::biblScope | self::citedRange | parent::person | parent::personGrp | parent::place | parent::org))"/>
  </xsl:function>

  <!-- The attribute that says what the words of a statement would, where it has none: the key of a title in
       an authority file, the language of a text. -->
  <xsl:function name="f:in-place-of-words" as="attribute()?">
    <xsl:param name="statement" as="element()"/>
    <xsl:sequence select="
        if ($statement/node()) then ()
        else ($statement/self::textLang/@mainLang, $statement/(@key, @ref, self::ref/@corresp, self::sex/@content)[normalize-space()][1],
          $statement/self::ptr/@target[empty(f:first-href(.))])[1]"/>
  </xsl:function>

  <!-- What a schema has to say of elsewhere, and which attributes of it. -->
  <xsl:function name="f:specified" as="xs:string">
    <xsl:param name="description" as="element(specDesc)"/>
    <xsl:sequence select="
        string-join((string($description/@key)[. ne ''], $description/@atts[normalize-space()] ! ('(' || string-join(tokenize(.) ! ('@' || .), $list-sign) || ')')), ' ')"/>
  </xsl:function>

  <!-- What it says, in words: of a pointer what it leads to. -->
  <xsl:function name="f:words-in-place" as="xs:string?">
    <xsl:param name="statement" as="element()"/>
    <xsl:variable name="attribute" as="attribute()?" select="f:in-place-of-words($statement)"/>
    <xsl:sequence select="
        if (empty($attribute)) then ()
        else if ($attribute/self::attribute(mainLang)) then f:list(f:pointers($attribute) ! f:language-name(.))
        else if (contains($attribute, '#') or $has-documents) then f:list(f:pointers($attribute) ! f:named(., $statement))
        else ($attribute-values($attribute), string($attribute))[1]"/>
  </xsl:function>

  <!-- A statement that has only a kind, and says all that it says by it: "State (married)". What has words
       or an identifier as a rule says nothing without: a title, a note, an identifier. -->
  <xsl:function name="f:says-kind" as="xs:boolean">
    <xsl:param name="statement" as="element()"/>
    <xsl:sequence select="
        exists($statement/@type) and empty($statement/node()) and empty($statement/(self::title | self::idno | self::note | self::bibl
          | self::biblScope | self::ref | self::ptr | self::persName | self::orgName | self::placeName | self::name | self::rs | self::term
          | self::date | self::author | self::editor | self::measure | self::dimensions | self::height | self::width | self::depth | self::dim | self::desc | self::p | self::ab | self::list | self::keywords))"/>
  </xsl:function>

  <!-- Statements that their number counts: "Item 2". -->
  <xsl:function name="f:is-counted" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element[self::msItem or self::msItemStruct or self::msPart or self::msFrag or self::seal or self::handNote or self::scriptNote or self::decoNote])"/>
  </xsl:function>
</xsl:stylesheet>
