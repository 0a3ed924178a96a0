<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:f="urn:tei-edition:functions"
    xmlns:c="urn:tei-edition:citation"
    xmlns:t="urn:tei-edition:text"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- How the document is cited: the citation, its address, its versions; what was published in it
       and is no longer here. -->

  <xsl:template name="citing" as="element()*">
    <xsl:if test="$citing">
      <xsl:call-template name="title">
        <xsl:with-param name="words" select="f:word('cite.document')"/>
      </xsl:call-template>
      <xsl:apply-templates select="$citing/Q{}says/*" mode="citation"/>
      <xsl:for-each select="$citing/c:url[starts-with(., 'https://') or starts-with(., 'http://')]">
        <xsl:call-template name="paragraph">
          <xsl:with-param name="words" select="f:labelled(f:word('page.cite'), .)"/>
        </xsl:call-template>
      </xsl:for-each>
      <xsl:call-template name="paragraph">
        <xsl:with-param name="words" select="f:versions($citing/c:version)"/>
      </xsl:call-template>
      <xsl:if test="$citing/Q{}edition-says">
        <xsl:call-template name="title">
          <xsl:with-param name="words" select="f:word('cite.edition')"/>
          <xsl:with-param name="level" select="3"/>
        </xsl:call-template>
        <xsl:apply-templates select="$citing/Q{}edition-says/*" mode="citation"/>
      </xsl:if>
      <xsl:call-template name="former-passages"/>
    </xsl:if>
  </xsl:template>

  <!-- The published versions that have what is cited, each with its address there. -->
  <xsl:function name="f:versions" as="item()*">
    <xsl:param name="versions" as="element(c:version)*"/>
    <xsl:for-each select="$versions">
      <xsl:sequence select="if (position() eq 1) then f:labelled(f:word('cite.versions'), '') else f:word('punctuation.list')"/>
      <xsl:sequence select="$link || @url || $stop || @name || $end"/>
      <xsl:sequence select="' (' || f:day(@date) || ')'"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:template name="former-passages" as="element()*">
    <xsl:if test="$citing/c:former">
      <xsl:call-template name="title">
        <xsl:with-param name="words" select="f:word('cite.former')"/>
      </xsl:call-template>
      <xsl:for-each select="$citing/c:former">
        <t:item marker="- " tight="{position() gt 1}">
          <xsl:call-template name="paragraph">
            <xsl:with-param name="words" as="item()*">
              <xsl:sequence select="@id || f:word('punctuation.colon') || @says || '.'"/>
              <xsl:for-each select="c:now">
                <xsl:sequence select="' ', $link || @href || $stop || @label || $end"/>
              </xsl:for-each>
              <xsl:sequence select="' '[current()/c:version], f:versions(c:version)"/>
            </xsl:with-param>
          </xsl:call-template>
        </t:item>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <!-- The styles' HTML: paragraphs or divisions of text, italics, links. -->
  <xsl:template match="Q{}p | Q{}div" mode="citation" as="element()*">
    <xsl:call-template name="paragraph">
      <xsl:with-param name="words" as="item()*">
        <xsl:apply-templates select="node()" mode="citation"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="Q{}i | Q{}em" mode="citation" as="item()*">
    <xsl:sequence select="$italic"/>
    <xsl:apply-templates select="node()" mode="citation"/>
    <xsl:sequence select="$end"/>
  </xsl:template>

  <xsl:template match="Q{}a" mode="citation" as="item()*">
    <xsl:sequence select="$link || @href || $stop"/>
    <xsl:apply-templates select="node()" mode="citation"/>
    <xsl:sequence select="$end"/>
  </xsl:template>

  <xsl:template match="*" mode="citation" priority="-5" as="item()*">
    <xsl:apply-templates select="node()" mode="citation"/>
  </xsl:template>

  <xsl:template match="text()" mode="citation" as="text()">
    <xsl:sequence select="."/>
  </xsl:template>
</xsl:stylesheet>
