<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- Identifiers: the records that they lead to. -->

  <!-- Registers by their names in small letters, and the address that the number of a record follows. -->
  <xsl:variable name="registers" static="yes" as="map(xs:string, xs:string)" select="$words('identifier.registers')"/>

  <!-- The address of the record that an identifier is of: its own words, or its number in a register. -->
  <xsl:function name="f:record-address" as="xs:string?">
    <xsl:param name="idno" as="element(idno)"/>
    <xsl:variable name="start" as="xs:string?" select="$idno/@type ! $registers(lower-case(.))"/>
    <xsl:variable name="number" as="xs:string" select="normalize-space($idno)"/>
    <xsl:sequence select="
        if (starts-with($number, 'http')) then $number[matches(., '^https?://[^\s&lt;&gt;&quot;]+$')]
        else if ($start) then concat($start, $number[matches(., '^[A-Za-z0-9\-]+$')])[. ne $start]
        else ()"/>
  </xsl:function>
</xsl:stylesheet>
