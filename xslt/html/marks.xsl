<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- Marks that have no words of their own: what they say is worded. -->

  <xsl:template mode="html" match="pause | shift | undo | redo | transpose | substJoin | lacunaStart | lacunaEnd
      | witStart | witEnd | delSpan[@spanTo ne ''] | addSpan | damageSpan | divGen" as="node()*">
    <xsl:element name="{if (f:is-block(.)) then 'div' else 'span'}">
      <xsl:call-template name="attributes">
        <xsl:with-param name="view" select="f:view(.)"/>
      </xsl:call-template>
      <xsl:call-template name="remark">
        <xsl:with-param name="words" select="f:mark(.)"/>
      </xsl:call-template>
      <xsl:call-template name="content"/>
    </xsl:element>
  </xsl:template>

  <!-- That passages of the text exclude each other. -->
  <xsl:template match="alt[@target][exists(f:alternatives(.))]" mode="html" as="node()*">
    <span>
      <xsl:call-template name="attributes"/>
      <xsl:call-template name="remark">
        <xsl:with-param name="words" select="f:mark(.)"/>
      </xsl:call-template>
      <xsl:call-template name="content-in-line"/>
    </span>
  </xsl:template>

  <!-- The mark has said where these lead. -->
  <xsl:template match="transpose/ptr" mode="html" as="node()*" priority="1">
    <span>
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates select="node()" mode="html"/>
    </span>
  </xsl:template>

  <xsl:template match="listTranspose" mode="html" as="node()*">
    <xsl:call-template name="box">
      <xsl:with-param name="view" select="f:view(.)"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="g[not(node())]" mode="html" as="node()*" priority="1">
    <span>
      <xsl:call-template name="attributes"/>
      <xsl:if test="not(f:ends-line(.))">
        <span class="gen voice-{f:voice(.)}"><xsl:sequence select="$own-language"/>{f:sign(.)}</span>
      </xsl:if>
    </span>
  </xsl:template>

  <!-- A sign that tells how the text is to be read, between the brackets of whoever reports it. -->
  <xsl:template match="metamark" mode="html" as="node()*">
    <xsl:variable name="voice" as="xs:string" select="f:voice(.)"/>
    <xsl:element name="{if (f:is-block(.)) then 'div' else 'span'}">
      <xsl:call-template name="attributes">
        <xsl:with-param name="view" select="f:view(.)"/>
      </xsl:call-template>
      <span class="gen voice-{$voice}"><xsl:sequence select="$own-language"/>{$brackets($voice)[1]}{f:state(.)}{f:word('punctuation.colon')[normalize-space(current())]}</span>
      <xsl:call-template name="content"/>
      <span class="gen voice-{$voice}"><xsl:sequence select="$own-language[name() eq 'lang']"/>{$brackets($voice)[2]}</span>
    </xsl:element>
  </xsl:template>

  <!-- What became of the words on the sheet, and left them as they are. -->
  <xsl:template match="restore | retrace" mode="html" as="node()*">
    <xsl:call-template name="box"/>
    <span class="v-diplomatic" hidden="hidden">
      <xsl:call-template name="remark">
        <xsl:with-param name="words" select="f:state(.)"/>
        <xsl:with-param name="class" select="'doubt'"/>
      </xsl:call-template>
    </span>
  </xsl:template>

  <xsl:template match="damage | secl" mode="html" as="node()*">
    <xsl:call-template name="box"/>
    <xsl:call-template name="remark">
      <xsl:with-param name="words" select="f:state(.)"/>
      <xsl:with-param name="class" select="'doubt'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- An anchor says where a deletion, an addition, a damage ends. -->
  <xsl:template match="anchor" mode="html" as="node()*">
    <span>
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates select="node()" mode="html"/>
    </span>
    <xsl:for-each select="f:spans-to(.)">
      <span>
        <xsl:if test="f:view(.) eq 'diplomatic'">
          <xsl:attribute name="class" select="'v-diplomatic'"/>
          <xsl:attribute name="hidden" select="'hidden'"/>
        </xsl:if>
        <xsl:call-template name="remark">
          <xsl:with-param name="words" select="f:end-mark(.)"/>
        </xsl:call-template>
      </span>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
