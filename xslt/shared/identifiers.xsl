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

  <!-- The address of the record that a number in a register is of. -->
  <xsl:function name="f:record-address" as="xs:string?">
    <xsl:param name="idno" as="element(idno)"/>
    <xsl:sequence select="$registers(lower-case($idno/@type)) ! concat(., normalize-space($idno)[matches(., '^[A-Za-z0-9\-]+$')])[. ne $registers(lower-case($idno/@type))]"/>
  </xsl:function>
</xsl:stylesheet>
