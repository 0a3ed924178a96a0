<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- Words and punctuation that are marked one by one (TEI Guidelines 18.1). Where a text has no
       character between its words, spaces are implied; where it has white space there, @join says
       which of it is no space of the text (att.linguistic). -->

  <xsl:variable name="marks-words" as="xs:boolean" select="exists(//w)"/>

  <!-- Whether spaces are implied in a passage: it has none between its words. Of one or two words
       without a space the rest of the document decides whether they belong together. -->
  <xsl:function name="f:implies-spaces" as="xs:boolean" cache="yes">
    <xsl:param name="passage" as="node()"/>
    <xsl:sequence select="not(f:has-spaces($passage)) and (count($passage/descendant::w) ge 3 or $document-implies-spaces)"/>
  </xsl:function>

  <xsl:function name="f:has-spaces" as="xs:boolean">
    <xsl:param name="passage" as="node()"/>
    <xsl:sequence select="
        exists($passage/descendant::c[not(normalize-space())])
        or exists($passage/descendant::w/following-sibling::node()[1][self::text()[not(normalize-space())]
          /following-sibling::node()[1][self::w or self::pc or self::name or self::hi or self::choice or self::phr or self::cl]])"/>
  </xsl:function>

  <!-- Four words in a row are no one word. -->
  <xsl:variable name="document-implies-spaces" as="xs:boolean" select="
      exists(//w[following-sibling::node()[1]/self::w/following-sibling::node()[1]/self::w/following-sibling::node()[1]/self::w])
      or not(f:has-spaces(/))"/>

  <xsl:variable name="has-joined-tokens" as="xs:boolean" select="$marks-words and exists(//(w | pc)/@join)"/>

  <!-- Whether a space is implied before a word or a mark: between two of them, or two elements that
       hold nothing else. -->
  <xsl:function name="f:implies-space" as="xs:boolean">
    <xsl:param name="token" as="element()"/>
    <xsl:sequence select="$marks-words and f:follows-apart($token)"/>
  </xsl:function>

  <!-- Of the first words of a choice, where it stands. -->
  <xsl:function name="f:follows-apart" as="xs:boolean">
    <xsl:param name="place" as="element()"/>
    <xsl:variable name="token" as="element()?" select="if ($place/(self::choice | self::app)) then $place/(descendant::w | descendant::pc)[1] else $place"/>
    <xsl:choose>
      <xsl:when test="empty($token) or exists($place/(parent::*[self::w or self::pc or f:has-words-of-its-own(.)] | ancestor::w | preceding-sibling::node()[1][self::c]))
          or $token/@join = ('left', 'both') or $token/@part = ('M', 'F')
          or $place[empty(preceding-sibling::*)]/parent::*[parent::choice or self::lem or self::rdg]">
        <xsl:sequence select="false()"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="before" as="element()?" select="
            $place/preceding::*[self::w or self::pc or self::gap][empty(ancestor::w)][not(ancestor::note) or $place/ancestor::note][1]"/>
        <xsl:sequence select="
            exists($before) and not($before/@join = ('right', 'both'))
            and f:implies-spaces(($place/ancestor::*[self::s or self::p or self::l or self::ab or self::head or self::u or self::speaker
              or self::stage or self::note or self::item or self::cell or self::div][1], root($place))[1])
            and not($place/preceding-sibling::node()[1] ! f:joins(.))
            and (if ($token/self::pc) then f:opens($token) else not($before/self::pc and f:opens($before)))
            and not(matches($token, '^[''’](s|t|d|m|ll|re|ve)?$|^n[''’]t$', 'i') or matches($before, '\p{L}[''’]$'))
            and not(matches($before, $ends-unspaced) and matches($token, $begins-unspaced))"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Kept, since every token of a passage asks it. -->
  <xsl:function name="f:has-words-of-its-own" as="xs:boolean" cache="yes">
    <xsl:param name="passage" as="element()"/>
    <xsl:sequence select="exists($passage/text()[normalize-space()])"/>
  </xsl:function>

  <!-- Scripts that have no spaces, with their punctuation. -->
  <xsl:variable name="unspaced" static="yes" as="xs:string" select="'[&#x3000;-&#x30FF;&#x3400;-&#x9FFF;&#xFF00;-&#xFFEF;]'"/>
  <xsl:variable name="ends-unspaced" static="yes" as="xs:string" _select="'{$unspaced}$'"/>
  <xsl:variable name="begins-unspaced" static="yes" as="xs:string" _select="'^{$unspaced}'"/>

  <!-- A mark before which a space stands and after which none does: an opening bracket or quotation
       mark; of quotation marks that look alike each other one. -->
  <xsl:function name="f:opens" as="xs:boolean">
    <xsl:param name="mark" as="element()"/>
    <xsl:sequence select="
        matches($mark, '^\s*[\p{Ps}\p{Pi}„‚¿¡]\s*$')
        or matches($mark, '^\s*[&quot;'']\s*$')
           and count($mark/preceding-sibling::pc[normalize-space() eq normalize-space($mark)]) mod 2 eq 0"/>
  </xsl:function>

  <!-- Whether the white space between two of them is the encoder's alone. -->
  <xsl:function name="f:is-between-joined" as="xs:boolean">
    <xsl:param name="space" as="text()"/>
    <xsl:sequence select="
        not(normalize-space($space))
        and ($space/preceding-sibling::*[1][self::w or self::pc]/@join = ('right', 'both')
             or $space/following-sibling::*[1][self::w or self::pc]/@join = ('left', 'both'))"/>
  </xsl:function>

  <!-- Sentences, and half-lines that end with a mark, without a character between them. -->
  <xsl:function name="f:is-glued-segment" as="xs:boolean">
    <xsl:param name="segment" as="element()"/>
    <xsl:variable name="before" as="node()?" select="$segment/preceding-sibling::node()[1]"/>
    <xsl:sequence select="
        exists($before[self::s or self::seg])
        and matches($segment, '^\S') and matches($before, if ($segment/self::s) then '\S$' else '[,.;:!?…—]$')
        and not(matches($before, $ends-unspaced) and matches($segment, $begins-unspaced))"/>
  </xsl:function>
</xsl:stylesheet>
