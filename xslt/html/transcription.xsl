<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- The transcriber's and the editors' marks on the text: supplies, doubts, additions, deletions. -->

  <!-- Words that the document lacks, in the brackets of whoever supplied them. -->
  <xsl:template match="supplied | ex | choice/corr[not(../sic)] | corr[not(parent::choice)]
      | reg[not(parent::choice)] | expan[not(parent::choice)][not(descendant::ex or abbr)]" mode="html" as="node()*">
    <xsl:variable name="voice" as="xs:string" select="f:voice(.)"/>
    <xsl:variable name="how" as="xs:string" select="
        f:act(if (self::supplied or self::ex) then 'supplied' else local-name(), .)"/>
    <xsl:element name="{if (f:is-block(.)) then 'div' else 'span'}">
      <xsl:call-template name="attributes">
        <xsl:with-param name="class" select="'voice-' || $voice"/>
        <xsl:with-param name="view" select="f:view(.)"/>
      </xsl:call-template>
      <xsl:call-template name="place-anchor"/>
      <span class="gen voice-{$voice}"><xsl:sequence select="$own-language[name() eq 'lang']"/><span class="vh">{$how}{f:word('punctuation.colon')}</span>{$brackets($voice)[1]}</span>
      <xsl:if test="@reason">
        <xsl:for-each select="f:supply(.)">
          <span class="gen voice-{$voice} v-diplomatic" hidden="hidden"><xsl:sequence select="$own-language[name() eq 'lang']"/>{f:labelled(., '')}</span>
        </xsl:for-each>
      </xsl:if>
      <xsl:call-template name="content"/>
      <span class="gen voice-{$voice}"><xsl:sequence select="$own-language[name() eq 'lang']"/>
        <xsl:if test="@cert[not(. = ('high', '1'))]">? {f:certainty(@cert)}</xsl:if>
        <xsl:value-of select="$brackets($voice)[2]"/>
      </span>
    </xsl:element>
  </xsl:template>

  <!-- A reading that is not sure says so, and how sure it is. -->
  <xsl:template match="unclear" mode="html" as="node()*">
    <xsl:variable name="details" as="xs:string*" select="
        @cert ! f:certainty(.), f:reason-words(@reason[not(. = 'undefined')]), @agent ! f:cause(.)"/>
    <xsl:element name="{if (f:is-block(.)) then 'div' else 'span'}">
      <xsl:call-template name="attributes"/>
      <xsl:call-template name="place-anchor"/>
      <xsl:call-template name="content"/>
      <span class="gen voice-{f:voice(.)} doubt"><xsl:sequence select="$own-language"/>
        <xsl:text>{$brackets(f:voice(.))[1]}?</xsl:text>
        <span class="vh"> {string-join((f:word('certainty.uncertain'), $details), ', ')}</span>
        <xsl:text>{$brackets(f:voice(.))[2]}</xsl:text>
      </span>
    </xsl:element>
  </xsl:template>

  <xsl:template match="sic[not(parent::choice)]" mode="html" as="node()*">
    <xsl:call-template name="box"/>
    <xsl:text> </xsl:text>
    <xsl:call-template name="remark">
      <xsl:with-param name="words" select="f:word('report.sic')"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Additions: plain text to the reader, marked with their place in the diplomatic view. What is a
       remark of another's is no part of the writer's text, and marked in both. -->
  <xsl:template match="add" mode="html" as="node()*">
    <xsl:variable name="class" as="attribute()+">
      <xsl:choose>
        <xsl:when test="f:is-another-hands(.)">
          <xsl:attribute name="class" select="'gen voice-' || f:voice(.)"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:attribute name="class" select="'gen voice-' || f:voice(.) || ' v-diplomatic'"/>
          <xsl:attribute name="hidden" select="'hidden'"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:element name="{if (f:is-block(.)) then 'div' else 'ins'}">
      <xsl:call-template name="attributes"/>
      <span><xsl:sequence select="$class, $own-language[name() eq 'lang']"/>{$brackets(f:voice(.))[1]}{f:added(.)}{f:word('punctuation.colon')[current()/node()]}</span>
      <xsl:call-template name="content"/>
      <span><xsl:sequence select="$class, $own-language[name() eq 'lang']"/>{$brackets(f:voice(.))[2]}</span>
    </xsl:element>
  </xsl:template>

  <xsl:template match="del | surplus" mode="html" as="node()*">
    <xsl:element name="{if (f:is-block(.)) then 'div' else if (self::del) then 'del' else 'span'}">
      <xsl:call-template name="attributes">
        <xsl:with-param name="view" select="f:view(.)"/>
      </xsl:call-template>
      <span class="gen voice-{f:voice(.)}"><xsl:sequence select="$own-language[name() eq 'lang']"/>{$brackets(f:voice(.))[1]}{f:removed(., false())}{f:word('punctuation.colon')[current()/node()]}</span>
      <xsl:call-template name="content"/>
      <span class="gen voice-{f:voice(.)}"><xsl:sequence select="$own-language[name() eq 'lang']"/>{$brackets(f:voice(.))[2]}</span>
    </xsl:element>
    <xsl:call-template name="reading-letter"/>
    <xsl:call-template name="beginnings-elsewhere"/>
  </xsl:template>

  <!-- A deletion that was cancelled is text again. -->
  <xsl:template match="restore/del" mode="html" priority="2" as="node()*">
    <xsl:call-template name="box"/>
  </xsl:template>

  <xsl:template match="del[$has-undone][f:is-undone(.)]" mode="html" priority="2" as="node()*">
    <xsl:call-template name="box"/>
    <span class="v-diplomatic" hidden="hidden">
      <xsl:call-template name="remark">
        <xsl:with-param name="words" select="f:word('report.restored')"/>
        <xsl:with-param name="class" select="'doubt'"/>
      </xsl:call-template>
    </span>
  </xsl:template>

  <!-- Certainty, precision and responsibility that stand as elements of their own. What else may be is
       said with what may be. -->
  <xsl:template match="certainty | precision | respons" mode="html" as="node()*">
    <xsl:element name="{if (f:is-block(.)) then 'p' else 'span'}">
      <xsl:call-template name="attributes">
        <xsl:with-param name="class" select="'gen voice-' || f:voice(.)"/>
      </xsl:call-template>
      <xsl:text>{$brackets(f:voice(.))[1]}{f:certainty-about(.)}{f:word('punctuation.colon')}</xsl:text>
      <xsl:call-template name="asserted"/>
      <xsl:for-each select="f:other-certainties(.)">
        <xsl:text>{f:word('certainty.or')}</xsl:text>
        <span>
          <xsl:call-template name="attributes"/>
          <xsl:call-template name="asserted"/>
        </span>
      </xsl:for-each>
      <xsl:text>{$brackets(f:voice(.))[2]}</xsl:text>
    </xsl:element>
    <xsl:apply-templates select="node(), f:other-certainties(.)/node()" mode="html"/>
  </xsl:template>

  <xsl:template match="certainty[f:is-another-certainty(.)]" mode="html" priority="1" as="empty-sequence()"/>

  <xsl:template name="asserted" as="node()*">
    <xsl:variable name="there" as="xs:string?" select="f:first-href(@assertedValue)"/>
    <xsl:choose>
      <xsl:when test="$there">
        <a href="{$there}">{f:certainty-assertion(.)}</a>
      </xsl:when>
      <xsl:otherwise>{f:certainty-assertion(.)}</xsl:otherwise>
    </xsl:choose>
    <xsl:text>{f:certainty-degree(.)}</xsl:text>
  </xsl:template>
</xsl:stylesheet>
