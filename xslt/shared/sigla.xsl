<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- What witnesses, editors and editions are called in an apparatus. -->

  <!-- Pointers; but what an encoder has written in words ("BL 8.123", "ed. pr.") is one name. -->
  <xsl:function name="f:named-agents" as="xs:string*">
    <xsl:param name="attribute" as="attribute()?"/>
    <xsl:sequence select="if (matches($attribute, '[#:]')) then f:pointers($attribute) else $attribute ! normalize-space()[. ne '']"/>
  </xsl:function>

  <xsl:function name="f:siglum-link" as="item()">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="context" as="element()"/>
    <xsl:variable name="siglum" as="xs:string" select="f:siglum($pointer, $context)"/>
    <xsl:variable name="href" as="xs:string?" select="if (contains($pointer, '#')) then f:href($pointer, $context) else ()"/>
    <xsl:sequence select="if (exists($href)) then f:summary-link($siglum, $href, '') else $siglum"/>
  </xsl:function>

  <!-- What a witness, an editor or an edition is called in an apparatus: its siglum, or its name. -->
  <xsl:function name="f:siglum" as="xs:string">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="context" as="element()"/>
    <xsl:variable name="target" as="element()?" select="(f:target($pointer, $context), f:listed-under($pointer, $context))[1]"/>
    <xsl:sequence select="(
        $target ! f:given-siglum(.),
        $target[self::bibl or self::biblStruct or self::biblFull] ! string-join((f:surname-of(descendant::author[1]), descendant::title[1] ! f:plain(., 'reading')), ', '),
        $target[not(self::witness or self::listWit or self::bibl or self::biblStruct or self::handNote)] ! f:named($pointer, $context),
        replace($pointer, '^.*#', ''))[. ne ''][1]"/>
  </xsl:function>

  <!-- The entry of the document's bibliography that leads to where an edition is pointed at, if it gives
       that a siglum (EpiDoc): bibl n="H", ptr target="bib:vey1910". -->
  <xsl:key name="listed-under" match="bibl[@n][ptr]" use="ptr/@target"/>

  <xsl:function name="f:listed-under" as="element(bibl)?">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="context" as="element()"/>
    <xsl:sequence select="if (contains($pointer, ':')) then key('listed-under', $pointer, root($context))[1] else ()"/>
  </xsl:function>

  <xsl:function name="f:given-siglum" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="(
        $element/(abbr | idno | label | title/abbr | head/abbr)[@type = ('siglum', 'sigil')][1] ! f:plain(., 'reading'),
        $element[self::witness or self::bibl or self::listWit]/@n[matches(., '\p{L}')][not(f:is-shorter-as-identifier(.))] ! normalize-space(),
        $element/self::witness[f:is-siglum(.)] ! normalize-space())[. ne ''][1]"/>
  </xsl:function>

  <!-- A name in small letters, beside an identifier that is a siglum: n="reims", xml:id="R". -->
  <xsl:function name="f:is-shorter-as-identifier" as="xs:boolean">
    <xsl:param name="name" as="attribute()"/>
    <xsl:sequence select="
        exists($name/../self::witness/@xml:id[string-length(.) lt string-length($name)]) and matches($name, '^\p{Ll}{3,}$')"/>
  </xsl:function>

  <!-- A witness of which no more is said than what it is called, in no word: "【宋】", "M2". -->
  <xsl:function name="f:is-siglum" as="xs:boolean">
    <xsl:param name="witness" as="element(witness)"/>
    <xsl:sequence select="empty($witness/*) and matches($witness, '^\s*\S{1,8}\s*$') and not(matches($witness, '\p{Ll}{2}'))"/>
  </xsl:function>

  <xsl:function name="f:surname-of" as="xs:string?">
    <xsl:param name="author" as="element()?"/>
    <xsl:sequence select="$author/(descendant::surname[1], .)[1] ! f:plain(., 'reading')[. ne '']"/>
  </xsl:function>

  <!-- The siglum of a witness, where its own words do not begin with it. -->
  <xsl:function name="f:siglum-of-witness" as="xs:string?">
    <xsl:param name="witness" as="element(witness)"/>
    <xsl:variable name="siglum" as="xs:string?" select="(f:given-siglum($witness), $witness/@xml:id ! string())[1]"/>
    <xsl:sequence select="
        if (empty($siglum)) then ()
        else $siglum[not(f:plain($witness, 'reading') ! (. eq $siglum or starts-with(., $siglum) and matches(substring-after(., $siglum), '^[^\p{L}\p{N}]')))]"/>
  </xsl:function>
</xsl:stylesheet>
