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

  <!-- Lists, and quotations that are set off. -->

  <!-- The transcript has the words of a list without marks of ours; distribution lists have numbers only,
       where the words do not say them. -->
  <xsl:template match="item | castItem | change" mode="blocks" as="element()*">
    <xsl:variable name="blocks" as="element()*">
      <xsl:next-match/>
    </xsl:variable>
    <xsl:variable name="is-plain" as="xs:boolean" select="$is-transcript or ../@type = 'distribution' and empty(f:number-given(.))"/>
    <xsl:variable name="is-tight" as="xs:boolean" select="
        exists(preceding-sibling::*[not(self::head)][* or normalize-space()]) or exists(parent::list[empty(head)]/parent::item | parent::castGroup)"/>
    <xsl:choose>
      <xsl:when test="empty($blocks)"/>
      <xsl:when test="$is-plain">
        <xsl:sequence select="f:enclose($blocks, '', '', $is-tight)"/>
      </xsl:when>
      <xsl:otherwise>
        <t:item marker="{f:list-marker(.)}" tight="{$is-tight}" begins="{not($is-tight)}">
          <xsl:sequence select="$blocks"/>
        </t:item>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A group of a cast list: its heading is an item, the persons stand below it. Without a heading
       they are persons of the list, and what is said of all stands below them. -->
  <xsl:template match="(castList | castGroup)/castGroup[not($is-transcript)]" mode="blocks" as="element()*">
    <xsl:variable name="blocks" as="element()*">
      <xsl:next-match/>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="empty($blocks)"/>
      <xsl:when test="head">
        <t:item marker="- " tight="{exists(preceding-sibling::castItem | preceding-sibling::castGroup)}">
          <xsl:sequence select="head($blocks), tail($blocks) ! f:enclose(., '', '', true())"/>
        </t:item>
      </xsl:when>
      <xsl:otherwise>
        <xsl:for-each-group select="$blocks" group-adjacent="exists(self::t:item)">
          <xsl:choose>
            <xsl:when test="current-grouping-key()">
              <xsl:sequence select="current-group()"/>
            </xsl:when>
            <xsl:otherwise>
              <t:item marker="" tight="true">
                <xsl:sequence select="current-group()"/>
              </t:item>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:for-each-group>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- An item of a list that runs on in its sentence. -->
  <xsl:template match="list[f:runs-on(.)]/item" mode="text" as="item()*">
    <xsl:sequence select="' ', f:number-given(.)[not($is-transcript)] ! (f:bracketed(. || '.', 'editor') || ' ')"/>
    <xsl:apply-templates select="f:shown-nodes(.)" mode="text"/>
  </xsl:template>

  <!-- Headings of a glossary's columns. -->
  <xsl:template match="headItem" mode="text" as="item()*">
    <xsl:sequence select="' '"/>
    <xsl:apply-templates select="f:shown-nodes(.)" mode="text"/>
  </xsl:template>

  <xsl:function name="f:list-marker" as="xs:string">
    <xsl:param name="item" as="element()"/>
    <xsl:sequence select="
        if (f:is-numbered-list($item/..) and f:says-number($item)) then ''
        else if (f:counts($item)) then normalize-space($item/@n) || '. '
        else if (f:number-given($item)) then f:number-given($item) || ' '
        else if (f:is-numbered-list($item/..)) then f:count-of-item($item) || '. '
        else '- '"/>
  </xsl:function>

  <!-- Counted on from the last number that is given. -->
  <xsl:function name="f:count-of-item" as="xs:integer">
    <xsl:param name="item" as="element()"/>
    <xsl:variable name="given" as="element()?" select="$item[../item/@n]/preceding-sibling::item[f:counts(.)][1]"/>
    <xsl:sequence select="1 + count($item/preceding-sibling::item except $given/preceding-sibling::item) + ($given ! (xs:integer(@n) - 1), 0)[1]"/>
  </xsl:function>

  <!-- What a list says of a term; a label that only counts, as lists had them before items had
       numbers, is the mark of its item. -->
  <xsl:template match="list/label[not($is-transcript)][following-sibling::*[1][self::item]]" mode="blocks" as="element()*" priority="2">
    <xsl:variable name="item" as="element(item)" select="following-sibling::item[1]"/>
    <xsl:variable name="blocks" as="element()*">
      <xsl:for-each select="$item">
        <xsl:call-template name="content-blocks"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="exists($blocks) and f:only-counts(.)">
        <t:item marker="{normalize-space()} " tight="{exists(preceding-sibling::item)}" begins="{empty(preceding-sibling::item)}">
          <xsl:sequence select="$blocks"/>
        </t:item>
      </xsl:when>
      <xsl:otherwise>
        <t:entry begins="{empty(preceding-sibling::item)}">
          <xsl:variable name="words" as="item()*">
            <xsl:apply-templates select="." mode="text"/>
          </xsl:variable>
          <t:block tight="false" indent="0">
            <t:b>
              <xsl:sequence select="f:inline($words)"/>
            </t:b>
          </t:block>
          <xsl:sequence select="$blocks"/>
        </t:entry>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="list/item[not($is-transcript)][preceding-sibling::*[1][self::label]]" mode="blocks" as="element()*" priority="2"/>

  <xsl:function name="f:only-counts" as="xs:boolean">
    <xsl:param name="label" as="element(label)"/>
    <xsl:sequence select="empty($label/*) and not($label/../@type = 'gloss') and matches(normalize-space($label), '^(\S{0,4}[0-9]\S{0,4}|[(\[]?\p{L}{1,4}[.)\]])$')"/>
  </xsl:function>

  <!-- A quotation without a frame of its own: the transcript's is the document's. -->
  <xsl:template match="quote[not($is-transcript)]" mode="blocks" as="element()*">
    <xsl:variable name="blocks" as="element()*">
      <xsl:next-match/>
    </xsl:variable>
    <xsl:if test="exists($blocks)">
      <t:quote>
        <xsl:sequence select="$blocks"/>
      </t:quote>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
