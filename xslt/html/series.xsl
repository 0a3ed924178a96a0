<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- Elements that need no label beside each other, in a row: "15 May 1862, Vienna". -->

  <xsl:template name="series" as="item()*">
    <xsl:for-each select="*">
      <xsl:if test="position() gt 1 and (node() or self::date)">
        <span class="gen"><xsl:sequence select="$own-direction"/>{if (@xml:lang or self::addrLine | self::name | self::persName | self::orgName | self::forename | self::surname | self::nameLink | self::genName | self::addName | self::roleName) then f:series-gap(.) else $list-sign}</span>
      </xsl:if>
      <xsl:choose>
        <xsl:when test="* and f:is-series(.)">
          <span>
            <xsl:choose>
              <xsl:when test="$goes-straight and not(@xml:id or @rend or @rendition or @style)">
                <xsl:attribute name="class" select="concat('tei-', local-name())"/>
                <xsl:apply-templates select="@*" mode="attribute"/>
              </xsl:when>
              <xsl:otherwise>
                <xsl:call-template name="attributes"/>
              </xsl:otherwise>
            </xsl:choose>
            <xsl:call-template name="series"/>
          </span>
        </xsl:when>
        <!-- What a date says in attributes only: before how sure it is, or after its words. -->
        <xsl:when test="self::date[@calendar or @datingMethod or @when-custom or not(normalize-space())] and f:date-unsaid(.) ne ''">
          <xsl:variable name="unsaid" as="element()">
            <span class="gen"><xsl:sequence select="$own-language"/>{f:date-unsaid(.)}</span>
          </xsl:variable>
          <xsl:variable name="has-words" as="xs:boolean" select="normalize-space() ne ''"/>
          <xsl:sequence select="$unsaid[not($has-words)]"/>
          <xsl:apply-templates select="." mode="html"/>
          <xsl:sequence select="$unsaid[$has-words]"/>
        </xsl:when>
        <xsl:when test="self::addrLine">
          <span>
            <xsl:call-template name="attributes"/>
            <xsl:apply-templates select="node()[not(self::text()[not(normalize-space())][empty(following-sibling::node())])]" mode="html"/>
          </span>
        </xsl:when>
        <xsl:otherwise>
          <xsl:apply-templates select="." mode="html"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
