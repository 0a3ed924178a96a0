<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xmlns:eg="http://www.tei-c.org/ns/Examples"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- Markup that a text speaks of: names of elements, examples. Angle brackets and the like are
       the page's; the words between them are the document's. -->

  <xsl:template match="code | ident" mode="html" as="node()*">
    <xsl:call-template name="marked-up"/>
  </xsl:template>

  <xsl:template match="gi | tag" mode="html" as="node()*">
    <xsl:call-template name="marked-up">
      <xsl:with-param name="before" select="'&lt;'"/>
      <xsl:with-param name="after" select="'&gt;'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="att" mode="html" as="node()*">
    <xsl:call-template name="marked-up">
      <xsl:with-param name="before" select="'@'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="val" mode="html" as="node()*">
    <xsl:call-template name="marked-up">
      <xsl:with-param name="before" select="f:word('punctuation.quote-open')"/>
      <xsl:with-param name="after" select="f:word('punctuation.quote-close')"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="marked-up" as="node()*">
    <xsl:param name="before" as="xs:string" select="''"/>
    <xsl:param name="after" as="xs:string" select="''"/>
    <xsl:element name="{if (f:is-block(.)) then 'div' else 'code'}">
      <xsl:call-template name="attributes"/>
      <xsl:if test="$before">
        <span class="gen">{$before}</span>
      </xsl:if>
      <xsl:call-template name="content"/>
      <xsl:if test="$after">
        <span class="gen">{$after}</span>
      </xsl:if>
    </xsl:element>
  </xsl:template>

  <xsl:template match="eg" mode="html" as="node()*">
    <xsl:element name="{if (f:has-blocks(.)) then 'div' else 'pre'}">
      <xsl:call-template name="attributes"/>
      <xsl:call-template name="content"/>
    </xsl:element>
  </xsl:template>

  <!-- An example in TEI is shown as it is written. -->
  <xsl:template match="eg:egXML | egXML" mode="html" as="node()*">
    <pre>
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates select="node()" mode="example"/>
    </pre>
  </xsl:template>

  <xsl:template match="*" mode="example" as="node()*">
    <span class="gen markup">&lt;{name()}{@* ! (' ' || name() || '="' || . || '"')}{if (node()) then '' else '/'}&gt;</span>
    <xsl:apply-templates select="node()" mode="example"/>
    <xsl:if test="node()">
      <span class="gen markup">&lt;/{name()}&gt;</span>
    </xsl:if>
  </xsl:template>

  <xsl:template match="text()" mode="example" as="text()">
    <xsl:sequence select="."/>
  </xsl:template>

  <xsl:template match="comment()" mode="example" as="node()*">
    <span class="gen markup">&lt;!--{.}--&gt;</span>
  </xsl:template>

  <xsl:template match="processing-instruction()" mode="example" as="node()*">
    <span class="gen markup">&lt;?{name()} {.}?&gt;</span>
  </xsl:template>
</xsl:stylesheet>
