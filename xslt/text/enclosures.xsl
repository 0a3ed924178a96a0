<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:f="urn:tei-edition:functions"
    xmlns:t="urn:tei-edition:text"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">


  <!-- A text within a text: announced and closed in the reading and diplomatic views. -->

  <xsl:template match="floatingText" mode="blocks" as="element()*">
    <xsl:if test="not($is-transcript)">
      <t:block level="{min((6, f:heading-level(.)))}">{f:bracketed(f:enclosure-heading(.), 'editor')}</t:block>
    </xsl:if>
    <xsl:next-match/>
    <xsl:if test="not($is-transcript)">
      <t:block>{f:bracketed(f:end-of-inserted(.), 'editor')}</t:block>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
