<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- Whose hand: handwriting, parts of a letter in another hand, underlining; whose words a division has. -->

  <!-- "handwritten above the form; hand: …", in the brackets of the voice that reports it. In a line
       they close after the words that are written so. -->
  <xsl:template name="report" as="node()*">
    <xsl:if test="f:is-handwritten(.)">
      <xsl:variable name="voice" as="xs:string" select="f:voice(.)"/>
      <xsl:variable name="hand" as="xs:string?" select="f:hand(@hand)"/>
      <xsl:variable name="href" as="xs:string?" select="f:first-href(@hand)"/>
      <xsl:element name="{if (f:is-block(.)) then 'p' else 'span'}">
        <xsl:attribute name="class" select="'gen report voice-' || $voice"/>
        <xsl:sequence select="$own-language"/>
        <xsl:text>{$brackets($voice)[1]}{f:handwriting(.)}{f:word('punctuation.semicolon')}</xsl:text>
        <xsl:choose>
          <xsl:when test="$href"><a href="{$href}">{$hand}</a></xsl:when>
          <xsl:otherwise>{$hand}</xsl:otherwise>
        </xsl:choose>
        <xsl:text>{if (f:is-block(.) or not(normalize-space())) then $brackets($voice)[2] else f:word('punctuation.colon')}</xsl:text>
      </xsl:element>
    </xsl:if>
    <xsl:if test="@resp or @type = $kinds-of-version">
      <xsl:for-each select="f:whose-block(.)">
        <p class="gen report whose"><xsl:sequence select="$own-language"/>{.}</p>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <!-- Where handwriting ends: for those who do not see the rule beside it. -->
  <xsl:template name="report-end" as="element()?">
    <xsl:if test="f:is-handwritten(.)">
      <p class="gen vh voice-{f:voice(.)}"><xsl:sequence select="$own-language"/>{f:bracketed(f:phrase('inserted.end', map {'text': f:word('hand.written')}), f:voice(.))}</p>
    </xsl:if>
  </xsl:template>

  <!-- A text of a group that is not the document's, or encloses something. -->
  <xsl:template match="group/text[@resp or @type = ($kinds-of-version, 'enclosure', 'attachment', 'annex')]" mode="html" as="item()*">
    <div>
      <xsl:call-template name="attributes"/>
      <xsl:call-template name="report"/>
      <xsl:for-each select="f:division-number(.)">
        <p class="gen voice-editor division-number"><xsl:sequence select="$own-language"/>{f:bracketed(., 'editor')}</p>
      </xsl:for-each>
      <xsl:call-template name="content"/>
    </div>
  </xsl:template>

  <xsl:template match="seg[@hand][f:is-handwritten(.)]" mode="html" as="node()*">
    <xsl:element name="{if (f:is-block(.)) then 'div' else 'span'}">
      <xsl:call-template name="attributes"/>
      <xsl:call-template name="report"/>
      <xsl:call-template name="content"/>
      <xsl:choose>
        <xsl:when test="f:is-block(.)">
          <xsl:call-template name="report-end"/>
        </xsl:when>
        <xsl:when test="normalize-space()">
          <span class="gen voice-{f:voice(.)}"><xsl:sequence select="$own-language[name() eq 'lang']"/>{$brackets(f:voice(.))[2]}</span>
        </xsl:when>
      </xsl:choose>
    </xsl:element>
  </xsl:template>

  <!-- Of words that a reader underlined, after them. -->
  <xsl:template match="hi[@hand ne ''] | emph[@hand ne '']" mode="html" as="item()*">
    <xsl:next-match/>
    <xsl:text> </xsl:text>
    <xsl:call-template name="remark">
      <xsl:with-param name="words" select="f:hand(@hand)"/>
    </xsl:call-template>
  </xsl:template>

  <!-- The hand of a part of a letter, before its words. -->
  <xsl:template mode="html" as="item()*" match="opener[@hand ne ''] | closer[@hand ne ''] | salute[@hand ne ''] | signed[@hand ne ''] | dateline[@hand ne '']
      | postscript[@hand ne ''] | trailer[@hand ne ''] | head[@hand ne ''] | label[@hand ne ''] | figure[@hand ne ''] | zone[@hand ne ''] | line[@hand ne '']">
    <xsl:variable name="hand" as="element()">
      <xsl:call-template name="remark">
        <xsl:with-param name="words" select="f:hand(@hand)"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:variable name="made" as="node()*">
      <xsl:next-match/>
    </xsl:variable>
    <xsl:for-each select="$made">
      <xsl:choose>
        <xsl:when test=". is ($made/self::*)[1]">
          <xsl:copy>
            <xsl:sequence select="@*, $hand"/>
            <xsl:text> </xsl:text>
            <xsl:sequence select="node()"/>
          </xsl:copy>
        </xsl:when>
        <xsl:otherwise>
          <xsl:sequence select="."/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
