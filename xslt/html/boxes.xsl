<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- What becomes of an element that no other module has a template for. This module is imported,
       so that every template elsewhere goes before these, without priorities: Saxon finds a
       template by the element's name only where a pattern of many names has none. -->

  <!-- Most elements of a text have little but words. What the templates "attributes" and "content" would
       make of them is made where they stand: the two calls take as long as all the rest. An edition that
       replaces one of the two has them called for every element (rendering/theming/templates.py). -->
  <xsl:param name="own-boxes" static="yes" as="xs:string" select="''"/>

  <xsl:variable name="goes-straight" as="xs:boolean" select="$own-boxes eq '' and not($has-carried-notes)"/>

  <!-- The words of an element without parts are its text, unless words are put together. -->
  <xsl:variable name="leaves-go-straight" as="xs:boolean" select="$goes-straight and not($joins-words)"/>

  <!-- Most elements need no more than a box with their name as its class. -->
  <xsl:template _match="{$phrase-names => replace(' ', ' | ')}" mode="html" name="phrase" as="item()*">
    <xsl:choose>
      <xsl:when test="$leaves-go-straight and not(* or @xml:id or @rend or @rendition or @style)">
        <span class="tei-{local-name()}">
          <xsl:if test="@*">
            <xsl:apply-templates select="@*" mode="attribute"/>
          </xsl:if>
          <xsl:value-of select="."/>
        </span>
      </xsl:when>
      <xsl:when test="* and f:has-blocks(.)">
        <div>
          <xsl:call-template name="attributes"/>
          <xsl:call-template name="content"/>
        </div>
      </xsl:when>
      <xsl:when test="@rend or @rendition or @style">
        <span>
          <xsl:call-template name="attributes"/>
          <xsl:call-template name="content"/>
        </span>
      </xsl:when>
      <xsl:when test="$goes-straight and not(@xml:id)">
        <span>
          <xsl:attribute name="class" select="concat('tei-', local-name())"/>
          <xsl:apply-templates select="@*" mode="attribute"/>
          <xsl:apply-templates select="node()" mode="html"/>
        </span>
      </xsl:when>
      <xsl:otherwise>
        <span>
          <xsl:call-template name="attributes"/>
          <xsl:apply-templates select="node()" mode="html"/>
        </span>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template _match="{$blocks-among-blocks => replace(' ', ' | ')}" mode="html" as="item()*">
    <xsl:call-template name="box"/>
  </xsl:template>

  <xsl:template _match="{$block-names => replace(' ', ' | ')}" mode="html" name="block" as="item()*">
    <div>
      <xsl:choose>
        <xsl:when test="$goes-straight and not(@*)">
          <xsl:attribute name="class" select="concat('tei-', local-name())"/>
          <xsl:apply-templates select="node()" mode="html"/>
        </xsl:when>
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
    </div>
  </xsl:template>

  <!-- What the stylesheets do not know is shown in a box that says what it is; of music or a drawing, whose
       whole is named, the words. -->
  <xsl:template match="*" mode="html" as="item()*">
    <xsl:choose>
      <xsl:when test="f:is-part-of-notation(.)">
        <xsl:call-template name="part-of-notation"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="unknown"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="part-of-notation" as="node()*">
    <xsl:if test="preceding-sibling::*">
      <xsl:text> </xsl:text>
    </xsl:if>
    <span>
      <xsl:for-each select="@xml:id[key('id', .)[1] is ..]">
        <xsl:attribute name="id" select="."/>
      </xsl:for-each>
      <xsl:apply-templates select="node()" mode="html"/>
    </span>
  </xsl:template>

  <xsl:template name="unknown" as="element()">
    <xsl:element name="{if (f:is-block(.)) then 'div' else 'span'}">
      <xsl:call-template name="attributes">
        <xsl:with-param name="class" select="'unknown'"/>
      </xsl:call-template>
      <span class="gen voice-machine"><xsl:sequence select="$own-language[name() eq 'lang']"/>{{{local-name()}{': '[exists(current()/node())]}</span>
      <xsl:call-template name="content"/>
      <span class="gen voice-machine"><xsl:sequence select="$own-language[name() eq 'lang']"/>}}</span>
    </xsl:element>
  </xsl:template>
</xsl:stylesheet>
