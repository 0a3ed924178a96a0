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

  <!-- Rows of a name and what is said under it, as the head of a document has them. -->

  <!-- The values with semicolons between. -->
  <xsl:template name="summary-row" as="element(t:block)?">
    <xsl:param name="label" as="xs:string"/>
    <xsl:param name="values" as="item()*"/>
    <xsl:param name="class" as="xs:string?"/>
    <xsl:variable name="shown" as="item()*" select="$values[normalize-space()]"/>
    <xsl:if test="exists($shown)">
      <t:block tight="true">
        <xsl:value-of select="$label, $colon" separator=""/>
        <xsl:value-of select="$shown" separator="{$semicolon}"/>
      </t:block>
    </xsl:if>
  </xsl:template>

  <xsl:template name="summary-values" as="element(t:block)?">
    <xsl:param name="label" as="xs:string"/>
    <xsl:param name="elements" as="element()*"/>
    <xsl:param name="class" as="xs:string?"/>
    <xsl:variable name="values" as="xs:string*" select="$elements ! string(f:summary-value(.))"/>
    <xsl:variable name="shown" as="xs:integer*" select="for $place in 1 to count($elements) return $place[normalize-space($values[$place])]"/>
    <xsl:call-template name="summary-row">
      <xsl:with-param name="label" select="$label"/>
      <xsl:with-param name="values" select="string-join(for $place in $shown return (if ($place eq $shown[1]) then '' else f:row-sign($elements[$place]), $values[$place]))"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Statements, each in a line of its own. -->
  <xsl:template name="summary-lines" as="element()*">
    <xsl:param name="label" as="xs:string"/>
    <xsl:param name="lines" as="item()*"/>
    <xsl:variable name="shown" as="item()*" select="$lines[normalize-space()]"/>
    <xsl:choose>
      <xsl:when test="count($shown) gt 1">
        <t:block tight="true">{normalize-space($label || $colon)}</t:block>
        <xsl:for-each select="$shown">
          <t:item marker="- " tight="true">
            <xsl:value-of select="."/>
          </t:item>
        </xsl:for-each>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="summary-row">
          <xsl:with-param name="label" select="$label"/>
          <xsl:with-param name="values" select="$shown"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Rows of one name are told one after the other. -->
  <xsl:template name="row-of-rows" as="element()+">
    <xsl:param name="rows" as="element()+"/>
    <xsl:sequence select="$rows"/>
  </xsl:template>

  <xsl:function name="f:summary-value" as="item()">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="words" as="xs:string" select="
        (if ($element/self::date) then f:date($element) || f:date-besides($element) else f:plain($element, 'reading')) || f:summary-doubt($element)"/>
    <xsl:variable name="pointer" as="attribute()?" select="$element/(@ref, ../@ref[$element/parent::author])[1]"/>
    <xsl:sequence select="if ($pointer and $words) then string-join(f:quietly-leading(f:href-elsewhere($pointer), $words)) else $words"/>
  </xsl:function>

  <xsl:function name="f:summary-link" as="item()">
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="href" as="xs:string"/>
    <xsl:param name="rel" as="xs:string"/>
    <xsl:choose>
      <xsl:when test="$href ne '' and not(starts-with($href, '#'))">
        <xsl:sequence select="$link || $href || $stop || $words || $end"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$words"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="f:summary-claim" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="claim" as="xs:string"/>
    <xsl:sequence select="$words || ' ' || f:bracketed($claim, 'editor')"/>
  </xsl:function>
</xsl:stylesheet>
