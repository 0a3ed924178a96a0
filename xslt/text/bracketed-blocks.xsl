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


  <!-- Blocks within brackets: handwriting, and what is supplied, deleted or stamped by the paragraph. -->

  <xsl:template match="div[@hand] | ab[@hand] | p[@hand]" mode="blocks" as="element()*" priority="3">
    <xsl:variable name="place" as="xs:string" select="f:handwriting(.)"/>
    <xsl:variable name="report" as="xs:string" select="
        if ($is-transcript) then $place else string-join(($place, f:hand(@hand)), f:word('punctuation.semicolon'))"/>
    <xsl:variable name="blocks" as="element()*">
      <xsl:next-match/>
    </xsl:variable>
    <t:block tight="false" indent="0">{f:open(.)}{$report}:{f:close(.)[empty($blocks)]}</t:block>
    <xsl:sequence select="f:enclose($blocks, '', f:close(.), true())"/>
  </xsl:template>

  <!-- What is not the document's: a translation beside the original, what a machine wrote. -->
  <xsl:template match="div[@resp] | ab[@resp] | p[@resp] | group/text[@resp]" mode="blocks" as="element()*" priority="2">
    <xsl:variable name="attribution" as="xs:string?" select="if ($is-transcript) then () else f:block-attribution(.)"/>
    <xsl:variable name="blocks" as="element()*">
      <xsl:next-match/>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="exists($attribution)">
        <t:block tight="false" indent="0">{f:open(.)}{$attribution}:</t:block>
        <xsl:sequence select="f:enclose($blocks, '', f:close(.), ())"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$blocks"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template mode="blocks" as="element()*" priority="2" match="
      (supplied | ex | corr | reg | stamp | del | surplus)[f:has-blocks(.)]">
    <xsl:variable name="blocks" as="element()*">
      <xsl:next-match/>
    </xsl:variable>
    <xsl:variable name="word" as="xs:string?" select="
        (self::stamp ! f:stamp(.), self::*[self::del or self::surplus] ! f:removed(., $is-transcript)) ! (. || f:word('punctuation.colon'))"/>
    <xsl:if test="f:is-shown(.) and not(f:is-editors-own(.))">
      <xsl:sequence select="f:enclose($blocks, f:open(.) || $word, f:close(.) || f:reading-mark(.), false())"/>
    </xsl:if>
    <xsl:if test="not(f:is-shown(.)) and f:reading-mark(.)">
      <t:block tight="false" indent="0">{f:reading-mark(.)}</t:block>
    </xsl:if>
  </xsl:template>

  <xsl:template match="add[f:has-blocks(.)]" mode="blocks" as="element()*" priority="2">
    <xsl:variable name="is-marked" as="xs:boolean" select="not($is-transcript) and f:view-around(.) eq 'diplomatic'"/>
    <xsl:variable name="blocks" as="element()*">
      <xsl:next-match/>
    </xsl:variable>
    <xsl:sequence select="
        if ($is-marked) then f:enclose($blocks, f:open(.) || f:added(.) || f:word('punctuation.colon'), f:close(.), ()) else $blocks"/>
  </xsl:template>

  <xsl:template mode="blocks" as="element()*" priority="2"
      match="(unclear | sic[not(parent::choice)] | restore | damage | secl | retrace | choice | app)[f:has-blocks(.)]">
    <xsl:variable name="blocks" as="element()*">
      <xsl:next-match/>
    </xsl:variable>
    <xsl:sequence select="f:enclose($blocks, '', f:mark-after(.), ())"/>
  </xsl:template>

  <!-- What the stylesheets do not know says what it is. -->
  <xsl:template mode="blocks" as="element()*" priority="-4" match="*[not($is-transcript or f:is-considered(.))][f:has-blocks(.)]">
    <xsl:variable name="blocks" as="element()*">
      <xsl:next-match/>
    </xsl:variable>
    <xsl:sequence select="f:enclose($blocks, '{' || local-name() || ': ', '}', ())"/>
  </xsl:template>

  <!-- The same blocks, with words before the first and after the last. -->
  <xsl:function name="f:enclose" as="element()*">
    <xsl:param name="blocks" as="element()*"/>
    <xsl:param name="before" as="xs:string"/>
    <xsl:param name="after" as="xs:string"/>
    <xsl:param name="tight" as="xs:boolean?"/>
    <xsl:for-each select="$blocks">
      <xsl:variable name="first" as="xs:string" select="if (position() eq 1) then $before else ''"/>
      <xsl:variable name="last" as="xs:string" select="if (position() eq last()) then $after else ''"/>
      <xsl:choose>
        <xsl:when test="$first eq '' and $last eq '' and (position() gt 1 or empty($tight))">
          <xsl:sequence select="."/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:copy>
            <xsl:copy-of select="@*"/>
            <xsl:if test="position() eq 1 and exists($tight) and self::t:block">
              <xsl:attribute name="tight" select="$tight"/>
            </xsl:if>
            <xsl:choose>
              <xsl:when test="self::t:block or self::t:cell or self::t:code">
                <xsl:value-of select="$first"/>
                <xsl:copy-of select="node()"/>
                <xsl:value-of select="$last"/>
              </xsl:when>
              <xsl:otherwise>
                <xsl:sequence select="f:enclose(*, $first, $last, ())"/>
              </xsl:otherwise>
            </xsl:choose>
          </xsl:copy>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:function>
</xsl:stylesheet>
