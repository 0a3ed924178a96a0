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

  <!-- How the document is cited: for machines in the head of its page, for readers on it. -->

  <xsl:template name="citation-metadata" as="element()*">
    <xsl:for-each select="f:permanent-address(/)">
      <link rel="canonical" href="{.}"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="permanent-address" as="element()?">
    <xsl:for-each select="f:permanent-address(/)">
      <p class="permanent-address">{f:word('page.cite')}: <a href="{.}">{.}</a></p>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
