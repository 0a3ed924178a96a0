<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- The header in full: every statement it makes, with its name, in its order. -->

  <xsl:template name="about" as="item()*">
    <section class="about" aria-labelledby="page:about">
      <xsl:sequence select="$text-language, f:language-attributes(/*/teiHeader/@xml:lang)"/>
      <xsl:for-each select="/*/teiHeader/@xml:id[key('id', .)[1] is ..]">
        <xsl:attribute name="id" select="."/>
      </xsl:for-each>
      <h2 class="gen" id="page:about"><xsl:sequence select="$own-language"/>{f:word('page.about')}</h2>
      <xsl:for-each select="/*/teiHeader/*[not($has-empty-statements) or f:says-anything(.)]">
        <div>
          <xsl:call-template name="attributes">
            <xsl:with-param name="class" select="'part'"/>
          </xsl:call-template>
          <h3 class="gen"><xsl:sequence select="$own-language"/>{f:label(.)}</h3>
          <xsl:apply-templates select="." mode="header-body"/>
        </div>
      </xsl:for-each>
    </section>
  </xsl:template>

  <!-- Templates of projects have statements that nobody filled in: they say nothing, and are left out, with
       those that are made of them. -->
  <xsl:variable name="has-empty-statements" as="xs:boolean" select="exists(/*/teiHeader//*[not(node()) and not(@* except (@type, @unit))][not(self::lb or ../text()[normalize-space()])])"/>

  <xsl:function name="f:says-anything" as="xs:boolean">
    <xsl:param name="statement" as="element()"/>
    <xsl:sequence select="
        exists($statement/descendant::text()[normalize-space()]) or exists($statement/descendant-or-self::*[@* except (@type, @level, @unit, @xml:lang, @corresp, @n) or f:says-kind(.)])"/>
  </xsl:function>

  <!-- What a statement says: its words, or the statements it is made of. -->
  <xsl:template match="*" mode="header" as="item()*">
    <dd>
      <xsl:choose>
        <xsl:when test="$goes-straight and not(@xml:id or @rend or @rendition or @style)">
          <xsl:attribute name="class" select="concat('tei-', local-name())"/>
          <xsl:apply-templates select="@*" mode="attribute"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="attributes"/>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:apply-templates select="." mode="header-body"/>
    </dd>
  </xsl:template>

  <!-- Names, links, paragraphs bring their own attributes. -->
  <xsl:template match="persName | placeName | orgName | ref | name | rs | p | ab | dimensions | height | width | depth | dim | measure | locus | locusGrp" mode="header" as="item()*">
    <dd>
      <xsl:apply-templates select="." mode="html"/>
    </dd>
  </xsl:template>

  <!-- Where the views differ in a statement: the reading of each, with the letter of the other. -->
  <xsl:template match="choice[f:is-intervention(.)] | app[f:is-intervention(.)] | del[f:is-intervention(.)] | surplus[f:is-intervention(.)]" mode="header" as="item()*">
    <dd>
      <xsl:apply-templates select="." mode="html"/>
    </dd>
  </xsl:template>

  <!-- A name that was in use for a time, or that somebody has. -->
  <xsl:template match="persName[@from or @to or @source] | placeName[@from or @to or @source] | orgName[@from or @to or @source]" mode="header" as="item()*">
    <dd>
      <xsl:apply-templates select="." mode="html"/>
      <xsl:for-each select="f:beside-name(.)">
        <span class="gen particulars"><xsl:sequence select="$own-language"/> ({.})</span>
      </xsl:for-each>
    </dd>
  </xsl:template>

  <xsl:template match="respStmt[f:is-responsibility(.)]" mode="header" as="item()*">
    <dd>
      <xsl:call-template name="attributes"/>
      <xsl:for-each select="* except resp">
        <xsl:apply-templates select="." mode="html"/>
        <xsl:text> </xsl:text>
      </xsl:for-each>
    </dd>
  </xsl:template>

  <!-- A date in attributes only. -->
  <xsl:template match="date[not(node())][f:date-unsaid(.) ne '']" mode="header-body" as="item()*">
    <span class="gen"><xsl:sequence select="$own-language"/>{f:date-unsaid(.)}</span>
  </xsl:template>

  <!-- Those who made it possible, or published it, and where they are found. -->
  <xsl:template match="funder[ref] | sponsor[ref] | publisher[ref] | distributor[ref] | authority[ref]" mode="header-body" as="item()*">
    <xsl:choose>
      <xsl:when test="f:is-record(.)">
        <xsl:call-template name="series"/>
        <xsl:call-template name="particulars"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:next-match/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="*" mode="header-body" as="item()*">
    <xsl:choose>
      <xsl:when test="empty(*)">
        <xsl:apply-templates select="node()" mode="html"/>
        <xsl:if test="@* and not(node())">
          <xsl:call-template name="words-in-place"/>
        </xsl:if>
        <xsl:if test="@*">
          <xsl:call-template name="particulars"/>
        </xsl:if>
      </xsl:when>
      <xsl:when test="f:is-series(.)">
        <xsl:call-template name="series"/>
        <xsl:if test="@*">
          <xsl:call-template name="particulars"/>
        </xsl:if>
      </xsl:when>
      <xsl:when test="empty(text()[normalize-space()])">
        <xsl:if test="@*">
          <xsl:call-template name="particulars"/>
        </xsl:if>
        <xsl:call-template name="statements">
          <xsl:with-param name="elements" select="*"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="empty((note, relatedItem, msDesc, listBibl, listWit, p, ab, list, table))">
        <div class="words"><xsl:apply-templates select="node()" mode="html"/></div>
        <xsl:call-template name="particulars"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:for-each-group select="node()"
            group-adjacent="exists((self::note, self::relatedItem, self::msDesc, self::listBibl, self::listWit, self::p, self::ab, self::list, self::table))">
          <xsl:choose>
            <xsl:when test="current-grouping-key()">
              <xsl:call-template name="statements">
                <xsl:with-param name="elements" select="current-group()[self::*]"/>
              </xsl:call-template>
            </xsl:when>
            <xsl:when test="some $node in current-group() satisfies normalize-space($node)">
              <div class="words"><xsl:apply-templates select="current-group()" mode="html"/></div>
            </xsl:when>
          </xsl:choose>
        </xsl:for-each-group>
        <xsl:call-template name="particulars"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What an attribute says of a statement that has no words, and a link where it leads somewhere. -->
  <xsl:template name="words-in-place" as="element()?">
    <xsl:variable name="href" as="xs:string?" select="f:first-href(f:in-place-of-words(.))"/>
    <xsl:for-each select="f:words-in-place(.)">
      <span class="gen">
        <xsl:choose>
          <xsl:when test="$href">
            <a href="{$href}">{.}</a>
          </xsl:when>
          <xsl:otherwise>{.}</xsl:otherwise>
        </xsl:choose>
      </span>
    </xsl:for-each>
  </xsl:template>

  <!-- The number of a record in a register leads to the record. (An address is one by itself, and to make
       a link of each, where an entry has dozens, costs a twentieth of its page.) -->
  <xsl:template match="idno[@type][not(*)][not(contains(., ':'))][exists(f:record-address(.))]" mode="header-body" as="item()*">
    <a href="{f:record-address(.)}">{.}</a>
    <xsl:call-template name="particulars"/>
  </xsl:template>

  <!-- What a source is to another, its name says: "Translated from", not "Translated from – Source". -->
  <xsl:template match="relatedItem[@type][bibl[not(@*)]][empty(*[2])]" mode="header-body" as="item()*">
    <xsl:apply-templates select="bibl" mode="header-body"/>
  </xsl:template>

  <xsl:template match="relation" mode="header-body" as="item()*">
    <span class="gen"><xsl:sequence select="$own-language"/>{f:related(.)}</span>
    <xsl:call-template name="particulars"/>
    <xsl:if test="node()">
      <span class="gen">{$semicolon}</span>
      <xsl:apply-templates select="node()" mode="html"/>
    </xsl:if>
  </xsl:template>

  <xsl:template name="statements" as="item()*">
    <xsl:param name="elements" as="element()*"/>
    <xsl:choose>
      <xsl:when test="$has-empty-statements and $elements[not(f:says-anything(.))]">
        <xsl:call-template name="statements">
          <xsl:with-param name="elements" select="$elements[f:says-anything(.)]"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="empty($elements[self::p or self::ab or self::list or self::table or self::*:egXML])">
        <xsl:call-template name="named">
          <xsl:with-param name="statements" select="$elements"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="empty($elements[not(self::p or self::ab or self::list or self::table or self::*:egXML)])">
        <xsl:apply-templates select="$elements" mode="html"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:for-each-group select="$elements" group-adjacent="exists((self::p, self::ab, self::list, self::table, self::*:egXML))">
          <xsl:choose>
            <xsl:when test="current-grouping-key()">
              <xsl:apply-templates select="current-group()" mode="html"/>
            </xsl:when>
            <xsl:otherwise>
              <xsl:call-template name="named">
                <xsl:with-param name="statements" select="current-group()"/>
              </xsl:call-template>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:for-each-group>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template mode="header-body" match="persName | placeName | orgName | ref | name | rs | p | ab | dimensions | height | width | depth | dim | measure | locus | locusGrp" as="item()*">
    <xsl:apply-templates select="." mode="html"/>
  </xsl:template>
</xsl:stylesheet>
