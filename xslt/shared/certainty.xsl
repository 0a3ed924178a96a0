<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- Statements of certainty, in words. -->

  <xsl:function name="f:certainty" as="xs:string">
    <xsl:param name="cert" as="attribute()"/>
    <xsl:sequence select="f:phrase('certainty.statement', map {'degree': (f:known-word('certainty.degree.' || $cert), string($cert))[1]})"/>
  </xsl:function>

  <!-- What a certainty element is about: "end of this passage"; of a passage elsewhere, with its words. -->
  <xsl:function name="f:certainty-about" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="target" as="element()?" select="(f:pointers($element/@target) ! f:target(., $element))[1]"/>
    <xsl:variable name="is-at-hand" as="xs:boolean" select="
        $target/.. is $element/.. and $target &lt;&lt; $element or exists($element/ancestor::*[. is $target])"/>
    <xsl:variable name="passage" as="xs:string?" select="
        $target[not($is-at-hand)] ! string-join(tokenize(f:plain(., 'diplomatic'))[position() le 8], ' ')[. ne '']"/>
    <xsl:variable name="matter" as="xs:string" select="(f:known-word('certainty.about.' || $element/@locus), local-name($element))[1]"/>
    <xsl:sequence select="if ($passage) then f:labelled(f:quoted($passage), $matter) else $matter"/>
  </xsl:function>

  <!-- Whether it goes on with the statement before it, of the same thing: another place where the
       passage may end, another value. -->
  <xsl:function name="f:is-another-certainty" as="xs:boolean">
    <xsl:param name="element" as="element(certainty)"/>
    <xsl:variable name="before" as="element(certainty)?" select="
        $element/preceding-sibling::node()[not(self::text()[not(normalize-space())])][not(self::comment())][1]/self::certainty"/>
    <xsl:sequence select="
        exists($before[not(*)]) and f:about($before) eq f:about($element)"/>
  </xsl:function>

  <xsl:function name="f:about" as="xs:string">
    <xsl:param name="element" as="element(certainty)"/>
    <xsl:sequence select="string-join($element/(@target, @match, @locus, @resp) ! (name() || '=' || normalize-space()), ' ')"/>
  </xsl:function>

  <!-- Those that go on with it. -->
  <xsl:function name="f:other-certainties" as="element(certainty)*">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="next" as="element(certainty)?" select="$element/self::certainty/following-sibling::*[1]/self::certainty[f:is-another-certainty(.)]"/>
    <xsl:sequence select="$next, $next ! f:other-certainties(.)"/>
  </xsl:function>

  <!-- What it asserts: the place where it stands, or another, told by the words that it follows or
       begins with, or a value. -->
  <xsl:function name="f:certainty-assertion" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="place" as="element()?" select="f:target(string($element/@assertedValue), $element)"/>
    <xsl:sequence select="
        if ($place) then f:certainty-place($place, $element/@locus = 'start')
        else if ($element/@assertedValue) then f:quoted($element/@assertedValue)
        else if ($element/@locus = ('start', 'end')) then f:word('certainty.here')
        else ''"/>
  </xsl:function>

  <xsl:function name="f:certainty-place" as="xs:string">
    <xsl:param name="place" as="element()"/>
    <xsl:param name="is-start" as="xs:boolean"/>
    <xsl:variable name="beside" as="node()*" select="
        if ($is-start) then $place/following-sibling::node() else $place/preceding-sibling::node()"/>
    <xsl:variable name="words" as="xs:string*" select="tokenize(f:plain($beside, 'diplomatic'))"/>
    <xsl:variable name="few" as="xs:string*" select="
        if ($is-start) then $words[position() le 4] else $words[position() gt count($words) - 4]"/>
    <xsl:sequence select="
        if (empty($words)) then f:word('certainty.there')
        else f:phrase('certainty.' || (if ($is-start) then 'before' else 'after'), map {'words': f:quoted(string-join($few, ' '))})"/>
  </xsl:function>

  <xsl:function name="f:certainty-degree" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="degree" as="xs:string?" select="$element/(@cert, @precision, @degree)[1] ! f:certainty(.)"/>
    <xsl:sequence select="
        if (f:certainty-assertion($element) ne '') then string($degree ! (', ' || .))
        else if ($element/self::respons) then string-join(f:named-agents($element/@resp) ! f:siglum(., $element), f:word('punctuation.list'))
        else ($degree, f:word('certainty.doubtful'))[1]"/>
  </xsl:function>
</xsl:stylesheet>
