<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xmlns:e="urn:tei-edition:edition"
    xmlns:epub="http://www.idpf.org/2007/ops"
    xmlns="http://www.w3.org/1999/xhtml"
    exclude-result-prefixes="xs f e"
    expand-text="yes">

  <!-- The title page, with how to read the book, and its contents. -->

  <!-- What the chapters have: serialised XML, e:outline with e:chapter (file, lang), in it e:heading
       (id, words), each in the one that it stands below, and e:page (id, n); may be empty. -->
  <xsl:param name="outline" as="xs:string" select="''"/>

  <xsl:template match="e:edition" mode="title" as="element()">
    <xsl:variable name="key" as="document-node()">
      <xsl:document>
        <xsl:call-template name="key"/>
      </xsl:document>
    </xsl:variable>
    <xsl:call-template name="xhtml">
      <xsl:with-param name="title" select="f:book-title(.)"/>
      <xsl:with-param name="body" as="element()*">
        <section epub:type="titlepage" class="title-page">
          <h1>{f:book-title(.)}</h1>
          <xsl:for-each select="e:editor">
            <p class="editor">{.}</p>
          </xsl:for-each>
          <xsl:for-each select="e:statement">
            <p class="statement">{.}</p>
          </xsl:for-each>
          <p class="imprint">{string-join((@publisher, @version[. != ''] ! f:capitalised(f:phrase('statement.version', map {'n': string()})), @date[. != ''] ! f:day(.))[. != ''], f:word('punctuation.list'))}</p>
          <p>{f:labelled(f:word('view.' || $view), f:word('view.' || $view || '-rule'))}</p>
          <xsl:if test="@licence != '' or @licence-url != ''">
            <p>{f:labelled(f:word('page.licence'), string-join((@licence, @licence-url)[. != ''], f:word('punctuation.list')))}</p>
          </xsl:if>
          <xsl:if test="@base-url != ''">
            <p>{f:labelled(f:word('page.cite'), @base-url)}</p>
          </xsl:if>
        </section>
        <section class="key">
          <xsl:for-each select="$key/details">
            <h2>{f:word('key.of-book')}</h2>
            <xsl:apply-templates select="ul" mode="chapter"/>
          </xsl:for-each>
        </section>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:function name="f:book-title" as="xs:string">
    <xsl:param name="edition" as="element(e:edition)"/>
    <xsl:sequence select="
        ($edition/@title[. != ''], $edition[count(e:document) eq 1]/e:document/@title, f:word('site.documents'))[1] ! string()"/>
  </xsl:function>

  <xsl:template match="e:edition" mode="contents" as="element()">
    <xsl:call-template name="xhtml">
      <xsl:with-param name="title" select="f:word('page.outline')"/>
      <xsl:with-param name="body" as="element()*">
        <nav epub:type="toc" id="toc" role="doc-toc">
          <h1>{f:word('page.outline')}</h1>
          <ol>
            <li><a href="title.xhtml">{f:book-title(.)}</a></li>
            <xsl:for-each select="f:chapters(.)">
              <li>
                <a href="{f:chapter-file(.)}"><xsl:sequence select="f:other-language(@lang)"/>{@title}</a>
                <xsl:call-template name="headings"/>
              </li>
            </xsl:for-each>
          </ol>
        </nav>
        <nav epub:type="landmarks" hidden="hidden">
          <ol>
            <li><a epub:type="titlepage" href="title.xhtml">{f:book-title(.)}</a></li>
            <li><a epub:type="toc" href="contents.xhtml#toc">{f:word('page.outline')}</a></li>
            <xsl:for-each select="f:chapters(.)[1]">
              <li><a epub:type="bodymatter" href="{f:chapter-file(.)}"><xsl:sequence select="f:other-language(@lang)"/>{@title}</a></li>
            </xsl:for-each>
          </ol>
        </nav>
        <xsl:for-each select="f:pages(.)[1]">
          <nav epub:type="page-list" role="doc-pagelist" hidden="hidden">
            <h2>{f:word('site.pages')}</h2>
            <ol>
              <xsl:for-each select="../e:page">
                <li><a href="{../@file}#{@id}">{@n}</a></li>
              </xsl:for-each>
            </ol>
          </nav>
        </xsl:for-each>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- The headings of a chapter, where there are several, each with those below it. -->
  <xsl:template name="headings" as="element()?">
    <xsl:variable name="headings" as="element(e:heading)*" select="key('headings', f:chapter-file(.), $outlines)/e:heading"/>
    <xsl:if test="count($headings/descendant-or-self::*) gt 1">
      <xsl:sequence select="f:headings($headings)"/>
    </xsl:if>
  </xsl:template>

  <xsl:variable name="outlines" as="document-node()" select="parse-xml(($outline[. ne ''], '&lt;none/&gt;')[1])"/>

  <xsl:key name="headings" match="e:chapter" use="@file"/>

  <!-- The pages that a reader may go to by their numbers: of a book of one document, since those of
       several begin again each time. -->
  <xsl:function name="f:pages" as="element(e:page)*">
    <xsl:param name="edition" as="element(e:edition)"/>
    <xsl:sequence select="$edition/e:document[@kind != 'authority'][last() eq 1] ! key('headings', f:chapter-file(.), $outlines)/e:page"/>
  </xsl:function>

  <xsl:function name="f:headings" as="element()?">
    <xsl:param name="headings" as="element(e:heading)*"/>
    <xsl:if test="exists($headings)">
      <ol>
        <xsl:for-each select="$headings">
          <li>
            <a href="{../ancestor-or-self::e:chapter/@file}#{@id}">{@words}</a>
            <xsl:sequence select="f:headings(e:heading)"/>
          </li>
        </xsl:for-each>
      </ol>
    </xsl:if>
  </xsl:function>

  <!-- The documents in their order, then persons, places and organisations. -->
  <xsl:function name="f:chapters" as="element(e:document)*">
    <xsl:param name="edition" as="element(e:edition)"/>
    <xsl:sequence select="$edition/e:document[@kind != 'authority'], $edition/e:document[@kind = 'authority']"/>
  </xsl:function>

  <xsl:function name="f:chapter-file" as="xs:string">
    <xsl:param name="document" as="element(e:document)"/>
    <xsl:sequence select="replace($document/@page, '\.html$', '.xhtml')"/>
  </xsl:function>
</xsl:stylesheet>
