<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- A witness, with the siglum by which the apparatus calls it. -->
  <xsl:template match="witness" mode="html" as="node()*">
    <div>
      <xsl:call-template name="attributes"/>
      <xsl:for-each select="f:siglum-of-witness(.)">
        <span class="gen siglum">{.}</span>
        <xsl:text> </xsl:text>
      </xsl:for-each>
      <xsl:call-template name="content"/>
    </div>
  </xsl:template>

  <!-- An apparatus that stands apart from its text (listApp, the back): lemma and readings in full,
       each with its witnesses, since no word of the text stands for them. -->

  <xsl:template match="app[f:stands-apart(.)]" mode="html" as="node()*">
    <div>
      <xsl:call-template name="attributes"/>
      <xsl:if test="@loc">
        <span class="gen">{@loc} </span>
      </xsl:if>
      <xsl:for-each select="f:base-words(.)[f:lacks-lemma(current())][. ne '']">
        <span class="gen">{.}] </span>
      </xsl:for-each>
      <xsl:call-template name="content"/>
    </div>
  </xsl:template>

  <xsl:template match="app[f:stands-apart(.)]//lem | app[f:stands-apart(.)]//rdg" mode="html" as="node()*">
    <xsl:if test="not(f:holds-something(.))">
      <span class="gen voice-editor"><xsl:sequence select="$own-language"/>{f:no-words(.)}</span>
    </xsl:if>
    <xsl:if test="f:holds-something(.) or @xml:id">
      <xsl:call-template name="box"/>
    </xsl:if>
    <span class="gen">
      <xsl:for-each select="f:witnesses(.)">
        <xsl:text> </xsl:text>
        <xsl:choose>
          <xsl:when test=". instance of node()">
            <xsl:sequence select="."/>
          </xsl:when>
          <xsl:otherwise>{.}</xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
      <xsl:text>{if (self::lem) then ']' else f:separator(.)} </xsl:text>
    </span>
  </xsl:template>

  <xsl:template match="app[f:stands-apart(.)]//wit | app[f:stands-apart(.)]//witDetail | app[f:stands-apart(.)]//note[not(f:is-numbered-note(.))]" mode="html" as="node()*">
    <xsl:call-template name="box"/>
    <span class="gen">{f:separator(.)} </span>
  </xsl:template>
</xsl:stylesheet>
