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

  <!-- Elements that need no label beside each other, in a row: "15 May 1862, Vienna". -->

  <xsl:template name="series" as="item()*">
    <xsl:for-each select="*">
      <xsl:if test="position() gt 1">
        <span class="gen"><xsl:sequence select="$own-language"/>{f:series-gap(.)}</span>
      </xsl:if>
      <xsl:choose>
        <xsl:when test="* and f:is-series(.)">
          <span>
            <xsl:call-template name="attributes"/>
            <xsl:call-template name="series"/>
          </span>
        </xsl:when>
        <xsl:otherwise>
          <!-- What a date says in attributes only: before how sure it is, or after its words. -->
          <xsl:variable name="unsaid" as="element()?">
            <xsl:for-each select="self::date ! f:date-unsaid(.)[. ne '']">
              <span class="gen"><xsl:sequence select="$own-language"/>{.}</span>
            </xsl:for-each>
          </xsl:variable>
          <xsl:sequence select="$unsaid[not(normalize-space(current()))]"/>
          <xsl:apply-templates select="." mode="html"/>
          <xsl:sequence select="$unsaid[normalize-space(current())]"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
