<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:f="urn:tei-edition:functions"
    xmlns:t="urn:tei-edition:text"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- What is made of statements, outside the document's own header: descriptions of manuscripts and
       objects, parts of a schema, the header of a text within a text. -->

  <xsl:template mode="blocks" match="teiHeader[not($is-transcript)] | msDesc[not($is-transcript)] | msPart[not($is-transcript)]
      | msFrag[not($is-transcript)] | object[not($is-transcript)] | correspDesc[not($is-transcript)]
      | schemaSpec[not($is-transcript)] | specGrp[not($is-transcript)] | moduleSpec[not($is-transcript)]
      | elementSpec[not($is-transcript)] | classSpec[not($is-transcript)] | macroSpec[not($is-transcript)]
      | dataSpec[not($is-transcript)]" as="element()*">
    <xsl:if test="self::teiHeader/fileDesc/titleStmt/title[normalize-space()]">
      <xsl:call-template name="title">
        <xsl:with-param name="words" select="f:heading(.)"/>
        <xsl:with-param name="level" select="min((6, f:heading-level(.)))"/>
      </xsl:call-template>
    </xsl:if>
    <t:block>
      <xsl:value-of select="$bold, f:label(.), $end, f:name-particulars(.)" separator=""/>
    </t:block>
    <t:part>
      <xsl:apply-templates select="." mode="header-body"/>
    </t:part>
  </xsl:template>

  <!-- Parts of a schema that stand for others: all they say is in their attributes. -->
  <xsl:template match="specGrpRef[not($is-transcript)] | moduleRef[not($is-transcript)] | classRef[not($is-transcript)]
      | elementRef[not($is-transcript)] | macroRef[not($is-transcript)] | dataRef[not($is-transcript)] | listRef[not($is-transcript)]" mode="text" as="item()*">
    <xsl:sequence select="f:label(.), f:words-in-place(.) ! (' ' || .), f:particulars(.), ' '[current()/*]"/>
    <xsl:apply-templates select="f:shown-nodes(.)" mode="text"/>
    <xsl:sequence select="' '[f:is-block(current())]"/>
  </xsl:template>

  <!-- What is described elsewhere, by its name, and which of its attributes: "p (@n, @part)". -->
  <xsl:template match="specDesc[not($is-transcript)]" mode="text" as="item()*">
    <xsl:sequence select="f:specified(.)"/>
    <xsl:apply-templates select="f:shown-nodes(.)" mode="text"/>
  </xsl:template>
</xsl:stylesheet>
