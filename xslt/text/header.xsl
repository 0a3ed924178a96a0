<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xmlns:t="urn:tei-edition:text"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- The header in full: every statement it makes, with its name, in its order. -->

  <xsl:template name="about" as="element()*">
    <xsl:if test="/*/teiHeader/*">
      <xsl:call-template name="title">
        <xsl:with-param name="words" select="f:word('page.about')"/>
      </xsl:call-template>
      <xsl:for-each select="/*/teiHeader/*">
        <t:under>
          <xsl:call-template name="title">
            <xsl:with-param name="words" select="f:label(.)"/>
            <xsl:with-param name="level" select="3"/>
          </xsl:call-template>
          <xsl:variable name="particulars" as="xs:string" select="f:name-particulars(.)"/>
          <xsl:if test="$particulars ne ''">
            <t:block>{$particulars}</t:block>
          </xsl:if>
          <t:part>
            <xsl:apply-templates select="." mode="header-body"/>
          </t:part>
        </t:under>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <!-- What a statement says: its words, and what its attributes say; or the statements it is made of. -->
  <xsl:template match="*" mode="header-body" as="node()*">
    <xsl:choose>
      <!-- What the attributes of a statement without words say goes with its name. -->
      <xsl:when test="empty(*)">
        <xsl:choose>
          <xsl:when test="empty(node())">
            <xsl:value-of select="f:words-in-place(.)"/>
          </xsl:when>
          <xsl:when test="$is-plain-text">
            <xsl:value-of select="."/>
          </xsl:when>
          <xsl:otherwise>
            <xsl:value-of separator="">
              <xsl:apply-templates select="node()" mode="text"/>
            </xsl:value-of>
          </xsl:otherwise>
        </xsl:choose>
        <xsl:if test="@* and (normalize-space() or f:name-particulars(.) eq '')">
          <xsl:value-of select="f:particulars(.)"/>
        </xsl:if>
      </xsl:when>
      <xsl:when test="f:is-series(.)">
        <xsl:value-of select="f:series-words(.), f:particulars(.)" separator=""/>
      </xsl:when>
      <xsl:when test="text()[normalize-space()]">
        <t:part behind="{f:particulars(., false())}">
          <xsl:for-each-group select="node()"
              group-adjacent="exists((self::note, self::relatedItem, self::msDesc, self::listBibl, self::listWit, self::p, self::ab, self::list, self::table))">
            <xsl:choose>
              <xsl:when test="current-grouping-key()">
                <xsl:call-template name="statements">
                  <xsl:with-param name="elements" select="current-group()[self::*]"/>
                </xsl:call-template>
              </xsl:when>
              <xsl:otherwise>
                <xsl:call-template name="paragraph">
                  <xsl:with-param name="words" select="f:words-of(current-group())"/>
                </xsl:call-template>
              </xsl:otherwise>
            </xsl:choose>
          </xsl:for-each-group>
        </t:part>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="statements">
          <xsl:with-param name="elements" select="*"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template mode="header-body" match="persName | placeName | orgName | ref | name | rs | dimensions | height | width | depth | dim | measure | locus | locusGrp" as="text()?">
    <xsl:value-of separator="">
      <xsl:apply-templates select="." mode="text"/>
      <xsl:sequence select="self::*[self::persName or self::placeName or self::orgName] ! f:beside-name(.) ! (' (' || . || ')')"/>
    </xsl:value-of>
  </xsl:template>

  <!-- Those who made it possible, or published it, and where they are found. -->
  <xsl:template mode="header-body" match="funder[ref][f:is-record(.)] | sponsor[ref][f:is-record(.)] | publisher[ref][f:is-record(.)]
      | distributor[ref][f:is-record(.)] | authority[ref][f:is-record(.)]" as="text()?">
    <xsl:value-of select="f:series-words(.), f:particulars(.)" separator=""/>
  </xsl:template>

  <!-- Where the views differ in a statement: the reading of this one. -->
  <xsl:template mode="header-body" match="choice[f:is-intervention(.)] | app[f:is-intervention(.)] | del[f:is-intervention(.)] | surplus[f:is-intervention(.)]" as="text()?">
    <xsl:value-of separator="">
      <xsl:apply-templates select="." mode="text"/>
    </xsl:value-of>
  </xsl:template>

  <!-- A date in attributes only. -->
  <xsl:template mode="header-body" match="date[not(node())][f:date-unsaid(.) ne '']" as="text()?">
    <xsl:value-of select="f:date-unsaid(.)"/>
  </xsl:template>

  <xsl:template mode="header-body" match="p | ab" as="element()*">
    <xsl:apply-templates select="." mode="blocks"/>
  </xsl:template>

  <xsl:template mode="header-body" match="respStmt[f:is-responsibility(.)]" as="text()?">
    <xsl:value-of separator="">
      <xsl:for-each select="* except resp">
        <xsl:sequence select="if (position() gt 1) then $semicolon else ()"/>
        <xsl:apply-templates select="." mode="text"/>
      </xsl:for-each>
    </xsl:value-of>
  </xsl:template>

  <!-- What a source is to another, its name says: "Translated from", not "Translated from – Source". -->
  <xsl:template match="relatedItem[@type][bibl[not(@*)]][empty(*[2])]" mode="header-body" as="node()*">
    <xsl:apply-templates select="bibl" mode="header-body"/>
  </xsl:template>

  <xsl:template mode="header-body" match="relation" as="text()?">
    <xsl:value-of separator="">
      <xsl:sequence select="f:related(.), f:particulars(.), $semicolon[current()/node()]"/>
      <xsl:apply-templates select="node()" mode="text"/>
    </xsl:value-of>
  </xsl:template>

  <xsl:template name="statements" as="element()*">
    <xsl:param name="elements" as="element()*"/>
    <xsl:for-each select="$elements">
      <xsl:choose>
        <xsl:when test="self::p or self::ab or self::list or self::table or self::*:egXML">
          <xsl:apply-templates select="." mode="blocks"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="named"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>

  <!-- What joins the name of a statement with its words; and with another name. -->
  <xsl:variable name="statement-joins" static="yes" as="xs:string" select="concat($colon, '|', $dash)"/>

  <!-- A statement under its name, an item of a list: what it says follows, or stands below. Where
       that is one statement, the two names stand in one line. -->
  <xsl:template name="named" as="element(t:statement)">
    <xsl:variable name="particulars" as="xs:string" select="f:name-particulars(.)"/>
    <t:statement name="{f:statement-name(.)}{$particulars}" joins="{$statement-joins}">
      <xsl:if test="../parent::teiHeader/parent::*[parent::document-node()] and empty(preceding-sibling::*[1][not(self::p or self::ab)])">
        <xsl:attribute name="tight" select="'false'"/>
      </xsl:if>
      <xsl:if test="$particulars ne '' or @type and f:says-kind(.)">
        <xsl:attribute name="always" select="'true'"/>
      </xsl:if>
      <xsl:apply-templates select="." mode="header-body"/>
    </t:statement>
  </xsl:template>

  <xsl:function name="f:words-of" as="item()*">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:apply-templates select="$nodes" mode="text"/>
  </xsl:function>

  <xsl:function name="f:series-words" as="item()*">
    <xsl:param name="element" as="element()"/>
    <xsl:for-each select="$element/*">
      <xsl:sequence select="if (position() gt 1 and (node() or self::date)) then f:series-gap(.) else (), if (* and f:is-series(.)) then f:series-words(.) else f:around-date(., f:words-of(if (self::addrLine) then node()[not(self::text()[not(normalize-space())][empty(following-sibling::node())])] else .))"/>
    </xsl:for-each>
  </xsl:function>

  <!-- What a date says in attributes only, before how sure it is, or after its words. -->
  <xsl:function name="f:around-date" as="item()*">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="words" as="item()*"/>
    <xsl:variable name="unsaid" as="xs:string?" select="$element/self::date ! f:date-unsaid(.)"/>
    <xsl:sequence select="if (normalize-space($element)) then ($words, $unsaid) else ($unsaid, $words)"/>
  </xsl:function>
</xsl:stylesheet>
