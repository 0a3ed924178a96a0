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

  <!-- Blocks to lines: blank lines between blocks, lines no longer than the width. -->

  <xsl:function name="f:lay-out" as="xs:string">
    <xsl:param name="blocks" as="element(t:block)*"/>
    <xsl:variable name="pieces" as="xs:string*">
      <xsl:for-each select="$blocks">
        <xsl:sequence select="
            if (position() = 1) then '' else if (@tight = 'true') then '&#10;' else '&#10;&#10;',
            string-join(tokenize(., '&#x2028;') ! f:wrap(., xs:integer(current()/@indent)), '&#10;')"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="string-join($pieces) || '&#10;'"/>
  </xsl:function>

  <!-- Greedy filling. A word longer than a line stands in a line of its own. -->
  <xsl:function name="f:wrap" as="xs:string">
    <xsl:param name="line" as="xs:string"/>
    <xsl:param name="indent" as="xs:integer"/>
    <xsl:variable name="margin" as="xs:string" select="string-join((1 to $indent) ! ' ')"/>
    <xsl:choose>
      <xsl:when test="$columns = 0 or $is-transcript or string-length($line) + $indent le $columns">
        <xsl:sequence select="$margin || $line"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:iterate select="tokenize($line)">
          <xsl:param name="done" as="xs:string*" select="()"/>
          <xsl:param name="current" as="xs:string" select="''"/>
          <xsl:on-completion select="string-join(($done, $current) ! ($margin || .), '&#10;')"/>
          <xsl:variable name="longer" as="xs:string" select="if ($current) then $current || ' ' || . else ."/>
          <xsl:variable name="fits" as="xs:boolean" select="string-length($longer) + $indent le $columns or not($current)"/>
          <xsl:next-iteration>
            <xsl:with-param name="done" select="if ($fits) then $done else ($done, $current)"/>
            <xsl:with-param name="current" select="if ($fits) then $longer else ."/>
          </xsl:next-iteration>
        </xsl:iterate>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>
</xsl:stylesheet>
