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

  <!-- Numbers of lines, stanzas, paragraphs, divisions: those of verses in the margin, others in the
       brackets of the editors before the words. The transcript has none. -->

  <!-- Verses that stand in a reading, an addition and the like are of the same stanza as those around it. -->
  <xsl:variable name="has-verses-within" as="xs:boolean" select="exists(//l[not(parent::lg or parent::sp)][f:is-within-stanza(..)])"/>

  <xsl:function name="f:is-within-stanza" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element[self::lem or self::rdg or self::app or self::rdgGrp or self::choice or self::subst or self::add or self::del or self::restore
        or self::supplied or self::surplus or self::damage or self::unclear or self::sic or self::corr or self::orig or self::reg])"/>
  </xsl:function>

  <xsl:function name="f:follows-verse" as="xs:boolean">
    <xsl:param name="part" as="element()"/>
    <xsl:variable name="before" as="element()?" select="$part[not(self::lem or self::rdg or parent::choice)]/preceding-sibling::*[not(self::lb)][1]"/>
    <xsl:sequence select="
        if ($before) then exists($before[self::l or f:is-within-stanza(.) and descendant::l])
        else exists($part/..[f:is-within-stanza(.)]) and f:follows-verse($part/..)"/>
  </xsl:function>

  <!-- A verse, indented; further, where the numbers of others need a margin. -->
  <xsl:template match="l" mode="blocks" as="element()*">
    <xsl:choose>
      <!-- As nearly all are. -->
      <xsl:when test="not(@n or @rend or @part) and f:is-bare(.) and not($is-transcript)">
        <t:block indent="{$verse-indent}">
          <xsl:if test="preceding-sibling::*[not(self::lb)][1][self::l] or $has-verses-within and f:follows-verse(.)">
            <xsl:attribute name="tight" select="'true'"/>
          </xsl:if>
          <xsl:value-of select="."/>
        </t:block>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="block">
          <xsl:with-param name="tight" select="exists(preceding-sibling::*[not(self::lb)][1][self::l]) or $has-verses-within and f:follows-verse(.)"/>
          <xsl:with-param name="indent" select="if ($is-transcript) then 0 else $verse-indent"/>
          <xsl:with-param name="shift" select="if ($is-transcript) then 0 else f:indentation(.)"/>
          <xsl:with-param name="margin" select="string(.[@n][not($is-transcript)] ! f:line-number(.))"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A stanza of nothing but such verses. -->
  <xsl:template match="lg" mode="blocks" as="element()*">
    <xsl:choose>
      <xsl:when test="$is-plain-text and not($is-transcript or $has-carried-notes) and l and empty(*[not(self::l) or * or @n or @rend or @part])
          and empty(text()[normalize-space()])">
        <t:verses indent="{$verse-indent}">
          <xsl:value-of select="l[1]"/>
          <xsl:for-each select="l[position() gt 1]">
            <xsl:value-of select="$stop"/>
            <xsl:value-of select="."/>
          </xsl:for-each>
        </t:verses>
      </xsl:when>
      <xsl:otherwise>
        <xsl:next-match/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:variable name="verse-indent" as="xs:integer" select="
      if (some $line in //l[@n] satisfies exists(f:line-number($line))) then 6 else 2"/>

  <!-- How often a line is indented: @rend of "indent", "indented", "indent2". -->
  <xsl:function name="f:indentation" as="xs:integer">
    <xsl:param name="line" as="element()"/>
    <xsl:variable name="tokens" as="xs:string*" select="
        tokenize(lower-case($line/@rend))[matches(., '^indent(ed)?[-(]?[1-9]?\)?$')] ! replace(., '\D', '')"/>
    <!-- A verse that speakers share goes on where the one before it ended. -->
    <xsl:sequence select="sum(($tokens ! (if (. = '') then 1 else xs:integer(.)),
        $line[ancestor::sp]/@part ! (if (. = 'M') then 2 else if (. = 'F') then 4 else 0)))"/>
  </xsl:function>

  <xsl:template match="p[@n][not($is-transcript)] | ab[@n][not($is-transcript)]" mode="blocks" as="element()*">
    <t:part before="{f:number-given(.) ! (f:bracketed(., 'editor') || ' ')}">
      <xsl:next-match/>
    </t:part>
  </xsl:template>

  <xsl:template match="lg[@n][not($is-transcript)]" mode="blocks" as="element()*" priority="2">
    <xsl:variable name="number" as="xs:string?" select="f:number-given(.)"/>
    <xsl:choose>
      <xsl:when test="$number">
        <t:under>
          <t:block>{f:bracketed($number, 'editor')}</t:block>
          <t:part tight="true">
            <xsl:next-match/>
          </t:part>
        </t:under>
      </xsl:when>
      <xsl:otherwise>
        <xsl:next-match/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="div[@n or @type = ('enclosure', 'attachment', 'annex', 'apparatus', 'commentary', 'bibliography')][not($is-transcript)] | div1[@n][not($is-transcript)] | div2[@n][not($is-transcript)]
      | div3[@n][not($is-transcript)] | div4[@n][not($is-transcript)] | div5[@n][not($is-transcript)]
      | div6[@n][not($is-transcript)] | div7[@n][not($is-transcript)]
      | group/text[@type = ('enclosure', 'attachment', 'annex')][not($is-transcript)]" mode="blocks" as="element()*">
    <xsl:for-each select="f:division-number(.)">
      <t:block>{f:bracketed(., 'editor')}</t:block>
    </xsl:for-each>
    <xsl:next-match/>
  </xsl:template>

  <!-- The number of a line of the sheet, where the view keeps the lines. -->
  <xsl:function name="f:line-mark" as="xs:string?">
    <xsl:param name="lb" as="element(lb)"/>
    <xsl:sequence select="
        if ($view = 'diplomatic' and $lb/@n and not($lb/@break = 'no')) then f:line-number($lb) ! (f:bracketed(., 'editor') || ' ') else ()"/>
  </xsl:function>
</xsl:stylesheet>
