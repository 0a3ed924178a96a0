<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- Dictionaries that are encoded as data (TEI Guidelines 10.3; TEI Lex-0): what a reader needs besides
       spaces. -->

  <!-- Senses stand one below the other where there are several. -->
  <xsl:function name="f:is-sense-apart" as="xs:boolean">
    <xsl:param name="sense" as="element()"/>
    <xsl:sequence select="exists($sense/(preceding-sibling::sense | following-sibling::sense | parent::entry/parent::*/self::sense))
        and empty($sense/../text()[normalize-space()])"/>
  </xsl:function>

  <!-- A further translation, in a cit of its own or in the same, without a mark of the dictionary's own before it. -->
  <xsl:function name="f:is-listed" as="xs:boolean">
    <xsl:param name="part" as="element()"/>
    <xsl:variable name="before" as="node()?" select="$part/preceding-sibling::node()[not(self::text()[not(normalize-space())])][1]"/>
    <xsl:sequence select="
        (if ($part/self::quote) then exists($part/parent::cit[starts-with(@type, 'trans')]) and exists($before/self::quote)
         else exists($part/self::cit[starts-with(@type, 'trans')]) and exists($before/self::cit[@type = $part/@type]))
        and not(matches($before, '[,;.]\s*$'))"/>
  </xsl:function>

  <xsl:function name="f:is-followed-by-listed" as="xs:boolean">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="exists($part[self::cit or self::quote][following-sibling::*[1][f:is-listed(.)]])"/>
  </xsl:function>

  <!-- Its content, without the white space at the end, which would stand before the comma. -->
  <xsl:function name="f:content-of-listed" as="node()*">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="
        if (f:is-followed-by-listed($part)) then $part/node()[not(self::text()[not(normalize-space())][empty(following-sibling::*)])]
        else $part/node()"/>
  </xsl:function>

  <!-- Translations into several languages, each with its own. -->
  <xsl:function name="f:is-translation-named" as="xs:boolean">
    <xsl:param name="cit" as="element()"/>
    <xsl:sequence select="
        exists($cit[starts-with(@type, 'trans')]/@xml:lang)
        and exists($cit/(preceding-sibling::cit | following-sibling::cit)[@type = $cit/@type][@xml:lang ne $cit/@xml:lang])
        and not($cit/preceding-sibling::cit[1][@type = $cit/@type]/@xml:lang = $cit/@xml:lang)"/>
  </xsl:function>

  <!-- What the value of a feature says in attributes, or by its element: "2 – 4", "default". -->
  <xsl:function name="f:feature-value" as="xs:string">
    <xsl:param name="value" as="element()"/>
    <xsl:sequence select="
        if ($value/self::default) then f:word('mark.default')
        else if ($value/self::vNot) then f:word('mark.vNot') || ' '
        else string-join($value/(@value, @max), $dash)"/>
  </xsl:function>

  <!-- What stands before it: one of several values, or of a collection (TEI Guidelines 19.7, 19.8). -->
  <xsl:function name="f:before-value" as="xs:string">
    <xsl:param name="value" as="element()"/>
    <xsl:sequence select="
        if (empty($value/preceding-sibling::*)) then '' else if ($value/parent::vAlt) then ' | ' else if ($value/parent::vColl) then $list-sign else ''"/>
  </xsl:function>
</xsl:stylesheet>
