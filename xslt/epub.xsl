<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- A chapter of an EPUB 3 from a TEI document, or, from the data of an edition, what a book has
     besides: title page, contents, package. Parameters: those of html.xsl, and below. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    exclude-result-prefixes="#all">

  <!-- The page of HTML, which the chapter is made of -->
  <xsl:import href="html.xsl"/>

  <xsl:include href="epub/chapter.xsl"/>        <!-- a page in one view, as XHTML -->
  <xsl:include href="epub/book.xsl"/>           <!-- title page and contents -->
  <xsl:include href="epub/package.xsl"/>        <!-- metadata, files, their order -->

  <!-- reading or diplomatic -->
  <xsl:param name="view" as="xs:string" select="'reading'"/>

  <!-- Of a book: title, contents or package -->
  <xsl:param name="part" as="xs:string" select="'title'"/>

  <!-- The modes -->
  <xsl:mode name="chapter" on-no-match="fail"/>          <!-- HTML as XHTML of one view -->
  <xsl:mode name="title" on-no-match="fail"/>
  <xsl:mode name="contents" on-no-match="fail"/>
  <xsl:mode name="package" on-no-match="fail"/>

  <xsl:output method="xml" encoding="UTF-8" indent="no" omit-xml-declaration="yes"/>

  <xsl:template match="/" mode="#unnamed" as="document-node()">
    <xsl:document>
      <xsl:choose>
        <xsl:when test="empty(/*:edition)">
          <xsl:call-template name="chapter"/>
        </xsl:when>
        <xsl:when test="$part eq 'title'">
          <xsl:apply-templates select="*" mode="title"/>
        </xsl:when>
        <xsl:when test="$part eq 'contents'">
          <xsl:apply-templates select="*" mode="contents"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:apply-templates select="*" mode="package"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:document>
  </xsl:template>
</xsl:stylesheet>
