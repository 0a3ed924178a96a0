<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- The words of a node as one view has them: no notes, no second reading. -->
  <xsl:function name="f:plain" as="xs:string">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:param name="view" as="xs:string"/>
    <xsl:choose>
      <xsl:when test="empty($nodes[2]) and $nodes[self::text() or self::persName or self::placeName or self::orgName or self::name or self::title or self::head or self::p or self::date
          or self::resp or self::publisher or self::language or self::idno or self::settlement or self::repository
          or self::author or self::editor or self::country or self::institution or self::collection or self::licence][empty(*)]">
        <xsl:sequence select="normalize-space($nodes)"/>
      </xsl:when>
      <!-- A name in parts that white space sets apart. -->
      <xsl:when test="empty($nodes[2]) and $nodes/self::persName and not($joins-words) and empty($nodes/*[* or preceding-sibling::node()[1][self::*]
          or not(self::forename | self::surname | self::roleName | self::addName | self::genName | self::nameLink)])">
        <xsl:sequence select="normalize-space($nodes)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="words" as="xs:string*">
          <xsl:apply-templates select="if (empty($nodes[2]) and $nodes/self::note[not(f:is-numbered-note(.))]) then $nodes/node() else $nodes" mode="plain">
            <xsl:with-param name="view" select="$view" tunnel="yes"/>
          </xsl:apply-templates>
        </xsl:variable>
        <xsl:sequence select="normalize-space(string-join($words, ''))"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:template match="text()" mode="plain" as="xs:string">
    <xsl:choose>
      <xsl:when test="$joins-words">
        <xsl:call-template name="plain-joined"/>
      </xsl:when>
      <xsl:when test="$has-divided-lines">
        <xsl:sequence select="f:undivided(.)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="string(.)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="plain-joined" as="xs:string">
    <xsl:param name="view" as="xs:string" tunnel="yes"/>
    <xsl:sequence select="if ($has-line-hyphens and $view eq 'reading' and f:ends-in-line-hyphen(.)) then replace(f:joined(.), '.$', '') else f:joined(.)"/>
  </xsl:template>

  <xsl:template match="*" mode="plain" as="xs:string*">
    <xsl:param name="view" as="xs:string" tunnel="yes"/>
    <xsl:variable name="own" as="xs:string" select="f:view(.)"/>
    <xsl:if test="$own = 'both' or $own = $view">
      <xsl:apply-templates select="node()" mode="plain"/>
      <xsl:if test="f:is-block(.)">
        <xsl:sequence select="' '"/>
      </xsl:if>
    </xsl:if>
  </xsl:template>

  <xsl:template match="address/addrLine[following-sibling::*]" mode="plain" as="xs:string*">
    <xsl:apply-templates select="node()" mode="plain"/>
    <xsl:sequence select="f:list-gap(string())"/>
  </xsl:template>

  <xsl:template match="caesura[not(normalize-space())]" mode="plain" as="xs:string">
    <xsl:sequence select="' '"/>
  </xsl:template>

  <xsl:template match="lb[not($has-lines-in-words and f:goes-on(.))] | pb[not($says-no-break and f:is-in-word(.))]" mode="plain" as="xs:string">
    <xsl:sequence select="' '"/>
  </xsl:template>

  <xsl:template match="gap" mode="plain" as="xs:string">
    <xsl:sequence select="f:bracketed(string-join((f:gap-words(.), f:descriptions(.) ! f:plain(node(), 'diplomatic')[. != '']), f:word('punctuation.semicolon')), f:voice(.))"/>
  </xsl:template>

  <!-- What a source leads to, where that is all that it says of it. -->
  <xsl:template match="ptr[ancestor::sourceDesc] | ref[@target][not(node())][ancestor::sourceDesc]" mode="plain" as="xs:string">
    <xsl:sequence select="f:places-pointed-at(.)"/>
  </xsl:template>

  <xsl:template match="g[not(node())]" mode="plain" as="xs:string">
    <xsl:sequence select="f:sign(.)"/>
  </xsl:template>

  <xsl:template match="note" mode="plain" as="xs:string*">
    <xsl:if test="not(f:is-numbered-note(.))">
      <xsl:variable name="is-in-phrase" as="xs:boolean" select="f:is-note-in-phrase(.)"/>
      <xsl:sequence select="if ($is-in-phrase) then ' (' else ()"/>
      <xsl:apply-templates select="node()" mode="plain"/>
      <xsl:sequence select="if ($is-in-phrase) then ')' else ()"/>
    </xsl:if>
  </xsl:template>

  <!-- A note without a number, on a name or within a sentence, with which it would run on. -->
  <xsl:function name="f:is-note-in-phrase" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="
        exists($note/preceding-sibling::node()[self::* or self::text()[normalize-space()]])
        and exists($note/parent::*[text()[normalize-space()] or self::persName or self::placeName or self::orgName or self::name or self::author or self::date][not(f:is-block(.))])
        and empty($note/(p | ab | list))"/>
  </xsl:function>

  <xsl:template match="comment() | processing-instruction()" mode="plain" as="xs:string*"/>
</xsl:stylesheet>
