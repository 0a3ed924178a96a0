<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xmlns:t="urn:tei-edition:text"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">


  <!-- Blocks within brackets: handwriting, and what is supplied, deleted or stamped by the paragraph. -->

  <xsl:template match="div[@hand][f:is-handwritten(.)] | ab[@hand][f:is-handwritten(.)] | p[@hand][f:is-handwritten(.)]
      | seg[@hand][f:is-handwritten(.)]" mode="blocks" as="element()*" priority="3">
    <xsl:variable name="place" as="xs:string" select="f:handwriting(.)"/>
    <xsl:variable name="report" as="xs:string" select="
        if ($is-transcript) then $place else string-join(($place, f:hand(@hand)), f:word('punctuation.semicolon'))"/>
    <t:part after="{f:close(.)}">
      <t:block>{f:open(.)}{$report}{$colon}</t:block>
      <t:part tight="true">
        <xsl:next-match/>
      </t:part>
    </t:part>
  </xsl:template>

  <!-- What is not the document's: a translation beside the original, what a machine wrote. -->
  <xsl:template match="div[@resp or @type = $kinds-of-version] | div1[@resp or @type = $kinds-of-version] | div2[@resp or @type = $kinds-of-version] | ab[@resp] | p[@resp]
      | group/text[@resp or @type = $kinds-of-version]" mode="blocks" as="element()*" priority="2">
    <xsl:variable name="attribution" as="xs:string?" select="if ($is-transcript) then () else f:block-attribution(.)"/>
    <xsl:choose>
      <xsl:when test="exists($attribution)">
        <t:block>{f:open(.)}{$attribution}{$colon}</t:block>
        <t:part after="{f:close(.)}">
          <xsl:next-match/>
        </t:part>
      </xsl:when>
      <xsl:otherwise>
        <xsl:next-match/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template mode="blocks" as="element()*" match="supplied[f:has-blocks(.)] | ex[f:has-blocks(.)] | corr[f:has-blocks(.)] | reg[f:has-blocks(.)]
      | stamp[f:has-blocks(.)] | seal[not(parent::sealDesc)][f:has-blocks(.)] | del[f:has-blocks(.)] | surplus[f:has-blocks(.)]">
    <xsl:variable name="word" as="xs:string?" select="
        ((self::stamp, self::seal) ! f:stamp(.), self::*[self::del or self::surplus] ! f:removed(., $is-transcript)) ! (. || f:word('punctuation.colon'))"/>
    <xsl:if test="f:is-shown(.) and not(f:is-editors-own(.))">
      <t:part before="{f:open(.) || $word}" after="{f:close(.) || f:reading-mark(.)}" tight="false">
        <xsl:next-match/>
      </t:part>
    </xsl:if>
    <xsl:if test="not(f:is-shown(.)) and f:reading-mark(.)">
      <t:block>{f:reading-mark(.)}</t:block>
    </xsl:if>
  </xsl:template>

  <xsl:template match="add[f:has-blocks(.)]" mode="blocks" as="element()*" priority="2">
    <xsl:variable name="is-marked" as="xs:boolean" select="not($is-transcript) and (f:view-around(.) eq 'diplomatic' or f:is-another-hands(.))"/>
    <xsl:choose>
      <xsl:when test="$is-marked">
        <t:part before="{f:open(.) || f:added(.) || f:word('punctuation.colon')}" after="{f:close(.)}">
          <xsl:next-match/>
        </t:part>
      </xsl:when>
      <xsl:otherwise>
        <xsl:next-match/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template mode="blocks" as="element()*"
      match="unclear[f:has-blocks(.)] | sic[not(parent::choice)][f:has-blocks(.)] | restore[f:has-blocks(.)]
      | damage[f:has-blocks(.)] | secl[f:has-blocks(.)] | retrace[f:has-blocks(.)] | choice[f:has-blocks(.)]
      | app[f:has-blocks(.)]">
    <t:part after="{f:mark-after(.)}">
      <xsl:next-match/>
    </t:part>
  </xsl:template>

  <!-- What the stylesheets do not know says what it is. -->
  <xsl:template mode="blocks" as="element()*" priority="-4" match="*[not($is-transcript or f:is-considered(.) or f:is-part-of-notation(.))][f:has-blocks(.)]">
    <t:part before="{{{local-name()}: " after="}}">
      <xsl:next-match/>
    </t:part>
  </xsl:template>
</xsl:stylesheet>
