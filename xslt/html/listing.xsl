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

  <!-- The edition's own pages: each lists something, in one part or several. -->

  <xsl:template match="e:edition" mode="page" as="node()*">
    <xsl:variable name="listing" as="element(e:listing)" select="e:listing"/>
    <xsl:variable name="title" as="xs:string" select="f:listing-title($listing)"/>
    <xsl:call-template name="page">
      <xsl:with-param name="title" select="string-join(($title, $listing/e:part[@current]/@label), ', ')"/>
      <xsl:with-param name="kind" select="'index'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:function name="f:listing-title" as="xs:string">
    <xsl:param name="listing" as="element(e:listing)"/>
    <xsl:sequence select="
        if ($listing/@kind = 'documents') then ($listing/../@title, f:word('site.documents'))[1]
        else if ($listing/@kind = 'former') then string($listing/@title)
        else if ($listing/@kind = 'passages') then string($listing/e:entry/@name)
        else f:word('site.' || $listing/@kind)"/>
  </xsl:function>

  <xsl:template match="e:edition" mode="main" as="node()*">
    <article class="index gen listing-{e:listing/@kind}">
      <h1>{f:listing-title(e:listing)}</h1>
      <xsl:apply-templates select="e:listing" mode="main"/>
    </article>
  </xsl:template>

  <xsl:template match="e:listing" mode="main" as="node()*">
    <xsl:call-template name="parts"/>
    <xsl:apply-templates select="e:in" mode="listing"/>
    <xsl:call-template name="parts"/>
  </xsl:template>

  <!-- The language of a document's title, where it is not that of the page. -->
  <xsl:function name="f:other-language" as="attribute()*">
    <xsl:param name="tag" as="xs:string?"/>
    <xsl:sequence select="if ($tag ! f:language-tag(.) != $language) then f:language-attributes($tag) else ()"/>
  </xsl:function>

  <!-- The ways to the other parts of a long list. -->
  <xsl:template name="parts" as="element()?">
    <xsl:if test="e:part">
      <nav class="ways" aria-label="{f:word('site.parts')}">
        <ul>
          <xsl:for-each select="e:part">
            <li>
              <a href="{@href}">
                <xsl:if test="@current">
                  <xsl:attribute name="aria-current" select="'page'"/>
                </xsl:if>
                <xsl:text>{(@label[. != ''], position())[1]}</xsl:text>
              </a>
            </li>
          </xsl:for-each>
        </ul>
      </nav>
    </xsl:if>
  </xsl:template>

  <!-- What a list says of one document. -->
  <xsl:template match="e:in" mode="listing" as="element()">
    <section class="of-document">
      <h2><a href="{@page}"><xsl:sequence select="f:other-language(@lang)"/>{@title}</a></h2>
      <ul>
        <xsl:copy-of select="markup/*" xpath-default-namespace=""/>
      </ul>
    </section>
  </xsl:template>
</xsl:stylesheet>
