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
        if ($statement[self::persName or self::placeName or self::orgName or self::ref or self::name]) then ()
        else f:first-href($statement/(@target, @ref)[1])"/>
  </xsl:function>

  <xsl:function name="f:particulars-said" as="xs:string*">
    <xsl:param name="statement" as="element()"/>
    <xsl:sequence select="$statement ! (
        @n[../self::edition] ! f:phrase('statement.version', map {'n': string()}),
        f:range(.),
        f:particular-attributes(.)[f:is-dating(.)][1] ! f:dating(..),
        f:particular-attributes(.)[not(f:is-dating(.))] ! (translate(local-name(), '-', ' ') || f:word('punctuation.colon') || .),
        f:pointers(@who) ! f:phrase('statement.by', map {'name': f:named(., $statement)}),
        f:pointers(@source) ! f:phrase('statement.according', map {'source': f:named(., $statement)}),
        f:pointers(@resp) ! f:agent-word($statement))"/>
  </xsl:function>

  <!-- Attributes that say nothing to a reader, or what the label has said. -->
  <xsl:variable name="quiet-attributes" static="yes" as="map(xs:string, xs:boolean)" select="
      map:merge(tokenize('id base lang type corresp rend level full schemaLocation') ! map:entry(., true()))"/>

  <!-- Attributes that a sentence of their own says. -->
  <xsl:variable name="worded-attributes" static="yes" as="map(xs:string, xs:boolean)" select="
      map:merge(tokenize('target ref resp who from to source') ! map:entry(., true()))"/>

  <!-- What @from and @to say; of a part of a publication its words say it. -->
  <xsl:function name="f:range" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        if ($element/(self::biblScope | self::citedRange)[normalize-space()]) then ()
        else if ($element/@from and $element/@to)
          then f:phrase('statement.range', map {'from': string($element/@from), 'to': string($element/@to)})
        else $element/(@from, @to) ! string()"/>
  </xsl:function>

  <xsl:function name="f:is-dating" as="xs:boolean">
    <xsl:param name="attribute" as="attribute()"/>
    <xsl:sequence select="local-name($attribute) = ('when', 'notBefore', 'notAfter') and f:dating($attribute/..) ne ''"/>
  </xsl:function>

  <!-- The attributes that say something which neither the words nor a link says. -->
  <xsl:function name="f:particular-attributes" as="attribute()*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        $element/@*[namespace-uri() = '']
          [not(map:contains($quiet-attributes, local-name()) or map:contains($worded-attributes, local-name()))]
          [not(self::attribute(unit) and $element/(self::biblScope | self::citedRange))]
          [not(self::attribute(n) and $element/self::edition)]
          [not(self::attribute(when) and $element[self::date or self::birth or self::death or self::origDate][normalize-space()])]"/>
  </xsl:function>

  <!-- The name behind a pointer to a person or a responsibility; else the pointer's own words. -->
  <xsl:function name="f:named" as="xs:string">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="context" as="element()"/>
    <xsl:variable name="target" as="element()?" select="f:target($pointer, $context)"/>
    <xsl:sequence select="(f:plain($target/(persName, name, orgName, title, .)[1], 'reading')[. != ''], replace($pointer, '^#', ''))[1]"/>
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

  <!-- What a statement is called: that of a responsibility is what somebody was responsible for. -->
  <xsl:function name="f:statement-name" as="xs:string">
    <xsl:param name="statement" as="element()"/>
    <xsl:sequence select="if (f:is-responsibility($statement)) then f:plain($statement/resp[1], 'reading') else f:label($statement)"/>
  </xsl:function>

  <xsl:function name="f:is-responsibility" as="xs:boolean">
    <xsl:param name="statement" as="element()"/>
    <xsl:sequence select="exists($statement/self::respStmt/*[1]/self::resp[normalize-space()])"/>
  </xsl:function>
</xsl:stylesheet>
