<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:f="urn:tei-edition:functions"
    xmlns:e="urn:tei-edition:edition"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- Divisions, headings, paragraphs, enclosures. -->

  <xsl:template match="div | div1 | div2 | div3 | div4 | div5 | div6 | div7" mode="html" as="item()*">
    <xsl:element name="{if (head) then 'section' else 'div'}">
      <xsl:call-template name="attributes"/>
      <xsl:call-template name="outline-anchor"/>
      <xsl:if test="@hand or @resp or @type = $kinds-of-version">
        <xsl:call-template name="report"/>
      </xsl:if>
      <xsl:if test="(@n or @type = ('enclosure', 'attachment', 'annex', 'apparatus', 'commentary', 'bibliography')) and not(head)">
        <xsl:for-each select="f:division-number(.)">
          <p class="gen voice-editor division-number"><xsl:sequence select="$own-language"/>{f:bracketed(., 'editor')}</p>
        </xsl:for-each>
      </xsl:if>
      <xsl:call-template name="content"/>
      <xsl:if test="@hand">
        <xsl:call-template name="report-end"/>
      </xsl:if>
    </xsl:element>
  </xsl:template>

  <!-- A heading without words is none to those who go from one to the next. -->
  <xsl:function name="f:has-heading-words" as="xs:boolean">
    <xsl:param name="head" as="element(head)"/>
    <xsl:sequence select="
        normalize-space($head) ne '' or exists($head/descendant::*[self::gap or self::note or self::figure or self::graphic or self::g or self::ptr or self::ref or self::formula or self::pb])"/>
  </xsl:function>

  <xsl:template match="head" mode="html" as="item()*">
    <xsl:variable name="is-heading" as="xs:boolean" select="
        exists(parent::*[matches(local-name(), '^(div[1-7]?|body|front|back|group|argument|epigraph|performance|prologue|epilogue|set)$')]) and f:has-heading-words(.)"/>
    <xsl:variable name="level" as="xs:integer" select="f:heading-level(.)"/>
    <xsl:variable name="is-plain" as="xs:boolean" select="$is-heading and not(f:has-blocks(.))"/>
    <xsl:element name="{if ($is-plain) then 'h' || min(($level, 6)) else 'div'}">
      <xsl:call-template name="attributes"/>
      <xsl:if test="$is-heading and not($is-plain)">
        <xsl:attribute name="role" select="'heading'"/>
      </xsl:if>
      <xsl:if test="$is-heading and ($level gt 6 or not($is-plain))">
        <xsl:attribute name="aria-level" select="$level"/>
      </xsl:if>
      <xsl:call-template name="content"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="p | ab" mode="html" as="item()*">
    <xsl:choose>
      <xsl:when test="$goes-straight and not(@*) and not(*) and not($has-paragraphs-in-heads)">
        <p class="tei-{local-name()}">
          <xsl:apply-templates select="node()" mode="html"/>
        </p>
      </xsl:when>
      <xsl:when test="@hand or @resp or (* and f:has-blocks(.)) or $has-paragraphs-in-heads and ancestor::head">
        <!-- A div stands for a paragraph where HTML's own cannot. -->
        <div>
          <xsl:call-template name="attributes"/>
          <xsl:call-template name="report"/>
          <xsl:if test="@n">
            <xsl:call-template name="number-given"/>
          </xsl:if>
          <xsl:call-template name="content"/>
          <xsl:call-template name="report-end"/>
        </div>
      </xsl:when>
      <xsl:when test="$goes-straight and not(@xml:id or @rend or @rendition or @style or @n)">
        <p>
          <xsl:attribute name="class" select="concat('tei-', local-name())"/>
          <xsl:apply-templates select="@*" mode="attribute"/>
          <xsl:apply-templates select="node()" mode="html"/>
        </p>
      </xsl:when>
      <xsl:otherwise>
        <p>
          <xsl:call-template name="attributes"/>
          <xsl:if test="@n">
            <xsl:call-template name="number-given"/>
          </xsl:if>
          <xsl:call-template name="content"/>
        </p>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:variable name="has-paragraphs-in-heads" as="xs:boolean" select="exists(//head/descendant::*[self::p or self::ab])"/>

  <!-- A text inside a text: an enclosure has a heading of ours, its title and the way to its own page. -->
  <xsl:template match="floatingText" mode="html" as="item()*">
    <xsl:variable name="division" as="element()?" select="parent::div[@type = 'enclosure']"/>
    <xsl:variable name="document" as="element(e:document)?" select="f:enclosed-document(.)"/>
    <xsl:variable name="heading" as="xs:string" select="'heading:' || ($division/@xml:id, @xml:id, $inserted-numbers(generate-id()))[1]"/>
    <div role="group" aria-labelledby="{$heading}">
      <xsl:call-template name="attributes"/>
      <xsl:element name="h{min((6, f:heading-level(.)))}">
        <xsl:attribute name="class" select="'gen enclosure-heading'"/>
        <xsl:sequence select="$own-language"/>
        <xsl:attribute name="id" select="$heading"/>
        <xsl:text>{f:enclosure-heading(.)}</xsl:text>
      </xsl:element>
      <xsl:if test="$document">
        <p class="gen enclosure-link"><xsl:sequence select="$own-language"/><a href="{$document/@page}">{f:kind-of-inserted(.)}, {f:word('enclosure.page')}</a></p>
      </xsl:if>
      <xsl:call-template name="content"/>
      <p class="gen enclosure-end"><xsl:sequence select="$own-language"/>{f:bracketed(f:end-of-inserted(.), 'editor')}</p>
    </div>
  </xsl:template>

  <xsl:variable name="inserted-numbers" as="map(xs:string, xs:integer)" select="
      map:merge(//floatingText ! map:entry(generate-id(.), position()))"/>
</xsl:stylesheet>
