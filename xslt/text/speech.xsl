<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:f="urn:tei-edition:functions"
    xmlns:t="urn:tei-edition:text"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- Speech: who speaks stands in the line above what is said. The transcript has the blocks as such. -->

  <xsl:template match="sp/speaker[not($is-transcript)]" mode="blocks" as="element()*">
    <t:block>
      <xsl:if test="following-sibling::*[1][f:is-block(.)]">
        <xsl:attribute name="leads" select="'true'"/>
      </xsl:if>
      <xsl:choose>
        <xsl:when test="f:is-bare(.)">
          <xsl:value-of select="concat($bold, ., $end)"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:value-of separator="">
            <xsl:sequence select="$bold"/>
            <xsl:apply-templates select="f:shown-nodes(.)" mode="text"/>
            <xsl:apply-templates select="if ($has-carried-notes) then f:trailing-notes(.) else ()" mode="note-number"/>
            <xsl:sequence select="$end"/>
          </xsl:value-of>
        </xsl:otherwise>
      </xsl:choose>
    </t:block>
  </xsl:template>

  <!-- Who speaks, where only the markup says it. -->
  <xsl:template match="u[not($is-transcript)] | post[not($is-transcript)]" mode="blocks" as="element()*">
    <t:part before="{f:speaker-given(.) ! (f:bracketed(., 'editor') || ' ')}">
      <xsl:next-match/>
    </t:part>
  </xsl:template>

  <xsl:template match="sp[@who][empty(speaker)][not($is-transcript)]" mode="blocks" as="element()*">
    <t:under>
      <t:block>{f:speaker-given(.) ! f:bracketed(., 'editor')}</t:block>
      <t:part tight="true">
        <xsl:next-match/>
      </t:part>
    </t:under>
  </xsl:template>

  <xsl:template match="stage" mode="text" as="item()*">
    <xsl:sequence select="' '[f:is-glued-stage(current())][not(f:is-block(current()))]"/>
    <!-- What is not said is told from what is, where type cannot: unless it has brackets of its own. -->
    <xsl:sequence select="
        if (matches(., '[\p{L}\p{N}]') and not($is-transcript or matches(., '^\s*[(\[].*[)\]][.,;:]?\s*$', 's'))) then $apart else $italic"/>
    <xsl:apply-templates select="f:shown-nodes(.)" mode="text"/>
    <xsl:sequence select="$end, ' '[f:is-block(current()) or f:is-followed-at-once(current())]"/>
  </xsl:template>
</xsl:stylesheet>
