<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:f="urn:tei-edition:functions"
    xmlns:m="http://www.w3.org/1998/Math/MathML"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- Formulae. MathML stays MathML, which browsers set themselves; of it only what has no address,
       style or script reaches the page. -->

  <xsl:variable name="mathml-names" static="yes" as="map(xs:string, xs:boolean)" select="map:merge(tokenize('
      math mi mn mo ms mtext mspace mrow mfrac msqrt mroot mstyle mpadded mphantom mfenced menclose merror
      msub msup msubsup munder mover munderover mmultiscripts mprescripts none mtable mtr mlabeledtr mtd
      semantics annotation') ! map:entry(., true()))"/>

  <xsl:variable name="mathml-attributes" static="yes" as="map(xs:string, xs:boolean)" select="map:merge(tokenize('
      display mathvariant dir fence separator stretchy symmetric largeop movablelimits accent accentunder form
      lspace rspace minsize maxsize linethickness columnalign rowalign columnspan rowspan width height depth
      open close separators notation encoding displaystyle scriptlevel') ! map:entry(., true()))"/>

  <!-- One that is not transcribed. -->
  <xsl:template match="formula[not(node())]" mode="html" as="node()*" priority="1">
    <span>
      <xsl:call-template name="attributes"/>
      <xsl:call-template name="remark">
        <xsl:with-param name="words" select="f:word('report.formula')"/>
      </xsl:call-template>
    </span>
  </xsl:template>

  <xsl:template match="m:math" mode="html" as="node()*">
    <xsl:apply-templates select="." mode="mathml"/>
  </xsl:template>

  <xsl:template match="m:*[map:contains($mathml-names, local-name())]" mode="mathml" as="node()*">
    <xsl:element name="{local-name()}" namespace="http://www.w3.org/1998/Math/MathML">
      <xsl:for-each select="@*[namespace-uri() = ''][map:contains($mathml-attributes, local-name())]">
        <xsl:attribute name="{local-name()}" select="."/>
      </xsl:for-each>
      <xsl:apply-templates select="node()" mode="mathml"/>
    </xsl:element>
  </xsl:template>

  <!-- Anything else leaves its words. -->
  <xsl:template match="*" mode="mathml" as="node()*">
    <xsl:element name="mtext" namespace="http://www.w3.org/1998/Math/MathML">
      <xsl:value-of select="."/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="text()" mode="mathml" as="text()">
    <xsl:sequence select="."/>
  </xsl:template>

  <xsl:template match="comment() | processing-instruction()" mode="mathml" as="empty-sequence()"/>

  <!-- Glosses beside the line: in brackets where a reader's software does not know them. -->
  <xsl:template match="ruby" mode="html" as="node()*">
    <xsl:choose>
      <xsl:when test="f:is-block(.)">
        <xsl:call-template name="box">
          <xsl:with-param name="name" select="'div'"/>
        </xsl:call-template>
      </xsl:when>
      <!-- White space between a word and its gloss is the encoder's. -->
      <xsl:otherwise>
        <ruby>
          <xsl:call-template name="attributes"/>
          <xsl:apply-templates select="node()[self::* or normalize-space()]" mode="html"/>
        </ruby>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="ruby[not(f:is-block(.))]/rt" mode="html" as="node()*">
    <rp class="gen">(</rp>
    <xsl:call-template name="box">
      <xsl:with-param name="name" select="'rt'"/>
    </xsl:call-template>
    <rp class="gen">)</rp>
  </xsl:template>
</xsl:stylesheet>
