<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- What the text rests on, in the head of the page. -->

  <xsl:template name="sources" as="item()*">
    <xsl:where-populated>
      <details class="facts sources">
        <xsl:on-non-empty>
          <summary>{f:word('page.source')}</summary>
        </xsl:on-non-empty>
        <xsl:where-populated>
          <dl>
            <xsl:call-template name="source-rows"/>
          </dl>
        </xsl:where-populated>
      </details>
    </xsl:where-populated>
  </xsl:template>
</xsl:stylesheet>
