<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:f="urn:tei-edition:functions"
    xmlns:e="urn:tei-edition:edition"
    xmlns:c="urn:tei-edition:citation"
    xmlns:t="urn:tei-edition:text"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- What stands around the text: what it is before it; notes, readings, how it is cited and what
       its header says after it. The transcript is the text alone. -->

  <xsl:template match="/" mode="document" as="element()*">
    <xsl:variable name="text" as="element()*">
      <xsl:apply-templates select="/*[self::TEI or self::teiCorpus] ! (*[not(self::teiHeader or self::standOff)], standOff), /*[not(self::TEI or self::teiCorpus)]" mode="blocks"/>
    </xsl:variable>
    <xsl:variable name="notes" as="element()*">
      <xsl:if test="not($is-transcript)">
        <xsl:call-template name="notes"/>
        <xsl:call-template name="readings"/>
      </xsl:if>
    </xsl:variable>
    <xsl:if test="not($is-transcript)">
      <xsl:call-template name="heading">
        <xsl:with-param name="has-machine" select="some $block in ($text, $notes) satisfies contains($block, '{')"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:sequence select="$text, $notes"/>
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
    <t:block tight="false" indent="0" level="{$level}">{$words}</t:block>
  </xsl:template>

  <!-- A paragraph of ours. -->
  <xsl:template name="paragraph" as="element(t:block)?">
    <xsl:param name="words" as="item()*"/>
    <xsl:param name="tight" as="xs:boolean" select="false()"/>
    <xsl:if test="f:has-words($words)">
      <t:block tight="{$tight}" indent="0">
        <xsl:sequence select="f:inline($words)"/>
      </t:block>
    </xsl:if>
  </xsl:template>

  <xsl:template name="heading" as="element()*">
    <!-- Whether there are braces, which need an explanation. -->
    <xsl:param name="has-machine" as="xs:boolean"/>
    <xsl:variable name="header" as="element(teiHeader)?" select="/*/teiHeader"/>
    <xsl:variable name="titles" as="element(title)*" select="$header/fileDesc/titleStmt/title"/>
    <xsl:call-template name="title">
      <xsl:with-param name="words" select="f:heading(/)"/>
      <xsl:with-param name="level" select="1"/>
    </xsl:call-template>
    <xsl:for-each select="$titles[@type = 'sub'], $header/profileDesc/abstract/(p | .[not(p)])">
      <xsl:call-template name="paragraph">
        <xsl:with-param name="words" select="f:plain(., 'reading')"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:variable name="published" as="element(title)?" select="$titles[@type = 'published'][1]"/>
    <xsl:call-template name="paragraph">
      <xsl:with-param name="words" select="$published ! f:labelled(f:word('page.published'), f:plain(., 'reading'))"/>
    </xsl:call-template>
    <xsl:variable name="correspondence" as="element()*">
      <xsl:call-template name="correspondence"/>
    </xsl:variable>
    <xsl:sequence select="f:set-off($correspondence)"/>
    <xsl:variable name="sources" as="element()*">
      <xsl:call-template name="source-rows"/>
    </xsl:variable>
    <xsl:sequence select="f:set-off($sources)"/>
    <t:block tight="false" indent="0">{string-join(('key.document', 'key.translator', 'key.editor', 'key.machine'[$has-machine]) ! f:word(.), ' ')}</t:block>
    <t:block tight="false" indent="0" kind="rule"/>
  </xsl:template>

  <!-- What was made of the source: status, edition, editors, licence. -->
  <xsl:template name="edition" as="element()*">
    <xsl:variable name="rows" as="element()*">
      <xsl:call-template name="provenance-rows"/>
    </xsl:variable>
    <xsl:if test="exists($rows)">
      <xsl:call-template name="title">
        <xsl:with-param name="words" select="f:word('page.edition-itself')"/>
      </xsl:call-template>
      <xsl:sequence select="f:set-off($rows)"/>
    </xsl:if>
  </xsl:template>

  <!-- The edition that the document belongs to. -->
  <xsl:template name="foot" as="element()*">
    <xsl:for-each select="$edition-data[@title != '' or @publisher != '' or @licence != '' or @licence-url != '' or e:editor]">
      <t:block tight="false" indent="0" kind="rule"/>
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
