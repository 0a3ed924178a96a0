<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- The element as such: a box with the source's words in it; and words of ours. -->

  <!-- A div or a span, whichever may stand here, with the element's own words. -->
  <xsl:template name="box" as="item()*">
    <xsl:param name="name" as="xs:string" select="if (f:is-block(.)) then 'div' else 'span'"/>
    <xsl:param name="class" as="xs:string?"/>
    <xsl:param name="view" as="xs:string" select="'both'"/>
    <xsl:choose>
      <xsl:when test="$name eq 'div' and not($class) and $view eq 'both'">
        <xsl:call-template name="block"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:element name="{$name}">
          <xsl:call-template name="attributes">
            <xsl:with-param name="class" select="$class"/>
            <xsl:with-param name="view" select="$view"/>
          </xsl:call-template>
          <xsl:call-template name="content"/>
        </xsl:element>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The element's words, then the numbers of notes that stand after it among blocks, where a
       number would else have a line to itself. -->
  <xsl:template name="content" as="item()*">
    <xsl:variable name="is-cited" as="xs:boolean" select="@xml:id and $citing and exists(key('passage', @xml:id, root($citing)))"/>
    <xsl:variable name="is-cited-first" as="xs:boolean" select="$is-cited and (f:has-blocks(.) or not(f:is-block(.) or self::stamp))"/>
    <xsl:if test="$is-cited-first">
      <xsl:call-template name="cite-passage"/>
    </xsl:if>
    <xsl:choose>
      <xsl:when test="(@rend or @rendition or @style) and not(self::hi or self::g) and exists(f:level(.)) and not(f:is-block(.))">
        <xsl:element name="{f:level(.)}">
          <xsl:apply-templates select="node()" mode="html"/>
        </xsl:element>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="node()" mode="html"/>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:if test="$has-carried-notes">
      <xsl:apply-templates select="f:trailing-notes(.)" mode="note-number"/>
    </xsl:if>
    <xsl:if test="$is-cited and not($is-cited-first)">
      <xsl:call-template name="cite-passage"/>
    </xsl:if>
  </xsl:template>

  <!-- Words of ours inside a document's text, in the brackets of the voice that answers for them. -->
  <xsl:template name="remark" as="node()*">
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="class" as="xs:string?"/>
    <xsl:param name="name" as="xs:string" select="'span'"/>
    <xsl:variable name="voice" as="xs:string" select="f:voice(.)"/>
    <xsl:element name="{$name}">
      <xsl:attribute name="class" select="concat('gen voice-', $voice, if ($class) then ' ' || $class else '')"/>
      <xsl:sequence select="$own-language"/>
      <xsl:value-of select="f:bracketed($words, $voice)"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="text()[$has-space-of-encoders]" mode="html" as="item()*">
    <xsl:choose>
      <!-- Between readings. -->
      <xsl:when test="parent::app or parent::subst">
        <xsl:sequence select=".[normalize-space()]"/>
      </xsl:when>
      <xsl:when test="$has-line-hyphens and f:ends-in-line-hyphen(.)">
        <xsl:variable name="words" as="xs:string" select="f:joined(.)"/>
        <xsl:value-of select="replace($words, '.$', '')"/>
        <span class="tei-c v-diplomatic" hidden="hidden">{substring($words, string-length($words))}</span>
      </xsl:when>
      <xsl:when test="$joins-words">
        <xsl:value-of select="f:joined(.)"/>
      </xsl:when>
      <xsl:when test="$has-divided-lines">
        <xsl:value-of select="f:undivided(.)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="."/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Whether some white space of the document is the encoder's: asked once, since there is more of it
       than of anything else. -->
  <xsl:variable name="has-space-of-encoders" as="xs:boolean" select="$joins-words or $has-divided-lines or exists(//app) or exists(//subst)"/>
</xsl:stylesheet>
