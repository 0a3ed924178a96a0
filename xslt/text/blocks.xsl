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

  <!-- The text as a sequence of blocks: t:block elements, each a run of lines. A block is set off
       by a blank line, or by none if it is tight; U+2028 is a line that begins on purpose. -->

  <xsl:template match="*" mode="blocks" as="element(t:block)*" priority="-5">
    <xsl:choose>
      <xsl:when test="f:has-blocks(.)">
        <xsl:for-each-group select="f:shown-nodes(.)" group-adjacent="exists(self::*[f:is-block(.)])">
          <xsl:choose>
            <xsl:when test="current-grouping-key()">
              <xsl:apply-templates select="current-group()" mode="blocks"/>
            </xsl:when>
            <xsl:otherwise>
              <xsl:call-template name="block">
                <xsl:with-param name="nodes" select="current-group()"/>
              </xsl:call-template>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:for-each-group>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="block">
          <xsl:with-param name="nodes" select="."/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- One block from running text; nothing from white space. -->
  <xsl:template name="block" as="element(t:block)?">
    <xsl:param name="nodes" as="node()*" select="f:shown-nodes(.)"/>
    <xsl:param name="tight" as="xs:boolean" select="false()"/>
    <xsl:param name="indent" as="xs:integer" select="0"/>
    <xsl:param name="before" as="xs:string" select="''"/>
    <xsl:param name="after" as="xs:string" select="''"/>
    <xsl:variable name="words" as="xs:string*">
      <xsl:apply-templates select="$nodes" mode="text"/>
      <xsl:if test="self::*[f:is-block(.)]">
        <xsl:apply-templates select="f:trailing-notes(.)" mode="note-number"/>
      </xsl:if>
    </xsl:variable>
    <xsl:variable name="text" as="xs:string" select="f:tidy(string-join($words, ''))"/>
    <xsl:if test="$text or normalize-space($before || $after)">
      <t:block tight="{$tight}" indent="{$indent}">{$before}{$text}{$after}</t:block>
    </xsl:if>
  </xsl:template>

  <!-- White space as a reader sees it; purposeful line beginnings kept. -->
  <xsl:function name="f:tidy" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="
        replace(replace(normalize-space(translate($text, '&#x2028;', '&#xE000;')), ' *&#xE000; *', '&#x2028;'),
                '^&#x2028;+|&#x2028;+$', '')"/>
  </xsl:function>

  <!-- The children that the view shows. -->
  <xsl:function name="f:shown-nodes" as="node()*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="$element/node()[not(self::*) or f:is-shown(.) or f:is-intervention(.)]"/>
  </xsl:function>

  <xsl:function name="f:is-shown" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="own" as="xs:string" select="f:view($element)"/>
    <xsl:sequence select="$own = 'both' or $own = $base-view"/>
  </xsl:function>

  <xsl:template match="head" mode="blocks" as="element(t:block)*">
    <xsl:call-template name="block"/>
  </xsl:template>

  <!-- Lines of an address, of verse, items of a list: one under the other. -->
  <xsl:template match="addrLine | l" mode="blocks" as="element(t:block)*">
    <xsl:call-template name="block">
      <xsl:with-param name="tight" select="exists(preceding-sibling::*[1][local-name() = local-name(current())])"/>
      <xsl:with-param name="indent" select="if (self::l and not($is-transcript)) then 2 else 0"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="item | castItem" mode="blocks" as="element(t:block)*">
    <xsl:variable name="number" as="xs:string" select="
        if ($is-transcript or ../@type = 'distribution') then ''
        else if (../@type = ('ordered', 'numbered')) then count(preceding-sibling::item) + 1 || '. '
        else if (preceding-sibling::*[1][self::label]) then ''
        else '- '"/>
    <xsl:choose>
      <xsl:when test="f:has-blocks(.)">
        <xsl:next-match/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="block">
          <xsl:with-param name="before" select="$number"/>
          <xsl:with-param name="tight" select="exists(preceding-sibling::*[not(self::head)])"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Labelled fields of a form make one paragraph, bare ones the next. -->
  <xsl:template match="ab[f:is-field(.)]" mode="blocks" as="element(t:block)*">
    <xsl:call-template name="block">
      <xsl:with-param name="tight" select="
          exists(preceding-sibling::*[1][f:is-field(.)][exists(label) = exists(current()/label)])"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A salutation and the signature it leads to are one sentence of the closer. -->
  <xsl:template match="closer/salute[$is-transcript][following-sibling::*[1][self::signed]]" mode="blocks" as="element(t:block)*">
    <xsl:call-template name="block">
      <xsl:with-param name="nodes" select="node(), following-sibling::node()[following-sibling::signed],
          following-sibling::signed[1]/node()"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="closer/signed[$is-transcript][preceding-sibling::*[1][self::salute]]" mode="blocks" as="element(t:block)*"/>

  <xsl:template match="table" mode="blocks" as="element(t:block)*">
    <xsl:apply-templates select="* except row" mode="blocks"/>
    <xsl:for-each select="row">
      <t:block tight="{position() gt 1}" indent="0">
        <xsl:value-of separator=" | ">
          <xsl:for-each select="*">
            <xsl:variable name="words" as="xs:string*">
              <xsl:apply-templates select="f:shown-nodes(.)" mode="text"/>
            </xsl:variable>
            <xsl:sequence select="translate(f:tidy(string-join($words, '')), '&#x2028;', ' ')"/>
          </xsl:for-each>
        </xsl:value-of>
      </t:block>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
