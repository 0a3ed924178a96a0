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

  <!-- Quotation marks that an element stands for (TEI Guidelines 3.3.3). The header says whether they
       were kept as characters (quotation/@marks: all, some, none); where it does not say so of all
       of them, they are supplied where neither the words nor what stands before them has one. -->

  <xsl:variable name="marks-kept" as="xs:string?" select="(//teiHeader//editorialDecl//quotation/@marks)[1] ! string()"/>

  <!-- By language, after Unicode's CLDR: the outer marks, then those of a quotation within. French
       sets them off with spaces that do not break. -->
  <xsl:variable name="quotation-marks" static="yes" as="map(xs:string, xs:string)" select="map:merge((
      tokenize('en pt nl zh ko tr la cy ga vi th hi') ! map:entry(., '“ ” ‘ ’'),
      tokenize('de cs sk sl hr lt is et') ! map:entry(., '„ “ ‚ ‘'),
      tokenize('bg ka') ! map:entry(., '„ “ ’ ’'),
      tokenize('ru uk be') ! map:entry(., '« » „ “'),
      tokenize('fr') ! map:entry(., '«_ _» “ ”'),
      tokenize('it es ca el pt-PT') ! map:entry(., '« » “ ”'),
      tokenize('no nb nn') ! map:entry(., '« » ‘ ’'),
      tokenize('de-CH fr-CH it-CH fa') ! map:entry(., '« » ‹ ›'),
      tokenize('pl ro') ! map:entry(., '„ ” « »'),
      tokenize('hu') ! map:entry(., '„ ” » «'),
      tokenize('sr mk') ! map:entry(., '„ ” ’ ’'),
      tokenize('sv fi he') ! map:entry(., '” ” ’ ’'),
      tokenize('da') ! map:entry(., '“ ” ‘ ’'),
      tokenize('ja zh-Hant zh-TW') ! map:entry(., '「 」 『 』'),
      tokenize('ar') ! map:entry(., '” “ ’ ‘')))"/>

  <xsl:variable name="opening-marks" static="yes" as="xs:string" select="'[&quot;“”„‟‘‚‛«»‹›「『〝]'"/>

  <xsl:variable name="closing-marks" static="yes" as="xs:string" select="'[&quot;“”‟’‘«»‹›」』〞'']'"/>

  <!-- The expressions with them are put together when the stylesheets are compiled: one that is put
       together where it is used is read again each time, which takes far longer than to match it. -->
  <xsl:variable name="begins-with-opening" static="yes" as="xs:string" _select="'^[\s&#xA0;&#x202F;]*{$opening-marks}'"/>
  <xsl:variable name="ends-with-opening" static="yes" as="xs:string" _select="'{$opening-marks}[\s&#xA0;&#x202F;]*$'"/>
  <xsl:variable name="ends-with-opening-alone" static="yes" as="xs:string" _select="'(^|[\s(\[—–]){$opening-marks}[\s&#xA0;&#x202F;]*$'"/>
  <xsl:variable name="begins-with-closing" static="yes" as="xs:string" _select="'^[\s&#xA0;&#x202F;]*{replace($closing-marks, '''', '''''')}'"/>
  <xsl:variable name="is-between-marks" static="yes" as="xs:string" _select="'^\s*{$opening-marks}.*{replace($closing-marks, '''', '''''')}\s*$'"/>

  <!-- The mark before an element's words and the one after them; nothing where it needs none. -->
  <xsl:function name="f:quotation-marks" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:if test="f:lacks-quotation-marks($element)">
      <xsl:variable name="language" as="xs:string" select="
          (($element/ancestor::*/@xml:lang)[last()], root($element)[self::document-node()] ! f:document-language(.), 'en')[1]"/>
      <xsl:variable name="tag" as="xs:string" select="(f:language-tag($language), 'en')[1]"/>
      <xsl:variable name="marks" as="xs:string+" select="
          tokenize(($quotation-marks($tag), $quotation-marks(tokenize($tag, '-')[1]), $quotation-marks('en'))[1]) ! translate(., '_', '&#xA0;')"/>
      <xsl:variable name="is-within" as="xs:boolean" select="
          exists($element/self::gloss)
          or f:is-in-open-quotation($element)
          or count($element/ancestor::*[self::q or self::quote or self::said or self::soCalled][not(f:is-block(.))]) mod 2 eq 1"/>
      <xsl:sequence select="
          (if ($element/@part = ('M', 'F')) then '' else $marks[if ($is-within) then 3 else 1]),
          (if ($element/@part = ('I', 'M')) then '' else $marks[if ($is-within) then 4 else 2])"/>
    </xsl:if>
  </xsl:function>

  <!-- A quotation that is set off, or set in another type, needs none; nor does reported speech, nor
       what a dictionary cites. -->
  <xsl:function name="f:lacks-quotation-marks" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        not($marks-kept = 'all')
        and exists($element[self::q or self::quote or self::said[not(@direct = 'false')] or self::soCalled or self::gloss][normalize-space()])
        and not(f:is-block($element) or $element/parent::cit ! f:is-block(.)) and empty(f:renditions($element))
        and empty($element/ancestor::*[self::entry or self::entryFree or self::dictScrap])
        and not($element/self::gloss[@target] and f:only-refers($element))
        and not(if ($marks-kept = 'none') then matches($element, $is-between-marks, 's')
                else f:has-quotation-marks($element))"/>
  </xsl:function>

  <!-- A gloss that points to a term elsewhere (in a list of abbreviations, for instance) is a word of the
       text that leads there; one that explains a term stands beside it (TEI Guidelines 3.4.1). -->
  <xsl:function name="f:only-refers" as="xs:boolean">
    <xsl:param name="gloss" as="element(gloss)"/>
    <xsl:sequence select="
        every $pointer in f:pointers($gloss/@target)
        satisfies empty($gloss/ancestor::*[self::p or self::ab or self::item or self::note or self::l or self::cell or self::head or self::list]
          intersect f:target($pointer, $gloss)/ancestor::*)"/>
  </xsl:function>

  <!-- Whether the document has its own: the words begin with one, or follow one. An apostrophe is one
       only where the words end with its like. -->
  <xsl:function name="f:has-quotation-marks" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="before" as="xs:string" select="string($element/preceding::text()[normalize-space()][1])"/>
    <xsl:sequence select="
        matches($element, $begins-with-opening) or matches($element, '^\s*[''’].*[''’]\s*$', 's')
        or matches($before, $ends-with-opening)
           and matches(string($element/following::text()[normalize-space()][1]), $begins-with-closing)
        or f:follows-opening($element) and not(f:is-in-open-quotation($element))"/>
  </xsl:function>

  <!-- Whether a mark that opens a quotation stands before an element's words, in their paragraph. -->
  <xsl:function name="f:follows-opening" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="before" as="text()?" select="$element/preceding::text()[normalize-space()][1]"/>
    <xsl:sequence select="
        matches($before, $ends-with-opening-alone) and exists($before/ancestor::* intersect f:quoting($element))"/>
  </xsl:function>

  <xsl:function name="f:quoting" as="element()?">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        $element/ancestor::*[self::p or self::ab or self::l or self::head or self::item or self::note or self::cell][1]"/>
  </xsl:function>

  <!-- Whether such a mark opens a quotation that goes on after the element: its words are a quotation
       within. One that closes right after them, or nowhere in the paragraph, is theirs. -->
  <xsl:function name="f:is-in-open-quotation" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:choose>
      <xsl:when test="f:follows-opening($element)">
        <xsl:variable name="after" as="xs:string" select="string-join(
            f:quoting($element)//text()[. >> $element][not(ancestor::* intersect $element)])"/>
        <xsl:sequence select="not(matches($after, '^[\s,.;:!?…]*' || $closing-marks)) and matches($after, '[^\p{L}\s]\s*' || $closing-marks || '|' || $closing-marks || '(\W|$)')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="false()"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>
</xsl:stylesheet>
