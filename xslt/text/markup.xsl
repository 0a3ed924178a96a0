<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xmlns:eg="http://www.tei-c.org/ns/Examples"
    xmlns:t="urn:tei-edition:text"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- Markup that a text speaks of: names of elements, examples. The transcript has the words alone. -->

  <xsl:template match="gi[not($is-transcript)] | tag[not($is-transcript)] | att[not($is-transcript)] | val[not($is-transcript)]
      | code[not($is-transcript)] | ident[not($is-transcript)]" mode="text" as="item()*">
    <xsl:variable name="words" as="item()*">
      <xsl:apply-templates select="f:shown-nodes(.)" mode="text"/>
    </xsl:variable>
    <xsl:sequence select="
        $code, '&lt;'[current()/(self::gi | self::tag)], '@'[current()/self::att], f:word('punctuation.quote-open')[current()/self::val],
        $words,
        '&gt;'[current()/(self::gi | self::tag)], f:word('punctuation.quote-close')[current()/self::val], $end,
        ' '[f:is-block(current())]"/>
  </xsl:template>

  <!-- An example in TEI is shown as it is written; an example of another kind keeps its lines. -->
  <xsl:template match="eg:egXML[not($is-transcript)] | egXML[not($is-transcript)]" mode="blocks" as="element(t:code)">
    <t:code>
      <xsl:variable name="pieces" as="xs:string*">
        <xsl:apply-templates select="node()" mode="example"/>
      </xsl:variable>
      <xsl:value-of select="string-join($pieces), f:example-notes(.)" separator=""/>
    </t:code>
  </xsl:template>

  <xsl:template match="eg[not($is-transcript or f:has-blocks(.))]" mode="blocks" as="element(t:code)" priority="5">
    <xsl:variable name="words" as="item()*">
      <xsl:apply-templates select="f:shown-nodes(.)" mode="text"/>
    </xsl:variable>
    <t:code>
      <xsl:value-of select="$words, f:example-notes(.)" separator=""/>
    </t:code>
  </xsl:template>

  <xsl:function name="f:example-notes" as="xs:string*">
    <xsl:param name="example" as="element()"/>
    <xsl:apply-templates select="f:trailing-notes($example)" mode="note-number"/>
  </xsl:function>

  <xsl:template match="*" mode="example" as="xs:string*">
    <xsl:sequence select="'&lt;' || name() || string-join(@* ! (' ' || name() || '=&quot;' || . || '&quot;')) || (if (node()) then '' else '/') || '&gt;'"/>
    <xsl:apply-templates select="node()" mode="example"/>
    <xsl:sequence select="('&lt;/' || name() || '&gt;')[current()/node()]"/>
  </xsl:template>

  <xsl:template match="text()" mode="example" as="xs:string">
    <xsl:sequence select="string()"/>
  </xsl:template>

  <xsl:template match="comment()" mode="example" as="xs:string">
    <xsl:sequence select="'&lt;!--' || . || '--&gt;'"/>
  </xsl:template>

  <xsl:template match="processing-instruction()" mode="example" as="xs:string">
    <xsl:sequence select="'&lt;?' || name() || ' ' || . || '?&gt;'"/>
  </xsl:template>
</xsl:stylesheet>
