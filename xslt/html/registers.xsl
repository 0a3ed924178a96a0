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

  <!-- Indices of persons, places, organisations, works: everyone by name, with every passage. -->

  <xsl:template match="e:listing[e:letter]" mode="main" as="node()*">
    <xsl:call-template name="letters"/>
    <xsl:for-each-group select="e:entry" group-adjacent="string(@heading)">
      <xsl:variable name="anchor" as="xs:string" select="'letter:' || current-grouping-key()"/>
      <section aria-labelledby="{$anchor}">
        <h2 class="letter" id="{$anchor}">{current-grouping-key()}</h2>
        <ul class="names">
          <xsl:apply-templates select="current-group()" mode="listing"/>
        </ul>
      </section>
    </xsl:for-each-group>
    <xsl:call-template name="parts"/>
  </xsl:template>

  <!-- The way to each letter, in whichever part it begins; a short list needs none. -->
  <xsl:template name="letters" as="element()?">
    <xsl:if test="e:part or count(e:entry) gt 20">
      <nav class="ways letters" aria-label="{f:word('site.letters')}">
        <ul>
          <xsl:for-each select="e:letter">
            <xsl:variable name="is-here" as="xs:boolean" select="substring-before(@href, '#') = $page"/>
            <li><a href="{if ($is-here) then '#' || substring-after(@href, '#') else @href}">{@label}</a></li>
          </xsl:for-each>
        </ul>
      </nav>
    </xsl:if>
  </xsl:template>

  <xsl:template match="e:entry" mode="listing" as="element()">
    <li id="entry:{@id}">
      <span class="name">
        <xsl:choose>
          <xsl:when test="@page">
            <a href="{f:page-with-anchor(@page, @key)}">{@name}</a>
          </xsl:when>
          <xsl:when test="matches(@key, '^https?://[^\s&lt;&gt;&quot;]+$', 'i')">
            <a href="{@key}">{@name}</a>
          </xsl:when>
          <xsl:otherwise>{@name}</xsl:otherwise>
        </xsl:choose>
      </span>
      <xsl:for-each select="@detail">
        <span class="detail"> ({.})</span>
      </xsl:for-each>
      <xsl:call-template name="named-in"/>
    </li>
  </xsl:template>

  <!-- Where an entry is named: by document, or, of one that many documents name, how often. -->
  <xsl:template name="named-in" as="node()*">
    <xsl:choose>
      <xsl:when test="@all">
        <xsl:text> </xsl:text>
        <p class="passages"><a href="{@all}">{f:how-often(.)}</a></p>
      </xsl:when>
      <xsl:when test="e:in">
        <ul class="passages">
          <xsl:apply-templates select="e:in" mode="passages"/>
        </ul>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- "41 passages in 24 documents" -->
  <xsl:function name="f:how-often" as="xs:string">
    <xsl:param name="entry" as="element(e:entry)"/>
    <xsl:sequence select="f:phrase('site.named', map {
        'passages': f:counted('site.passages-counted', $entry/@passages),
        'documents': f:counted('site.documents-counted', $entry/@documents)})"/>
  </xsl:function>

  <xsl:template match="e:in" mode="passages" as="node()*">
    <xsl:text> </xsl:text>
    <li>
      <a href="{@page}"><xsl:sequence select="f:other-language(@lang)"/>{@title}</a>
      <xsl:text>{f:word('punctuation.colon')}</xsl:text>
      <xsl:for-each select="e:passage">
        <xsl:if test="position() gt 1">{f:word('punctuation.list')}</xsl:if>
        <xsl:apply-templates select="." mode="passages"/>
      </xsl:for-each>
    </li>
  </xsl:template>

  <xsl:template match="e:passage" mode="passages" as="node()*">
    <xsl:choose>
      <xsl:when test="@event">
        <a class="detail" href="{../@page}">{f:event-name(substring-before(@event || ' ', ' '), substring-after(@event, ' '))}</a>
      </xsl:when>
      <xsl:otherwise>
        <a href="{f:page-with-anchor(../@page, @fragment)}">{f:passage-label(string(@element), string(@identifier), string(@words))}</a>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:for-each select="@times"> ({f:counted('readings.times', .)})</xsl:for-each>
  </xsl:template>

  <!-- All passages that name one whom many documents name. -->
  <xsl:template match="e:listing[@kind = 'passages']" mode="main" as="node()*">
    <xsl:for-each select="e:entry">
      <p class="detail">
        <xsl:text>{string-join((@detail, f:how-often(.)), f:word('punctuation.semicolon'))} </xsl:text>
        <xsl:if test="@page">
          <a href="{f:page-with-anchor(@page, @key)}">{f:word('page.entry')}</a>
        </xsl:if>
      </p>
      <p><a href="index-{@kind}.html">{f:word('site.' || @kind)}</a></p>
    </xsl:for-each>
    <xsl:call-template name="parts"/>
    <ul class="passages">
      <xsl:apply-templates select="e:in" mode="passages"/>
    </ul>
    <xsl:call-template name="parts"/>
  </xsl:template>
</xsl:stylesheet>
