<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xmlns:e="urn:tei-edition:edition"
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns="http://www.idpf.org/2007/opf"
    exclude-result-prefixes="xs f e"
    expand-text="yes">

  <!-- The package document (EPUB 3.3, 5): metadata, files, their order. -->

  <!-- What the book is known by: an address or a URN. -->
  <xsl:param name="identifier" as="xs:string" select="''"/>

  <!-- When it was last changed: UTC, to the second. -->
  <xsl:param name="modified" as="xs:string" select="''"/>

  <!-- The images that its chapters show: serialised XML, e:images with e:image (href, media-type). -->
  <xsl:param name="images" as="xs:string" select="''"/>

  <!-- The chapters that have formulae: names of files. -->
  <xsl:param name="formulae" as="xs:string" select="''"/>

  <!-- The image that stands for the book: serialised XML, element cover (href, media-type). -->
  <xsl:param name="cover" as="xs:string" select="''"/>

  <xsl:template match="e:edition" mode="package" as="element()">
    <xsl:variable name="shown" as="element(e:image)*" select="if ($images) then parse-xml($images)/e:images/e:image else ()"/>
    <package version="3.0" unique-identifier="identifier" xml:lang="{$language}" prefix="schema: http://schema.org/">
      <metadata>
        <dc:identifier id="identifier">{$identifier}</dc:identifier>
        <dc:title>{f:book-title(.)}</dc:title>
        <!-- Of the documents first: a reading system takes the first for that of the book. -->
        <xsl:for-each select="distinct-values((f:languages-of-documents(.), $language))">
          <dc:language>{.}</dc:language>
        </xsl:for-each>
        <xsl:for-each select="distinct-values(e:document/e:author)[last() le 3]">
          <dc:creator id="author{position()}">{.}</dc:creator>
          <meta refines="#author{position()}" property="role" scheme="marc:relators">aut</meta>
        </xsl:for-each>
        <xsl:for-each select="e:editor">
          <dc:creator id="editor{position()}">{.}</dc:creator>
          <meta refines="#editor{position()}" property="role" scheme="marc:relators">edt</meta>
        </xsl:for-each>
        <xsl:for-each select="@publisher[. != '']">
          <dc:publisher>{.}</dc:publisher>
        </xsl:for-each>
        <xsl:for-each select="e:statement">
          <dc:description>{.}</dc:description>
        </xsl:for-each>
        <xsl:for-each select="string-join((@licence, @licence-url)[. != ''], ', ')[. != '']">
          <dc:rights>{.}</dc:rights>
        </xsl:for-each>
        <xsl:for-each select="@date[. != '']">
          <dc:date>{.}</dc:date>
        </xsl:for-each>
        <meta property="dcterms:modified">{$modified}</meta>
        <!-- The cover, for reading systems that know EPUB 2 only. -->
        <meta name="cover" content="cover"/>
        <meta property="schema:accessMode">textual</meta>
        <xsl:if test="exists($shown)">
          <meta property="schema:accessMode">visual</meta>
        </xsl:if>
        <meta property="schema:accessModeSufficient">textual</meta>
        <xsl:for-each select="'structuralNavigation', 'tableOfContents', 'readingOrder', 'displayTransformability', 'MathML'[$formulae ne ''],
            f:pages(.)[1] ! ('pageBreakMarkers', 'pageNavigation')">
          <meta property="schema:accessibilityFeature">{.}</meta>
        </xsl:for-each>
        <meta property="schema:accessibilityHazard">none</meta>
        <meta property="schema:accessibilitySummary">{f:word('book.accessibility')}</meta>
      </metadata>
      <manifest>
        <item id="contents" href="contents.xhtml" media-type="application/xhtml+xml" properties="nav"/>
        <xsl:for-each select="parse-xml($cover)/*">
          <item id="cover" href="{@href}" media-type="{@media-type}" properties="cover-image"/>
        </xsl:for-each>
        <item id="style" href="book.css" media-type="text/css"/>
        <item id="title" href="title.xhtml" media-type="application/xhtml+xml"/>
        <xsl:for-each select="f:chapters(.)">
          <item id="chapter{position()}" href="{f:chapter-file(.)}" media-type="application/xhtml+xml">
            <xsl:if test="f:chapter-file(.) = tokenize($formulae, '/')">
              <xsl:attribute name="properties" select="'mathml'"/>
            </xsl:if>
          </item>
        </xsl:for-each>
        <xsl:for-each select="$shown">
          <item id="image{position()}" href="{@href}" media-type="{@media-type}"/>
        </xsl:for-each>
      </manifest>
      <spine>
        <itemref idref="title"/>
        <itemref idref="contents"/>
        <xsl:for-each select="f:chapters(.)">
          <itemref idref="chapter{position()}"/>
        </xsl:for-each>
      </spine>
    </package>
  </xsl:template>

  <!-- Those that the chapters of the documents say of themselves. -->
  <xsl:function name="f:languages-of-documents" as="xs:string*">
    <xsl:param name="edition" as="element(e:edition)"/>
    <xsl:sequence select="$edition/e:document[not(@kind = 'authority')] ! key('headings', f:chapter-file(.), $outlines)/@lang ! string()"/>
  </xsl:function>
</xsl:stylesheet>
