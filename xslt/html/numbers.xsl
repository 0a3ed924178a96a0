<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- Numbers of lines, stanzas and paragraphs, in the margin. -->

  <xsl:template name="number-given" as="element()?">
    <xsl:param name="number" as="xs:string?" select="f:number-given(.)"/>
    <xsl:param name="class" as="xs:string" select="'gen number'"/>
    <xsl:if test="exists($number)">
      <span class="{$class}">
        <xsl:if test="contains($class, 'v-diplomatic')">
          <xsl:attribute name="hidden" select="'hidden'"/>
        </xsl:if>
        <xsl:sequence select="$own-language"/>
        <span class="vh">{f:word('number.' || (if (self::milestone) then 'l' else local-name()))} </span>
        <xsl:text>{$number} </xsl:text>
      </span>
    </xsl:if>
  </xsl:template>

  <xsl:template match="l[@n] | lg[@n] | line[@n]" mode="html" as="node()*">
    <xsl:element name="{if (f:is-block(.)) then 'div' else 'span'}">
      <xsl:call-template name="attributes"/>
      <xsl:call-template name="number-given">
        <xsl:with-param name="number" select="if (self::l or self::line) then f:line-number(.) else f:number-given(.)"/>
      </xsl:call-template>
      <xsl:call-template name="content"/>
    </xsl:element>
  </xsl:template>
</xsl:stylesheet>
