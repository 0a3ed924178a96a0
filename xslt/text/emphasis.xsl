<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- Words that stand out, and digits above or below the line. -->

  <!-- Italic and bold, for the outputs that have them. -->
  <xsl:template match="hi | mod | g | emph | foreign | mentioned | term[@rend] | title[@level = ('m', 'j', 's')]" mode="text" as="item()*">
    <xsl:variable name="words" as="item()*">
      <xsl:apply-templates select="f:shown-nodes(.)" mode="text"/>
    </xsl:variable>
    <xsl:variable name="renditions" as="xs:string*" select="
        if ((self::hi or self::mod or self::g or self::term) and not(self::hi and empty(@*))) then f:renditions(.) else 'italic'"/>
    <!-- Words with a line through them look like any others here. -->
    <xsl:variable name="is-struck" as="xs:boolean" select="$renditions = 'struck' and not($is-transcript)"/>
    <xsl:sequence select="(f:open(.) || f:word('report.struck') || f:word('punctuation.colon'))[$is-struck]"/>
    <xsl:sequence select="f:emphasised($words, $renditions)"/>
    <xsl:sequence select="f:close(.)[$is-struck]"/>
    <xsl:if test="* and f:is-block(.)">
      <xsl:sequence select="' '"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="title[@ref] | term[@ref]" mode="text" as="item()*">
    <xsl:variable name="words" as="item()*">
      <xsl:next-match/>
    </xsl:variable>
    <xsl:sequence select="f:named-elsewhere(., $words)"/>
  </xsl:template>

  <xsl:function name="f:emphasised" as="item()*">
    <xsl:param name="words" as="item()*"/>
    <xsl:param name="renditions" as="xs:string*"/>
    <xsl:choose>
      <xsl:when test="$renditions = 'bold'">
        <xsl:sequence select="$bold, f:emphasised($words, $renditions[. != 'bold']), $end"/>
      </xsl:when>
      <xsl:when test="$renditions = 'italic'">
        <xsl:sequence select="$italic, $words, $end"/>
      </xsl:when>
      <xsl:when test="$renditions = ('superscript', 'subscript')">
        <xsl:sequence select="f:raised($words, $renditions = 'superscript')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$words"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Digits above or below the line, which on the line would be read with those before them: as
       characters of their own where Unicode has all (10⁶, H₂O), else after a mark. Letters stay on
       the line: Mr, 1st. -->
  <xsl:function name="f:raised" as="item()*">
    <xsl:param name="words" as="item()*"/>
    <xsl:param name="is-above" as="xs:boolean"/>
    <xsl:variable name="all" as="xs:string" select="f:without-looks($words)"/>
    <xsl:choose>
      <xsl:when test="not(matches($all, '[0-9]'))">
        <xsl:sequence select="$words"/>
      </xsl:when>
      <xsl:when test="matches($all, '^[0-9+\-−=()\s]+$') and not(contains(string-join($words), $end))">
        <xsl:sequence select="translate($all, '0123456789+-−=()', if ($is-above) then '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾' else '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="(if ($is-above) then '^' else '_') || '(', $words, ')'"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>
</xsl:stylesheet>
