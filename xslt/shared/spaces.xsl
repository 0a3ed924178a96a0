<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- What stands around an element's words in one view: spaces and signs that the markup implies. This
       module goes before that of the words, without priorities. -->

  <!-- A part of what is encoded as data. -->
  <xsl:template _match="{string-join(tokenize($parts-of-data) ! (. || '[preceding-sibling::node()[1][self::*]]'), ' | ')}" mode="plain" as="xs:string*">
    <xsl:sequence select="(if (self::forename/preceding-sibling::node()[1]/self::surname) then f:word('punctuation.list') else ' ')[f:is-glued-part(current())]"/>
    <xsl:next-match/>
  </xsl:template>

  <xsl:template match="w | pc | gap | choice | app" mode="plain" as="xs:string*">
    <xsl:sequence select="' '[f:implies-space(current())]"/>
    <xsl:next-match/>
  </xsl:template>

  <xsl:template match="s | seg" mode="plain" as="xs:string*">
    <xsl:sequence select="' '[f:is-glued-segment(current())]"/>
    <xsl:next-match/>
  </xsl:template>

  <xsl:template match="change/date | change/label | change/name | change/respStmt" mode="plain" as="xs:string*">
    <xsl:next-match/>
    <xsl:sequence select="' '"/>
  </xsl:template>
</xsl:stylesheet>
