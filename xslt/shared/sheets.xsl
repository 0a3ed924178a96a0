<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- A transcription that follows the sheets (TEI Guidelines 12.1): what its surfaces and zones are. -->

  <!-- "page 3r", "leaf 2"; what is fastened to a sheet is no page: "attached: slip A, glued". -->
  <xsl:function name="f:surface-label" as="xs:string?">
    <xsl:param name="surface" as="element()"/>
    <xsl:variable name="is-attached" as="xs:boolean" select="exists($surface/ancestor::surface)"/>
    <xsl:variable name="number" as="xs:string?" select="$surface/@n ! normalize-space(translate(., '_', ' '))"/>
    <xsl:variable name="name" as="xs:string" select="
        if ($is-attached or $surface/self::surfaceGrp)
        then string-join(($surface/@type ! translate(., '-_', '  '), $number), ' ')
        else f:numbered(f:word('report.page'), $number)"/>
    <xsl:sequence select="
        if ($is-attached) then f:labelled(f:word('report.attached'), string-join(($name[. ne ''], $surface/@attachment ! translate(., '-_', '  ')), f:word('punctuation.list')))
        else if ($surface/@n) then $name
        else ()"/>
  </xsl:function>

  <!-- Kinds of zones that say no more than that there is text. -->
  <xsl:variable name="zones-of-text" static="yes" as="xs:string+" select="tokenize('
      main text maintext body textregion region textblock block paragraph line textline lines page printspace')"/>

  <!-- Where on the sheet a zone is, or what it holds: "in the left margin", "pagination, turned by 90°". -->
  <xsl:function name="f:zone-label" as="xs:string?">
    <xsl:param name="zone" as="element(zone)"/>
    <xsl:variable name="place" as="xs:string?" select="f:place($zone)"/>
    <xsl:variable name="kind" as="xs:string?" select="
        $zone/@type[not(lower-case(translate(., '-_ ', '')) = $zones-of-text)] ! (f:place-word(.)[empty($place)], translate(., '-_', '  ')[empty(f:place-word(.))])[1]"/>
    <xsl:variable name="turn" as="xs:string?" select="$zone/@rotate[not(number(.) = (0, 360))] ! f:phrase('report.turned', map {'degrees': string()})"/>
    <xsl:sequence select="string-join(distinct-values(($kind, $place, $turn)), f:word('punctuation.list'))[. ne '']"/>
  </xsl:function>

  <!-- Where a document has both, which of the two is which. -->
  <xsl:variable name="has-both-texts" as="xs:boolean" select="exists(/*/sourceDoc) and exists(/*/text)"/>
</xsl:stylesheet>
