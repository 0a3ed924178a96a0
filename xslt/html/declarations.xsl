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

  <!-- About the edition: its own statement, and what the headers of its documents declare, once
       where all say the same, else with the documents that say so. -->

  <xsl:template match="e:listing[@kind = 'about']" mode="main" as="node()*">
    <xsl:call-template name="statement"/>
    <xsl:call-template name="imprint"/>
    <xsl:for-each select="e:declaration">
      <section class="declaration">
        <h2>{(f:known-word('label.' || @name), @name)[1]}</h2>
        <xsl:for-each-group select="e:variant" group-adjacent="string-join((@documents, e:in/@page), ' ')">
          <div class="about">
            <xsl:if test="not(@all)">
              <xsl:call-template name="of-documents"/>
            </xsl:if>
            <xsl:call-template name="in-language-of-documents">
              <xsl:with-param name="content" as="node()*">
                <xsl:apply-templates select="current-group()/*[not(self::e:*)]" mode="header-body"/>
              </xsl:with-param>
            </xsl:call-template>
          </div>
        </xsl:for-each-group>
        <xsl:if test="@more">
          <p>{f:word('site.more-variants')}</p>
        </xsl:if>
      </section>
    </xsl:for-each>
  </xsl:template>

  <!-- What the headers say, in the language of the documents where that is another than the page's. -->
  <xsl:template name="in-language-of-documents" as="node()*">
    <xsl:param name="content" as="node()*"/>
    <xsl:variable name="language" as="attribute()*" select="f:other-language((e:in/@lang)[1])"/>
    <xsl:choose>
      <xsl:when test="exists($language)">
        <div>
          <xsl:sequence select="$language, $content"/>
        </div>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$content"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Which documents say so, where not all do: by name, or if they are many, how many. -->
  <xsl:template name="of-documents" as="element()">
    <p class="of">
      <xsl:text>{f:counted('site.documents-only', @documents)}</xsl:text>
      <xsl:if test="count(e:in) eq xs:integer(@documents)">
        <xsl:text>{f:word('punctuation.colon')}</xsl:text>
        <xsl:for-each select="e:in">
          <xsl:if test="position() gt 1">{f:word('punctuation.list')}</xsl:if>
          <a href="{@page}"><xsl:sequence select="f:other-language(@lang)"/>{@title}</a>
        </xsl:for-each>
      </xsl:if>
    </p>
  </xsl:template>
</xsl:stylesheet>
