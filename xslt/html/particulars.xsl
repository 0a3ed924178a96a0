<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- What the attributes of a statement say. Many have only such as say nothing. -->
  <xsl:template name="particulars" as="item()*">
    <xsl:if test="@*[not(self::attribute(type) or self::attribute(xml:id) or self::attribute(corresp) or self::attribute(level)[parent::title] or self::attribute(xml:lang))]">
      <xsl:variable name="link" as="xs:string?" select="if (@target or @ref) then f:particular-link(.) else ()"/>
      <xsl:variable name="said" as="xs:string*" select="f:particulars-said(.)"/>
      <xsl:if test="exists($said) or $link">
        <span class="gen particulars"><xsl:sequence select="$own-language"/>
          <xsl:choose>
            <xsl:when test="$link">
              <xsl:text> ({string-join($said, $semicolon)}{if (exists($said)) then $semicolon else ''}</xsl:text>
              <a href="{$link}">{f:link-words(.)}</a>
              <xsl:text>)</xsl:text>
            </xsl:when>
            <xsl:when test="f:says-no-more(.)">{string-join($said, $semicolon)}</xsl:when>
            <xsl:otherwise>
              <xsl:text> (</xsl:text>
              <xsl:value-of select="$said" separator="{$semicolon}"/>
              <xsl:text>)</xsl:text>
            </xsl:otherwise>
          </xsl:choose>
        </span>
      </xsl:if>
    </xsl:if>
  </xsl:template>

  <!-- Pages that are in attributes only. -->
  <xsl:template match="biblScope[not(node())][@from or @to] | citedRange[not(node())][@from or @to]" mode="html" as="element()">
    <span>
      <xsl:call-template name="attributes"/>
      <span class="gen"><xsl:sequence select="$own-language"/>{f:scope(.)}</span>
    </span>
  </xsl:template>

  <!-- Leaves that are in attributes only. -->
  <xsl:template match="locus[not(normalize-space())]" mode="html" as="item()*">
    <span>
      <xsl:call-template name="attributes"/>
      <xsl:for-each select="f:leaves(.)[. ne '']">
        <span class="gen"><xsl:sequence select="$own-language"/>{.}</span>
      </xsl:for-each>
      <xsl:apply-templates select="node()" mode="html"/>
    </span>
  </xsl:template>

  <xsl:template match="locusGrp" mode="html" as="item()*">
    <xsl:element name="{if (* and f:has-blocks(.)) then 'div' else 'span'}">
      <xsl:call-template name="attributes"/>
      <xsl:for-each-group select="node()[self::* or normalize-space()]" group-starting-with="locus">
        <xsl:if test="position() gt 1 and self::locus and preceding-sibling::node()[self::* or normalize-space()][1][self::*]">
          <span class="gen">{f:word('punctuation.list')}</span>
        </xsl:if>
        <xsl:apply-templates select="current-group()" mode="html"/>
      </xsl:for-each-group>
    </xsl:element>
  </xsl:template>
</xsl:stylesheet>
