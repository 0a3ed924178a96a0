<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- What was made of the source: how far it has got, by whom, under which terms, and the file. -->

  <!-- The address of the TEI source beside the page; empty where there is none. -->
  <xsl:param name="source" as="xs:string" select="''"/>

  <!-- What was made of it. -->
  <xsl:template name="provenance" as="item()*">
    <xsl:where-populated>
      <details class="facts provenance">
        <xsl:on-non-empty>
          <summary>{f:word('page.edition-and-more')}</summary>
        </xsl:on-non-empty>
        <xsl:where-populated>
          <dl>
            <xsl:call-template name="provenance-rows"/>
            <xsl:if test="$source != ''">
              <xsl:call-template name="summary-lines">
                <xsl:with-param name="label" select="f:word('page.download')"/>
                <xsl:with-param name="lines" as="element()">
                  <a href="{$source}" download="">{f:word('page.download-tei')}</a>
                </xsl:with-param>
              </xsl:call-template>
            </xsl:if>
          </dl>
        </xsl:where-populated>
      </details>
    </xsl:where-populated>
  </xsl:template>
</xsl:stylesheet>
