<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- The way from a note or a reading back to its mark in the text. In a view that leaves the mark
       out, it leads to the entry of the list of readings that has it, or to the passage. -->
  <xsl:template name="ways-back" as="element()+">
    <!-- What stands in the text, and the anchor of the mark there. -->
    <xsl:param name="origin" as="element()"/>
    <xsl:param name="anchor" as="xs:string"/>
    <!-- What it is called, "Note 3", and what there is to see. -->
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="sign" as="xs:string" select="'↩'"/>
    <xsl:variable name="hiding" as="element()*" select="
        $origin/ancestor::*[f:view(.) ne 'both'][count(ancestor::note) eq count($origin/ancestor::note)]"/>
    <xsl:choose>
      <xsl:when test="empty($hiding)">
        <xsl:call-template name="way-back">
          <xsl:with-param name="anchor" select="$anchor"/>
          <xsl:with-param name="words" select="$words"/>
          <xsl:with-param name="sign" select="$sign"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="views" as="xs:string+" select="distinct-values($hiding ! f:view(.))"/>
        <xsl:variable name="entry" as="xs:string" select="
            ($hiding[1]/ancestor-or-self::*[f:is-intervention(.)][1] ! ('reading:' || f:reading-letter(.)),
             $hiding[1]/ancestor::*[@xml:id][f:stands-in-page(@xml:id, .)][1]/@xml:id ! encode-for-uri(.), 'page:text')[1]"/>
        <xsl:for-each select="if ($views = 'other' or count($views) gt 1) then 'both' else ('reading', 'diplomatic')">
          <xsl:call-template name="way-back">
            <xsl:with-param name="anchor" select="if (. = $views) then $anchor else $entry"/>
            <xsl:with-param name="words" select="$words"/>
            <xsl:with-param name="sign" select="$sign"/>
            <xsl:with-param name="view" select="."/>
          </xsl:call-template>
        </xsl:for-each>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="way-back" as="element()">
    <xsl:param name="anchor" as="xs:string"/>
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="sign" as="xs:string"/>
    <xsl:param name="view" as="xs:string" select="'both'"/>
    <xsl:choose>
      <xsl:when test="$view eq 'both'">
        <a class="gen back" href="#{$anchor}" role="doc-backlink"><xsl:sequence select="$own-language"/><span class="vh">{f:word('notes.back')}, {$words} </span>{$sign}</a>
      </xsl:when>
      <xsl:otherwise>
        <span class="v-{$view}">
          <xsl:if test="$view eq 'diplomatic'">
            <xsl:attribute name="hidden" select="'hidden'"/>
          </xsl:if>
          <xsl:call-template name="way-back">
            <xsl:with-param name="anchor" select="$anchor"/>
            <xsl:with-param name="words" select="$words"/>
            <xsl:with-param name="sign" select="$sign"/>
          </xsl:call-template>
        </span>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
