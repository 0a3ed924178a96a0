<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace=""
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- What of the text stands on its page a second time: it looks as it does in the text, is of one
       view, and takes no identifier away from the place that has it. -->

  <!-- Nodes of the text in the given view. Plain words need no detour. -->
  <xsl:template name="copy" as="node()*">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:param name="view" as="xs:string"/>
    <xsl:choose>
      <xsl:when test="empty($nodes[self::*])">
        <xsl:value-of select="f:plain($nodes, $view)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="rendered" as="document-node()">
          <xsl:document>
            <xsl:apply-templates select="$nodes" mode="html"/>
          </xsl:document>
        </xsl:variable>
        <xsl:apply-templates select="$rendered/node()" mode="copy">
          <xsl:with-param name="other" select="'v-' || ('reading', 'diplomatic')[. ne $view]" tunnel="yes"/>
        </xsl:apply-templates>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="*" mode="copy" as="node()*">
    <xsl:param name="other" as="xs:string" tunnel="yes"/>
    <!-- Letters of an abbreviation have no entry of their own. -->
    <xsl:if test="not(tokenize(@class) = ($other, 'v-other', 'cite')) or tokenize(@class) = ('tei-ex', 'tei-am')">
      <xsl:copy>
        <xsl:apply-templates select="@*, node()" mode="copy"/>
      </xsl:copy>
    </xsl:if>
  </xsl:template>

  <xsl:template match="@id | @hidden | @aria-labelledby" mode="copy" as="attribute()?"/>

  <xsl:template match="@class[contains(., 'v-')]" mode="copy" as="attribute()?">
    <xsl:variable name="kept" as="xs:string*" select="tokenize(.)[not(. = ('v-reading', 'v-diplomatic'))]"/>
    <xsl:if test="exists($kept)">
      <xsl:attribute name="class" select="$kept"/>
    </xsl:if>
  </xsl:template>

  <!-- A heading in a list of readings is no heading of the page. -->
  <xsl:template match="h1 | h2 | h3 | h4 | h5 | h6" mode="copy" as="element()">
    <div>
      <xsl:apply-templates select="@*, node()" mode="copy"/>
    </div>
  </xsl:template>

  <!-- What stands as blocks elsewhere, in a line: each a span that keeps its name and its data. -->
  <xsl:template mode="in-line" match="div | section | p | ul | ol | li | dl | dt | dd | table | thead | tbody | tr | td | th | caption
      | blockquote | figure | h1 | h2 | h3 | h4 | h5 | h6 | pre | hr" as="node()*">
    <span>
      <xsl:apply-templates select="@id | @class | @hidden | @lang | @dir | @*[starts-with(name(), 'data-')]" mode="in-line"/>
      <xsl:apply-templates select="node()" mode="in-line"/>
    </span>
    <xsl:if test="following-sibling::*[1][not(@hidden)]">
      <xsl:text> </xsl:text>
    </xsl:if>
  </xsl:template>
  <!-- What an element has that runs on in its line, whatever is in it. -->
  <xsl:template name="content-in-line" as="item()*">
    <xsl:param name="nodes" as="node()*" select="node()"/>
    <xsl:choose>
      <xsl:when test="* and f:has-blocks(.)">
        <xsl:variable name="made" as="document-node()">
          <xsl:document>
            <xsl:apply-templates select="$nodes" mode="html"/>
          </xsl:document>
        </xsl:variable>
        <xsl:apply-templates select="$made/node()" mode="in-line"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="$nodes" mode="html"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
