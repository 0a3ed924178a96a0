<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- Quotations in a line, between the marks that they stand for. The transcript has the document's
       characters only. -->

  <!-- The transcript has marks only where the header says that the elements stand for the document's. -->
  <xsl:template match="q | quote | said | soCalled | gloss" mode="text" as="item()*">
    <xsl:variable name="marks" as="xs:string*" select="if ($is-transcript and not($marks-kept = 'none')) then () else f:quotation-marks(.)"/>
    <xsl:sequence select="$marks[1]"/>
    <xsl:apply-templates select="f:shown-nodes(.)" mode="text"/>
    <xsl:sequence select="$marks[2], ' '[f:is-block(current())]"/>
  </xsl:template>
</xsl:stylesheet>
