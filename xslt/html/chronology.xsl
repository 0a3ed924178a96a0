<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xmlns:e="urn:tei-edition:edition"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- The chronology: what happened to the documents, year by year; at the end what has no date. -->

  <xsl:template match="e:listing[@kind = 'chronology']" mode="main" as="node()*">
    <xsl:call-template name="parts"/>
    <xsl:variable name="years" as="xs:string*" select="distinct-values(e:event/@year)"/>
    <xsl:if test="count($years) gt 1">
      <nav class="ways" aria-label="{f:word('site.years')}">
        <ul>
          <xsl:for-each select="$years">
            <li><a href="#year:{.}">{f:day(.)}</a></li>
          </xsl:for-each>
        </ul>
      </nav>
    </xsl:if>
    <xsl:for-each-group select="e:event" group-adjacent="string(@year)">
      <xsl:variable name="anchor" as="xs:string" select="'year:' || current-grouping-key()"/>
      <section aria-labelledby="{$anchor}">
        <h2 id="{$anchor}">{if (@year) then f:day(@year) else f:word('date.undated')}</h2>
        <dl class="chronology">
          <xsl:for-each-group select="current-group()" group-adjacent="f:event-date(.)">
            <div>
              <dt>{current-grouping-key()}</dt>
              <xsl:apply-templates select="current-group()" mode="listing"/>
            </div>
          </xsl:for-each-group>
        </dl>
      </section>
    </xsl:for-each-group>
    <xsl:call-template name="parts"/>
  </xsl:template>

  <!-- Dates are worded from their attributes, so that all are in one form and one language. -->
  <xsl:function name="f:event-date" as="xs:string">
    <xsl:param name="event" as="element(e:event)"/>
    <xsl:sequence select="($event/e:date ! f:listed-dating(.), string($event/@words)[. != ''], f:word('date.undated'))[1]"/>
  </xsl:function>

  <!-- A day that is conjectured says so, as it does where the document is cited: [4 March 1950?]. Limits
       say by themselves what is not known. -->
  <xsl:function name="f:listed-dating" as="xs:string?">
    <xsl:param name="date" as="element(e:date)"/>
    <xsl:variable name="said" as="xs:string?" select="f:dating($date)"/>
    <xsl:sequence select="
        if ($date/@when and ($date/@cert = 'low' or $date/@evidence = 'conjecture')) then '[' || $said || '?]' else $said"/>
  </xsl:function>

  <xsl:template match="e:event" mode="listing" as="element()">
    <dd>
      <xsl:if test="@type">
        <span class="detail">{f:labelled(f:event-name(@type, string(@subtype)), '')}</span>
      </xsl:if>
      <a href="{@page}"><xsl:sequence select="f:other-language(@lang)"/>{@title}</a>
    </dd>
  </xsl:template>
</xsl:stylesheet>
