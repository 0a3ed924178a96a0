<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- A list of statements: names, and what is said under each. HTML wants a name once in a list:
       neighbours share theirs, and one that comes again begins another list. -->
  <xsl:template name="named" as="item()*">
    <xsl:param name="statements" as="element()*"/>
    <xsl:variable name="names" as="xs:string*" select="
        if ($statements[self::idno][2]) then f:names-in-rows($statements) else $statements ! f:statement-name(.)"/>
    <xsl:variable name="starts" as="xs:integer*" select="
        if (empty($names[3]) or count(distinct-values($names)) eq count($names)) then () else f:starts-of-lists($names)"/>
    <xsl:choose>
      <xsl:when test="empty($starts)">
        <xsl:call-template name="names-and-statements">
          <xsl:with-param name="statements" select="$statements"/>
          <xsl:with-param name="names" select="$names"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:for-each select="1, $starts">
          <xsl:variable name="list" as="xs:integer" select="position()"/>
          <xsl:variable name="length" as="xs:integer" select="($starts[$list], count($names) + 1)[1] - ."/>
          <xsl:call-template name="names-and-statements">
            <xsl:with-param name="statements" select="subsequence($statements, ., $length)"/>
            <xsl:with-param name="names" select="subsequence($names, ., $length)"/>
          </xsl:call-template>
        </xsl:for-each>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The names of statements among which are identifiers: of those of one kind beside each other, as
       authority files have them in rows, the first is asked. -->
  <xsl:function name="f:names-in-rows" as="xs:string*">
    <xsl:param name="statements" as="element()+"/>
    <xsl:iterate select="$statements">
      <xsl:param name="before" as="element()?" select="()"/>
      <xsl:param name="its-name" as="xs:string" select="''"/>
      <xsl:variable name="name" as="xs:string" select="
          if ($before and (self::idno | self::placeName | self::location) and @type = $before/@type and node-name() eq node-name($before))
          then $its-name else f:statement-name(.)"/>
      <xsl:sequence select="$name"/>
      <xsl:next-iteration>
        <xsl:with-param name="before" select="."/>
        <xsl:with-param name="its-name" select="$name"/>
      </xsl:next-iteration>
    </xsl:iterate>
  </xsl:function>

  <!-- One list: a name before what is said under it, once before neighbours. -->
  <xsl:template name="names-and-statements" as="item()*">
    <xsl:param name="statements" as="element()*"/>
    <xsl:param name="names" as="xs:string*"/>
    <dl>
      <xsl:for-each select="$statements">
        <xsl:variable name="place" as="xs:integer" select="position()"/>
        <xsl:if test="$place eq 1 or $names[$place] ne $names[$place - 1]">
          <xsl:choose>
            <xsl:when test="self::respStmt and f:is-responsibility(.)">
              <dt>
                <xsl:for-each select="resp[normalize-space()]">
                  <xsl:if test="position() gt 1">
                    <span class="gen">{$semicolon}</span>
                  </xsl:if>
                  <xsl:apply-templates select="." mode="html"/>
                </xsl:for-each>
              </dt>
            </xsl:when>
            <xsl:otherwise>
              <dt class="gen"><xsl:sequence select="$own-language"/>{$names[$place]}</dt>
            </xsl:otherwise>
          </xsl:choose>
          <xsl:text> </xsl:text>
        </xsl:if>
        <xsl:apply-templates select="." mode="header"/>
      </xsl:for-each>
    </dl>
  </xsl:template>

  <!-- Where, counted from 1, another list begins in a list of names: with one that comes again. -->
  <xsl:function name="f:starts-of-lists" as="xs:integer*">
    <xsl:param name="names" as="xs:string*"/>
    <!-- Those that come again at all: there are few. -->
    <xsl:variable name="repeated" as="xs:integer*" select="
        for $place in 2 to count($names)
        return $place[$names[$place] ne $names[$place - 1] and $names[$place] = subsequence($names, 1, $place - 1)]"/>
    <xsl:iterate select="$repeated">
      <xsl:param name="start" as="xs:integer" select="1"/>
      <xsl:variable name="comes-again" as="xs:boolean" select="let $place := . return $names[$place] = subsequence($names, $start, $place - $start)"/>
      <xsl:if test="$comes-again">
        <xsl:sequence select="."/>
      </xsl:if>
      <xsl:next-iteration>
        <xsl:with-param name="start" select="if ($comes-again) then . else $start"/>
      </xsl:next-iteration>
    </xsl:iterate>
  </xsl:function>
</xsl:stylesheet>
