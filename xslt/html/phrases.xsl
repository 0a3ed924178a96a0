<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- Highlighting, language, links, names, dates. -->

  <xsl:variable name="rendition-elements" as="map(xs:string, xs:string)" select="map {
      'italic': 'i', 'bold': 'b', 'underline': 'u', 'superscript': 'sup', 'subscript': 'sub', 'struck': 's'}"/>

  <!-- Words that look unlike those around them, of which no more is said, are in italics: what most printed
       books do, and what early English ones are encoded by. -->
  <xsl:template match="hi | mod | g" mode="html" as="item()*">
    <xsl:variable name="name" as="xs:string" select="
        if (f:is-block(.)) then 'div' else if (@*) then (f:renditions(.) ! $rendition-elements(.), 'span')[1]
        else if (self::hi) then 'i' else 'span'"/>
    <!-- Screen readers tell no line through words. -->
    <xsl:if test="$name eq 's'">
      <span class="gen vh"><xsl:sequence select="$own-language"/>{f:bracketed(f:word('report.struck'), f:voice(.))} </span>
    </xsl:if>
    <xsl:call-template name="box">
      <xsl:with-param name="name" select="$name"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Coordinates are no part of the word that they stand behind. -->
  <xsl:template match="geo[preceding-sibling::node()[1][self::text()][not(ends-with(., ' '))][matches(., '\S$')]]" mode="html" as="item()*">
    <xsl:text> </xsl:text>
    <xsl:next-match/>
  </xsl:template>

  <xsl:template match="emph" mode="html" as="item()*">
    <xsl:call-template name="box">
      <xsl:with-param name="name" select="if (f:is-block(.)) then 'div' else 'em'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="foreign" mode="html" as="item()*">
    <xsl:call-template name="box">
      <xsl:with-param name="name" select="if (f:is-block(.)) then 'div' else 'i'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="ref" mode="html" as="item()*">
    <xsl:call-template name="linked">
      <xsl:with-param name="href" select="f:first-href(@target)"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A pointer has no words of its own, nor has many a reference: ours say where it leads. -->
  <xsl:template match="ptr | ref[@target][not(node())]" mode="html" as="item()*">
    <xsl:variable name="href" as="xs:string?" select="f:first-href(@target)"/>
    <xsl:variable name="words" as="xs:string" select="f:bracketed(f:pointer-words(.), f:voice(.))"/>
    <span>
      <xsl:call-template name="attributes">
        <xsl:with-param name="class" select="'gen'"/>
      </xsl:call-template>
      <xsl:choose>
        <xsl:when test="$href">
          <a href="{$href}">{$words}</a>
        </xsl:when>
        <xsl:otherwise>{$words}</xsl:otherwise>
      </xsl:choose>
    </span>
    <xsl:apply-templates select="node()" mode="html"/>
  </xsl:template>

  <xsl:template mode="html" match="persName | placeName | orgName | geogName | rs | name | objectName
      | orgName | settlement[@ref] | country[@ref] | region[@ref] | title[@ref] | term[@ref] | roleName[@ref] | author[@ref]" as="item()*">
    <xsl:choose>
      <!-- Some lists of persons are pointed at by @corresp. -->
      <xsl:when test="@ref or @key or @cert or @corresp">
        <xsl:call-template name="linked">
          <xsl:with-param name="href" select="f:first-href((@ref, @key, @corresp)[1])"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="phrase"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Words that lead somewhere. Links do not nest: where the words hold links or marks of their own,
       what stands between those leads there; where nothing does, or in a block, the way stands after
       the words. -->
  <xsl:template name="linked" as="item()*">
    <xsl:param name="href" as="xs:string?"/>
    <xsl:choose>
      <xsl:when test="not(node()) and f:is-of-description(.) and f:in-place-of-words(.)">
        <span>
          <xsl:call-template name="attributes"/>
          <xsl:call-template name="words-in-place"/>
        </span>
      </xsl:when>
      <xsl:when test="empty($href)">
        <xsl:call-template name="phrase"/>
        <xsl:if test="@cert">
          <xsl:call-template name="doubt"/>
        </xsl:if>
      </xsl:when>
      <xsl:when test="f:is-block(.) or f:holds-links(.) or not(normalize-space())">
        <xsl:variable name="content" as="document-node()">
          <xsl:document>
            <xsl:call-template name="content"/>
          </xsl:document>
        </xsl:variable>
        <xsl:variable name="parts" as="node()*" select="
            if (f:is-block(.)) then () else $content/node()[empty(descendant-or-self::*:a)][normalize-space()]
              [not(tokenize(@class) = ('v-reading', 'v-diplomatic', 'v-other'))]"/>
        <xsl:element name="{if (f:is-block(.)) then 'div' else 'span'}">
          <xsl:call-template name="attributes"/>
          <xsl:for-each-group select="$content/node()" group-adjacent="exists(descendant-or-self::*:a)">
            <xsl:choose>
              <xsl:when test="empty(current-group() intersect $parts)">
                <xsl:sequence select="current-group()"/>
              </xsl:when>
              <xsl:otherwise>
                <a class="named" href="{$href}">
                  <xsl:sequence select="current-group()"/>
                </a>
              </xsl:otherwise>
            </xsl:choose>
          </xsl:for-each-group>
          <xsl:if test="empty($parts)">
            <a class="gen way" href="{$href}"><xsl:sequence select="$own-language"/><span class="vh">{(f:plain(., 'reading')[. != ''], @target, @ref)[1]}: {f:word('page.entry')} </span>›</a>
          </xsl:if>
        </xsl:element>
        <xsl:call-template name="doubt"/>
      </xsl:when>
      <xsl:otherwise>
        <a href="{$href}">
          <xsl:choose>
            <xsl:when test="$goes-straight and not(@xml:id or @rend or @rendition or @style)">
              <xsl:attribute name="class" select="concat('tei-', local-name())"/>
              <xsl:apply-templates select="@*" mode="attribute"/>
              <xsl:apply-templates select="node()" mode="html"/>
            </xsl:when>
            <xsl:otherwise>
              <xsl:call-template name="attributes"/>
              <xsl:call-template name="content"/>
            </xsl:otherwise>
          </xsl:choose>
        </a>
        <xsl:if test="@cert">
          <xsl:call-template name="doubt"/>
        </xsl:if>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:function name="f:holds-links" as="xs:boolean">
    <xsl:param name="element" as="element()?"/>
    <xsl:sequence select="$element/* and exists($element/descendant::*[self::note or self::ref or self::ptr
        or self::graphic or self::media or self::pb[@facs] or self::choice or self::app or self::del or self::surplus or @ref])"/>
  </xsl:function>

  <!-- A name, a number or a date that the editors are not sure of. -->
  <xsl:template name="doubt" as="node()*">
    <xsl:if test="@cert[not(. = ('high', '1', '1.0'))]">
      <xsl:call-template name="remark">
        <xsl:with-param name="words" select="'? ' || f:certainty(@cert)"/>
        <xsl:with-param name="class" select="'doubt'"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="date[@cert] | idno[@cert]" mode="html" as="item()*">
    <xsl:call-template name="phrase"/>
    <xsl:call-template name="doubt"/>
  </xsl:template>

  <!-- A date in attributes only, among the words of a description. -->
  <xsl:template match="date[not(node())][../text()[normalize-space()]][f:is-of-description(.)]" mode="html" as="item()*">
    <span>
      <xsl:call-template name="attributes">
        <xsl:with-param name="class" select="'gen'"/>
      </xsl:call-template>
      <xsl:text>{f:date-unsaid(.)}</xsl:text>
    </span>
    <xsl:call-template name="doubt"/>
  </xsl:template>
</xsl:stylesheet>
