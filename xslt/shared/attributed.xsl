<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- Divisions and paragraphs that are not the document's: a translation beside the original, what a
       machine wrote. -->

  <!-- Types of what stands beside an original. -->
  <xsl:variable name="kinds-of-version" static="yes" as="xs:string+" select="
      tokenize('translation transliteration normalized normalised regularized regularised modernized modernised')"/>

  <!-- "[translated by the translator (M. Cohen)]"; nothing for the document's own words. -->
  <xsl:function name="f:whose-block" as="xs:string?">
    <xsl:param name="block" as="element()"/>
    <xsl:sequence select="f:block-attribution($block) ! f:bracketed(., f:voice($block))"/>
  </xsl:function>

  <!-- The same without brackets. A transcriber's text is the document's; where all of a text is
       one translation, the head of the page says so. What nobody answers for by name is called a translation
       where no heading calls it anything. -->
  <xsl:function name="f:block-attribution" as="xs:string?">
    <xsl:param name="block" as="element()"/>
    <xsl:variable name="is-translation" as="xs:boolean" select="contains($block/@type, 'translation')"/>
    <xsl:variable name="act" as="xs:string" select="
        if ($is-translation) then 'translated' else if (contains($block/@type, 'transliteration')) then 'transliterated'
        else if (matches($block/@type, '^(normali|regulari|moderni)[sz]ed$')) then 'reg' else 'contributed'"/>
    <xsl:variable name="agent" as="xs:string" select="f:agent($block)"/>
    <xsl:if test="not($block/@hand) and ($agent = ('translator', 'machine') or $act ne 'contributed' and $agent eq 'editor')
        and ($agent eq 'machine' or exists($block/(parent::* except parent::body | parent::body[*[2] or ancestor::group]))
          or $is-translation and not($block/@resp) and not($says-translation))
        and (if ($block/@resp) then not($block/@resp = $block/ancestor::*/@resp)
             else empty(($block/head, $block/ancestor::*[@type = $block/@type])))">
      <xsl:sequence select="
          if ($block/@resp) then f:act($act, $block) || ' (' || string-join(f:pointers($block/@resp) ! f:agent-name(., $block), f:word('punctuation.list')) || ')'
          else f:word('act.' || $act)"/>
    </xsl:if>
  </xsl:function>

  <!-- All of those that a responsibility names: "Ada and Ben". -->
  <xsl:function name="f:names-of-responsible" as="xs:string">
    <xsl:param name="statement" as="element(respStmt)"/>
    <xsl:sequence select="f:list($statement/(persName | name | orgName) ! f:plain(., 'reading')[. ne ''])"/>
  </xsl:function>

  <!-- Whether the header says that something was translated. -->
  <xsl:variable name="says-translation" as="xs:boolean" select="exists(/*/teiHeader/fileDesc/(
      .//resp[matches(., $translating, 'i')] | .//resp/(@key, @ref, @ana)[matches(., '(^|[/#:])trl$')]
      | .//@role[matches(., $translating, 'i')] | titleStmt/title[matches(., $translating, 'i')]))"/>

  <!-- The name of someone or something responsible. -->
  <xsl:function name="f:agent-name" as="xs:string">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="context" as="element()"/>
    <xsl:variable name="agent" as="element()?" select="(f:target($pointer, $context), f:bearer($pointer, $context))[1]"/>
    <xsl:sequence select="
        ($agent/ancestor-or-self::respStmt[1][not($agent[self::persName or self::name or self::orgName])] ! f:names-of-responsible(.)[. ne ''],
         $agent[ancestor::respStmt][self::persName or self::name or self::orgName] ! f:plain(., 'reading')[. ne ''],
         $agent/label[1] ! f:plain(., 'reading'), $agent/@ident ! string(), f:plain($agent, 'reading')[. ne ''],
         replace($pointer, '^#', ''))[1]"/>
  </xsl:function>
</xsl:stylesheet>
