<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:m="http://www.w3.org/1998/Math/MathML"
    xmlns:f="urn:tei-edition:functions"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- MathML in a line: "1/2", "x^2", "√(a + b)" (MathML 3, chapter 3). -->

  <!-- What stands between the parts of an element of two parts. -->
  <xsl:variable name="operators" static="yes" as="map(xs:string, xs:string)" select="map {
      'mfrac': '/', 'msup': '^', 'msub': '_', 'mover': '^', 'munder': '_'}"/>

  <xsl:template match="m:mfrac[*[2]] | m:msup[*[2]] | m:msub[*[2]] | m:mover[*[2]] | m:munder[*[2]]" mode="text" as="item()*">
    <xsl:sequence select="f:operand(*[1]), $operators(local-name()), f:operand(*[2])"/>
    <xsl:apply-templates select="*[position() gt 2]" mode="text"/>
  </xsl:template>

  <xsl:template match="m:msubsup[*[3]] | m:munderover[*[3]]" mode="text" as="item()*">
    <xsl:sequence select="f:operand(*[1]), '_', f:operand(*[2]), '^', f:operand(*[3])"/>
    <xsl:apply-templates select="*[position() gt 3]" mode="text"/>
  </xsl:template>

  <!-- What says the same in another notation is no part of the formula. -->
  <xsl:template match="m:semantics[*[1][normalize-space()]][not($is-transcript)]" mode="text" as="item()*">
    <xsl:apply-templates select="*[1]" mode="text"/>
  </xsl:template>

  <xsl:template match="m:msqrt" mode="text" as="item()*">
    <xsl:sequence select="'√', f:in-parentheses(., *)"/>
  </xsl:template>

  <xsl:function name="f:operand" as="item()*">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="f:in-parentheses($part, $part)"/>
  </xsl:function>

  <!-- Parentheses around what is more than a number or a name. -->
  <xsl:function name="f:in-parentheses" as="item()*">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="parts" as="element()*"/>
    <xsl:variable name="is-simple" as="xs:boolean" select="matches(normalize-space($element), '^([\p{L}\p{M}]?|[\p{N}.,]*)$')"/>
    <xsl:sequence select="'('[not($is-simple)]"/>
    <xsl:apply-templates select="$parts" mode="text"/>
    <xsl:sequence select="')'[not($is-simple)]"/>
  </xsl:function>
</xsl:stylesheet>
