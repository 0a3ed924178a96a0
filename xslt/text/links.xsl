<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- Running text that leads elsewhere: names, references, pointers. -->

  <!-- Names, which lead to their entries, and numbers; the editors may not be sure of them. -->
  <xsl:template match="persName | placeName | orgName | geogName | objectName | rs | name | date | idno
      | settlement[@ref] | country[@ref] | region[@ref] | roleName[@ref] | author[@ref]" mode="text" as="item()*">
    <xsl:choose>
      <xsl:when test="not(node())">
        <xsl:sequence select="
            if (not(f:is-described(.))) then ()
            else if (self::date) then f:date-unsaid(.)[current()/../text()[normalize-space()]]
            else f:words-in-place(.)"/>
      </xsl:when>
      <!-- Most are words alone, and lead at most to the document's own lists. -->
      <xsl:when test="empty(*) and $is-plain-text and not(@key)
          and (not(@ref) or starts-with(@ref, '#') and not(contains(@ref, ' ')))">
        <xsl:sequence select="string()"/>
      </xsl:when>
      <xsl:when test="@ref or @key">
        <xsl:variable name="words" as="item()*">
          <xsl:apply-templates select="f:shown-nodes(.)" mode="text"/>
        </xsl:variable>
        <xsl:sequence select="f:named-elsewhere(., $words)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="f:shown-nodes(.)" mode="text"/>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:if test="@cert[not(. = ('high', '1'))] and not($is-transcript)">
      <xsl:sequence select="f:bracketed('? ' || f:certainty(@cert), 'editor')"/>
    </xsl:if>
    <xsl:if test="* and f:is-block(.)">
      <xsl:sequence select="' '"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="title[not(node())] | ref[@corresp][not(node() or @target)]" mode="text" as="item()*">
    <xsl:sequence select="if (f:is-described(.)) then f:words-in-place(.) else ()"/>
  </xsl:template>

  <!-- Words that lead to another document or to the web. -->
  <xsl:template match="ref[@target]" mode="text" as="item()*">
    <xsl:variable name="words" as="item()*">
      <xsl:apply-templates select="f:shown-nodes(.)" mode="text"/>
    </xsl:variable>
    <xsl:sequence select="f:leading-elsewhere(f:first-href(@target), $words), ' '[f:is-block(current())]"/>
  </xsl:template>

  <!-- Coordinates are no part of the word that they stand behind. -->
  <xsl:template match="geo[preceding-sibling::node()[1][self::text()][normalize-space()][matches(., '\S$')]]" mode="text" as="item()*">
    <xsl:sequence select="' '"/>
    <xsl:next-match/>
  </xsl:template>

  <!-- A pointer has no words of its own, nor has many a reference: ours say where it leads; an
       address that they are needs no link. -->
  <xsl:template match="ptr | ref[@target][not(node())]" mode="text" as="item()*">
    <xsl:variable name="href" as="xs:string?" select="f:first-href(@target)[. ne current()/@target]"/>
    <xsl:sequence select="f:leading-elsewhere($href, f:report(., f:pointer-words(.)))"/>
    <xsl:apply-templates select="node()" mode="text"/>
  </xsl:template>

  <xsl:function name="f:leading-elsewhere" as="item()*">
    <xsl:param name="href" as="xs:string?"/>
    <xsl:param name="words" as="item()*"/>
    <xsl:choose>
      <xsl:when test="exists($href) and not(starts-with($href, '#') or $is-transcript)">
        <xsl:sequence select="$link || $href || $stop, $words, $end"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$words"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- A name with the way to its entry, a page with that to its image: so many that plain text would
       drown in their addresses. -->
  <xsl:function name="f:quietly-leading" as="item()*">
    <xsl:param name="href" as="xs:string?"/>
    <xsl:param name="words" as="item()*"/>
    <xsl:choose>
      <xsl:when test="exists($href) and not(starts-with($href, '#'))">
        <xsl:sequence select="$quiet-link || $href || $stop, $words, $end"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$words"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- The first of an attribute's pointers that leads somewhere, if that is not the document itself: most
       names lead to its own lists. -->
  <xsl:function name="f:href-elsewhere" as="xs:string?">
    <xsl:param name="attribute" as="attribute()"/>
    <xsl:sequence select="
        if (starts-with($attribute, '#') and not(contains(normalize-space($attribute), ' '))) then ()
        else f:first-href($attribute)[not(starts-with(., '#'))]"/>
  </xsl:function>

  <xsl:function name="f:named-elsewhere" as="item()*">
    <xsl:param name="name" as="element()"/>
    <xsl:param name="words" as="item()*"/>
    <xsl:sequence select="
        if ($is-transcript) then $words else f:quietly-leading(f:href-elsewhere($name/(@ref, @key)[1]), $words)"/>
  </xsl:function>
</xsl:stylesheet>
