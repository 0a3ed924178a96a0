<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- What the attributes of a statement say, in brackets. -->

  <!-- What the attributes say of a statement that is made of statements, or of nothing, goes with its name. -->
  <xsl:function name="f:name-particulars" as="xs:string">
    <xsl:param name="statement" as="element()"/>
    <xsl:sequence select="
        if (empty($statement/@*) or empty($statement/*) and normalize-space($statement) or $statement[self::dimensions or self::height or self::width or self::depth or self::dim or self::measure or self::locus or self::locusGrp]
          or $statement[self::date][not(node())][f:date-unsaid(.) ne ''] or $statement[self::relation] or empty($statement/node()) and (f:says-no-more($statement) or f:in-place-of-words($statement))) then ''
        else if (empty($statement/node()[normalize-space() or self::*])
          or ($statement/* and not(f:is-series($statement)) and f:is-record($statement) and not(f:is-responsibility($statement))
            and not($statement[self::persName or self::placeName or self::orgName or self::ref or self::name or self::rs or self::p or self::ab])))
        then f:particulars($statement, false()) else ''"/>
  </xsl:function>

  <!-- " (n: 7; https://…)" -->
  <xsl:function name="f:particulars" as="xs:string">
    <xsl:param name="statement" as="element()"/>
    <xsl:sequence select="f:particulars($statement, true())"/>
  </xsl:function>

  <!-- Where the words go with a name, they lead nowhere. -->
  <xsl:function name="f:particulars" as="xs:string">
    <xsl:param name="statement" as="element()"/>
    <xsl:param name="leads" as="xs:boolean"/>
    <xsl:choose>
      <!-- What a kind is goes with the name; most have no other attribute. -->
      <xsl:when test="empty($statement/@*) or $statement/@type and empty($statement/@*[2])">
        <xsl:sequence select="''"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="link" as="xs:string?" select="
            f:particular-link($statement) ! (let $words := f:link-words($statement) return
            if ($leads) then string(f:summary-link($words, ., '')) else $words)"/>
        <xsl:variable name="said" as="xs:string*" select="
            if ($statement/@ref and empty($statement/@*[2])) then () else f:particulars-said($statement)"/>
        <xsl:sequence select="
            if (not($link or exists($said))) then ''
            else if (f:says-no-more($statement)) then string-join(($said, $link), $semicolon)
            else concat(' (', string-join(($said, $link), $semicolon), ')')"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>
</xsl:stylesheet>
