<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- What is said of the page and of the text, in brackets. The transcript has one kind of
       bracket, doubled where a report stands within a report, and leaves out the editors. -->

  <!-- A remark in the brackets of the voice that answers for it. -->
  <xsl:function name="f:report" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="f:open($element) || f:inside($element, $words) || f:close($element)"/>
  </xsl:function>

  <!-- Whether the transcript leaves the element's words out: they are the editors' by name. That
       words are missing is a fact of the document, whoever reports it. -->
  <xsl:function name="f:is-editors-own" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="$is-transcript and not($element/(self::gap or self::space or self::del or self::surplus)) and (f:voice($element) = 'machine' or (exists($element/@resp) and f:voice($element) = 'editor')
        or exists($element[self::certainty or self::precision or self::respons or self::pb or self::cb or self::gb or self::milestone or self::graphic or self::media or self::ptr or self::ref]))"/>
  </xsl:function>

  <xsl:function name="f:inside" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="if (f:is-editors-own($element)) then '' else $words"/>
  </xsl:function>

  <xsl:function name="f:bracket-depth" as="xs:integer">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="1 + count($element/ancestor::*[f:is-bracketed(.)])"/>
  </xsl:function>

  <!-- Elements whose words stand between brackets in the transcript. -->
  <xsl:function name="f:is-bracketed" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element[self::stamp or self::seal or self::supplied or self::ex or self::del[not(parent::restore)][not($has-undone and f:is-undone(.))] or self::surplus
        or self::corr[not(parent::choice)] or self::reg[not(parent::choice)] or self::expan[not(parent::choice)][not(descendant::ex or abbr)]]) or f:is-handwritten($element) or f:is-transcribed-note($element)"/>
  </xsl:function>

  <!-- A note of the document's own: the transcript has it where it stands. -->
  <xsl:function name="f:is-transcribed-note" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="$is-transcript and exists($element/self::note[f:is-numbered-note(.) or f:is-inline-note(.)]) and f:voice($element) = 'document'"/>
  </xsl:function>

  <xsl:function name="f:open" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        if (f:is-editors-own($element)) then ''
        else if ($is-transcript) then string-join((1 to f:bracket-depth($element)) ! '[')
        else $brackets(f:voice($element))[1]"/>
  </xsl:function>

  <xsl:function name="f:close" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        if (f:is-editors-own($element) or ($is-transcript and contains-token($element/@rend, 'bracket-unclosed'))) then ''
        else if ($is-transcript) then string-join((1 to f:bracket-depth($element)) ! ']')
        else $brackets(f:voice($element))[2]"/>
  </xsl:function>

  <xsl:template match="stamp | seal[not(parent::sealDesc)]" mode="text" as="item()*">
    <xsl:sequence select="f:open(.) || f:stamp(.) || (if (normalize-space() or *) then f:word('punctuation.colon') else '')"/>
    <xsl:apply-templates select="f:shown-nodes(.)" mode="text"/>
    <xsl:sequence select="f:close(.)"/>
  </xsl:template>

  <!-- The transcript has the words of a header as it has all others, unless a hand wrote them. -->
  <xsl:template match="fw" mode="text" as="item()*">
    <xsl:variable name="is-marked" as="xs:boolean" select="not($is-transcript) or f:is-handwritten(.)"/>
    <xsl:sequence select="' '[not($is-marked)], (f:open(.) || f:furniture(.) || (if (normalize-space() or *) then f:word('punctuation.colon') else ''))[$is-marked]"/>
    <xsl:apply-templates select="f:shown-nodes(.)" mode="text"/>
    <xsl:sequence select="f:close(.)[$is-marked], ' '[not($is-marked) or f:is-block(current())]"/>
  </xsl:template>

  <xsl:template match="gap | ellipsis" mode="text" as="item()*">
    <xsl:choose>
      <xsl:when test="f:descriptions(.) and not($is-transcript)">
        <xsl:sequence select="f:open(.) || f:gap-words(.) || f:before-description(.)"/>
        <xsl:apply-templates select="f:shown-nodes(.)[self::* or normalize-space()]" mode="text"/>
        <xsl:sequence select="f:close(.)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="f:report(., if ($is-transcript) then f:gap-in-transcript(.) else f:gap-words(.)), ' '[current()/(f:descriptions(.) | * except desc)]"/>
        <xsl:apply-templates select="f:shown-nodes(.)" mode="text"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What is described of a gap stands in one bracket with what is worded of it. -->
  <xsl:template match="gap/desc[normalize-space()][not($is-transcript)]" mode="text" as="item()*" priority="3">
    <xsl:sequence select="$or-described[current()/preceding-sibling::desc]"/>
    <xsl:apply-templates select="f:shown-nodes(.)" mode="text"/>
  </xsl:template>

  <xsl:template match="gap/desc[not(matches(., '[\p{L}\p{N}]'))]" mode="text" as="item()*" priority="4"/>

  <xsl:template match="incident/desc[preceding-sibling::desc] | kinesic/desc[preceding-sibling::desc] | vocal/desc[preceding-sibling::desc]" mode="text" as="item()*">
    <xsl:sequence select="if ($is-transcript) then ' ' else $or-described"/>
    <xsl:apply-templates select="f:shown-nodes(.)" mode="text"/>
  </xsl:template>

  <!-- What is described of a gap, whoever reports the gap describes. -->
  <xsl:template match="gap/desc | space/desc | join/desc | alt/desc | link/desc | certainty/desc | precision/desc | respons/desc | graphic/desc | media/desc" mode="text" as="item()*">
    <xsl:sequence select="' '[not(current()/(parent::gap | parent::space))], f:open(..)"/>
    <xsl:apply-templates select="f:shown-nodes(.)" mode="text"/>
    <xsl:sequence select="f:close(..)"/>
  </xsl:template>

  <xsl:template match="space" mode="text" as="item()*">
    <xsl:variable name="is-word-space" as="xs:boolean" select="
        @unit = ('chars', 'char', 'character') and @quantity = '1' and not(@dim = 'vertical')"/>
    <xsl:sequence select="' ', if ($is-word-space) then () else f:report(., string-join((f:word('report.space'), f:extent(.)), $colon)), ' '"/>
    <xsl:apply-templates select="f:shown-nodes(.)" mode="text"/>
  </xsl:template>

  <xsl:template match="supplied | ex | corr[not(parent::choice)] | reg[not(parent::choice)] | expan[not(parent::choice)][not(descendant::ex or abbr)]"
      mode="text" as="item()*">
    <xsl:if test="not(f:is-editors-own(.))">
      <xsl:sequence select="f:open(.), f:supply(.)[not($is-transcript) and f:view-around(current()) eq 'diplomatic'] ! f:labelled(., '')"/>
      <xsl:apply-templates select="f:shown-nodes(.)" mode="text"/>
      <xsl:sequence select="(@cert[not(. = ('high', '1'))][not($is-transcript)] ! ('? ' || f:certainty(.))), f:close(.)"/>
    </xsl:if>
  </xsl:template>

  <!-- What follows the words of a passage that is doubtful, or has another reading. -->
  <xsl:function name="f:mark-after" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        if ($element/(self::choice | self::app)) then f:reading-mark($element) || f:beginnings-mark($element)
        else if ($element/self::unclear)
          then if ($is-transcript) then '[?]'[not(f:is-editors-own($element))] || ''
          else f:report($element, string-join(('?', string-join((
            $element/@cert ! f:certainty(.), f:reason-words($element/@reason[not(. = 'undefined')]),
            $element/@agent ! f:cause(.)), f:word('punctuation.list'))[. != '']), ' '))
        else if ($is-transcript or $element/(self::restore | self::retrace) and f:view-around($element) ne 'diplomatic') then ''
        else if ($element/self::sic) then ' ' || f:report($element, f:word('report.sic'))
        else f:report($element, f:state($element))"/>
  </xsl:function>

  <xsl:template match="unclear | sic[not(parent::choice)] | restore | damage | secl | retrace | choice | app"
      mode="text" as="item()*">
    <xsl:apply-templates select="f:shown-nodes(.)" mode="text"/>
    <xsl:sequence select="f:mark-after(.)"/>
  </xsl:template>

  <xsl:template match="del | surplus" mode="text" as="item()*">
    <xsl:choose>
      <xsl:when test="f:is-shown(.)">
        <xsl:sequence select="f:open(.) || f:removed(., $is-transcript) || f:word('punctuation.colon')[current()/node()]"/>
        <xsl:apply-templates select="f:shown-nodes(.)" mode="text"/>
        <xsl:sequence select="f:close(.) || f:reading-mark(.)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="f:reading-mark(.) || f:beginnings-mark(.)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="restore/del" mode="text" as="item()*" priority="2">
    <xsl:apply-templates select="f:shown-nodes(.)" mode="text"/>
  </xsl:template>

  <xsl:template match="del[$has-undone][f:is-undone(.)]" mode="text" as="item()*" priority="2">
    <xsl:apply-templates select="f:shown-nodes(.)" mode="text"/>
    <xsl:sequence select="f:report(., f:word('report.restored'))[not($is-transcript) and f:view-around(current()) eq 'diplomatic']"/>
  </xsl:template>

  <!-- A sign that tells how the text is to be read. -->
  <xsl:template match="metamark" mode="text" as="item()*">
    <xsl:sequence select="(f:open(.) || f:state(.) || f:word('punctuation.colon')[normalize-space(current())])[not($is-transcript)]"/>
    <xsl:apply-templates select="f:shown-nodes(.)" mode="text"/>
    <xsl:sequence select="f:close(.)[not($is-transcript)]"/>
  </xsl:template>

  <xsl:template match="add" mode="text" as="item()*">
    <xsl:variable name="is-marked" as="xs:boolean" select="not($is-transcript) and (f:view-around(.) eq 'diplomatic' or f:is-another-hands(.))"/>
    <xsl:variable name="words" as="item()*">
      <xsl:apply-templates select="f:shown-nodes(.)" mode="text"/>
    </xsl:variable>
    <xsl:sequence select="(f:open(.) || f:added(.) || f:word('punctuation.colon')[current()/node()])[$is-marked]"/>
    <xsl:sequence select="if (exists(f:level(.))) then f:raised($words, f:level(.) eq 'sup') else $words"/>
    <xsl:sequence select="f:close(.)[$is-marked]"/>
  </xsl:template>

  <xsl:template match="certainty | precision | respons" mode="text" as="item()*">
    <xsl:variable name="others" as="element(certainty)*" select="f:other-certainties(.)"/>
    <xsl:sequence select="f:report(., f:certainty-about(.) || f:word('punctuation.colon')
        || string-join((., $others) ! (f:certainty-assertion(.) || f:certainty-degree(.)), f:word('certainty.or')))"/>
    <xsl:apply-templates select="node(), $others/node()" mode="text"/>
  </xsl:template>

  <xsl:template match="certainty[f:is-another-certainty(.)]" mode="text" priority="1" as="empty-sequence()"/>
</xsl:stylesheet>
