<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- Attributes of the source that an element of the page has as data, each under its own name:
       to put a name together costs as much as to make an element. -->

  <xsl:template match="@type" mode="attribute" as="attribute()">
    <xsl:attribute name="data-type" select="normalize-space()"/>
  </xsl:template>

  <xsl:template match="l/@part" mode="attribute" as="attribute()">
    <xsl:attribute name="data-part" select="normalize-space()"/>
  </xsl:template>

  <xsl:template match="@xml:space" mode="attribute" as="attribute()">
    <xsl:attribute name="data-space" select="normalize-space()"/>
  </xsl:template>

  <xsl:template match="@subtype" mode="attribute" as="attribute()">
    <xsl:attribute name="data-subtype" select="normalize-space()"/>
  </xsl:template>

  <xsl:template match="@rend" mode="attribute" as="attribute()">
    <xsl:attribute name="data-rend" select="normalize-space()"/>
  </xsl:template>

  <xsl:template match="@rendition" mode="attribute" as="attribute()">
    <xsl:attribute name="data-rendition" select="normalize-space()"/>
  </xsl:template>

  <xsl:template match="@place" mode="attribute" as="attribute()">
    <xsl:attribute name="data-place" select="normalize-space()"/>
  </xsl:template>

  <xsl:template match="@unit" mode="attribute" as="attribute()">
    <xsl:attribute name="data-unit" select="normalize-space()"/>
  </xsl:template>

  <xsl:template match="@when" mode="attribute" as="attribute()">
    <xsl:attribute name="data-when" select="normalize-space()"/>
  </xsl:template>

  <xsl:template match="@n" mode="attribute" as="attribute()">
    <xsl:attribute name="data-n" select="normalize-space()"/>
  </xsl:template>

  <xsl:template match="@cert" mode="attribute" as="attribute()">
    <xsl:attribute name="data-cert" select="normalize-space()"/>
  </xsl:template>

  <xsl:template match="@reason" mode="attribute" as="attribute()">
    <xsl:attribute name="data-reason" select="normalize-space()"/>
  </xsl:template>

  <xsl:template match="@hand" mode="attribute" as="attribute()">
    <xsl:attribute name="data-hand" select="normalize-space()"/>
  </xsl:template>

  <xsl:template match="@corresp" mode="attribute" as="attribute()">
    <xsl:attribute name="data-corresp" select="normalize-space()"/>
  </xsl:template>

  <xsl:template match="@who" mode="attribute" as="attribute()">
    <xsl:attribute name="data-who" select="normalize-space()"/>
  </xsl:template>

  <xsl:template match="@facs" mode="attribute" as="attribute()">
    <xsl:attribute name="data-facs" select="normalize-space()"/>
  </xsl:template>

  <xsl:template match="@wit" mode="attribute" as="attribute()">
    <xsl:attribute name="data-wit" select="normalize-space()"/>
  </xsl:template>

  <!-- An unresolved pointer is kept as data. A name that stands near no identifier gets an anchor. -->
  <xsl:template match="@ref" mode="attribute" as="attribute()+">
    <xsl:attribute name="data-ref" select="normalize-space()"/>
    <xsl:if test="not(../@xml:id)">
      <xsl:call-template name="name-anchor"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="@key" mode="attribute" as="attribute()+">
    <xsl:attribute name="data-key" select="normalize-space()"/>
    <xsl:if test="not(../@ref or ../@xml:id)">
      <xsl:call-template name="name-anchor"/>
    </xsl:if>
  </xsl:template>

  <xsl:template name="name-anchor" as="attribute()?">
    <xsl:variable name="anchor" as="xs:string?" select="f:name-anchor(..)"/>
    <xsl:if test="$anchor">
      <xsl:attribute name="id" select="$anchor"/>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
