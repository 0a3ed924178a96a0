<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xmlns:epub="http://www.idpf.org/2007/ops"
    xmlns:m="http://www.w3.org/1998/Math/MathML"
    xmlns="http://www.w3.org/1999/xhtml"
    exclude-result-prefixes="xs f m"
    expand-text="yes">

  <!-- The page of a document, brought to one view: what belongs to the other is left out, and so
       is what only a browser can work with. -->

  <xsl:template name="chapter" as="element()">
    <xsl:variable name="main" as="document-node()">
      <xsl:document>
        <xsl:apply-templates select="/" mode="main"/>
      </xsl:document>
    </xsl:variable>
    <xsl:call-template name="xhtml">
      <xsl:with-param name="title" select="f:heading(/)"/>
      <xsl:with-param name="modified" select="f:last-change(/)"/>
      <xsl:with-param name="body" as="element()*">
        <section epub:type="chapter">
          <xsl:apply-templates select="$main/node()" mode="chapter"/>
        </section>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="xhtml" as="element()">
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="modified" as="xs:string" select="''"/>
    <xsl:param name="body" as="element()*"/>
    <html lang="{$language}" xml:lang="{$language}">
      <head>
        <title>{$title}</title>
        <xsl:if test="$modified">
          <meta name="dcterms.modified" content="{$modified}"/>
        </xsl:if>
        <link rel="stylesheet" type="text/css" href="book.css"/>
      </head>
      <body>
        <xsl:sequence select="$body"/>
      </body>
    </html>
  </xsl:template>

  <!-- The last day on which a document says that it was changed or published. -->
  <xsl:function name="f:last-change" as="xs:string">
    <xsl:param name="document" as="node()"/>
    <xsl:sequence select="string(max(
        $document/*/*:teiHeader/(*:revisionDesc//*:change | *:fileDesc/*:publicationStmt/*:date | *:fileDesc/*:editionStmt//*:date)
        /@when[. castable as xs:date] ! string()))"/>
  </xsl:function>

  <xsl:template match="*" mode="chapter" as="node()*">
    <xsl:choose>
      <xsl:when test="not(f:is-left-out(.))">
        <xsl:element name="{local-name()}">
          <xsl:apply-templates select="@*" mode="chapter"/>
          <xsl:apply-templates select="node()" mode="chapter"/>
        </xsl:element>
      </xsl:when>
      <!-- Links to what only the other view has, of this chapter and of others, lead to where it would stand. -->
      <xsl:when test="descendant-or-self::*/@id and ancestor::section[tokenize(@class) = ('document', 'notes')] and not(parent::ul or parent::ol or parent::dl or parent::table or parent::tbody or parent::tr)">
        <xsl:for-each select="descendant-or-self::*/@id">
          <span>
            <xsl:apply-templates select="." mode="chapter"/>
          </span>
        </xsl:for-each>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- Formulae stay in the namespace of theirs. -->
  <xsl:template match="m:*" mode="chapter" as="node()*">
    <xsl:element name="{local-name()}" namespace="http://www.w3.org/1998/Math/MathML">
      <xsl:sequence select="@*"/>
      <xsl:apply-templates select="node()" mode="chapter"/>
    </xsl:element>
  </xsl:template>

  <xsl:function name="f:is-left-out" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="other" as="xs:string" select="if ($view eq 'reading') then 'v-diplomatic' else 'v-reading'"/>
    <xsl:sequence select="
        tokenize($element/@class) = ($other, 'v-other', 'toolbar', 'views', 'key')
        or exists($element[self::nav or self::script or self::fieldset or self::button or self::dialog
            or self::div/dd//a[@download] or (@hidden and not(tokenize(@class) = 'v-' || $view))])"/>
  </xsl:function>

  <xsl:template match="details[not(f:is-left-out(.))]" mode="chapter" as="node()*">
    <div>
      <xsl:apply-templates select="@* except @open" mode="chapter"/>
      <xsl:apply-templates select="node()" mode="chapter"/>
    </div>
  </xsl:template>

  <!-- Headings are places to go to from the contents. -->
  <xsl:template match="(h2 | h3 | h4 | h5 | h6)[not(@id)][ancestor::section[tokenize(@class) = 'document']]" mode="chapter" as="node()*">
    <xsl:variable name="number" as="xs:integer">
      <xsl:number level="any" count="h2 | h3 | h4 | h5 | h6"/>
    </xsl:variable>
    <xsl:element name="{local-name()}">
      <xsl:apply-templates select="@*" mode="chapter"/>
      <xsl:attribute name="id" select="'outline_._' || $number"/>
      <xsl:apply-templates select="node()" mode="chapter"/>
    </xsl:element>
  </xsl:template>

  <!-- Where a page of the document begins: a place to go to, too (EPUB Accessibility 1.1, 4.1). -->
  <xsl:template match="span[@data-n][tokenize(@class) = 'tei-pb'][ancestor::section[tokenize(@class) = 'document']][not(f:is-left-out(.))]" mode="chapter" as="node()*">
    <xsl:variable name="number" as="xs:integer">
      <xsl:number level="any" count="span[tokenize(@class) = 'tei-pb']"/>
    </xsl:variable>
    <span epub:type="pagebreak" id="page_._{$number}">
      <xsl:apply-templates select="@*" mode="chapter"/>
      <!-- What is a break has nothing in it, for a screen reader; of a link it keeps it. -->
      <xsl:if test="empty(*)">
        <xsl:attribute name="role" select="'doc-pagebreak'"/>
        <xsl:attribute name="aria-label" select="translate(., '⟨⟩[]{}', '')"/>
      </xsl:if>
      <xsl:apply-templates select="node()" mode="chapter"/>
    </span>
  </xsl:template>

  <!-- What a summary of the head opens says of itself what it is. -->
  <xsl:template match="header//summary" mode="chapter" as="node()*" priority="1"/>

  <!-- The letters of readings, which the page has from its style sheet. -->
  <xsl:template match="section[tokenize(@class) = 'readings']/ol" mode="chapter" as="node()*">
    <ol type="a">
      <xsl:apply-templates select="@* | node()" mode="chapter"/>
    </ol>
  </xsl:template>

  <xsl:template match="summary" mode="chapter" as="node()*">
    <p class="summary">
      <xsl:apply-templates select="node()" mode="chapter"/>
    </p>
  </xsl:template>

  <!-- Notes and readings are what a reading system calls footnotes: it may show them where the
       number stands. -->
  <xsl:template match="section[@role = 'doc-endnotes']/ol/li" mode="chapter" as="node()*">
    <li>
      <xsl:apply-templates select="@value" mode="chapter"/>
      <aside epub:type="footnote" role="doc-footnote">
        <xsl:apply-templates select="@* except @value" mode="chapter"/>
        <xsl:apply-templates select="node()" mode="chapter"/>
      </aside>
    </li>
  </xsl:template>

  <xsl:template match="text()" mode="chapter" as="text()">
    <xsl:sequence select="."/>
  </xsl:template>

  <xsl:template match="@*" mode="chapter" as="attribute()?">
    <xsl:sequence select="."/>
  </xsl:template>

  <!-- A book may not show what is no image to every reading system, or acts (EPUB 3.3, 3.2 and 3.6). -->
  <xsl:template match="img[@src = $edition-data/*:image[@books = 'no']/@href]" mode="chapter" as="element()">
    <span class="gen">{f:bracketed(@alt, 'editor')}</span>
  </xsl:template>

  <xsl:template match="@hidden | @download | @autocomplete | @loading" mode="chapter" as="attribute()?"/>

  <!-- Identifiers of XHTML have no colon; those of a document have none either. -->
  <xsl:template match="@id | @aria-labelledby | @aria-describedby" mode="chapter" as="attribute()?">
    <xsl:attribute name="{name()}" select="replace(., ':', '_._')"/>
  </xsl:template>

  <xsl:template match="@href[not(contains(., '://') or starts-with(., 'mailto:'))]" mode="chapter" as="attribute()?">
    <xsl:variable name="page" as="xs:string" select="replace(substring-before(. || '#', '#'), '\.html$', '.xhtml')"/>
    <xsl:attribute name="href" select="string-join(($page, replace(substring-after(., '#'), ':|%3A', '_._')[. != '']), '#')"/>
  </xsl:template>

  <xsl:template match="@lang" mode="chapter" as="attribute()*">
    <xsl:attribute name="lang" select="."/>
    <xsl:attribute name="xml:lang" select="."/>
  </xsl:template>

  <xsl:template match="@role[. = 'doc-noteref']" mode="chapter" as="attribute()*">
    <xsl:sequence select="."/>
    <xsl:attribute name="epub:type" select="'noteref'"/>
  </xsl:template>

  <xsl:template match="section/@role[. = 'doc-endnotes']" mode="chapter" as="attribute()*">
    <xsl:sequence select="."/>
    <xsl:attribute name="epub:type" select="'endnotes'"/>
  </xsl:template>
</xsl:stylesheet>
