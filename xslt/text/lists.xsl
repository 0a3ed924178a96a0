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

  <!-- Lists, and quotations that are set off. -->

  <!-- The transcript has the words of a list without marks of ours; distribution lists have numbers only,
       where the words do not say them. -->
  <xsl:template match="item | castItem | change" mode="blocks" as="element()*">
    <xsl:variable name="is-plain" as="xs:boolean" select="$is-transcript or ../@type = 'distribution' and empty(f:number-given(.))"/>
    <xsl:variable name="is-tight" as="xs:boolean" select="
        exists(preceding-sibling::*[not(self::head)][* or normalize-space()]) or exists(parent::list[empty(head)]/parent::item | parent::castGroup)"/>
    <xsl:choose>
      <xsl:when test="$is-plain">
        <t:part tight="{$is-tight}">
          <xsl:next-match/>
        </t:part>
      </xsl:when>
      <xsl:otherwise>
        <t:item marker="{f:list-marker(.)}" tight="{$is-tight}" begins="{not($is-tight)}">
          <xsl:next-match/>
        </t:item>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A group of a cast list: its heading is an item, the persons stand below it. Without a heading
       they are persons of the list, and what is said of all stands below them. -->
  <xsl:template match="castList/castGroup[not($is-transcript)] | castGroup/castGroup[not($is-transcript)]" mode="blocks" as="element()*">
    <xsl:choose>
      <xsl:when test="head or *[1][self::roleDesc]">
        <t:item marker="- " tight="{exists(preceding-sibling::castItem | preceding-sibling::castGroup)}" follows="tight">
          <xsl:next-match/>
        </t:item>
      </xsl:when>
      <xsl:otherwise>
        <t:items>
          <xsl:next-match/>
        </t:items>
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
    <t:entry tight="{exists(preceding-sibling::item)}" begins="{empty(preceding-sibling::item)}">
      <xsl:if test="f:only-counts(.)">
        <xsl:attribute name="marker" select="normalize-space() || ' '"/>
      </xsl:if>
      <t:block>
        <xsl:value-of separator="">
          <xsl:sequence select="$bold"/>
          <xsl:apply-templates select="." mode="text"/>
          <xsl:sequence select="$end"/>
        </xsl:value-of>
      </t:block>
      <xsl:for-each select="following-sibling::item[1]">
        <xsl:call-template name="content-blocks"/>
      </xsl:for-each>
    </t:entry>
  </xsl:template>

  <xsl:template match="list/item[not($is-transcript)][preceding-sibling::*[1][self::label]]" mode="blocks" as="element()*" priority="2"/>

  <xsl:function name="f:only-counts" as="xs:boolean">
    <xsl:param name="label" as="element(label)"/>
    <xsl:sequence select="empty($label/*[not(self::hi)]) and not($label/../@type = 'gloss') and matches(normalize-space($label), '^(\S{0,4}[0-9]\S{0,4}|[(\[]?\p{L}{1,4}[.)\]])$')"/>
  </xsl:function>

  <!-- A quotation without a frame of its own: the transcript's is the document's. -->
  <xsl:template match="quote[not($is-transcript)]" mode="blocks" as="element()*">
    <t:quote>
      <xsl:next-match/>
    </t:quote>
  </xsl:template>
</xsl:stylesheet>
