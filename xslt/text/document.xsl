<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xmlns:e="urn:tei-edition:edition"
    xmlns:t="urn:tei-edition:text"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- What stands around the text: what it is before it; notes, readings, how it is cited and what
       its header says after it. The transcript is the text alone. -->

  <xsl:template match="/" mode="document" as="element()*">
    <xsl:if test="not($is-transcript)">
      <xsl:call-template name="heading"/>
    </xsl:if>
    <t:text>
      <xsl:apply-templates select="/*[self::TEI or self::teiCorpus] ! (*[not(self::teiHeader or self::standOff)], standOff), /*[not(self::TEI or self::teiCorpus)]" mode="blocks"/>
      <xsl:if test="not($is-transcript)">
        <xsl:call-template name="notes"/>
        <xsl:call-template name="readings"/>
      </xsl:if>
    </t:text>
    <xsl:if test="not($is-transcript)">
      <xsl:call-template name="citing"/>
      <xsl:call-template name="edition"/>
      <xsl:call-template name="about"/>
      <xsl:call-template name="foot"/>
    </xsl:if>
  </xsl:template>

  <!-- A heading of ours. -->
  <xsl:template name="title" as="element(t:block)">
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="level" as="xs:integer" select="2"/>
    <t:block level="{$level}">{$words}</t:block>
  </xsl:template>

  <!-- A paragraph of ours. -->
  <xsl:template name="paragraph" as="element(t:block)">
    <xsl:param name="words" as="item()*"/>
    <xsl:param name="tight" as="xs:boolean" select="false()"/>
    <t:block>
      <xsl:if test="$tight">
        <xsl:attribute name="tight" select="'true'"/>
      </xsl:if>
      <xsl:value-of select="$words" separator=""/>
    </t:block>
  </xsl:template>

  <xsl:template name="heading" as="element()*">
    <xsl:variable name="header" as="element(teiHeader)?" select="/*/teiHeader[1]"/>
    <xsl:variable name="titles" as="element(title)*" select="$header/fileDesc/titleStmt/title"/>
    <xsl:call-template name="title">
      <xsl:with-param name="words" select="f:heading(/)"/>
      <xsl:with-param name="level" select="1"/>
    </xsl:call-template>
    <xsl:for-each select="$titles-below, $header/profileDesc/abstract/(p | .[not(p)])">
      <xsl:call-template name="paragraph">
        <xsl:with-param name="words" select="f:plain(., 'reading')"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:variable name="published" as="element(title)?" select="$titles[@type = 'published'][1]"/>
    <xsl:call-template name="paragraph">
      <xsl:with-param name="words" select="$published ! f:labelled(f:word('page.published'), f:plain(., 'reading'))"/>
    </xsl:call-template>
    <t:part tight="false">
      <xsl:call-template name="correspondence"/>
    </t:part>
    <t:part tight="false">
      <xsl:call-template name="source-rows"/>
    </t:part>
    <!-- Braces are explained where the text has any. -->
    <t:block braces=" {f:word('key.machine')}">{string-join(('key.document', 'key.translator', 'key.editor') ! f:word(.), ' ')}</t:block>
    <t:block kind="rule"/>
  </xsl:template>

  <!-- What was made of the source: status, edition, editors, licence. -->
  <xsl:template name="edition" as="element()*">
    <t:under>
      <xsl:call-template name="title">
        <xsl:with-param name="words" select="f:word('page.edition-itself')"/>
      </xsl:call-template>
      <t:part tight="false">
        <xsl:call-template name="provenance-rows"/>
      </t:part>
    </t:under>
  </xsl:template>

  <!-- The edition that the document belongs to. -->
  <xsl:template name="foot" as="element()*">
    <xsl:for-each select="$edition-data[@title != '' or @publisher != '' or @licence != '' or @licence-url != '' or e:editor]">
      <t:block kind="rule"/>
      <xsl:call-template name="paragraph">
        <xsl:with-param name="words" select="
            string-join((@title, string-join(e:editor, f:word('punctuation.list')), @publisher,
              @version[. != ''] ! f:capitalised(f:phrase('statement.version', map {'n': string()})), @date)[. != ''], '. ')[. != ''] ! (. || '.')"/>
      </xsl:call-template>
      <xsl:call-template name="paragraph">
        <xsl:with-param name="words" select="
            string-join((@licence, @licence-url)[. != ''], f:word('punctuation.list'))[. != ''] ! f:labelled(f:word('page.licence'), .)"/>
        <xsl:with-param name="tight" select="true()"/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
