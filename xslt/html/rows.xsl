<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- Rows of a name and what is said under it. -->

  <!-- A row: its name, and its values with semicolons between, or each on a line of its own. -->
  <xsl:template name="summary-row" as="item()*">
    <xsl:param name="label" as="xs:string"/>
    <xsl:param name="values" as="item()*"/>
    <xsl:param name="class" as="xs:string?"/>
    <xsl:variable name="shown" as="item()*" select="$values[normalize-space()]"/>
    <xsl:if test="exists($shown)">
      <div>
        <xsl:if test="$class">
          <xsl:attribute name="class" select="$class"/>
        </xsl:if>
        <dt>{$label}</dt>
        <xsl:text> </xsl:text>
        <dd>
          <xsl:for-each select="$shown">
            <xsl:if test="position() gt 1">
              <span class="separator">{f:word('punctuation.semicolon')}</span>
            </xsl:if>
            <xsl:sequence select="."/>
          </xsl:for-each>
        </dd>
      </div>
    </xsl:if>
  </xsl:template>

  <!-- A row of names, places, dates, each with the way to its entry, and how sure the editors are of it.
       It is written as it is read: to make its parts first, and copy them, takes three times as long. -->
  <xsl:template name="summary-values" as="item()*">
    <xsl:param name="label" as="xs:string"/>
    <xsl:param name="elements" as="element()*"/>
    <xsl:param name="class" as="xs:string?"/>
    <xsl:variable name="words" as="xs:string*" select="$elements ! (if (self::date) then f:date(.) else f:plain(., 'reading'))"/>
    <xsl:variable name="besides" as="xs:string*" select="$elements ! concat(if (self::date) then f:date-besides(.) else '', f:summary-doubt(.))"/>
    <xsl:variable name="shown" as="xs:integer*" select="for $place in 1 to count($elements) return $place[$words[$place] ne '' or $besides[$place] ne '']"/>
    <xsl:if test="exists($shown)">
      <div>
        <xsl:if test="$class">
          <xsl:attribute name="class" select="$class"/>
        </xsl:if>
        <dt>{$label}</dt>
        <xsl:text> </xsl:text>
        <dd>
          <xsl:for-each select="$shown">
            <xsl:if test="position() gt 1">
              <span class="separator">{f:row-sign($elements[current()])}</span>
            </xsl:if>
            <xsl:variable name="place" as="xs:integer" select="."/>
            <xsl:for-each select="$elements[$place]">
              <xsl:variable name="href" as="xs:string?" select="if (@ref or parent::author) then f:first-href((@ref, ../@ref)[1]) else ()"/>
              <!-- Our own words where the element has none. -->
              <xsl:variable name="tag" as="attribute()*" select="if (normalize-space()) then f:words-language(., $language) else ()"/>
              <span>
                <xsl:choose>
                  <xsl:when test="$href"><a href="{$href}"><xsl:sequence select="$tag"/>{$words[$place]}</a></xsl:when>
                  <xsl:when test="exists($tag)"><span><xsl:sequence select="$tag"/>{$words[$place]}</span></xsl:when>
                  <xsl:otherwise>{$words[$place]}</xsl:otherwise>
                </xsl:choose>
                <xsl:value-of select="$besides[$place]"/>
              </span>
            </xsl:for-each>
          </xsl:for-each>
        </dd>
      </div>
    </xsl:if>
  </xsl:template>

  <!-- The language of a header, where it is another than the page's own. -->
  <xsl:variable name="header-language" as="attribute()*" select="/*/teiHeader ! f:words-language(., $language)"/>

  <!-- A row of statements, each on a line of its own. Strings are the header's words; nodes are our
       own, or say their language themselves. -->
  <xsl:template name="summary-lines" as="item()*">
    <xsl:param name="label" as="xs:string"/>
    <xsl:param name="lines" as="item()*"/>
    <xsl:variable name="shown" as="item()*" select="$lines[normalize-space()]"/>
    <xsl:if test="exists($shown)">
      <div>
        <dt>{$label}</dt>
        <xsl:text> </xsl:text>
        <dd>
          <xsl:for-each select="$shown">
            <span class="line">
              <xsl:sequence select="if (. instance of xs:string) then $header-language else (), ."/>
            </span>
            <xsl:text> </xsl:text>
          </xsl:for-each>
        </dd>
      </div>
    </xsl:if>
  </xsl:template>

  <!-- Rows of one name as one row, each on a line of its own: a name stands once in a list (HTML 4.4.9). -->
  <xsl:template name="row-of-rows" as="item()*">
    <xsl:param name="rows" as="element()+"/>
    <div>
      <xsl:sequence select="$rows[1]/(@*, dt)" xpath-default-namespace=""/>
      <xsl:text> </xsl:text>
      <dd>
        <xsl:for-each select="$rows/dd" xpath-default-namespace="">
          <span class="line"><xsl:sequence select="node()"/></span>
          <xsl:text> </xsl:text>
        </xsl:for-each>
      </dd>
    </div>
  </xsl:template>
</xsl:stylesheet>
