<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <xsl:template match="stage" mode="html" as="item()*">
    <xsl:choose>
      <xsl:when test="f:is-block(.)">
        <xsl:call-template name="block"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:if test="f:is-glued-stage(.)">
          <xsl:text> </xsl:text>
        </xsl:if>
        <i>
          <xsl:choose>
            <xsl:when test="$goes-straight and not(@xml:id or @rend or @rendition or @style)">
              <xsl:attribute name="class" select="'tei-stage'"/>
              <xsl:apply-templates select="@*" mode="attribute"/>
              <xsl:apply-templates select="node()" mode="html"/>
            </xsl:when>
            <xsl:otherwise>
              <xsl:call-template name="attributes"/>
              <xsl:call-template name="content"/>
            </xsl:otherwise>
          </xsl:choose>
        </i>
        <xsl:if test="f:is-followed-at-once(.)">
          <xsl:text> </xsl:text>
        </xsl:if>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="sp | u | post" mode="html" as="item()*">
    <div>
      <xsl:choose>
        <xsl:when test="$goes-straight and speaker and not(@xml:id or @rend or @rendition or @style)">
          <xsl:attribute name="class" select="concat('tei-', local-name())"/>
          <xsl:apply-templates select="@*" mode="attribute"/>
          <xsl:apply-templates select="node()" mode="html"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="attributes"/>
          <xsl:variable name="speaker" as="xs:string?" select="if (speaker) then () else f:speaker-given(.)"/>
          <xsl:if test="$speaker">
            <xsl:call-template name="speaker-given">
              <xsl:with-param name="speaker" select="$speaker"/>
            </xsl:call-template>
          </xsl:if>
          <xsl:call-template name="content"/>
        </xsl:otherwise>
      </xsl:choose>
    </div>
  </xsl:template>

  <!-- The speaker, in words of ours. -->
  <xsl:template name="speaker-given" as="node()*">
    <xsl:param name="speaker" as="xs:string"/>
    <xsl:variable name="href" as="xs:string?" select="f:first-href((@who, ../@who)[1])"/>
    <xsl:element name="{if (f:has-blocks(.)) then 'p' else 'span'}">
      <xsl:attribute name="class" select="'gen voice-editor speaker-given'"/>
      <xsl:sequence select="$own-language"/>
      <xsl:text>{$brackets('editor')[1]}</xsl:text>
      <xsl:choose>
        <xsl:when test="$href">
          <a href="{$href}">{$speaker}</a>
        </xsl:when>
        <xsl:otherwise>{$speaker}</xsl:otherwise>
      </xsl:choose>
      <xsl:text>{$brackets('editor')[2]}</xsl:text>
    </xsl:element>
    <xsl:text> </xsl:text>
  </xsl:template>

  <xsl:template match="incident/desc[preceding-sibling::desc] | kinesic/desc[preceding-sibling::desc] | vocal/desc[preceding-sibling::desc]" mode="html" as="node()*">
    <span class="gen">{$or-described}</span>
    <xsl:element name="{if (f:has-blocks(.)) then 'div' else 'span'}">
      <xsl:call-template name="attributes"/>
      <xsl:call-template name="content"/>
    </xsl:element>
  </xsl:template>

  <!-- What is described, not said: movements, noises, images, remarks on a conversation. -->
  <xsl:template match="incident | kinesic | vocal | figDesc | notatedMusic/desc" mode="html" name="described" as="node()*">
    <xsl:element name="{if (f:is-block(.)) then 'div' else 'span'}">
      <xsl:call-template name="attributes"/>
      <!-- The image says it already to those who hear the page. -->
      <xsl:if test="self::figDesc ! f:is-said-by-image(.)">
        <xsl:attribute name="aria-hidden" select="'true'"/>
      </xsl:if>
      <xsl:variable name="voice" as="xs:string" select="f:voice(.)"/>
      <xsl:variable name="around" as="xs:string+" select="f:around-remark(.)"/>
      <xsl:for-each select="($around[1] || f:before-event(.))[. ne '']">
        <span class="gen voice-{$voice}">{.}</span>
      </xsl:for-each>
      <xsl:call-template name="content"/>
      <xsl:for-each select="$around[2][. ne '']">
        <span class="gen voice-{$voice}">{.}</span>
      </xsl:for-each>
    </xsl:element>
  </xsl:template>
</xsl:stylesheet>
