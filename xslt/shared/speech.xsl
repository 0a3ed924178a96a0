<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- Who speaks, where the document has no words for it: an utterance, a speech without a speaker,
       a post (TEI Guidelines 8.3.1, 7.2.2, 9.3.1); and what is noted of a conversation. -->

  <xsl:function name="f:speaker-given" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="who" as="attribute()?" select="($element/@who, $element/self::u/parent::annotationBlock/@who)[1]"/>
    <xsl:variable name="is-said" as="xs:boolean" select="
        exists($element/self::sp/speaker)
        or exists($element/self::u[@prev or preceding-sibling::*[1][self::speaker or self::note[@type = 'speaker']]])"/>
    <xsl:variable name="said" as="xs:string*" select="
        $who[not($is-said)] ! f:list(f:pointers(.) ! f:person-called(., $element)),
        $element/self::u/@trans ! f:known-word('speech.trans-' || .),
        $element/self::post/(@when-iso, @when)[1] ! f:day(.),
        $element/self::post/@replyTo ! f:pointers(.)[1] ! f:target(., $element)/@who
          ! f:phrase('speech.reply', map {'name': f:list(f:pointers(.) ! f:person-called(., $element))})"/>
    <xsl:sequence select="string-join($said, f:word('punctuation.list'))[. ne '']"/>
  </xsl:function>

  <!-- The name of a person that a pointer leads to, else the end of the pointer. -->
  <xsl:function name="f:person-called" as="xs:string">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="context" as="element()"/>
    <xsl:variable name="target" as="element()?" select="f:target($pointer, $context)"/>
    <xsl:sequence select="(
        ($target/(persName, name, orgName, label, head, self::role, role) ! f:plain(., 'reading'), $target/@n)[. ne ''][1] ! string(),
        replace($pointer, '^.*[#/:]', '')[. ne ''], $pointer)[1]"/>
  </xsl:function>

  <!-- What is noted of a conversation stands where it is, as noises and movements do: who spoke, when
       it began. A note that somebody answers for, or that has a place or a mark, is a note. -->
  <xsl:function name="f:is-remark" as="xs:boolean">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="
        if ($note/(@place, @rend) = 'inline' or $note/parent::line) then f:is-inline-note($note)
        else empty($note/(@resp | @place | @target | @n)) and exists($note/(ancestor::u | parent::*/u | parent::*/annotationBlock))"/>
  </xsl:function>

  <!-- A note that the document has among its words, in smaller type or two columns to the line, as
       commentaries do; or that its editors want read there. -->
  <xsl:function name="f:is-inline-note" as="xs:boolean">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="
        ($note/(@place, @rend) = 'inline' or f:is-written-line($note)) and empty($note/@target) and normalize-space($note) ne '' and not(f:has-blocks($note))"/>
  </xsl:function>

  <!-- A note that is all that a line of a sheet has: it is what is written there. -->
  <xsl:function name="f:is-written-line" as="xs:boolean">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="exists($note/parent::line) and empty($note/@resp) and not(normalize-space(string-join($note/../node()[not(. is $note)])))"/>
  </xsl:function>

  <!-- What stands around a remark: the brackets of its voice; parentheses around what the document
       says in the line, where it has none. -->
  <xsl:function name="f:around-remark" as="xs:string+">
    <xsl:param name="remark" as="element()"/>
    <xsl:variable name="voice" as="xs:string" select="f:voice($remark)"/>
    <xsl:sequence select="
        if (f:has-own-brackets($remark) or $voice eq 'document' and f:is-written-line($remark)) then ('', '')
        else if ($voice ne 'document' or not($remark/self::note)) then $brackets($voice)
        else if (matches($remark, '^\s*[&#x3040;-&#x30FF;&#x4E00;-&#x9FFF;]')) then ('（', '）')
        else ('(', ')')"/>
  </xsl:function>

  <!-- Whether a remark brings its own brackets. -->
  <xsl:function name="f:has-own-brackets" as="xs:boolean">
    <xsl:param name="remark" as="element()"/>
    <xsl:sequence select="not($remark/self::figDesc) and matches($remark, '^\s*[(\[（〔【].*[)\]）〕】]\s*$', 's')"/>
  </xsl:function>

  <!-- An event without a description: what it is, and whose, where another has the word. -->
  <xsl:function name="f:before-event" as="xs:string">
    <xsl:param name="event" as="element()"/>
    <xsl:variable name="who" as="xs:string*" select="f:pointers($event/@who)[not(. = f:pointers($event/ancestor::u[1]/@who))] ! f:person-called(., $event)"/>
    <xsl:variable name="what" as="xs:string?" select="
        if (normalize-space($event) or $event[self::figDesc or self::desc]) then ()
        else (($event/@type, $event/@subtype) ! translate(., '-_', '  '), f:word('speech.' || local-name($event)))[1]"/>
    <xsl:sequence select="
        if (exists($who)) then string-join((f:list($who) || f:word('punctuation.colon'), $what)) else string($what)"/>
  </xsl:function>

  <!-- A stage direction within a verse or a sentence, without a character before or after it. Only the
       characters that meet are looked at: an expression on all of a speech would be dear. -->
  <xsl:function name="f:is-glued-stage" as="xs:boolean">
    <xsl:param name="stage" as="element()"/>
    <xsl:variable name="before" as="xs:string" select="f:last-character($stage/preceding-sibling::node()[1])"/>
    <xsl:sequence select="
        normalize-space($before) and matches($before, '[\p{L}\p{N},.;:!?]') and matches(substring($stage, 1, 1), '[\p{L}\p{N}(\[]')"/>
  </xsl:function>

  <xsl:function name="f:is-followed-at-once" as="xs:boolean">
    <xsl:param name="stage" as="element()"/>
    <xsl:variable name="after" as="xs:string" select="substring($stage/following-sibling::node()[1], 1, 1)"/>
    <xsl:sequence select="normalize-space($after) and matches($after, '[\p{L}\p{N}]') and matches(f:last-character($stage), '\S')"/>
  </xsl:function>

  <xsl:function name="f:last-character" as="xs:string">
    <xsl:param name="node" as="node()?"/>
    <xsl:variable name="words" as="xs:string" select="string($node)"/>
    <xsl:sequence select="substring($words, string-length($words))"/>
  </xsl:function>

  <!-- "PT1.5S": 1.5 s; "PT12M30S": 12 min 30 s. -->
  <xsl:function name="f:duration" as="xs:string">
    <xsl:param name="duration" as="xs:string"/>
    <xsl:sequence select="
        if (not(matches($duration, '^PT(\d+H)?(\d+M)?([0-9.]+S)?$'))) then $duration
        else normalize-space(replace(replace(replace(substring($duration, 3), 'H', ' h '), 'M', ' min '), 'S', ' s'))"/>
  </xsl:function>
</xsl:stylesheet>
