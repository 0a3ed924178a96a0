<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:f="urn:tei-edition:functions"
    xmlns:e="urn:tei-edition:edition"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- Running text: the words of the view, and the marks of the voices in their brackets. -->

  <xsl:variable name="is-plain-text" as="xs:boolean" select="not($has-marks or $keeps-space or $joins-words or $has-divided-lines or $runs-on-in-file)"/>

  <xsl:template match="text()" mode="text" as="xs:string">
    <xsl:sequence select="
        if ($is-plain-text) then string()
        else if ($keeps-space and f:keeps-space(.)) then f:kept(.)
        else translate(
          if ($runs-on-in-file and not($is-transcript)) then f:run-on(., if ($joins-words) then f:joined(.) else string())
          else if ($has-line-hyphens and $view eq 'reading' and f:ends-in-line-hyphen(.)) then replace(f:joined(.), '.$', '')
          else if ($joins-words) then f:joined(.)
          else if ($has-divided-lines) then f:undivided(.)
          else .,
          '&#x2028;' || $looks, ' ')"/>
  </xsl:template>

  <xsl:template match="comment() | processing-instruction()" mode="text" as="item()*"/>

  <!-- An element that has nothing of its own. The names are looked up; what other modules say of them
       comes after this and counts. -->
  <xsl:template _match="{$considered-names => replace(' ', ' | ')}" mode="text" as="item()*" name="words">
    <xsl:variable name="level" as="xs:string?" select="if (@rend or @rendition or @style) then f:level(.) else ()"/>
    <xsl:choose>
      <xsl:when test="exists($level)">
        <xsl:variable name="words" as="item()*">
          <xsl:apply-templates select="f:shown-nodes(.)" mode="text"/>
        </xsl:variable>
        <xsl:sequence select="f:raised($words, $level eq 'sup')"/>
      </xsl:when>
      <xsl:when test="empty(*) and $is-plain-text">
        <xsl:sequence select="string()"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="f:shown-nodes(.)" mode="text"/>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:if test="(* or map:contains($kinds, local-name())) and f:is-block(.)">
      <xsl:sequence select="' '"/>
    </xsl:if>
  </xsl:template>

  <!-- What the stylesheets do not know says what it is. -->
  <xsl:template match="*" mode="text" as="item()*" priority="-5">
    <xsl:variable name="is-named" as="xs:boolean" select="
        not($is-transcript or f:is-considered(.) or f:is-part-of-notation(.) or ancestor::formula)"/>
    <xsl:choose>
      <xsl:when test="$is-named">
        <xsl:variable name="words" as="item()*">
          <xsl:call-template name="words"/>
        </xsl:variable>
        <xsl:variable name="is-parted" as="xs:boolean" select="$words[last()] = ' ' and f:is-block(.)"/>
        <xsl:sequence select="'{' || local-name() || ': '[exists(current()/node())], if ($is-parted) then $words[position() lt last()] else $words, '}', ' '[$is-parted]"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="words"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="lb" mode="text" as="item()*">
    <xsl:sequence select="
        if (@rend and $says-no-break and not($is-transcript) and $view eq 'diplomatic') then f:hyphen-told(.) else (),
        if ($is-transcript or $view = 'diplomatic' or f:is-deliberate-break(.)) then '&#x2028;'
        else if ($has-lines-in-words and f:goes-on(.)) then '' else ' '"/>
    <xsl:sequence select="f:line-mark(.)"/>
    <xsl:apply-templates select="node()" mode="text"/>
  </xsl:template>

  <!-- The label of a field stands apart from what is beside it. -->
  <xsl:template match="label[f:is-field(..)]" mode="text" as="item()*">
    <xsl:sequence select="' '[not($is-transcript) and exists(current()/preceding-sibling::node()[1][self::* or matches(., '\S$')])]"/>
    <xsl:next-match/>
    <xsl:sequence select="' '[not($is-transcript) and exists(current()/following-sibling::node()[1][self::* or matches(., '^\S')])]"/>
  </xsl:template>

  <xsl:template match="milestone[f:counts-lines(.)]" mode="text" as="item()*" priority="1">
    <xsl:sequence select="' ', f:line-number(.)[not($is-transcript)] ! (f:bracketed(., 'editor') || ' ')"/>
    <xsl:apply-templates select="node()" mode="text"/>
  </xsl:template>

  <xsl:template match="pb | cb | gb | milestone" mode="text" as="item()*">
    <xsl:variable name="gap" as="xs:string" select="if ($says-no-break and f:is-in-word(.)) then '' else ' '"/>
    <xsl:variable name="words" as="xs:string" select="f:report(., f:beginning(.))"/>
    <xsl:sequence select="$gap, if (@facs and not($is-transcript)) then f:quietly-leading(f:facsimile-href(.), $words) else $words, $gap"/>
    <xsl:apply-templates select="node()" mode="text"/>
  </xsl:template>

  <xsl:template match="choice/text() | app/text() | subst/text()" mode="text" as="xs:string?">
    <xsl:sequence select=".[normalize-space()] ! string()"/>
  </xsl:template>

  <xsl:template match="lem | rdg" mode="text" as="item()*">
    <xsl:if test="f:is-shown(.)">
      <xsl:apply-templates select="f:shown-nodes(.)" mode="text"/>
    </xsl:if>
  </xsl:template>

  <!-- Marks without words of their own. -->
  <xsl:template mode="text" match="pause | shift | undo | redo | transpose | substJoin | lacunaStart | lacunaEnd
      | witStart | witEnd | delSpan[@spanTo ne ''] | addSpan | damageSpan | divGen" as="item()*">
    <xsl:sequence select="f:report(., f:mark(.))"/>
    <xsl:apply-templates select="f:shown-nodes(.)[not(self::ptr[parent::transpose])]" mode="text"/>
  </xsl:template>

  <xsl:template match="g[not(node())]" mode="text" as="xs:string" priority="1">
    <xsl:sequence select="if ($is-transcript) then translate(f:sign(.), '⟨⟩', '[]') else f:sign(.)"/>
  </xsl:template>

  <xsl:template match="alt[@target][exists(f:alternatives(.))][not($is-transcript)]" mode="text" as="item()*">
    <xsl:sequence select="f:report(., f:mark(.))"/>
    <xsl:apply-templates select="f:shown-nodes(.)" mode="text"/>
  </xsl:template>

  <!-- A gloss beside the line stands behind what it glosses. White space between the two is the encoder's. -->
  <xsl:template match="ruby" mode="text" as="item()*">
    <xsl:apply-templates select="f:shown-nodes(.)[self::* or normalize-space()]" mode="text"/>
    <xsl:sequence select="' '[f:is-block(current())]"/>
  </xsl:template>

  <xsl:template match="rt" mode="text" as="item()*">
    <xsl:sequence select="'('"/>
    <xsl:apply-templates select="f:shown-nodes(.)" mode="text"/>
    <xsl:sequence select="')'"/>
  </xsl:template>

  <!-- What is described, not said: movements, noises, images. -->
  <xsl:template match="incident | kinesic | vocal | figDesc | notatedMusic/desc" mode="text" as="item()*">
    <xsl:sequence select="f:open(.)[not(f:has-own-brackets(current()))] || f:before-event(.)[not(f:is-editors-own(current()))]"/>
    <xsl:apply-templates select="f:shown-nodes(.)" mode="text"/>
    <xsl:sequence select="f:close(.)[not(f:has-own-brackets(current()))], ' '[f:is-block(current())]"/>
  </xsl:template>

  <xsl:template match="anchor" mode="text" as="item()*">
    <xsl:apply-templates select="f:shown-nodes(.)" mode="text"/>
    <xsl:sequence select="f:spans-to(.)[f:is-shown(.)] ! f:report(., f:end-mark(.))"/>
  </xsl:template>

  <xsl:template match="graphic | media" mode="text" as="item()*">
    <xsl:variable name="image" as="element(e:image)?" select="if ($is-transcript) then () else f:shown-image(.)"/>
    <xsl:choose>
      <xsl:when test="$image">
        <xsl:sequence select="$picture || $image/@href || $stop || f:alternative(.) || $stop || f:report(., f:image-name(.)) || $end"/>
      </xsl:when>
      <xsl:when test="$is-transcript">
        <xsl:sequence select="f:report(., f:image-name(.))"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="f:quietly-leading(f:image-href(@url), f:report(., f:image-name(.)))"/>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:apply-templates select="f:shown-nodes(.)" mode="text"/>
  </xsl:template>

  <!-- A figure of which nothing is given but that it is there. -->
  <xsl:template match="formula[not(node())]" mode="text" as="item()*">
    <xsl:sequence select="f:report(., f:word('report.formula'))"/>
  </xsl:template>

  <xsl:template match="figure[f:only-stands-there(.)] | notatedMusic[f:only-stands-there(.)]" mode="text" as="item()*">
    <xsl:sequence select="f:report(., f:word('report.image'))"/>
    <xsl:apply-templates select="f:shown-nodes(.)" mode="text"/>
  </xsl:template>

  <xsl:function name="f:only-stands-there" as="xs:boolean">
    <xsl:param name="figure" as="element()"/>
    <xsl:sequence select="not($is-transcript or normalize-space($figure)) and empty($figure/(graphic | media | binaryObject))"/>
  </xsl:function>

  <xsl:template match="binaryObject" mode="text" as="item()*"/>
</xsl:stylesheet>
