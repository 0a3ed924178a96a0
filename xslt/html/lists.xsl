<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- Lists, cast lists, glossaries. -->

  <!-- What heads a list stands before it and names it; what stands between items (a page
       beginning, a note) goes with the item before. -->
  <xsl:template match="list | castList | listChange | castGroup[*]" mode="html" as="item()*">
    <xsl:variable name="items" as="xs:string+" select="'item', 'castItem', 'castGroup', 'change'"/>
    <xsl:variable name="first" as="element()?" select="*[local-name() = $items][1]"/>
    <xsl:variable name="is-glossary" as="xs:boolean" select="self::list and label"/>
    <xsl:variable name="start" as="element()?" select="if ($is-glossary) then (label | item)[1] else $first"/>
    <xsl:variable name="heading" as="xs:string?" select="head[1]/@xml:id[key('id', .)[1] is ..] ! string()"/>
    <div>
      <xsl:call-template name="attributes"/>
      <xsl:if test="self::list">
        <xsl:attribute name="role" select="'group'"/>
        <xsl:if test="$heading">
          <xsl:attribute name="aria-labelledby" select="$heading"/>
        </xsl:if>
      </xsl:if>
      <xsl:apply-templates select="if ($start) then node()[. &lt;&lt; $start] else node()" mode="html"/>
      <xsl:variable name="rest" as="node()*" select="$start/(. | following-sibling::node())"/>
      <xsl:choose>
        <xsl:when test="empty($rest)"/>
        <xsl:when test="$is-glossary">
          <xsl:call-template name="glossary">
            <xsl:with-param name="nodes" select="$rest"/>
          </xsl:call-template>
        </xsl:when>
        <xsl:otherwise>
          <xsl:variable name="is-numbered" as="xs:boolean" select="f:is-numbered-list(.)"/>
          <xsl:element name="{if ($is-numbered) then 'ol' else 'ul'}">
            <xsl:for-each-group select="$rest" group-starting-with="item | castItem | castGroup | change">
              <li>
                <xsl:for-each select="current-group()[1]">
                  <xsl:choose>
                    <xsl:when test="self::castGroup">
                      <xsl:apply-templates select="." mode="html"/>
                    </xsl:when>
                    <xsl:when test="$is-numbered and f:says-number(.)">
                      <xsl:call-template name="attributes">
                        <xsl:with-param name="class" select="'labelled'"/>
                      </xsl:call-template>
                      <xsl:call-template name="content"/>
                    </xsl:when>
                    <xsl:when test="@n">
                      <xsl:call-template name="labelled-item"/>
                    </xsl:when>
                    <xsl:otherwise>
                      <xsl:call-template name="attributes"/>
                      <xsl:call-template name="content"/>
                    </xsl:otherwise>
                  </xsl:choose>
                </xsl:for-each>
                <xsl:apply-templates select="current-group()[position() gt 1]" mode="html"/>
              </li>
            </xsl:for-each-group>
          </xsl:element>
        </xsl:otherwise>
      </xsl:choose>
    </div>
  </xsl:template>

  <!-- A list that runs on in its sentence. -->
  <xsl:template match="list[f:runs-on(.)]" mode="html" as="item()*" priority="2">
    <xsl:call-template name="box"/>
  </xsl:template>

  <xsl:template match="list[f:runs-on(.)]/item" mode="html" as="item()*" priority="2">
    <xsl:text> </xsl:text>
    <span>
      <xsl:call-template name="attributes"/>
      <xsl:for-each select="f:number-given(.)">
        <span class="gen item-label"><xsl:sequence select="$own-language[name() eq 'lang']"/>{.} </span>
      </xsl:for-each>
      <xsl:call-template name="content"/>
    </span>
  </xsl:template>

  <!-- An item with a number, or with a label as it is given. -->
  <xsl:template name="labelled-item" as="item()*">
    <xsl:variable name="label" as="xs:string?" select="if (f:counts(.)) then () else f:number-given(.)"/>
    <xsl:call-template name="attributes">
      <xsl:with-param name="class" select="if ($label) then 'labelled' else ()"/>
    </xsl:call-template>
    <xsl:if test="f:counts(.)">
      <xsl:attribute name="value" select="xs:integer(@n)"/>
    </xsl:if>
    <xsl:for-each select="$label">
      <span class="gen item-label"><xsl:sequence select="$own-language[name() eq 'lang']"/>{.} </span>
    </xsl:for-each>
    <xsl:call-template name="content"/>
  </xsl:template>

  <!-- Headings of a glossary's columns. -->
  <xsl:template match="headItem" mode="html" as="item()*">
    <xsl:text> </xsl:text>
    <xsl:call-template name="box"/>
  </xsl:template>

  <xsl:template name="glossary" as="item()*">
    <xsl:param name="nodes" as="node()*"/>
    <dl>
      <xsl:for-each-group select="$nodes" group-starting-with="label">
        <div>
          <xsl:for-each select="current-group()[1][self::label]">
            <dt>
              <xsl:call-template name="attributes"/>
              <xsl:call-template name="content"/>
            </dt>
          </xsl:for-each>
          <dd>
            <xsl:apply-templates select="current-group()[not(self::label)]" mode="html"/>
          </dd>
        </div>
      </xsl:for-each-group>
    </dl>
  </xsl:template>
</xsl:stylesheet>
