<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:f="urn:tei-edition:functions"
    xmlns:e="urn:tei-edition:edition"
    xmlns:t="urn:tei-edition:text"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">


  <!-- Letters of readings in the reading view, and the list they lead to. -->

  <xsl:function name="f:reading-mark" as="xs:string">
    <xsl:param name="place" as="element()"/>
    <xsl:sequence select="
        if ($view = 'reading' and f:is-intervention($place) and empty($place/ancestor::teiHeader))
        then f:bracketed(f:reading-letter($place), 'editor') else ''"/>
  </xsl:function>

  <!-- The beginnings of pages that stand in what the view leaves out of a place. -->
  <xsl:function name="f:beginnings-mark" as="xs:string">
    <xsl:param name="place" as="element()"/>
    <xsl:sequence select="string-join(
        f:beginnings-elsewhere($place, if ($view = 'reading') then 'reading' else 'diplomatic') ! (' ' || f:report(., f:beginning(.)))[normalize-space()])"/>
  </xsl:function>

  <xsl:template name="readings" as="element()*">
    <xsl:if test="exists($interventions)">
      <xsl:call-template name="title">
        <xsl:with-param name="words" select="f:word('readings.heading')"/>
      </xsl:call-template>
      <xsl:for-each-group select="$interventions" group-by="f:reading-key(.)">
        <t:block tight="{position() gt 1}" indent="0">{f:bracketed(f:reading-letter(.), 'editor')} {f:lemma(.)}{f:reading-entry(.)}{
            if (count(current-group()) gt 1) then ' (' || f:counted('readings.times', count(current-group())) || ')' else ''}</t:block>
      </xsl:for-each-group>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
