<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- Who speaks: the document, its translator or transcriber, the editors, or a machine. -->

  <!-- The voice an element's @resp gives it; without one, that of its kind. -->
  <xsl:function name="f:voice" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="agent" as="xs:string?" select="if ($element/@resp) then f:pointers($element/@resp)[1] else ()"/>
    <xsl:sequence select="if ($agent) then f:voice-of-agent($agent, $element) else f:voice-of-kind($element)"/>
  </xsl:function>

  <!-- An element without @resp: a note set at the foot or in the margin by the document itself is
       the document's; every other intervention is laid to those who made the edition. -->
  <xsl:function name="f:voice-of-kind" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        if ($element/self::note[@hand or @type = ('footnote', 'author', 'authorial', 'original', 'marginal', 'marginalia', 'interlinear', 'scribal', 'docket', 'endorsement')
            or (@place and not(@type)) or parent::line and f:is-written-line(.)]) then 'document'
        else 'editor'"/>
  </xsl:function>

  <xsl:function name="f:voice-of-agent" as="xs:string">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="context" as="element()"/>
    <xsl:variable name="agent" as="element()?" select="(f:target($pointer, $context), f:bearer($pointer, $context))[1]"/>
    <xsl:variable name="voice" as="xs:string?" select="$agent ! f:voice-of-statement(.)"/>
    <!-- Software is often named without being declared. -->
    <xsl:variable name="is-software" as="xs:boolean" select="
        empty($agent) and exists($context/(self::div | self::p | self::ab | self::text)) and matches($pointer, '^#?(ocr|htr|llm|(chat)?-?gpt\S*|transkribus|tesseract|deepl)$', 'i')"/>
    <!-- A hand of the document writes notes; that it deleted or added something, somebody else reports. -->
    <xsl:sequence select="
        if ($is-software) then 'machine'
        else if (empty($voice) or $voice eq 'document' and not($context/self::note)) then f:voice-of-kind($context) else $voice"/>
  </xsl:function>

  <!-- Kept from one question to the next: few answer for much. -->
  <xsl:function name="f:voice-of-statement" as="xs:string" cache="yes">
    <xsl:param name="agent" as="element()"/>
    <xsl:apply-templates select="$agent" mode="voice"/>
  </xsl:function>

  <xsl:template match="application | appInfo" mode="voice" as="xs:string">
    <xsl:sequence select="'machine'"/>
  </xsl:template>

  <xsl:template match="handNote | author" mode="voice" as="xs:string">
    <xsl:sequence select="'document'"/>
  </xsl:template>

  <!-- How translating and transcribing are called in languages of headers. -->
  <xsl:variable name="translating" static="yes" as="xs:string" select="'translat|übersetz|traduc|traduz|перев|번역|翻[译譯訳]|תרגום|ترجم'"/>
  <xsl:variable name="transcribing" static="yes" as="xs:string" select="'transcri|transkri|trascri|расшифр|판독|전사|录文|錄文|翻刻|תעתיק'"/>

  <!-- A relator code (MARC: trl, trc …) decides; without one, the words of the responsibility. -->
  <xsl:template match="respStmt" mode="voice" as="xs:string">
    <xsl:variable name="code" as="xs:string" select="
        string-join(resp/(@key | @ref | @ana) ! tokenize(., '[/#:\s]+')[last()], ' ')"/>
    <xsl:variable name="words" as="xs:string" select="lower-case(string-join(resp, ' '))"/>
    <xsl:sequence select="
        if (tokenize($code) = ('trl', 'trc')) then 'translator'
        else if (tokenize($code) = ('edt', 'ann', 'mrk', 'aui')) then 'editor'
        else if (matches($words, 'software|program|machine|automat|maschin|logiciel|программ|машинн|распознав|자동|기계|(^|\W)(ocr|htr)(\W|$)|language model')
                 or orgName/@type = 'software' or name/@type = 'software') then 'machine'
        else if (matches($words, 'encod|edit|annotat|comment|kommentar|herausg')
                 and not(matches($words, '^[a-z]*\s*(translat|transcri)'))) then 'editor'
        else if (matches($words, 'translat|transcri|übersetz|transkri|traduc|traduz|перев|번역|翻[譯译訳]|תרגום|ترجم|판독|전사|录文|錄文|תעתיק|расшифр')) then 'translator'
        else 'editor'"/>
  </xsl:template>

  <xsl:template match="*" mode="voice" as="xs:string">
    <xsl:choose>
      <xsl:when test="ancestor::respStmt">
        <xsl:apply-templates select="ancestor::respStmt[1]" mode="voice"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="'editor'"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Translators translate, transcribers transcribe: which of the two an agent is called. -->
  <xsl:function name="f:agent" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="voice" as="xs:string" select="f:voice($element)"/>
    <xsl:variable name="agent" as="element()?" select="
        f:pointers($element/@resp)[1] ! (f:target(., $element), f:bearer(., $element))[1]/ancestor-or-self::respStmt"/>
    <xsl:sequence select="
        if ($voice = 'translator' and $agent/resp[matches(., $transcribing, 'i')]
            and not($agent/resp[matches(., $translating, 'i')]))
        then 'transcriber' else $voice"/>
  </xsl:function>

  <xsl:function name="f:agent-word" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="f:word('voice.' || f:agent($element))"/>
  </xsl:function>

  <!-- "corrected by the editors"; "corrected: Heinsius", where a person or an edition that is none of
       this edition's own is behind it. -->
  <xsl:function name="f:act" as="xs:string">
    <xsl:param name="act" as="xs:string"/>
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="scholar" as="element()?" select="
        if ($element/@resp) then f:pointers($element/@resp)[1] ! f:target(., $element)/(self::person | self::bibl | self::biblStruct | self::witness)[not(ancestor::titleStmt)] else ()"/>
    <xsl:sequence select="
        if ($scholar) then f:labelled(f:word('act.' || $act), f:siglum('#' || $scholar/@xml:id, $element))
        else f:phrase('act.by', map {'act': f:word('act.' || $act), 'by': f:word('by.' || f:agent($element))})"/>
  </xsl:function>

  <!-- Each voice but the document's has brackets of its own, in every output. -->
  <xsl:variable name="brackets" as="map(xs:string, xs:string+)" select="map {
      'document': ('', ''), 'translator': ('[', ']'), 'editor': ('⟨', '⟩'), 'machine': ('{', '}')}"/>

  <xsl:function name="f:bracketed" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="voice" as="xs:string"/>
    <xsl:variable name="around" as="xs:string+" select="$brackets($voice)"/>
    <xsl:sequence select="concat($around[1], $words, $around[2])"/>
  </xsl:function>
</xsl:stylesheet>
