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


  <!-- Letters of readings, and the list they lead to. -->

  <xsl:function name="f:reading-mark" as="xs:string">
    <xsl:param name="place" as="element()"/>
    <xsl:sequence select="
        if (not($is-transcript) and f:is-intervention($place) and empty($place/ancestor::teiHeader))
        then f:bracketed($below || f:reading-letter($place), 'editor') else ''"/>
  </xsl:function>

  <!-- Where a letter or two, or a number, is supplied somewhere, or paragraphs are numbered, a letter or
       number that leads to what stands below has an arrow: "wh⟨i⟩ch⟨↓a⟩". -->
  <xsl:variable name="below" as="xs:string" select="
      if (exists(//note) and exists((//p[@n], //ab[@n])[matches(@n, '^\s*\d{1,3}\s*$')][f:number-given(.)][not(ancestor::teiHeader)])
          or exists((//supplied, //ex)[matches(., '^\s*(\p{Ll}{1,2}|\d{1,3})\s*$')][not(ancestor::teiHeader)][f:voice(.) eq 'editor'])) then '↓' else ''"/>

  <!-- The beginnings of pages that stand in what the view leaves out of a place. -->
  <xsl:function name="f:beginnings-mark" as="xs:string">
    <xsl:param name="place" as="element()"/>
    <xsl:sequence select="string-join(
        f:beginnings-elsewhere($place, if ($view = 'reading') then 'reading' else 'diplomatic') ! (' ' || f:report(., f:beginning(.)))[normalize-space()])"/>
  </xsl:function>

  <xsl:template name="readings" as="element()*">
    <xsl:if test="exists($interventions)">
      <xsl:call-template name="title">
        <xsl:with-param name="words" select="f:word('readings.heading')"/>
      </xsl:call-template>
      <xsl:for-each-group select="$interventions" group-by="f:reading-letter(.)">
        <t:item marker="{f:bracketed(current-grouping-key(), 'editor')} " tight="{position() gt 1}">
          <t:block>
            <xsl:value-of separator="">
              <xsl:call-template name="reading-entry"/>
              <xsl:sequence select="if (count(current-group()) gt 1) then ' (' || f:counted('readings.times', count(current-group())) || ')' else ()"/>
            </xsl:value-of>
          </t:block>
        </t:item>
      </xsl:for-each-group>
    </xsl:if>
  </xsl:template>

  <!-- Both readings of a place, marked up as they are in the text, who is behind them and how sure. -->
  <xsl:template name="reading-entry" as="item()*">
    <xsl:variable name="readings" as="element()*" select="f:readings-of(.)"/>
    <xsl:choose>
      <xsl:when test="self::choice or self::app">
        <xsl:variable name="lemma" as="element()?" select="f:lemma-of(.)"/>
        <xsl:sequence select="
            if (f:lacks-lemma(.)) then f:base-words(.) else f:listed-reading($lemma),
            $lemma ! f:attribution(.)"/>
        <xsl:for-each select="$readings except $lemma">
          <xsl:variable name="words" as="xs:string" select="f:word(f:key-of-reading(.))"/>
          <xsl:variable name="reading" as="item()*" select="f:listed-reading(.)"/>
          <xsl:variable name="quotes" as="xs:string*" select="
              (f:word('punctuation.quote-open'), f:word('punctuation.quote-close'))[f:holds-something(current())]"/>
          <xsl:sequence select="f:word('punctuation.semicolon'), substring-before($words, '{reading}'), $quotes[1], $reading, $quotes[2],
              substring-after($words, '{reading}'), if (f:is-source-reading(.)) then () else f:attribution(.)"/>
        </xsl:for-each>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="f:listed-reading(.), f:left-out(.)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:function name="f:listed-reading" as="item()*">
    <xsl:param name="reading" as="element()?"/>
    <xsl:variable name="words" as="item()*">
      <xsl:if test="f:holds-something($reading)">
        <xsl:apply-templates select="f:shown-nodes($reading)" mode="text"/>
      </xsl:if>
    </xsl:variable>
    <xsl:sequence select="
        if (empty($words)) then f:no-words($reading)
        else f:without-last-space(f:without-first-space($words))"/>
  </xsl:function>

  <xsl:function name="f:without-first-space" as="item()*">
    <xsl:param name="words" as="item()*"/>
    <xsl:variable name="first" as="item()?" select="$words[1]"/>
    <xsl:sequence select="
        if (not($first instance of xs:string) or not(matches($first, '^\s'))) then $words
        else if (normalize-space($first) eq '') then f:without-first-space($words[position() gt 1])
        else (replace($first, '^\s+', ''), $words[position() gt 1])"/>
  </xsl:function>

  <xsl:function name="f:without-last-space" as="item()*">
    <xsl:param name="words" as="item()*"/>
    <xsl:variable name="last" as="item()?" select="$words[last()]"/>
    <xsl:sequence select="
        if (not($last instance of xs:string)) then $words
        else if (normalize-space($last) eq '') then f:without-last-space($words[position() lt last()])
        else ($words[position() lt last()], replace($last, '\s+$', ''))"/>
  </xsl:function>
</xsl:stylesheet>
