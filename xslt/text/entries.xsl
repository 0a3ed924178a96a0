<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xmlns:t="urn:tei-edition:text"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- Persons, places, organisations: a name, and under it a line for each statement. The
       transcript has none of them: they are the edition's, not the document's. -->

  <xsl:template match="standOff[$is-transcript]" mode="blocks" as="element()*" priority="6"/>

  <!-- A list of them says what it is, where it has no heading: what follows is not the document's. -->
  <xsl:template mode="blocks" as="element()*" match="listPerson[not($is-transcript)][f:lacks-name(.)] | listPlace[not($is-transcript)][f:lacks-name(.)]
      | listOrg[not($is-transcript)][f:lacks-name(.)] | listEvent[not($is-transcript)][f:lacks-name(.)]
      | listObject[not($is-transcript)][f:lacks-name(.)] | listNym[not($is-transcript)][f:lacks-name(.)]">
    <t:under>
      <t:block>{f:bracketed(f:label(.), 'editor')}</t:block>
      <xsl:next-match/>
    </t:under>
  </xsl:template>

  <!-- A heading of the document's own stands also where nothing follows it. -->
  <xsl:template mode="blocks" as="element()*" match="listRelation[not($is-transcript)][f:is-record(.)]">
    <xsl:variable name="relations" as="element(t:part)">
      <t:part>
        <xsl:call-template name="statements">
          <xsl:with-param name="elements" select="* except head"/>
        </xsl:call-template>
      </t:part>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="f:lacks-name(.)">
        <t:under>
          <t:block>{f:bracketed(f:label(.), 'editor')}</t:block>
          <xsl:sequence select="$relations"/>
        </t:under>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="head" mode="blocks"/>
        <xsl:sequence select="$relations"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template mode="blocks" as="element()*" match="person[not($is-transcript)][empty(text()[normalize-space()])]
      | personGrp[not($is-transcript)][empty(text()[normalize-space()])]
      | place[not($is-transcript)][empty(text()[normalize-space()])]
      | org[not($is-transcript)][empty(text()[normalize-space()])]
      | event[parent::listEvent][not($is-transcript)][empty(text()[normalize-space()])]
      | object[parent::listObject][not($is-transcript)][empty(text()[normalize-space()])]
      | nym[not($is-transcript)][empty(text()[normalize-space()])]">
    <xsl:variable name="first" as="element()?" select="f:naming(.)"/>
    <xsl:variable name="name" as="item()*">
      <xsl:apply-templates select="$first" mode="text"/>
    </xsl:variable>
    <t:block>
      <xsl:value-of separator="" select="
          $bold, if (f:has-words($name)) then $name else f:entry-name(.), $end,
          if (@role = 'unidentified') then ' ' || f:bracketed(f:word('page.unidentified'), 'editor') else (),
          if (exists(@*[not(self::attribute(xml:id))] ! f:particular(.))) then f:particulars(.) else ()"/>
    </t:block>
    <xsl:choose>
      <!-- What an object is, is described in statements within statements. -->
      <xsl:when test="self::object">
        <t:part>
          <xsl:call-template name="statements">
            <xsl:with-param name="elements" select="*"/>
          </xsl:call-template>
        </t:part>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="* except $first" mode="statement"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A work that is made of statements: they stand in a line, as in a bibliography. -->
  <xsl:template mode="blocks" as="element()*" match="listBibl/bibl[not($is-transcript)][*][f:is-record(.)]
      | standOff/bibl[not($is-transcript)][*][f:is-record(.)] | biblStruct[not($is-transcript)][*][f:is-record(.)]
      | biblFull[not($is-transcript)][*][f:is-record(.)]">
    <xsl:call-template name="paragraph">
      <xsl:with-param name="words" select="f:statement-words(.)"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="biblStruct[not($is-transcript)][*][f:is-record(.)] | biblFull[not($is-transcript)][*][f:is-record(.)]" mode="text" as="item()*">
    <xsl:sequence select="f:statement-words(.), ' '[f:is-block(current())]"/>
  </xsl:template>

  <xsl:template match="*" mode="statement" as="element(t:detail)">
    <xsl:choose>
      <xsl:when test="@type and f:says-kind(.) and empty(@* except (@type, @xml:id))">
        <t:detail name="">{f:label(.)}</t:detail>
      </xsl:when>
      <xsl:otherwise>
        <t:detail name="{f:label(.)}{$colon}">
          <xsl:value-of select="f:statement-words(.)" separator=""/>
        </t:detail>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- An element's words, and what its attributes say; those of elements that hold nothing but
       elements, with commas. -->
  <xsl:function name="f:statement-words" as="item()*">
    <xsl:param name="element" as="element()"/>
    <xsl:choose>
      <xsl:when test="$element/self::date[empty(node())]">
        <xsl:sequence select="f:date($element)"/>
      </xsl:when>
      <xsl:when test="$element[self::biblScope or self::citedRange]/(@unit or @type) and f:lacks-unit($element)">
        <xsl:sequence select="f:scope($element)"/>
      </xsl:when>
      <xsl:when test="exists($element/*) and f:is-record($element) and not($element[self::respStmt or self::persName or self::name
          or self::choice or self::app or self::del or self::surplus])">
        <xsl:iterate select="$element/*">
          <xsl:param name="before" as="xs:string?"/>
          <xsl:variable name="unended" as="xs:string" select="string-join(f:statement-words(.))"/>
          <xsl:variable name="words" as="xs:string" select="
              if (ends-with($unended, $end)) then replace($unended, '\s+(&#xFDD8;+)$', '$1')
              else if (normalize-space(substring($unended, string-length($unended)))) then $unended else replace($unended, '\s+$', '')"/>
          <xsl:variable name="said" as="xs:string?" select="
              if (contains($words, $end) or contains($words, '&#x2028;')) then f:without-looks($words)[normalize-space(translate(., '&#x2028;', ' '))]
              else $words[normalize-space()]"/>
          <xsl:sequence select="if (exists($before) and exists($said)) then f:list-gap($before) else (), $words"/>
          <xsl:next-iteration>
            <xsl:with-param name="before" select="($said, $before)[1]"/>
          </xsl:next-iteration>
        </xsl:iterate>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="$element" mode="text"/>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:if test="$element/@* and not($element/self::date[empty(node())] or $element[self::biblScope or self::citedRange
        or self::biblStruct or self::biblFull or self::ptr])">
      <xsl:sequence select="f:particulars($element)"/>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
