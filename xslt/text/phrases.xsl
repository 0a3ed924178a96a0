<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:f="urn:tei-edition:functions"
    xmlns:e="urn:tei-edition:edition"
    xmlns:t="urn:tei-edition:text"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- Running text: the words of the view, and the marks of the voices in their brackets. -->

  <xsl:template match="text()" mode="text" as="xs:string">
    <xsl:sequence select="translate(., '&#x2028;', ' ')"/>
  </xsl:template>

  <xsl:template match="comment() | processing-instruction()" mode="text" as="item()*"/>

  <xsl:template match="*" mode="text" as="item()*" priority="-5">
    <xsl:variable name="is-named" as="xs:boolean" select="
        not($is-transcript or f:is-considered(.) or ancestor::formula)"/>
    <xsl:sequence select="('{' || local-name() || ': ')[$is-named]"/>
    <xsl:apply-templates select="f:shown-nodes(.)" mode="text"/>
    <xsl:sequence select="'}'[$is-named], ' '[f:is-block(current())]"/>
  </xsl:template>

  <xsl:template match="lb" mode="text" as="item()*">
    <xsl:sequence select="
        if ($is-transcript or $view = 'diplomatic' or f:is-deliberate-break(.)) then '&#x2028;'
        else if (@break = 'no') then '' else ' '"/>
    <xsl:apply-templates select="node()" mode="text"/>
  </xsl:template>

  <xsl:template match="pb | cb | gb | milestone" mode="text" as="item()*">
    <xsl:variable name="kind" as="xs:string" select="
        (f:word('report.page')[current()/self::pb], f:word('report.column')[current()/self::cb],
         f:word('report.gathering')[current()/self::gb], @unit ! string(), 'milestone')[1]"/>
    <xsl:variable name="gap" as="xs:string" select="if (@break = 'no') then '' else ' '"/>
    <xsl:sequence select="$gap, f:report(., string-join(($kind, @n), ' ')), $gap"/>
    <xsl:apply-templates select="node()" mode="text"/>
  </xsl:template>

  <xsl:template match="choice/text() | app/text() | subst/text()" mode="text" as="xs:string?">
    <xsl:sequence select=".[normalize-space()] ! string()"/>
  </xsl:template>

  <xsl:template match="lem | rdg" mode="text" as="item()*">
    <xsl:if test="f:is-shown(.)">
      <xsl:apply-templates select="f:shown-nodes(.)" mode="text"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="note" mode="text" as="item()*">
    <xsl:choose>
      <xsl:when test="f:is-transcribed-note(.)">
        <xsl:variable name="words" as="item()*">
          <xsl:apply-templates select="f:shown-nodes(.)" mode="text"/>
        </xsl:variable>
        <xsl:sequence select="' ' || f:open(.) || string-join((f:word('report.note'), f:place(.)), ' ') || ': '"/>
        <xsl:sequence select="if ($words[last()] = ' ') then $words[position() lt last()] else $words"/>
        <xsl:sequence select="f:close(.), ' '[f:is-block(current())]"/>
      </xsl:when>
      <xsl:when test="not(f:is-numbered-note(.))">
        <xsl:sequence select="' '"/>
        <xsl:apply-templates select="f:shown-nodes(.)" mode="text"/>
        <xsl:sequence select="' '"/>
      </xsl:when>
      <xsl:when test="empty(f:note-carrier(.)) and empty(f:references(.))">
        <xsl:apply-templates select="." mode="note-number"/>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="note" mode="note-number" as="xs:string*">
    <xsl:sequence select="f:note-mark(.)[not($is-transcript)]"/>
  </xsl:template>

  <!-- The number is ours, even where the note is the document's: bare, it would be read with the
       words before it. -->
  <xsl:function name="f:note-mark" as="xs:string">
    <xsl:param name="note" as="element(note)"/>
    <xsl:variable name="voice" as="xs:string" select="f:voice($note)"/>
    <xsl:sequence select="f:bracketed(string(f:note-number($note)), if ($voice = 'document') then 'editor' else $voice)"/>
  </xsl:function>

  <!-- Names and numbers the editors are not sure of. -->
  <xsl:template match="persName | placeName | orgName | rs | name | date | idno | geogName" mode="text" as="item()*">
    <xsl:apply-templates select="f:shown-nodes(.)" mode="text"/>
    <xsl:if test="@cert[not(. = ('high', '1'))] and not($is-transcript)">
      <xsl:sequence select="f:bracketed('? ' || f:certainty(@cert), 'editor')"/>
    </xsl:if>
    <xsl:sequence select="' '[f:is-block(current())]"/>
  </xsl:template>

  <!-- Italic and bold, for the outputs that have them. -->
  <xsl:template match="hi | g | emph | foreign | mentioned | term[@rend] | title[@level = ('m', 'j', 's')]" mode="text" as="item()*">
    <xsl:variable name="words" as="item()*">
      <xsl:apply-templates select="f:shown-nodes(.)" mode="text"/>
    </xsl:variable>
    <xsl:variable name="renditions" as="xs:string*" select="
        if (self::hi or self::g or self::term) then f:renditions(.) else 'italic'"/>
    <xsl:sequence select="f:emphasised($words, $renditions), ' '[f:is-block(current())]"/>
  </xsl:template>

  <xsl:function name="f:emphasised" as="item()*">
    <xsl:param name="words" as="item()*"/>
    <xsl:param name="renditions" as="xs:string*"/>
    <xsl:choose>
      <xsl:when test="$renditions = 'bold'">
        <t:b>
          <xsl:sequence select="f:inline(f:emphasised($words, $renditions[. != 'bold']))"/>
        </t:b>
      </xsl:when>
      <xsl:when test="$renditions = 'italic'">
        <t:i>
          <xsl:sequence select="f:inline($words)"/>
        </t:i>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$words"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Words that lead to another document or to the web. -->
  <xsl:template match="ref[@target]" mode="text" as="item()*">
    <xsl:variable name="words" as="item()*">
      <xsl:apply-templates select="f:shown-nodes(.)" mode="text"/>
    </xsl:variable>
    <xsl:variable name="href" as="xs:string?" select="f:first-href(@target)[not(starts-with(., '#'))]"/>
    <xsl:choose>
      <xsl:when test="exists($href) and not($is-transcript)">
        <t:a href="{$href}">
          <xsl:sequence select="f:inline($words)"/>
        </t:a>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$words"/>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:sequence select="' '[f:is-block(current())]"/>
  </xsl:template>

  <xsl:template match="ptr[f:note-referred-to(.)]" mode="text" as="item()*">
    <xsl:apply-templates select="f:note-referred-to(.)" mode="note-number"/>
    <xsl:apply-templates select="node()" mode="text"/>
  </xsl:template>

  <xsl:template match="ptr" mode="text" as="item()*">
    <xsl:sequence select="f:report(., f:word('page.link') || ': ' || @target)"/>
    <xsl:apply-templates select="node()" mode="text"/>
  </xsl:template>

  <!-- Marks without words of their own. -->
  <xsl:template mode="text" match="pause | shift | undo | redo | transpose | substJoin | lacunaStart | lacunaEnd
      | witStart | witEnd | delSpan | addSpan | damageSpan | divGen" as="item()*">
    <xsl:sequence select="f:report(., f:mark(.))"/>
    <xsl:apply-templates select="f:shown-nodes(.)" mode="text"/>
  </xsl:template>

  <!-- What is described, not said: movements, noises, images. -->
  <xsl:template match="incident | kinesic | vocal | figDesc" mode="text" as="item()*">
    <xsl:sequence select="f:open(.)"/>
    <xsl:apply-templates select="f:shown-nodes(.)" mode="text"/>
    <xsl:sequence select="f:close(.), ' '[f:is-block(current())]"/>
  </xsl:template>

  <xsl:template match="anchor" mode="text" as="item()*">
    <xsl:apply-templates select="f:shown-nodes(.)" mode="text"/>
    <xsl:sequence select="f:spans-to(.) ! f:report(., f:end-mark(.))"/>
  </xsl:template>

  <xsl:template match="graphic | media" mode="text" as="item()*">
    <xsl:sequence select="f:report(., string-join((f:medium(.), @url[not(starts-with(., 'data:'))] ! tokenize(., '/')[last()]), ': '))"/>
    <xsl:apply-templates select="f:shown-nodes(.)" mode="text"/>
  </xsl:template>

  <xsl:template match="binaryObject" mode="text" as="item()*"/>
</xsl:stylesheet>
