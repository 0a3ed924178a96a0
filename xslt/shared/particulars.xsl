<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:f="urn:tei-edition:functions"
    xmlns:e="urn:tei-edition:edition"
    xmlns:c="urn:tei-edition:citation"
    xmlns:t="urn:tei-edition:text"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- What the attributes of a statement say, what it is called, and whether its parts need names. -->

  <xsl:function name="f:particular-link" as="xs:string?">
    <xsl:param name="statement" as="element()"/>
    <xsl:sequence select="
        if (not($statement/(@target or @ref)) or $statement[self::persName or self::placeName or self::orgName or self::ref or self::name]) then ()
        else f:first-href($statement/(@target, @ref)[1])"/>
  </xsl:function>

  <xsl:function name="f:particulars-said" as="xs:string*">
    <xsl:param name="statement" as="element()"/>
    <xsl:variable name="attributes" as="attribute()*" select="f:particular-attributes($statement)"/>
    <xsl:variable name="datings" as="attribute()*" select="
        $attributes[self::attribute(when) or self::attribute(notBefore) or self::attribute(notAfter)]"/>
    <xsl:variable name="dating" as="xs:string?" select="if ($datings) then f:dating($statement)[. ne ''] else ()"/>
    <xsl:sequence select="$statement ! (
        @n[../self::edition] ! f:phrase('statement.version', map {'n': string()}),
        if (@from or @to) then f:range(.) else (),
        $dating,
        (if ($dating) then $attributes except $datings else $attributes)
          ! f:particular(.),
        @who ! f:pointers(.) ! f:phrase('statement.by', map {'name': f:named(., $statement)}),
        @source ! f:pointers(.) ! f:phrase('statement.according', map {'source': f:named(., $statement)}),
        @resp ! f:pointers(.) ! f:agent-word($statement))"/>
  </xsl:function>

  <!-- "columns: 2", "written lines: 40–45", "language: Middle English": the name of an attribute, and
       what it says, in words where there are some. -->
  <xsl:function name="f:particular" as="xs:string">
    <xsl:param name="attribute" as="attribute()"/>
    <xsl:variable name="name" as="xs:string" select="local-name($attribute)"/>
    <xsl:variable name="values" as="xs:string*" select="
        if ($name = ('columns', 'ruledLines', 'writtenLines')) then replace(normalize-space($attribute), '^(\d+) (\d+)$', '$1–$2')
        else if ($name = ('mainLang', 'otherLangs')) then f:list(f:pointers($attribute) ! f:language-name(.))
        else if (starts-with($attribute, '#')) then f:list(f:pointers($attribute) ! f:named(., $attribute/..))
        else (f:known-word('attribute-value.' || $attribute), string($attribute))[1]"/>
    <xsl:sequence select="
        if ($name eq 'cert') then f:certainty($attribute)
        else f:labelled((f:known-word('attribute.' || (if ($attribute/self::attribute(ident)/parent::language) then 'code' else $name)), lower-case(replace(translate($name, '-', ' '), '(\p{Ll})(\p{Lu})', '$1 $2')))[1], string-join($values, ' '))"/>
  </xsl:function>

  <!-- The name that the header has for a language, else its tag. -->
  <xsl:function name="f:language-name" as="xs:string">
    <xsl:param name="tag" as="xs:string"/>
    <xsl:sequence select="($header-languages[@ident eq $tag] ! f:plain(., 'reading')[. ne ''], $tag)[1]"/>
  </xsl:function>

  <xsl:variable name="header-languages" as="element(language)*" select="/*/teiHeader/profileDesc/langUsage/language"/>

  <!-- What @from and @to say; of a part of a publication its words say it. -->
  <xsl:function name="f:range" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        if ($element/(self::biblScope | self::citedRange | self::locus)[normalize-space()]) then ()
        else if ($element/@from and $element/@to)
          then f:phrase('statement.range', map {'from': string($element/@from), 'to': string($element/@to)})
        else $element/(@from, @to) ! string()"/>
  </xsl:function>

  <!-- The attributes that say something to a reader which neither the label, the words nor a link
       says, nor a sentence of its own. -->
  <xsl:function name="f:particular-attributes" as="attribute()*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        $element/@*
          [not(self::attribute(type) or self::attribute(ref) or self::attribute(xml:id) or self::attribute(corresp)
               or self::attribute(rend) or self::attribute(level) or self::attribute(full) or self::attribute(target)
               or self::attribute(who) or self::attribute(source) or self::attribute(resp) or self::attribute(from)
               or self::attribute(to) or self::attribute(id) or self::attribute(base) or self::attribute(lang)
               or self::attribute(schemaLocation))]
          [namespace-uri() eq '']
          [not(ends-with(local-name(), '-custom') and normalize-space($element))]
          [not(self::attribute(unit) and $element/(self::biblScope | self::citedRange))]
          [not(self::attribute(n) and ($element/self::edition or f:is-counted($element)))]
          [not((self::attribute(key) or self::attribute(facs) or self::attribute(mainLang) or self::attribute(otherLangs)) and normalize-space($element))]
          [not(self::attribute(subtype) and $element[self::correspAction or self::ref[parent::correspContext]])]
          [not(self::attribute(when) and $element[self::date or self::birth or self::death or self::origDate][normalize-space()][not(@calendar or @when-custom)])]"/>
  </xsl:function>

  <!-- Statements that their number counts: "Item 2". -->
  <xsl:function name="f:is-counted" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/(self::msItem | self::msItemStruct | self::msPart | self::msFrag | self::seal | self::handNote | self::scriptNote | self::decoNote))"/>
  </xsl:function>

  <!-- The name behind a pointer to a person or a responsibility, or of the document that it leads to;
       else the pointer's own words. -->
  <xsl:function name="f:named" as="xs:string">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="context" as="element()"/>
    <xsl:variable name="target" as="element()?" select="f:target($pointer, $context)"/>
    <xsl:sequence select="(f:plain($target/(persName, name, orgName, title, .)[1], 'reading')[. != ''],
        f:document-of-file(replace($pointer, '#.*$', '')) ! (@short[. ne ''], @title)[1] ! string(), replace($pointer, '^#', ''))[1]"/>
  </xsl:function>

  <!-- Elements that need no name beside each other: "15 May 1862, Vienna". -->
  <xsl:variable name="self-evident" static="yes" as="map(xs:string, xs:boolean)" select="map:merge(tokenize('
      name persName forename surname genName roleName nameLink addName orgName
      date placeName settlement district country region bloc geogName geo location address addrLine
      street postCode postBox repository collection institution') ! map:entry(., true()))"/>

  <xsl:function name="f:is-series" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/*) and empty($element/*[not(map:contains($self-evident, local-name()))])
        and empty($element/text()[normalize-space()])"/>
  </xsl:function>

  <!-- What stands between it and the one before: parts of a name that is not turned round run on. -->
  <xsl:function name="f:series-gap" as="xs:string">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="
        if ($part[self::forename or self::surname or self::nameLink or self::genName or self::addName or self::roleName]
              /preceding-sibling::*[1][self::forename or self::nameLink or self::addName or self::roleName
                or self::genName or self::surname[not($part/self::forename)]]) then ' '
        else f:word('punctuation.list')"/>
  </xsl:function>

  <!-- What a date in such a row says in attributes only. -->
  <xsl:function name="f:date-unsaid" as="xs:string">
    <xsl:param name="date" as="element()"/>
    <xsl:sequence select="string(f:dating($date)[not(normalize-space($date))]) || f:date-besides($date)"/>
  </xsl:function>

  <!-- What a statement is called: that of a responsibility is what somebody was responsible for. -->
  <xsl:function name="f:statement-name" as="xs:string">
    <xsl:param name="statement" as="element()"/>
    <xsl:sequence select="
        if ($statement/self::respStmt and f:is-responsibility($statement)) then f:plain($statement/resp[1], 'reading')
        else if ($statement/self::witness) then ($statement ! f:siglum-of-witness(.), f:label($statement))[1]
        else if ($statement/@n and f:is-counted($statement)) then f:label($statement) || ' ' || normalize-space($statement/@n)
        else f:label($statement)"/>
  </xsl:function>

  <xsl:function name="f:is-responsibility" as="xs:boolean">
    <xsl:param name="statement" as="element()"/>
    <xsl:sequence select="exists($statement/self::respStmt/*[1]/self::resp[normalize-space()])"/>
  </xsl:function>
</xsl:stylesheet>
