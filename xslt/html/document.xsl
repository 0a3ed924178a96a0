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

  <!-- The page of one document: its head, the switch of views, the text, what stands after it. -->

  <!-- What the page is called, in its title and at its head. -->
  <xsl:variable name="page-heading" as="xs:string" select="if (self::document-node()) then f:heading(.) else ''"/>

  <xsl:template match="/" mode="page" as="item()*">
    <xsl:call-template name="page">
      <xsl:with-param name="title" select="$page-heading"/>
      <xsl:with-param name="kind" select="if (f:document-of-file($file)/@kind = 'authority') then 'register' else 'document'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="/" mode="main" as="item()*">
    <article class="edition">
      <xsl:call-template name="summary"/>
      <xsl:call-template name="toolbar"/>
      <xsl:call-template name="key"/>
      <xsl:call-template name="text"/>
      <xsl:call-template name="other-documents"/>
      <xsl:call-template name="notes"/>
      <xsl:call-template name="readings"/>
      <xsl:call-template name="citing"/>
      <xsl:call-template name="about"/>
    </article>
  </xsl:template>

  <!-- Where the text ends, the ways to the documents before and after it. -->
  <xsl:template name="other-documents" as="element()?">
    <xsl:if test="$edition-data/e:beside">
      <nav class="beside-it gen" aria-label="{f:word('site.documents')}">
        <xsl:for-each select="$edition-data/e:beside">
          <p class="{@side}"><span class="detail">{f:labelled(f:word('site.' || @side), '')}</span><a href="{@page}" rel="{if (@side = 'next') then 'next' else 'prev'}"><xsl:sequence select="f:other-language(@lang)"/>{@title}</a></p>
        </xsl:for-each>
      </nav>
    </xsl:if>
  </xsl:template>

  <xsl:template name="text" as="item()*">
    <!-- A document in itself is this section; of another root (a division alone) the section is a frame. -->
    <section class="document" aria-labelledby="page:text">
      <xsl:sequence select="f:language-attributes(f:document-language(/))"/>
      <xsl:for-each select="/*[self::TEI or self::teiCorpus]">
        <xsl:call-template name="attributes"/>
        <xsl:attribute name="class" select="'document tei-' || local-name()"/>
      </xsl:for-each>
      <h2 class="gen vh" id="page:text"><xsl:sequence select="$own-language"/>{f:word('page.text')}</h2>
      <!-- What stands off the text is read after it, wherever the file has it. -->
      <xsl:apply-templates select="/*[self::TEI or self::teiCorpus] ! (node()[not(self::teiHeader or self::standOff)], standOff), /*[not(self::TEI or self::teiCorpus)]" mode="html"/>
    </section>
  </xsl:template>
</xsl:stylesheet>
