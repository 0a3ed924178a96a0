<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:f="urn:tei-edition:functions"
    xmlns:e="urn:tei-edition:edition"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- An apparatus that stands apart from its text (listApp, the back): lemma and readings in full,
       each with its witnesses, since no word of the text stands for them. -->

  <xsl:template match="app[f:stands-apart(.)]" mode="html" as="node()*">
    <div>
      <xsl:call-template name="attributes"/>
      <xsl:if test="@loc">
        <span class="gen">{@loc} </span>
      </xsl:if>
      <xsl:call-template name="content"/>
    </div>
  </xsl:template>

  <xsl:template match="app[f:stands-apart(.)]//*[self::lem or self::rdg]" mode="html" as="node()*">
    <xsl:call-template name="box"/>
    <span class="gen">{f:pointers(@wit) ! (' ' || replace(., '^.*#', ''))}{if (self::lem) then ']' else ''} </span>
  </xsl:template>
</xsl:stylesheet>
