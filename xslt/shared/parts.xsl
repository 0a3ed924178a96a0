<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- Elements encoded as data, whose parts may follow each other without a character between
       them: a cast item, a reference, an entry of a dictionary. Each part is a word of its own. -->

  <xsl:variable name="of-parts" static="yes" as="xs:string" select="normalize-space('
      castItem dateline byline address addrLine persName person birth death residence place org location placeName
      respStmt author editor publisher
      bibl biblStruct biblFull analytic monogr imprint series relatedItem cit titleStmt docImprint
      entry entryFree superEntry hom re form gramGrp sense etym xr dimensions msIdentifier altIdentifier')"/>

  <xsl:variable name="ideographs" static="yes" as="xs:string" select="'[&#x3040;-&#x30FF;&#x3400;-&#x9FFF;]'"/>
  <xsl:variable name="ends-with-ideograph" static="yes" as="xs:string" _select="'{$ideographs}$'"/>
  <xsl:variable name="begins-with-ideograph" static="yes" as="xs:string" _select="'^{$ideographs}'"/>

  <!-- The parts by which an element of data is known on a page: a pattern of names is looked up
       quicker than one of parents. -->
  <xsl:variable name="parts-of-data" static="yes" as="xs:string" select="normalize-space('
      role roleDesc actor street postBox postCode settlement district region country
      forename surname roleName addName genName nameLink publisher pubPlace biblScope bibl
      author editor title date time placeName persName orgName geogName name rs idno docDate docAuthor
      extent edition citedRange abbr resp respStmt series monogr height width depth dim')"/>

  <!-- Whether a space is wanting before a part. Points in the text and notes are no parts;
       Chinese and Japanese have no spaces. -->
  <xsl:function name="f:is-glued" as="xs:boolean">
    <xsl:param name="part" as="element()"/>
    <xsl:variable name="before" as="node()?" select="$part/preceding-sibling::node()[not(self::comment() or self::processing-instruction())][1]"/>
    <xsl:sequence select="
        exists($before/self::*) and (not(($kinds(local-name($part)), $kinds(local-name($before))) = 'point') or $before/self::ptr and $part[self::citedRange or self::biblScope])
        and empty($part[self::pc or self::c or self::note[f:is-numbered-note(.)]]) and empty($before[self::c or self::pc[f:opens(.)]])
        and (not(matches($before, $ends-with-ideograph) and matches($part, $begins-with-ideograph))
          or exists($part[self::orth or self::pron or self::form or self::gramGrp or self::sense]))"/>
  </xsl:function>

  <!-- A player or a part behind the mark that ends what stands before: "a keeper.Mr. Fox". -->
  <xsl:function name="f:follows-mark" as="xs:boolean">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="matches($part/preceding-sibling::node()[1][self::text()], '[,.;:]$') and matches($part, '^\S')"/>
  </xsl:function>

  <!-- Whether words follow a part at once that names what they say: the date of a change, its label. -->
  <xsl:function name="f:is-followed-by-words" as="xs:boolean">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="exists($part/parent::change) and matches(string($part/following-sibling::node()[1]), '^[^\s.,;:!?)]')"/>
  </xsl:function>

  <xsl:variable name="is-of-parts" static="yes" as="map(xs:string, xs:boolean)"
      select="map:merge(tokenize($of-parts) ! map:entry(., true()))"/>

  <xsl:function name="f:is-glued-part" as="xs:boolean">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="
        exists($part/preceding-sibling::node()[1]/self::*) and map:contains($is-of-parts, local-name($part/..)) and f:is-glued($part)"/>
  </xsl:function>
</xsl:stylesheet>
