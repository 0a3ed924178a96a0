<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- A transcription that follows the sheets: sides, zones, lines. -->

  <xsl:template match="surface[not($is-transcript)] | surfaceGrp[not($is-transcript)]" mode="blocks" as="element()*">
    <xsl:call-template name="paragraph">
      <xsl:with-param name="words" select="f:surface-label(.) ! f:report(current(), .)"/>
    </xsl:call-template>
    <xsl:next-match/>
  </xsl:template>

  <xsl:template match="zone[not($is-transcript)]" mode="blocks" as="element()*" priority="2">
    <xsl:call-template name="paragraph">
      <xsl:with-param name="words" select="f:zone-label(.) ! f:report(current(), .)"/>
    </xsl:call-template>
    <xsl:next-match/>
  </xsl:template>

  <!-- One line under the other, with its number as a verse has it. -->
  <xsl:template match="line" mode="blocks" as="element()*">
    <xsl:call-template name="block">
      <xsl:with-param name="tight" select="exists(preceding-sibling::*[1][self::line])"/>
      <xsl:with-param name="indent" select="if ($is-transcript) then 0 else $sheet-indent"/>
      <xsl:with-param name="shift" select="if ($is-transcript) then 0 else f:indentation(.)"/>
      <xsl:with-param name="margin" select="string(.[@n][not($is-transcript)] ! f:line-number(.))"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="line[f:has-blocks(.)]" mode="blocks" as="element()*" priority="1">
    <xsl:call-template name="content-blocks"/>
  </xsl:template>

  <xsl:variable name="sheet-indent" as="xs:integer" select="
      if (some $line in //line[@n] satisfies exists(f:line-number($line))) then 6 else 0"/>

  <xsl:template match="sourceDoc[$has-both-texts][not($is-transcript)][parent::TEI]
      | text[$has-both-texts][not($is-transcript)][parent::TEI]" mode="blocks" as="element()*">
    <xsl:call-template name="paragraph">
      <xsl:with-param name="words" select="f:report(., f:word(if (self::text) then 'page.text' else 'report.sheets'))"/>
    </xsl:call-template>
    <xsl:next-match/>
  </xsl:template>
</xsl:stylesheet>
