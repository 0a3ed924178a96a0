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


  <!-- The block whose last line carries the number of a note that stands between blocks. -->
  <xsl:function name="f:note-carrier" as="element()?">
    <xsl:param name="note" as="element(note)"/>
    <xsl:variable name="before" as="node()?" select="
        $note/preceding-sibling::node()[not(self::text()[not(normalize-space())] or self::note or self::comment() or self::certainty)][1]"/>
    <xsl:sequence select="$before[self::*][empty(f:references($note))][f:is-block(.)][f:is-plain-box(.)] ! f:last-block(.)"/>
  </xsl:function>

  <!-- A note may stand in the back, or in a division of notes alone, pointed at from the passage that it is about (TEI Guidelines
       3.9.1): its number then stands there, not at its own place. A ref within a note leads the
       reader from note to note; it is no such place. -->
  <xsl:key name="note-references" match="ptr | ref[not(ancestor::note)]" use="f:pointers(@target)[starts-with(., '#')] ! substring(., 2)"/>

  <xsl:function name="f:references" as="element()*">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="if ($note/@xml:id and f:is-among-notes($note)) then key('note-references', $note/@xml:id, root($note))[not(ancestor::teiHeader)] else ()"/>
  </xsl:function>

  <xsl:function name="f:is-among-notes" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="exists($note/ancestor::back)
        or exists($note/preceding-sibling::*[1]/self::ref[@target = concat('#', $note/@xml:id)][f:is-beside(., $note)])
        or exists($note/parent::*[self::div or self::div1 or self::div2 or self::div3 or self::noteGrp][empty(* except (note, head))])"/>
  </xsl:function>

  <!-- A ref at once before its note is the number that the document has for it. -->
  <xsl:function name="f:is-beside" as="xs:boolean">
    <xsl:param name="reference" as="element(ref)"/>
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="empty($reference/following-sibling::node()[. &lt;&lt; $note][normalize-space()])"/>
  </xsl:function>

  <!-- The numbered note that a ptr or a ref leads to. -->
  <xsl:function name="f:note-referred-to" as="element(note)?">
    <xsl:param name="pointer" as="element()"/>
    <xsl:sequence select="(f:pointers($pointer/@target)[starts-with(., '#')] ! f:target(., $pointer))[self::note][f:is-numbered-note(.)][1]"/>
  </xsl:function>

  <!-- The note in the back whose number goes with the words of a ref: the first place that leads there. -->
  <xsl:function name="f:note-marked-by" as="element(note)?">
    <xsl:param name="reference" as="element(ref)"/>
    <xsl:sequence select="f:note-referred-to($reference)[f:references(.)[1] is $reference]"/>
  </xsl:function>

  <xsl:function name="f:last-block" as="element()">
    <xsl:param name="block" as="element()"/>
    <xsl:variable name="last" as="node()?" select="
        $block/node()[not(self::text()[not(normalize-space())] or self::comment())][last()]"/>
    <xsl:sequence select="if ($last/self::*[f:is-block(.)] and f:is-plain-box($last)) then f:last-block($last) else $block"/>
  </xsl:function>

  <!-- Blocks whose content template ends with the numbers of the notes behind them. -->
  <xsl:function name="f:is-plain-box" as="xs:boolean">
    <xsl:param name="block" as="element()"/>
    <xsl:sequence select="not(map:contains($closed-blocks, local-name($block)) or f:view($block) ne 'both')"/>
  </xsl:function>

  <!-- What is made of parts, of statements, or of no words: a number has no last line to go to. -->
  <xsl:variable name="closed-blocks" static="yes" as="map(xs:string, xs:boolean)" select="map:merge(tokenize('
      list table row castList choice app certainty precision respons graphic media formula gap space ellipsis
      person personGrp place org event nym listRelation biblStruct biblFull listChange locusGrp
      alt altGrp join joinGrp link linkGrp interp interpGrp span spanGrp timeline when
      binary default numeric symbol vAlt vColl vNot egXML') ! map:entry(., true()))"/>

  <!-- The notes that a block carries. The key's values are for this transformation only. -->
  <xsl:key name="carried" match="note[f:is-numbered-note(.)]" use="f:note-carrier(.) ! generate-id(.)"/>

  <xsl:function name="f:trailing-notes" as="element(note)*">
    <xsl:param name="block" as="element()"/>
    <xsl:sequence select="if ($has-carried-notes) then key('carried', generate-id($block), root($block)) else ()"/>
  </xsl:function>

  <xsl:variable name="has-carried-notes" as="xs:boolean" select="some $note in $numbered-notes satisfies exists(f:note-carrier($note))"/>
</xsl:stylesheet>
