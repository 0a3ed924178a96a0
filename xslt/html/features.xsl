<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- Feature structures: names and values, which are attributes. -->

  <xsl:template match="fs" mode="html" as="node()*">
    <xsl:element name="{if (f:is-block(.)) then 'div' else 'span'}">
      <xsl:call-template name="attributes"/>
      <span class="gen">[{@type ! (. || $colon)}</span>
      <xsl:call-template name="content"/>
      <span class="gen">]</span>
    </xsl:element>
  </xsl:template>

  <xsl:template match="f" mode="html" as="node()*">
    <xsl:element name="{if (f:is-block(.)) then 'div' else 'span'}">
      <xsl:call-template name="attributes"/>
      <span class="gen">{string-join((@name, @fVal), f:word('punctuation.colon'))}{if (@fVal) then '' else f:word('punctuation.colon')}</span>
      <xsl:call-template name="content"/>
    </xsl:element>
    <xsl:if test="following-sibling::f">
      <span class="gen">; </span>
    </xsl:if>
  </xsl:template>

  <xsl:template match="symbol | numeric | binary | default | vNot" mode="html" as="node()*">
    <span>
      <xsl:call-template name="attributes"/>
      <span class="gen">{f:feature-value(.)}</span>
      <xsl:apply-templates select="node()" mode="html"/>
    </span>
  </xsl:template>

  <!-- One of several values, or of a collection. -->
  <xsl:template match="vAlt | vColl" mode="html" as="node()*">
    <xsl:element name="{if (f:is-block(.)) then 'div' else 'span'}">
      <xsl:call-template name="attributes"/>
      <xsl:for-each select="node()">
        <xsl:for-each select="self::* ! f:before-value(.)[. ne '']">
          <span class="gen">{.}</span>
        </xsl:for-each>
        <xsl:apply-templates select="." mode="html"/>
      </xsl:for-each>
    </xsl:element>
  </xsl:template>
</xsl:stylesheet>
