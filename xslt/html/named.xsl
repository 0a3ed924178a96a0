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

  <!-- A list of statements: names, and what is said under each. HTML wants a name once in a list:
       neighbours share theirs, and one that comes again begins another list. -->
  <xsl:template name="named" as="item()*">
    <xsl:param name="statements" as="element()*"/>
    <xsl:variable name="names" as="xs:string*" select="$statements ! f:statement-name(.)"/>
    <xsl:variable name="different" as="xs:integer" select="count(distinct-values($names))"/>
    <xsl:choose>
      <xsl:when test="$different eq count($names)">
        <dl>
          <xsl:for-each select="$statements">
            <xsl:variable name="place" as="xs:integer" select="position()"/>
            <xsl:call-template name="named-statement">
              <xsl:with-param name="name" select="$names[$place]"/>
              <xsl:with-param name="all" select="."/>
            </xsl:call-template>
          </xsl:for-each>
        </dl>
      </xsl:when>
      <xsl:when test="$different eq 1 + count(tail($names)[let $place := position() return . ne $names[$place]])">
        <dl>
          <xsl:call-template name="neighbours">
            <xsl:with-param name="statements" select="$statements"/>
            <xsl:with-param name="names" select="$names"/>
          </xsl:call-template>
        </dl>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="lists" as="xs:integer*" select="f:lists-of-names($names)"/>
        <xsl:for-each select="1 to $lists[last()]">
          <xsl:variable name="places" as="xs:integer+" select="index-of($lists, .)"/>
          <dl>
            <xsl:call-template name="neighbours">
              <xsl:with-param name="statements" select="subsequence($statements, $places[1], count($places))"/>
              <xsl:with-param name="names" select="subsequence($names, $places[1], count($places))"/>
            </xsl:call-template>
          </dl>
        </xsl:for-each>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Statements of one list, those of one name together. -->
  <xsl:template name="neighbours" as="item()*">
    <xsl:param name="statements" as="element()*"/>
    <xsl:param name="names" as="xs:string*"/>
    <xsl:for-each-group select="$statements" group-adjacent="let $place := position() return $names[$place]">
      <xsl:call-template name="named-statement">
        <xsl:with-param name="name" select="current-grouping-key()"/>
        <xsl:with-param name="all" select="current-group()"/>
      </xsl:call-template>
    </xsl:for-each-group>
  </xsl:template>

  <!-- A name and what is said under it. -->
  <xsl:template name="named-statement" as="item()*">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="all" as="element()+"/>
    <xsl:choose>
      <xsl:when test="self::respStmt and f:is-responsibility(.)">
        <dt>
          <xsl:apply-templates select="resp[1]" mode="html"/>
        </dt>
      </xsl:when>
      <xsl:otherwise>
        <dt class="gen"><xsl:sequence select="$own-language"/>{$name}</dt>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:text> </xsl:text>
    <xsl:apply-templates select="$all" mode="header"/>
  </xsl:template>

  <!-- The list, counted from 1, that each of some names goes into. -->
  <xsl:function name="f:lists-of-names" as="xs:integer*">
    <xsl:param name="names" as="xs:string*"/>
    <xsl:iterate select="$names">
      <xsl:param name="list" as="xs:integer" select="1"/>
      <xsl:param name="seen" as="xs:string*"/>
      <xsl:variable name="comes-again" as="xs:boolean" select=". = $seen and not(. = $seen[last()])"/>
      <xsl:variable name="now" as="xs:integer" select="if ($comes-again) then $list + 1 else $list"/>
      <xsl:sequence select="$now"/>
      <xsl:next-iteration>
        <xsl:with-param name="list" select="$now"/>
        <xsl:with-param name="seen" select="if ($comes-again) then string(.) else ($seen[not(. = current())], string(.))"/>
      </xsl:next-iteration>
    </xsl:iterate>
  </xsl:function>
</xsl:stylesheet>
