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
      <xsl:sequence select="$text-language, f:language-attributes(/*/teiHeader/@xml:lang)"/>
      <xsl:for-each select="/*/teiHeader/@xml:id[key('id', .)[1] is ..]">
        <xsl:attribute name="id" select="."/>
      </xsl:for-each>
      <h2 class="gen" id="page:about"><xsl:sequence select="$own-language"/>{f:word('page.about')}</h2>
      <xsl:for-each select="/*/teiHeader/*">
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

  <!-- A list of statements: names, and what is said under each. HTML wants a name once in a list:
       neighbours share theirs, and one that comes again begins another list. -->
  <xsl:template name="named" as="node()*">
    <xsl:param name="statements" as="element()*"/>
    <xsl:variable name="names" as="xs:string*" select="$statements ! f:statement-name(.)"/>
    <xsl:choose>
      <xsl:when test="count(distinct-values($names)) eq count($names)">
        <dl>
          <xsl:for-each select="$statements">
            <xsl:variable name="place" as="xs:integer" select="position()"/>
            <xsl:call-template name="named-statement">
              <xsl:with-param name="name" select="$names[$place]"/>
            </xsl:call-template>
          </xsl:for-each>
        </dl>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="lists" as="xs:integer*" select="f:lists-of-names($names)"/>
        <xsl:for-each-group select="1 to count($statements)" group-adjacent="let $n := . return $lists[$n]">
          <dl>
            <xsl:for-each-group select="current-group()" group-adjacent="let $n := . return $names[$n]">
              <xsl:variable name="places" as="xs:integer+" select="current-group()"/>
              <xsl:for-each select="$statements[$places[1]]">
                <xsl:call-template name="named-statement">
                  <xsl:with-param name="name" select="$names[$places[1]]"/>
                  <xsl:with-param name="all" select="$places ! (let $n := . return $statements[$n])"/>
                </xsl:call-template>
              </xsl:for-each>
            </xsl:for-each-group>
          </dl>
        </xsl:for-each-group>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A name and what is said under it. -->
  <xsl:template name="named-statement" as="element()">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="all" as="element()+" select="."/>
    <div class="statement">
      <xsl:apply-templates select="." mode="header-name">
        <xsl:with-param name="name" select="$name"/>
      </xsl:apply-templates>
      <xsl:text> </xsl:text>
      <xsl:apply-templates select="$all" mode="header"/>
    </div>
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

  <!-- What a statement is called: that of a responsibility is what somebody was responsible for. -->
  <xsl:function name="f:statement-name" as="xs:string">
    <xsl:param name="statement" as="element()"/>
    <xsl:sequence select="if (f:is-responsibility($statement)) then f:plain($statement/resp[1], 'reading') else f:label($statement)"/>
  </xsl:function>

  <xsl:function name="f:is-responsibility" as="xs:boolean">
    <xsl:param name="statement" as="element()"/>
    <xsl:sequence select="exists($statement/self::respStmt/*[1]/self::resp[normalize-space()])"/>
  </xsl:function>

  <xsl:template match="*" mode="header-name" as="element()">
    <xsl:param name="name" as="xs:string" select="f:label(.)"/>
    <dt class="gen"><xsl:sequence select="$own-language"/>{$name}</dt>
  </xsl:template>

  <xsl:template match="respStmt[f:is-responsibility(.)]" mode="header-name" as="element()">
    <dt>
      <xsl:apply-templates select="resp[1]" mode="html"/>
    </dt>
  </xsl:template>

  <!-- What a statement says: its words, or the statements it is made of. -->
  <xsl:template match="*" mode="header" as="element()">
    <dd>
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates select="." mode="header-body"/>
    </dd>
  </xsl:template>

  <!-- Names, links, paragraphs bring their own attributes. -->
  <xsl:template match="persName | placeName | orgName | ref | name | rs | p | ab" mode="header" as="element()">
    <dd>
      <xsl:apply-templates select="." mode="html"/>
    </dd>
  </xsl:template>

  <xsl:template match="respStmt[f:is-responsibility(.)]" mode="header" as="element()">
    <dd>
      <xsl:call-template name="attributes"/>
      <xsl:for-each select="* except resp[1]">
        <xsl:apply-templates select="." mode="html"/>
        <xsl:text> </xsl:text>
      </xsl:for-each>
    </dd>
  </xsl:template>

  <xsl:template match="*" mode="header-body" as="node()*">
    <xsl:choose>
      <xsl:when test="empty(*)">
        <xsl:apply-templates select="node()" mode="html"/>
        <xsl:call-template name="particulars"/>
      </xsl:when>
      <xsl:when test="f:is-series(.)">
        <xsl:call-template name="series"/>
        <xsl:call-template name="particulars"/>
      </xsl:when>
      <xsl:when test="text()[normalize-space()]">
        <xsl:for-each-group select="node()"
            group-adjacent="exists((self::note, self::relatedItem, self::msDesc, self::listBibl, self::p, self::ab, self::list, self::table))">
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
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="particulars"/>
        <xsl:call-template name="statements">
          <xsl:with-param name="elements" select="*"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="statements" as="node()*">
    <xsl:param name="elements" as="element()*"/>
    <xsl:for-each-group select="$elements" group-adjacent="exists((self::p, self::ab, self::list, self::table))">
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
  </xsl:template>

  <xsl:template mode="header-body" match="persName | placeName | orgName | ref | name | rs | p | ab" as="node()*">
    <xsl:apply-templates select="." mode="html"/>
  </xsl:template>
</xsl:stylesheet>
