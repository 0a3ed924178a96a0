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

  <!-- The header in full: every statement it makes, with its name, in its order. -->

  <xsl:template name="about" as="node()*">
    <section class="about" aria-labelledby="page:about">
      <h2 class="gen" id="page:about">{f:word('page.about')}</h2>
      <xsl:for-each select="/*/teiHeader/*">
        <div class="part">
          <h3 class="gen">{f:label(.)}</h3>
          <xsl:apply-templates select="." mode="header-body"/>
        </div>
      </xsl:for-each>
    </section>
  </xsl:template>

  <!-- A statement: its name, then its words, or the statements it is made of. -->
  <xsl:template match="*" mode="header" as="node()*">
    <div>
      <xsl:call-template name="attributes">
        <xsl:with-param name="class" select="'statement'"/>
      </xsl:call-template>
      <dt class="gen">{f:label(.)}</dt>
      <xsl:text> </xsl:text>
      <dd>
        <xsl:apply-templates select="." mode="header-body"/>
      </dd>
    </div>
  </xsl:template>

  <!-- Who did what, in one line. -->
  <xsl:template match="respStmt[resp[1] is *[1]]" mode="header" as="node()*">
    <div>
      <xsl:call-template name="attributes">
        <xsl:with-param name="class" select="'statement'"/>
      </xsl:call-template>
      <dt>
        <xsl:apply-templates select="resp[1]" mode="html"/>
      </dt>
      <xsl:text> </xsl:text>
      <dd>
        <xsl:for-each select="* except resp[1]">
          <xsl:apply-templates select="." mode="html"/>
          <xsl:text> </xsl:text>
        </xsl:for-each>
      </dd>
    </div>
  </xsl:template>

  <xsl:template match="*" mode="header-body" as="node()*">
    <xsl:variable name="is-prose" as="xs:boolean" select="exists(text()[normalize-space()])"/>
    <xsl:variable name="apart" as="element()*" select="note | relatedItem | msDesc | listBibl[$is-prose] | p | ab | list | table"/>
    <xsl:choose>
      <xsl:when test="$is-prose or (not(*) and not(@*))">
        <xsl:for-each-group select="node()" group-adjacent="exists(. intersect $apart)">
          <xsl:choose>
            <xsl:when test="current-grouping-key()">
              <xsl:call-template name="statements">
                <xsl:with-param name="nodes" select="current-group()"/>
              </xsl:call-template>
            </xsl:when>
            <xsl:when test="some $node in current-group() satisfies normalize-space($node)">
              <div class="words"><xsl:apply-templates select="current-group()" mode="html"/></div>
            </xsl:when>
          </xsl:choose>
        </xsl:for-each-group>
        <xsl:call-template name="particulars"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="particulars"/>
        <xsl:call-template name="statements">
          <xsl:with-param name="nodes" select="*"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="statements" as="node()*">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:for-each-group select="$nodes[self::*]" group-adjacent="exists(self::p | self::ab | self::list | self::table)">
      <xsl:choose>
        <xsl:when test="current-grouping-key()">
          <xsl:apply-templates select="current-group()" mode="html"/>
        </xsl:when>
        <xsl:otherwise>
          <dl>
            <xsl:apply-templates select="current-group()" mode="header"/>
          </dl>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:template>

  <!-- What the attributes of a statement say. -->
  <xsl:template name="particulars" as="node()*">
    <xsl:variable name="link" as="xs:string?" select="f:first-href((@target, @ref)[1])"/>
    <xsl:variable name="said" as="xs:string*" select="
        @n[../self::edition] ! f:phrase('statement.version', map {'n': string()}),
        if (@from and @to) then f:phrase('statement.range', map {'from': string(@from), 'to': string(@to)}) else (@from, @to) ! string(),
        f:particular-attributes(.) ! (translate(local-name(), '-', ' ') || ': ' || .),
        f:pointers(@who) ! f:phrase('statement.by', map {'name': f:named(., current())}),
        f:pointers(@source) ! f:phrase('statement.according', map {'source': f:named(., current())}),
        f:pointers(@resp) ! f:agent-word(current())"/>
    <xsl:if test="exists($said) or ($link and not(self::persName or self::placeName or self::orgName or self::ref or self::name))">
      <span class="gen particulars">
        <xsl:text> ({string-join($said, '; ')}</xsl:text>
        <xsl:if test="$link and not(self::persName or self::placeName or self::orgName or self::ref or self::name)">
          <xsl:if test="exists($said)">; </xsl:if>
          <a href="{$link}">{(@target, @ref)[1]}</a>
        </xsl:if>
        <xsl:text>)</xsl:text>
      </span>
    </xsl:if>
  </xsl:template>

  <!-- The attributes that say something which neither the words nor a link says. -->
  <xsl:function name="f:particular-attributes" as="attribute()*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        ($element/@* except $element/(@xml:id, @type, @target, @ref, @corresp, @resp, @rend, @level, @who,
           @from, @to, @source, @n[$element/self::edition], @when[$element[self::date or self::birth or self::death or self::origDate][normalize-space()]], @full))
        [namespace-uri() = '']"/>
  </xsl:function>

  <xsl:template mode="header-body" match="persName | placeName | orgName | ref | name | rs | p | ab" as="node()*">
    <xsl:apply-templates select="." mode="html"/>
  </xsl:template>

  <!-- The name behind a pointer to a person or a responsibility; else the pointer's own words. -->
  <xsl:function name="f:named" as="xs:string">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="context" as="element()"/>
    <xsl:variable name="target" as="element()?" select="f:target($pointer, $context)"/>
    <xsl:sequence select="(f:plain($target/(persName, name, orgName, title, .)[1], 'reading')[. != ''], replace($pointer, '^#', ''))[1]"/>
  </xsl:function>
</xsl:stylesheet>
