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

  <!-- The way from a note or a reading back to its mark in the text. In a view that leaves the mark
       out, it leads to the entry of the list of readings that has it, or to the passage. -->
  <xsl:template name="ways-back" as="element()+">
    <!-- What stands in the text, and the anchor of the mark there. -->
    <xsl:param name="origin" as="element()"/>
    <xsl:param name="anchor" as="xs:string"/>
    <!-- What it is called, "Note 3", and what there is to see. -->
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="sign" as="xs:string" select="'↩'"/>
    <xsl:variable name="hiding" as="element()*" select="
        $origin/ancestor::*[f:view(.) ne 'both'][count(ancestor::note) eq count($origin/ancestor::note)]"/>
    <xsl:variable name="views" as="xs:string*" select="distinct-values($hiding ! f:view(.))"/>
    <xsl:variable name="entry" as="xs:string" select="
        ($hiding[1]/ancestor-or-self::*[f:is-intervention(.)][1] ! ('reading:' || f:reading-letter(.)),
         $hiding[1]/ancestor::*[@xml:id][f:stands-in-page(@xml:id, .)][1]/@xml:id ! encode-for-uri(.), 'page:text')[1]"/>
    <xsl:variable name="ways" as="map(xs:string, xs:string)" select="
        if (empty($views)) then map {'both': $anchor}
        else if ($views = 'other' or count($views) gt 1) then map {'both': $entry}
        else map:merge(('reading', 'diplomatic') ! map:entry(., if (. eq $views) then $anchor else $entry))"/>
    <xsl:for-each select="('both', 'reading', 'diplomatic')[map:contains($ways, .)]">
      <xsl:variable name="way" as="element()">
        <a class="gen back" href="#{$ways(.)}" role="doc-backlink"><xsl:sequence select="$own-language"/><span class="vh">{f:word('notes.back')}, {$words} </span>{$sign}</a>
      </xsl:variable>
      <xsl:choose>
        <xsl:when test=". eq 'both'">
          <xsl:sequence select="$way"/>
        </xsl:when>
        <xsl:otherwise>
          <span class="v-{.}">
            <xsl:if test=". eq 'diplomatic'">
              <xsl:attribute name="hidden" select="'hidden'"/>
            </xsl:if>
            <xsl:sequence select="$way"/>
          </span>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
