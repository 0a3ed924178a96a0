<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">


  <!-- Values of @place that the catalogue has under another name. -->
  <xsl:variable name="places-by-value" static="yes" as="map(xs:string, xs:string)" select="map {
      'marginleft': 'left', 'leftmargin': 'left', 'leftoftext': 'left', 'marginright': 'right', 'rightmargin': 'right',
      'margintop': 'top', 'topmargin': 'top', 'marginbottom': 'bottom', 'bottommargin': 'bottom', 'marginal': 'margin', 'inmargin': 'margin', 'inmargine': 'margin',
      'superlinear': 'above', 'supralinear': 'above', 'supralinea': 'above', 'supralineam': 'above', 'supraline': 'above', 'aboveline': 'above', 'overline': 'above',
      'superscript': 'above', 'subscript': 'below', 'sublinear': 'below', 'sublineam': 'below', 'infralinear': 'below', 'infralineam': 'below', 'belowline': 'below',
      'inlinea': 'inline', 'intralinear': 'inline', 'onetheline': 'inline', 'interlineam': 'interlinear', 'interline': 'interlinear',
      'topcentre': 'topcenter', 'topmiddle': 'topcenter', 'bottomcentre': 'bottomcenter', 'bottommiddle': 'bottomcenter',
      'mleft': 'left', 'mright': 'right', 'mtop': 'top', 'mbottom': 'bottom', 'verso': 'overleaf',
      'facing': 'opposite', 'facingpage': 'opposite'}"/>

  <!-- A place in words, whatever signs part the words of its value. -->
  <xsl:function name="f:place-word" as="xs:string?">
    <xsl:param name="value" as="xs:string"/>
    <xsl:variable name="plain" as="xs:string" select="lower-case(translate($value, '-_. ', ''))"/>
    <xsl:sequence select="(($places-by-value($plain), $plain) ! f:known-word('place.' || .))[1]"/>
  </xsl:function>

  <!-- Where on the page: above a form that follows, in the margin … -->
  <xsl:function name="f:place" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="form" as="xs:string?" select="
        $element[self::div or self::ab]/following-sibling::*[1][self::div][@type = 'form'] ! '-form'"/>
    <xsl:variable name="places" as="xs:string*" select="
        if (lower-case($element/@place) = ('unspecified', 'unknown')) then ()
        else (if (matches($element/@place, '\S\s+\S') and exists(f:place-word($element/@place))) then string($element/@place) else tokenize($element/@place)) ! (
          if (. = ('above', 'below')) then f:word('place.' || . || $form)
          else (f:place-word(.), translate(., '-_', '  '))[1])"/>
    <xsl:sequence select="string-join($places, f:word('punctuation.list'))[. != '']"/>
  </xsl:function>

  <!-- "handwritten above the form" -->
  <xsl:function name="f:handwriting" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="(f:place($element) ! f:phrase('hand.written-at', map {'place': .}), f:word('hand.written'))[1]"/>
  </xsl:function>

  <!-- "added, above, hand: Clerk" -->
  <xsl:function name="f:added" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="string-join((f:word('act.added'), f:place($element), f:hand(f:hand-of-change($element))), f:word('punctuation.list'))"/>
  </xsl:function>

  <!-- "deleted, hand: Clerk"; a transcript names no hands. -->
  <xsl:function name="f:removed" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="without-hand" as="xs:boolean"/>
    <xsl:sequence select="string-join((
        f:word(if ($element/self::del) then 'act.deleted' else 'act.surplus'),
        if ($without-hand) then () else f:hand(f:hand-of-change($element)),
        if (normalize-space($element)) then () else f:extent($element)), f:word('punctuation.list'))"/>
  </xsl:function>

  <!-- Whose hand changed the text, by the change or the substitution that it is part of, unless what it
       stands in is of that hand and says so. -->
  <xsl:function name="f:hand-of-change" as="attribute()?">
    <xsl:param name="change" as="element()"/>
    <xsl:variable name="hand" as="attribute()?" select="($change/@hand, $change/parent::subst/@hand)[1]"/>
    <xsl:sequence select="if (exists($hand)) then $hand[not(. = $change/ancestor::*[@hand][not(self::subst)][1]/@hand)] else ()"/>
  </xsl:function>

  <!-- Whether an addition is a remark, not a correction: what another hand than that of the text wrote in
       the margin, or what is said to be one. -->
  <xsl:function name="f:is-another-hands" as="xs:boolean">
    <xsl:param name="addition" as="element(add)"/>
    <xsl:sequence select="
        exists($addition/@hand) and empty($addition/parent::subst) and (
          $addition/@type = ('marginal', 'marginalia', 'annotation', 'comment', 'docket', 'endorsement')
          or matches($addition/@place, 'margin|left|right|top|bottom|opposite|overleaf', 'i')
             and exists((f:pointers($addition/@hand) ! f:target(., $addition))
               /self::handNote[@scope = 'minor' or not(@scope) and ../handNote/@scope = ('major', 'sole')]))"/>
  </xsl:function>

  <!-- "hand: Clerk in blue pencil", "unknown hand". -->
  <xsl:function name="f:hand" as="xs:string?">
    <xsl:param name="pointer" as="attribute()?"/>
    <xsl:sequence select="
        f:hand-name($pointer) ! (if (. = f:word('hand.unknown')) then . else f:labelled(f:word('hand.label'), .))"/>
  </xsl:function>

  <!-- "new hand: Clerk, blue pencil" -->
  <xsl:function name="f:hand-shift" as="xs:string">
    <xsl:param name="shift" as="element()"/>
    <xsl:variable name="hand" as="xs:string" select="
        string-join((f:hand-name($shift/(@new, @scribeRef, @scribe)[1]), $shift/(@script, @medium) ! translate(., '-_', '  ')), f:word('punctuation.list'))"/>
    <xsl:sequence select="string-join((f:word('hand.new'), $hand[. != '']), f:word('punctuation.colon'))"/>
  </xsl:function>

  <!-- Whose a note is, where it stands on the page, in which hand: "Note in the document, at the foot". -->
  <xsl:function name="f:note-statement" as="xs:string">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="string-join((
        string-join((f:word('note-by.' || f:agent($note)), f:place($note), f:mark-of-note($note), $note[@prev] ! f:continued-note(.)), f:word('punctuation.list')), f:hand(($note/@hand, $note/@resp[f:pointers(.)[1] ! f:target(., $note)/self::handNote])[1])), f:word('punctuation.semicolon'))"/>
  </xsl:function>

  <!-- A note that runs over a page may be encoded in parts: the one that another goes on from (@prev). -->
  <xsl:function name="f:continued-note" as="xs:string?">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="
        $note/@prev ! f:pointers(.)[1] ! f:target(., $note)[self::note[f:is-numbered-note(.)]] ! f:phrase('notes.continues', map {'n': string(f:note-number(.))})"/>
  </xsl:function>

  <!-- The mark that the document itself has for its note. -->
  <xsl:function name="f:mark-of-note" as="xs:string?">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="
        $note[@n][f:voice(.) eq 'document']/@n[not(normalize-space() = ('', string(f:note-number($note))))]
          ! f:phrase('notes.marked', map {'n': normalize-space()})"/>
  </xsl:function>

  <!-- A sentence ends with a word, not with an initial or a title: “A. N. Poskryobyshev”, “Mrs. Talbot”. -->
  <xsl:variable name="first-sentence" static="yes" as="xs:string" select="'^(.*?\p{L}{5}[)\]”»]*)\.\s\p{Lu}.*$|^(.*\p{Ll}{3})\.$'"/>

  <!-- The hand of @hand, @new or @scribe, as its handNote or person describes it. A @scribe without a
       capital is no name but an identifier. -->
  <xsl:function name="f:hand-name" as="xs:string?">
    <xsl:param name="pointer" as="attribute()?"/>
    <xsl:variable name="targets" as="xs:string*">
      <xsl:for-each select="f:pointers($pointer)">
        <xsl:variable name="target" as="element()?" select="f:target(., $pointer)"/>
        <xsl:variable name="name" as="xs:string" select="
            f:plain($target/(self::handNote[not(text()[matches(., '\p{L}')] or p)]/(persName, name), self::person/persName)[1], 'reading')"/>
        <xsl:variable name="described" as="xs:string" select="
            replace(normalize-space(f:plain($target, 'reading')), $first-sentence, '$1$2')"/>
        <xsl:sequence select="
            if ($name) then $name
            else if ($target/@scribe = 'unknown' or . = 'unknown') then f:word('hand.unknown')
            else ($target/@scribe[matches(., '\p{Lu}')] ! string(), $described[. != ''], $target/self::handNote ! f:hand-in-attributes(.)[. ne ''],
              $target/@scribe ! string(), replace(., '^.*#', '')[not(. = ('handwritten', 'handwriting'))])[1]"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="string-join($targets, f:word('punctuation.semicolon'))[. != '']"/>
  </xsl:function>

  <!-- A hand that is described in attributes only: whose it is, and what it wrote with. -->
  <xsl:function name="f:hand-in-attributes" as="xs:string">
    <xsl:param name="hand" as="element(handNote)"/>
    <xsl:sequence select="string-join((
        ($hand/@scribeRef ! f:list(f:pointers(.) ! f:named(., $hand)), $hand/@scribe ! string())[1],
        $hand/@medium ! translate(., '-_', '  ')), f:word('punctuation.list'))"/>
  </xsl:function>
</xsl:stylesheet>
