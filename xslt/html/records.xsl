<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- What is made of statements, outside the page's own header: descriptions of manuscripts and
       objects, parts of a schema, the header of a text within a text. -->

  <!-- A text among others begins with its title; what else its header says is folded. -->
  <xsl:template mode="html" match="teiHeader" as="item()*" priority="1">
    <xsl:if test="fileDesc/titleStmt/title[normalize-space()]">
      <xsl:element name="h{min((6, f:heading-level(.)))}">
        <xsl:attribute name="class" select="'gen text-title'"/>
        <xsl:if test="not(../@xml:id) and map:contains($outline-numbers, generate-id(..))">
          <xsl:attribute name="id" select="f:outline-anchor(..)"/>
        </xsl:if>
        <xsl:sequence select="f:words-language(fileDesc/titleStmt, $language)"/>
        <xsl:text>{f:heading(.)}</xsl:text>
      </xsl:element>
    </xsl:if>
    <!-- One without a title is in the table of contents all the same. -->
    <xsl:if test="not(fileDesc/titleStmt/title[normalize-space()] or ../@xml:id) and map:contains($outline-numbers, generate-id(..))">
      <span id="{f:outline-anchor(..)}"/>
    </xsl:if>
    <details>
      <xsl:call-template name="attributes">
        <xsl:with-param name="class" select="'record'"/>
      </xsl:call-template>
      <summary class="gen record-name"><xsl:sequence select="$own-language"/>{f:label(.)}</summary>
      <xsl:apply-templates select="." mode="header-body"/>
    </details>
  </xsl:template>

  <xsl:template mode="html" match="msDesc | msPart | msFrag | object | correspDesc | schemaSpec | specGrp
      | moduleSpec | elementSpec | classSpec | macroSpec | dataSpec" as="item()*">
    <div>
      <xsl:call-template name="attributes">
        <xsl:with-param name="class" select="'record'"/>
      </xsl:call-template>
      <p class="gen record-name"><xsl:sequence select="$own-language"/>{f:label(.)}</p>
      <xsl:apply-templates select="." mode="header-body"/>
      <xsl:if test="$has-carried-notes">
        <xsl:apply-templates select="f:trailing-notes(.)" mode="note-number"/>
      </xsl:if>
    </div>
  </xsl:template>

  <!-- Parts of a schema that stand for others: all they say is in their attributes. -->
  <xsl:template match="specGrpRef | moduleRef | classRef | elementRef | macroRef | dataRef | listRef" mode="html" as="item()*">
    <xsl:element name="{if (f:is-block(.)) then 'div' else 'span'}">
      <xsl:call-template name="attributes"/>
      <span class="gen"><xsl:sequence select="$own-language"/>{string-join((f:label(.), f:words-in-place(.)), ' ')}</span>
      <xsl:call-template name="particulars"/>
      <xsl:call-template name="content"/>
    </xsl:element>
  </xsl:template>

  <!-- What is described elsewhere, by its name, and which of its attributes: "p (@n, @part)". -->
  <xsl:template match="specDesc" mode="html" as="element()">
    <span>
      <xsl:call-template name="attributes"/>
      <span class="gen">{f:specified(.)}</span>
      <xsl:call-template name="content"/>
    </span>
  </xsl:template>
</xsl:stylesheet>
