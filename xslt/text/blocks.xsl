<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:f="urn:tei-edition:functions"
    xmlns:t="urn:tei-edition:text"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- The text as a sequence of blocks, in the namespace urn:tei-edition:text:

       t:block    a run of lines: text, in which looks.xsl marks what is italic, a link and the like.
                  @tight: no blank line before it; @leads: none before what follows it; @indent: columns; @margin: what stands in them,
                  the number of a verse; @shift: how
                  often it is indented beyond other verse; @level: a heading of that level;
                  @kind="rule": a line across. U+2028 is a line that begins on purpose;
                  other white space is the encoder's, to be brought to single spaces.
       t:item     an item of a list, @marker before it ("- ", "2. ", or empty), @tight; @begins: it is
                  the first of a list; @follows="tight": so is each block in it but the first
       t:entry    a term, the first block in it, and what is said of it; with a @marker, an item
                  where something is said
       t:code     text whose lines and spaces stay as they are
       t:quote    a quotation that is set off
       t:table    t:row, each of t:cell, filled as a block is, or with blocks, a line each; @label: they name what follows;
                  @rows: the rows that the cell takes, whose own cells stand beside it;
                  @plain: each row is a line of text

       Whatever has no words is left out by the reader of all this (rendering/text/blocks.py), so that
       nothing has to be built here and looked at before it is written. It also carries out

       t:part     @before: words before the first of the blocks in it, @after: after the last, @behind: after
                  the first; @tight: whether the first is; @always: these words stand even without blocks
       t:under    a block that stands only where others follow it in there
       t:statement  an item with the name of a statement, @name, before what is said under it, in its
                  line, joined by the first half of @joins, or the second before another name; @tight="false": a blank line before it; @always: the name stands even alone
       t:verses   verses, a block each, tight but the first, with a stop (looks.xsl) between them; @indent
       t:detail   a line of what is said of a person or a place, after its @name
       In parts, items and statements words that stand there as they are, before all blocks, are one of them.
       t:items    blocks that are items of a list, or belong to them -->

  <xsl:template match="*" mode="blocks" as="element()*" priority="-5">
    <xsl:choose>
      <xsl:when test="f:holds-only-blocks(.)">
        <xsl:apply-templates select="*" mode="blocks"/>
      </xsl:when>
      <!-- Of a paragraph its words are all there is to say. -->
      <xsl:when test="self::p and f:is-bare(.) and not(@rend or @rendition or @style)">
        <t:block>
          <xsl:value-of select="."/>
        </t:block>
      </xsl:when>
      <xsl:when test="f:has-blocks(.)">
        <xsl:call-template name="content-blocks"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="block">
          <xsl:with-param name="nodes" select="if (self::p and not($has-carried-notes or @rend or @rendition or @style)) then f:shown-nodes(.) else ."/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What an element holds: its blocks, and a block of each run of text between them. -->
  <xsl:template name="content-blocks" as="element()*">
    <xsl:choose>
      <xsl:when test="f:holds-only-blocks(.)">
        <xsl:apply-templates select="*" mode="blocks"/>
      </xsl:when>
      <xsl:when test="not($has-carried-notes) and empty(text()[normalize-space()]) and (every $child in * satisfies f:is-block($child))">
        <xsl:apply-templates select="f:shown-nodes(.)[self::*]" mode="blocks"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="mixed-blocks"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- As most elements of a play do: blocks, and white space between them, whatever the view. -->
  <xsl:function name="f:holds-only-blocks" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        exists($element/*) and not($has-carried-notes) and empty($element/*[not(map:contains($plain-blocks, local-name()))])
        and empty($element/text()[normalize-space()]) and empty($element/self::choice)"/>
  </xsl:function>

  <!-- Elements that are blocks wherever they stand, in all views. -->
  <xsl:variable name="plain-blocks" static="yes" as="map(xs:string, xs:boolean)" select="
      map:merge(map:keys($kinds)[$kinds(.) eq 'block' and not(map:contains($of-one-view, .))] ! map:entry(., true()))"/>

  <xsl:template name="mixed-blocks" as="element()*">
    <xsl:variable name="shown" as="node()*" select="f:shown-nodes(.)"/>
    <xsl:variable name="carried" as="element(note)*" select="if ($has-carried-notes and f:is-block(.)) then f:trailing-notes(.) else ()"/>
    <xsl:variable name="carrier" as="node()?" select="if ($carried) then $shown[self::* or normalize-space()][last()] else ()"/>
    <xsl:for-each-group select="$shown" group-adjacent="exists(self::*[f:is-block(.)])">
      <xsl:choose>
        <xsl:when test="current-grouping-key()">
          <xsl:apply-templates select="current-group()" mode="blocks"/>
        </xsl:when>
        <!-- White space between blocks, which every element of a play has. -->
        <xsl:when test="empty(current-group()[not(self::text()) or normalize-space()])"/>
        <xsl:otherwise>
          <xsl:call-template name="block">
            <xsl:with-param name="nodes" select="current-group()"/>
            <xsl:with-param name="carried" select="$carried[current-group() intersect $carrier]"/>
          </xsl:call-template>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
    <xsl:if test="$carried and not($carrier/self::text() or $carrier[not(f:is-block(.))])">
      <xsl:call-template name="block">
        <xsl:with-param name="nodes" select="()"/>
        <xsl:with-param name="carried" select="$carried"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- One block from running text. -->
  <xsl:template name="block" as="element(t:block)">
    <xsl:param name="nodes" as="node()*" select="f:shown-nodes(.)"/>
    <xsl:param name="tight" as="xs:boolean" select="false()"/>
    <xsl:param name="indent" as="xs:integer" select="0"/>
    <xsl:param name="level" as="xs:integer" select="0"/>
    <xsl:param name="margin" as="xs:string" select="''"/>
    <xsl:param name="shift" as="xs:integer" select="0"/>
    <xsl:param name="carried" as="element(note)*" select="if ($has-carried-notes) then self::*[f:is-block(.)] ! f:trailing-notes(.) else ()"/>
    <t:block>
      <xsl:if test="$tight">
        <xsl:attribute name="tight" select="'true'"/>
      </xsl:if>
      <xsl:if test="$indent gt 0">
        <xsl:attribute name="indent" select="$indent"/>
      </xsl:if>
      <xsl:if test="$level gt 0">
        <xsl:attribute name="level" select="$level"/>
      </xsl:if>
      <xsl:if test="$shift gt 0">
        <xsl:attribute name="shift" select="$shift"/>
      </xsl:if>
      <xsl:if test="$margin ne ''">
        <xsl:attribute name="margin" select="$margin"/>
      </xsl:if>
      <xsl:value-of separator="">
        <xsl:apply-templates select="$nodes" mode="text"/>
        <xsl:apply-templates select="$carried" mode="note-number"/>
      </xsl:value-of>
    </t:block>
  </xsl:template>

  <!-- Whether the words of an element are its text as it stands: it holds nothing else, nor do notes
       follow it. -->
  <xsl:function name="f:is-bare" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="$is-plain-text and not($has-carried-notes) and empty($element/*)"/>
  </xsl:function>

  <xsl:template match="head" mode="blocks" as="element()*">
    <xsl:variable name="is-heading" as="xs:boolean" select="
        not($is-transcript) and exists(parent::*[matches(local-name(), '^(div[1-7]?|body|front|back|group|performance|prologue|epilogue|set)$')])"/>
    <xsl:call-template name="block">
      <xsl:with-param name="level" select="if ($is-heading) then min((6, f:heading-level(.))) else 0"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Lines of an address: one under the other. -->
  <xsl:template match="addrLine" mode="blocks" as="element()*">
    <xsl:call-template name="block">
      <xsl:with-param name="tight" select="exists(preceding-sibling::*[1][self::addrLine])"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Labelled fields of a form make one paragraph, bare ones the next. -->
  <xsl:template match="ab[f:is-field(.)]" mode="blocks" as="element()*">
    <xsl:call-template name="block">
      <xsl:with-param name="tight" select="
          exists(preceding-sibling::*[1][f:is-field(.)][exists(label) = exists(current()/label)])"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A salutation and the signature it leads to are one sentence of the closer. -->
  <xsl:template match="closer/salute[$is-transcript][f:leads-to-signature(.)]" mode="blocks" as="element()*">
    <xsl:call-template name="block">
      <xsl:with-param name="nodes" select="node(), following-sibling::node()[1][self::text()], following-sibling::signed[1]/node()"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="closer/signed[$is-transcript][preceding-sibling::*[1][f:leads-to-signature(.)]]" mode="blocks" as="element()*"/>

  <!-- Whether nothing but space stands between a salutation and a signature. -->
  <xsl:function name="f:leads-to-signature" as="xs:boolean">
    <xsl:param name="salute" as="element()"/>
    <xsl:sequence select="
        exists($salute/self::salute/following-sibling::node()[normalize-space() or self::*][1][self::signed])"/>
  </xsl:function>
</xsl:stylesheet>
