<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- Numbers and labels that an encoder gives in @n (TEI Guidelines 3.11.2, att.global): those of
       items, verses, stanzas, paragraphs, divisions. -->

  <!-- The number of an element as given; nothing where its first words say it. -->
  <xsl:function name="f:number-given" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="number" as="xs:string" select="normalize-space($element/@n)"/>
    <xsl:variable name="words" as="xs:string" select="substring(normalize-space($element), 1, 40)"/>
    <xsl:sequence select="$number[. ne ''][not(
        starts-with($words, .) and not(matches(substring-after($words, .), '^[\p{L}\p{N}]'))
        or replace(., '\D', '') = tokenize($words, '[^\p{L}\p{N}]+')[. ne ''][position() le 4])]"/>
  </xsl:function>

  <!-- The number of a line of verse, or of a sheet. Where each has one, every fifth is shown; where
       the encoder has chosen, those that are chosen; labels with letters always. A verse that is
       shared has it where it begins. -->
  <xsl:function name="f:line-number" as="xs:string?">
    <xsl:param name="line" as="element()"/>
    <xsl:variable name="count" as="xs:string" select="tokenize(normalize-space($line/@n), '\D+')[last()]"/>
    <xsl:variable name="beside" as="element()*" select="
        $line/(preceding-sibling::*[local-name() eq local-name($line)][1] | following-sibling::*[local-name() eq local-name($line)][1])"/>
    <xsl:if test="not($line/@part = ('M', 'F')) and (
        $count eq '' or matches($count, '[05]$') or $count eq '1' and matches($line/@n, '\d\D+\d') or (exists($beside) and empty($beside/@n)))">
      <xsl:sequence select="f:number-given($line)"/>
    </xsl:if>
  </xsl:function>

  <!-- What an edition has beside its text (EpiDoc), which goes by its kind, with a number or without. -->
  <xsl:variable name="parts-of-edition" static="yes" as="xs:string+" select="'apparatus', 'commentary', 'bibliography'"/>

  <!-- "Chapter 3": a division with a number, of a kind that has a name, and without a heading. The part
       of an inscription or a papyrus, or of a text that is cited by its numbers, has its kind in
       @subtype (EpiDoc), and a number that is all that a reader goes by. An enclosure without a heading is
       called one, also as a text of a group. -->
  <xsl:function name="f:division-number" as="xs:string?">
    <xsl:param name="division" as="element()"/>
    <xsl:variable name="is-part" as="xs:boolean" select="$division/@type = 'textpart'"/>
    <xsl:variable name="kind" as="xs:string" select="lower-case(if ($is-part) then $division/@subtype else $division/@type)"/>
    <xsl:variable name="known" as="xs:boolean" select="exists(f:known-word('division.' || $kind))"/>
    <xsl:if test="$kind = ('enclosure', 'attachment', 'annex') and empty($division/(head, floatingText, front/head, front/div/head, body/head, body/floatingText))">
      <xsl:sequence select="string-join((f:word('enclosure.label'), f:number-given($division)), ' ')"/>
    </xsl:if>
    <xsl:if test="$kind = $parts-of-edition and $known and empty($division/(head, */head))">
      <xsl:sequence select="string-join((f:word('division.' || $kind), f:number-given($division)), ' ')"/>
    </xsl:if>
    <xsl:if test="empty($division/head) and ($known and not($kind = $parts-of-edition) or $is-part)">
      <xsl:variable name="number" as="xs:string?" select="f:number-given($division)"/>
      <xsl:variable name="leaf-side" as="xs:string?" select="$number[$is-part] ! map {'r': 'recto', 'v': 'verso'}(.)"/>
      <xsl:sequence select="
          if ($leaf-side) then f:word('division.' || $leaf-side)
          else if ($known) then $number ! f:phrase('division.' || $kind, map {'n': .})
          else $number ! string-join(($kind[. ne ''], .), ' ')"/>
    </xsl:if>
  </xsl:function>

  <!-- An item of a numbered list whose number counts; any other number of an item is a label. -->
  <xsl:function name="f:counts" as="xs:boolean">
    <xsl:param name="item" as="element()"/>
    <xsl:sequence select="f:is-numbered-list($item/..) and matches($item/@n, '^\s*[0-9]{1,9}\s*$')"/>
  </xsl:function>

  <!-- Whether the words of an item begin with its number: "1) ", "2. ". -->
  <xsl:function name="f:says-number" as="xs:boolean">
    <xsl:param name="item" as="element()"/>
    <xsl:sequence select="
        $item/@n and empty(f:number-given($item))
        or matches(substring(normalize-space($item), 1, 8), '^[(§]?\s?([0-9]{1,3}|[ivxlcIVXLC]{1,6}|[a-z])\s?[.)](\s|$)')"/>
  </xsl:function>

  <xsl:function name="f:is-numbered-list" as="xs:boolean">
    <xsl:param name="list" as="element()"/>
    <xsl:sequence select="exists($list[@type = ('ordered', 'numbered') or contains-token(@rend, 'numbered')])"/>
  </xsl:function>

  <!-- The columns or rows that a cell takes. -->
  <xsl:function name="f:span" as="xs:integer">
    <xsl:param name="attribute" as="attribute()?"/>
    <xsl:sequence select="($attribute[matches(., '^[1-9][0-9]{0,2}$')] ! xs:integer(.), 1)[1]"/>
  </xsl:function>
</xsl:stylesheet>
