<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xmlns:e="urn:tei-edition:edition"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- What the page bears besides its text, reported: stamps, headers, figures. -->

  <!-- A stamp looks and reads like a stamp. -->
  <xsl:template match="stamp | seal[not(parent::sealDesc)]" mode="html" as="node()*">
    <xsl:variable name="voice" as="xs:string" select="f:voice(.)"/>
    <xsl:element name="{if (f:is-block(.)) then 'div' else 'span'}">
      <xsl:call-template name="attributes"/>
      <span class="gen voice-{$voice} report"><xsl:sequence select="$own-language[name() eq 'lang']"/>{$brackets($voice)[1]}{f:stamp(.)}{if (normalize-space() or *) then f:word('punctuation.colon') else ''}</span>
      <xsl:call-template name="content"/>
      <span class="gen voice-{$voice}"><xsl:sequence select="$own-language[name() eq 'lang']"/>{$brackets($voice)[2]}</span>
    </xsl:element>
  </xsl:template>

  <!-- Headers and footers, page numbers, catchwords, signatures are the page's, not the text's. -->
  <xsl:template match="fw" mode="html" as="node()*">
    <xsl:variable name="voice" as="xs:string" select="f:voice(.)"/>
    <xsl:element name="{if (f:is-block(.)) then 'div' else 'span'}">
      <xsl:call-template name="attributes"/>
      <span class="gen voice-{$voice} report"><xsl:sequence select="$own-language[name() eq 'lang']"/>{$brackets($voice)[1]}{f:furniture(.)}{if (normalize-space() or *) then f:word('punctuation.colon') else ''}</span>
      <xsl:call-template name="content"/>
      <span class="gen voice-{$voice}"><xsl:sequence select="$own-language[name() eq 'lang']"/>{$brackets($voice)[2]}</span>
    </xsl:element>
  </xsl:template>

  <!-- Figures. An image that lies beside the document is shown; none is fetched from another place:
       it is named, and linked where it may be. -->
  <xsl:template match="figure | notatedMusic" mode="html" as="node()*">
    <xsl:element name="{if (f:is-block(.)) then 'figure' else 'span'}">
      <xsl:call-template name="attributes"/>
      <xsl:if test="not(graphic | media | binaryObject) and not(normalize-space())">
        <xsl:call-template name="remark">
          <xsl:with-param name="words" select="f:word('report.image')"/>
        </xsl:call-template>
      </xsl:if>
      <xsl:call-template name="content"/>
    </xsl:element>
  </xsl:template>

  <!-- Whether a description stands for the image that is shown, too: all of it, if nothing in it is a link. -->
  <xsl:function name="f:is-said-by-image" as="xs:boolean">
    <xsl:param name="description" as="element(figDesc)"/>
    <xsl:variable name="image" as="element()?" select="$description/parent::figure/(graphic | media)[1]"/>
    <xsl:sequence select="
        exists($image[empty(desc)]) and exists(f:shown-image($image)) and $description is $image/../figDesc[1]
        and not(f:holds-links($description)) and empty($description/descendant-or-self::*/@xml:id)"/>
  </xsl:function>

  <xsl:template match="graphic | media | binaryObject" mode="html" as="node()*">
    <xsl:variable name="href" as="xs:string?" select="if (ancestor::ref[@target]) then () else f:image-href(@url)"/>
    <xsl:variable name="image" as="element(e:image)?" select="f:shown-image(.)"/>
    <xsl:variable name="words" as="xs:string" select="f:bracketed(f:image-name(.), f:voice(.))"/>
    <span>
      <xsl:call-template name="attributes"/>
      <xsl:choose>
        <xsl:when test="$image">
          <xsl:variable name="shown" as="element()">
            <img src="{$image/@href}" alt="{if (f:holds-links(parent::figure/figDesc)) then f:image-name(.) else f:alternative(.)}" loading="lazy">
              <xsl:sequence select="$image/(@width | @height)"/>
            </img>
          </xsl:variable>
          <xsl:choose>
            <xsl:when test="$href">
              <a href="{$href}">
                <xsl:sequence select="$shown"/>
              </a>
            </xsl:when>
            <xsl:otherwise>
              <xsl:sequence select="$shown"/>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:when>
        <xsl:when test="$href">
          <a class="gen voice-{f:voice(.)}" href="{$href}"><xsl:sequence select="$own-language"/>{$words}</a>
        </xsl:when>
        <xsl:otherwise>
          <span class="gen voice-{f:voice(.)}"><xsl:sequence select="$own-language"/>{$words}</span>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:if test="not(self::binaryObject)">
        <xsl:apply-templates select="node()" mode="html"/>
      </xsl:if>
    </span>
  </xsl:template>
</xsl:stylesheet>
