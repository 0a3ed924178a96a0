<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- Elements that need no names beside each other, in a row. -->

  <!-- Whether an element has nothing but elements that need no name beside each other: "15 May 1862,
       Vienna". Those that come most often are asked for first. -->
  <xsl:function name="f:is-series" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        exists($element/*) and empty($element/*[not(self::date | self::placeName | self::settlement | self::location | self::geo
            | self::forename | self::surname | self::name | self::persName | self::orgName | self::country | self::region
            | self::genName | self::roleName | self::nameLink | self::addName | self::district | self::bloc | self::geogName
            | self::address | self::addrLine | self::street | self::postCode | self::postBox
            | self::repository | self::collection | self::institution)])
        and empty($element/text()[normalize-space()])"/>
  </xsl:function>

  <!-- What stands between it and the one before: parts of a name that is not turned round run on. -->
  <xsl:function name="f:series-gap" as="xs:string">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="
        if ($part[self::forename or self::surname or self::nameLink or self::genName or self::addName or self::roleName]
              /preceding-sibling::*[1][self::forename or self::nameLink or self::addName or self::roleName
                or self::genName or self::surname[not($part/self::forename)]]) then ' '
        else if (f:is-name-again($part)) then $or-described
        else if ($part[self::name or self::persName or self::orgName]/preceding-sibling::*[1][node-name() eq node-name($part)][contains(., ', ')]) then $semicolon
        else if ($part/self::addrLine) then f:list-gap(string($part/preceding-sibling::*[1]))
        else $list-sign"/>
  </xsl:function>

  <!-- What a date in such a row says in attributes only. -->
  <xsl:function name="f:date-unsaid" as="xs:string">
    <xsl:param name="date" as="element()"/>
    <xsl:sequence select="(if (normalize-space($date)) then '' else string(f:dating($date))) || f:date-besides($date)"/>
  </xsl:function>
</xsl:stylesheet>
