<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- What the edition's lists of emendations and of gaps say of a document, in the words that its
       own page has. They stand behind the page, each after a processing instruction, and are
       taken apart there. Passages that were included are left to their own document. -->

  <xsl:param name="for-lists" as="xs:string" select="''"/>

  <xsl:template name="interventions" as="node()*">
    <xsl:if test="$for-lists">
      <!-- By their names, of which Saxon keeps lists; the path brings them into the document's order. -->
      <xsl:variable name="own" as="element()*" select="
          (//choice[corr | sic | reg], //supplied, //surplus, //gap, (//corr, //sic, //reg, //unclear)[not(parent::choice)])
            [ancestor::* intersect /*/(text | sourceDoc)][not(ancestor::floatingText[f:enclosed-document(.)])]/."/>
      <xsl:for-each select="
          map {'name': 'emendations', 'items': $own[not(self::gap or self::unclear)]},
          map {'name': 'gaps', 'items': $own[self::gap or self::unclear]}">
        <xsl:if test="exists(?items)">
          <xsl:processing-instruction name="{?name}"/>
          <xsl:variable name="markup" as="element()*">
            <xsl:apply-templates select="?items" mode="intervention"/>
          </xsl:variable>
          <xsl:value-of select="serialize($markup, map {'method': 'xml', 'omit-xml-declaration': true()})"/>
        </xsl:if>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <xsl:template match="*" mode="intervention" as="element()">
    <li>
      <a href="{f:page-with-anchor($page, f:near-anchor(.))}">{f:near-label(.)}</a>
      <xsl:text>{f:word('punctuation.colon')}</xsl:text>
      <xsl:variable name="said" as="document-node()">
        <xsl:document>
          <xsl:call-template name="intervention"/>
        </xsl:document>
      </xsl:variable>
      <xsl:apply-templates select="$said/node()" mode="elsewhere"/>
    </li>
  </xsl:template>

  <!-- The emendation: what stands in the text, among a few words of it, who is behind it, what the
       document has. -->
  <xsl:template name="intervention" as="node()*">
    <xsl:variable name="around" as="xs:string+" select="f:words-around(.)"/>
    <xsl:variable name="language-around" as="attribute()*" select="f:words-language(.., $language)"/>
    <span class="context"><xsl:sequence select="$language-around"/>{$around[1]}</span>
    <xsl:choose>
      <xsl:when test="self::gap">
        <span class="lemma">{f:bracketed(f:gap-words(.), f:voice(.))}</span>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="lemma"/>
      </xsl:otherwise>
    </xsl:choose>
    <span class="context"><xsl:sequence select="$language-around"/>{$around[2]}</span>
    <xsl:choose>
      <xsl:when test="self::gap"/>
      <xsl:when test="self::choice or self::surplus">
        <xsl:variable name="account" as="node()*">
          <xsl:call-template name="beside-lemma"/>
        </xsl:variable>
        <xsl:variable name="first" as="xs:string" select="string($account[1])"/>
        <xsl:variable name="sign" as="xs:string?" select="($colon, $semicolon)[starts-with($first, .)]"/>
        <xsl:text>{$dash}{substring($first, string-length($sign) + 1)}</xsl:text>
        <xsl:sequence select="tail($account)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="$dash || string-join((
            if (self::unclear) then f:word('certainty.uncertain')
            else if (self::sic) then f:word('report.sic')
            else f:act(if (self::supplied) then 'supplied' else local-name(), .),
            self::unclear ! f:reason-words(@reason),
            @cert ! f:certainty(.)), f:word('punctuation.list'))"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- On another page the numbers of notes and the letters of readings lead nowhere, and what is
       linked within the page is in that page. -->
  <xsl:template match="sup[tokenize(@class) = 'mark']" xpath-default-namespace="" mode="elsewhere" as="node()*"/>

  <xsl:template match="@href[starts-with(., '#')]" mode="elsewhere" as="attribute()">
    <xsl:attribute name="href" select="$page || ."/>
  </xsl:template>

  <!-- The words before and after a place, in its paragraph, as the reading view has them. -->
  <xsl:function name="f:words-around" as="xs:string+">
    <xsl:param name="place" as="element()"/>
    <xsl:variable name="block" as="element()" select="($place/ancestor::*[self::p or self::ab or self::l or self::item
        or self::head or self::cell or self::note or self::opener or self::closer or self::seg or self::div or self::body or self::titlePage
        or self::front or self::back or self::sourceDoc][1], $place/ancestor::*[last()])[1]"/>
    <!-- A few pieces of text to each side: a list must not read a long paragraph at each place of it. -->
    <xsl:variable name="before" as="text()*" select="$place/preceding::text()[position() le 12][. >> $block][f:is-read(., $block)]"/>
    <xsl:variable name="after" as="text()*" select="$place/following::text()[position() le 12][ancestor::* intersect $block][f:is-read(., $block)]"/>
    <xsl:sequence select="
        f:last-words(replace(string-join($before ! f:spaced(.)), '\s+', ' ')),
        f:first-words(replace(string-join($after ! f:spaced(.)), '\s+', ' '))"/>
  </xsl:function>

  <!-- Whether the reading view has a text in the running words of a block. -->
  <xsl:function name="f:is-read" as="xs:boolean">
    <xsl:param name="words" as="text()"/>
    <xsl:param name="block" as="element()"/>
    <xsl:sequence select="empty($words/ancestor::*[. >> $block][
        self::note or self::del or self::surplus or self::am or self::fw
        or self::sic[parent::choice] or self::orig[parent::choice] or self::abbr[parent::choice]])"/>
  </xsl:function>

  <!-- The words of a text node, apart from those of the line or block before. -->
  <xsl:function name="f:spaced" as="xs:string">
    <xsl:param name="words" as="text()"/>
    <xsl:sequence select="
        (if ($words/preceding-sibling::node()[1][self::lb[not(@break = 'no')] or self::pb[not(@break = 'no')]]
             or ($words is $words/../node()[1] and f:is-block($words/..))) then ' ' else '') || $words"/>
  </xsl:function>

  <xsl:function name="f:last-words" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:variable name="end" as="xs:string" select="substring($words, string-length($words) - 60)"/>
    <xsl:sequence select="if ($words = $end and string-length($words) lt 30) then replace($words, '^ ', '')
        else '… ' || replace($end, '^.*?(\S+ \S+ \S* ?)$', '$1')"/>
  </xsl:function>

  <xsl:function name="f:first-words" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:variable name="start" as="xs:string" select="substring($words, 1, 60)"/>
    <xsl:sequence select="if ($words = $start and string-length($words) lt 30) then replace($words, ' $', '')
        else replace($start, '^( ?\S* \S+ \S+).*$', '$1') || ' …'"/>
  </xsl:function>
</xsl:stylesheet>
