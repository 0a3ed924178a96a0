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

  <!-- Drama: what needs more than a box. -->

  <xsl:template match="stage" mode="html" as="item()*">
    <xsl:call-template name="box">
      <xsl:with-param name="name" select="if (f:is-block(.)) then 'div' else 'i'"/>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
