<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- Words divided at the end of a line. Where the break says that it parts no words (@break="no"), a
       hyphen before it is the line's: the reading view has none. Where nothing is said, a hyphen between
       letters may be the word's own: it stays, and the word goes on without a space. -->

  <xsl:variable name="line-hyphen" static="yes" as="xs:string" select="'\p{L}[-&#x2010;&#xAD;&#xAC;&#x2E17;]\s*$'"/>

  <!-- Unless the header says that all hyphens at the ends of lines are the words' own. -->
  <xsl:variable name="has-line-hyphens" as="xs:boolean" select="
      $says-no-break and exists((//lb, //pb, //cb)/preceding-sibling::node()[1][self::text()][matches(., $line-hyphen)])
      and empty(/*/teiHeader//hyphenation[@eol = ('none', 'hard')])"/>

  <xsl:function name="f:ends-in-line-hyphen" as="xs:boolean">
    <xsl:param name="text" as="text()"/>
    <xsl:sequence select="
        matches($text, $line-hyphen)
        and exists($text/following::node()[f:parts-words(.)][f:is-in-line-with(., $text)][1][f:is-in-word(.)][not(self::lb[f:is-deliberate-break(.)])])"/>
  </xsl:function>

  <!-- Most documents have none: that is seen from what stands before all lines at once. -->
  <xsl:variable name="has-divided-lines" as="xs:boolean" select="
      f:has-hyphen(string-join(//lb/preceding-sibling::node()[1][self::text()])) and exists(//lb[empty(@break)][f:divides-word(.)])"/>

  <xsl:function name="f:has-hyphen" as="xs:boolean">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="contains($words, '-') or contains($words, '&#xAC;') or contains($words, '&#xAD;') or contains($words, '&#x2E17;') or contains($words, '&#x2010;')"/>
  </xsl:function>

  <!-- "Tempera-", "turerhöhung"; but "Land-", "und Seekarten". -->
  <xsl:function name="f:divides-word" as="xs:boolean">
    <xsl:param name="lb" as="element(lb)"/>
    <xsl:variable name="before" as="xs:string" select="string($lb/preceding-sibling::node()[1][self::text()])"/>
    <xsl:sequence select="
        f:has-hyphen($before)
        and matches($before, $line-hyphen)
        and matches($lb/following-sibling::node()[1][self::text()], '^\s*\p{Ll}')
        and not(matches($lb/following-sibling::node()[1], '^\s*(und|u\.|oder|bis|wie|and|or|to|et|ou|y|e|o|en|of|och|og|eller|i|и)\s'))"/>
  </xsl:function>

  <xsl:function name="f:undivided" as="xs:string">
    <xsl:param name="text" as="text()"/>
    <xsl:variable name="rest" as="xs:string" select="
        if (matches($text, '^\s') and $text/preceding-sibling::node()[1][self::lb][empty(@break)][f:divides-word(.)])
        then replace($text, '^\s+', '') else string($text)"/>
    <xsl:sequence select="
        if (matches($rest, '\s$') and $text/following-sibling::node()[1][self::lb][empty(@break)][f:divides-word(.)])
        then replace($rest, '\s+$', '') else $rest"/>
  </xsl:function>

  <!-- A hyphen that only @rend of the break tells of: the document's, and the line's. -->
  <xsl:variable name="hyphens-told" static="yes" as="map(xs:string, xs:string)" select="map {
      '-': '-', 'hyphen': '-', 'hyph': '-', 'sh': '-', 'shy': '-', 'single-hyphen': '-', 'singlehyphen': '-',
      '=': '=', 'dh': '=', 'double-hyphen': '=', 'doublehyphen': '=', '&#x2E17;': '&#x2E17;', '&#xAC;': '&#xAC;'}"/>

  <xsl:function name="f:hyphen-told" as="xs:string?">
    <xsl:param name="break" as="element()"/>
    <xsl:sequence select="$break[@break = 'no']/@rend ! $hyphens-told(lower-case(.))"/>
  </xsl:function>
</xsl:stylesheet>
