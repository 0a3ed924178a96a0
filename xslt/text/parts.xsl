<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:f="urn:tei-edition:functions"
    xmlns:t="urn:tei-edition:text"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- What is encoded as data: parts set apart, names and values that are attributes. -->

  <!-- One pattern for all, which looks at what stands before first: every element is asked. -->
  <xsl:template match="*[preceding-sibling::node()[1][not(self::text())]][map:contains($is-of-parts, local-name(..))]" mode="text" as="item()*" priority="8">
    <xsl:sequence select="' '[f:is-glued(current())]"/>
    <xsl:next-match/>
  </xsl:template>

  <xsl:template match="castItem/actor | castItem/roleDesc | castItem/role" mode="text" as="item()*">
    <xsl:sequence select="' '[f:follows-mark(current())]"/>
    <xsl:next-match/>
  </xsl:template>

  <xsl:template match="change/date | change/label | change/name | change/respStmt" mode="text" as="item()*">
    <xsl:next-match/>
    <xsl:sequence select="' '[f:is-followed-by-words(current())]"/>
  </xsl:template>

  <!-- Senses and homographs of an entry are numbered. -->
  <xsl:template match="sense[@n] | hom[@n]" mode="text" as="item()*">
    <xsl:sequence select="(@n || ' ')[not($is-transcript)]"/>
    <xsl:apply-templates select="f:shown-nodes(.)" mode="text"/>
    <xsl:sequence select="' '[f:is-block(current())]"/>
  </xsl:template>

  <xsl:template match="sense[f:is-sense-apart(.)][not($is-transcript)]" mode="blocks" as="element()*">
    <t:item marker="{if (@n) then @n || ' ' else '- '}" tight="true">
      <xsl:call-template name="content-blocks"/>
    </t:item>
  </xsl:template>

  <xsl:template match="superEntry/entry[@n][not($is-transcript)]" mode="blocks" as="element()*">
    <t:part before="{@n} ">
      <xsl:next-match/>
    </t:part>
  </xsl:template>

  <xsl:template match="(entry | entryFree | re)/form[1]/orth[1][not($is-transcript)]" mode="text" as="item()*">
    <xsl:sequence select="$bold"/>
    <xsl:apply-templates select="f:shown-nodes(.)" mode="text"/>
    <xsl:sequence select="$end"/>
  </xsl:template>

  <!-- The language of a translation, where there are several; between translations, a comma of ours. -->
  <xsl:template match="cit[starts-with(@type, 'trans')][not($is-transcript)]" mode="text" as="item()*">
    <xsl:sequence select="(@xml:lang || ' ')[f:is-translation-named(current())]"/>
    <xsl:for-each select="f:content-of-listed(.)[not(self::*) or f:is-shown(.) or f:is-intervention(.)]">
      <xsl:apply-templates select="." mode="text"/>
      <xsl:sequence select="','[current()/self::quote[f:is-followed-by-listed(.)]]"/>
    </xsl:for-each>
    <xsl:sequence select="','[f:is-followed-by-listed(current())], ' '[f:is-block(current())]"/>
  </xsl:template>

  <!-- The headword's place in its own examples. -->
  <xsl:template match="oRef[not($is-transcript or normalize-space())] | pRef[not($is-transcript or normalize-space())]" mode="text" as="item()*">
    <xsl:sequence select="'~'"/>
    <xsl:apply-templates select="f:shown-nodes(.)" mode="text"/>
  </xsl:template>

  <!-- Feature structures: "[agreement: case: nominative; number: 1]". -->
  <xsl:template match="fs[not($is-transcript)]" mode="text" as="item()*">
    <xsl:sequence select="'[' || @type ! (. || f:word('punctuation.colon'))"/>
    <xsl:apply-templates select="f:shown-nodes(.)" mode="text"/>
    <xsl:sequence select="']', ' '[f:is-block(current())]"/>
  </xsl:template>

  <xsl:template match="f[not($is-transcript)]" mode="text" as="item()*">
    <xsl:sequence select="string-join((@name, @fVal), f:word('punctuation.colon')), f:word('punctuation.colon')[not(current()/@fVal)]"/>
    <xsl:apply-templates select="f:shown-nodes(.)" mode="text"/>
    <xsl:sequence select="'; '[current()/following-sibling::f], ' '[f:is-block(current())]"/>
  </xsl:template>

  <xsl:template match="vAlt[not($is-transcript)] | vColl[not($is-transcript)]" mode="text" as="item()*">
    <xsl:for-each select="f:shown-nodes(.)">
      <xsl:sequence select="self::* ! f:before-value(.)"/>
      <xsl:apply-templates select="." mode="text"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="symbol[not($is-transcript)] | numeric[not($is-transcript)] | binary[not($is-transcript)]
      | default[not($is-transcript)] | vNot[not($is-transcript)]" mode="text" as="item()*">
    <xsl:sequence select="f:feature-value(.)"/>
    <xsl:apply-templates select="f:shown-nodes(.)" mode="text"/>
  </xsl:template>

  <!-- A measure in a description: "210 × 297 mm". -->
  <xsl:template match="dimensions[f:is-described(.)] | height[f:is-described(.)] | width[f:is-described(.)] | depth[f:is-described(.)]
      | dim[f:is-described(.)] | measure[f:is-described(.)]" mode="text" as="item()*">
    <xsl:sequence select="f:before-measure(.)"/>
    <xsl:next-match/>
    <xsl:sequence select="f:after-measure(.)"/>
  </xsl:template>

  <xsl:function name="f:is-described" as="xs:boolean">
    <xsl:param name="measure" as="element()"/>
    <xsl:sequence select="
        not($is-transcript)
        and exists($measure/(ancestor::teiHeader | ancestor::msDesc | ancestor::object | ancestor-or-self::dimensions))"/>
  </xsl:function>

  <xsl:template match="locus[f:is-glued-to-words(.)] | locusGrp[f:is-glued-to-words(.)]" mode="text" as="item()*" priority="2">
    <xsl:next-match/>
    <xsl:sequence select="' '"/>
  </xsl:template>

  <!-- Pages that are in attributes only. -->
  <xsl:template match="biblScope[not(node())][@from or @to] | citedRange[not(node())][@from or @to]" mode="text" as="item()*">
    <xsl:sequence select="f:scope(.)[not($is-transcript)]"/>
  </xsl:template>

  <!-- Leaves that are in attributes only. -->
  <xsl:template match="locus[not(normalize-space())]" mode="text" as="item()*">
    <xsl:sequence select="f:leaves(.)[not($is-transcript)]"/>
    <xsl:apply-templates select="f:shown-nodes(.)" mode="text"/>
  </xsl:template>

  <xsl:template match="locusGrp" mode="text" as="item()*">
    <xsl:for-each-group select="node()[self::* or normalize-space()]" group-starting-with="locus">
      <xsl:sequence select="
          if (not($is-transcript) and position() gt 1 and self::locus and preceding-sibling::node()[self::* or normalize-space()][1][self::*]) then f:word('punctuation.list') else ()"/>
      <xsl:apply-templates select="current-group()" mode="text"/>
    </xsl:for-each-group>
  </xsl:template>

  <!-- A witness, with the siglum by which the apparatus calls it. -->
  <xsl:template match="witness" mode="blocks" as="element()*">
    <xsl:variable name="siglum" as="xs:string" select="string(f:siglum-of-witness(.)[not($is-transcript)] ! (. || ' '))"/>
    <t:part before="{$siglum}" tight="{exists(preceding-sibling::*[1][self::witness])}">
      <xsl:next-match/>
    </t:part>
  </xsl:template>

  <!-- An apparatus that stands apart from its text: lemma and readings, each with its witnesses. -->
  <xsl:template match="app[f:stands-apart(.)]" mode="blocks" as="element()*" priority="3">
    <xsl:variable name="before" as="xs:string*" select="
        (@loc, f:base-words(.)[f:lacks-lemma(current())][. ne ''] ! (. || ']'))[not($is-transcript)] ! (. || ' ')"/>
    <t:part before="{string-join($before)}" tight="{exists(preceding-sibling::*[1][self::app])}">
      <xsl:choose>
        <xsl:when test="f:has-blocks(.)">
          <xsl:call-template name="content-blocks"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="block"/>
        </xsl:otherwise>
      </xsl:choose>
    </t:part>
  </xsl:template>

  <xsl:template match="app[f:stands-apart(.)]//lem | app[f:stands-apart(.)]//rdg" mode="text" as="item()*">
    <xsl:choose>
      <xsl:when test="f:holds-something(.)">
        <xsl:apply-templates select="f:shown-nodes(.)" mode="text"/>
      </xsl:when>
      <xsl:when test="not($is-transcript)">
        <xsl:sequence select="f:no-words(.)"/>
      </xsl:when>
    </xsl:choose>
    <xsl:if test="not($is-transcript)">
      <xsl:for-each select="f:witnesses(.)">
        <xsl:sequence select="' ', ."/>
      </xsl:for-each>
      <xsl:sequence select="if (self::lem) then ']' else f:separator(.)"/>
    </xsl:if>
    <xsl:sequence select="' '"/>
  </xsl:template>

  <xsl:template match="app[f:stands-apart(.)]//lem[f:has-blocks(.)] | app[f:stands-apart(.)]//rdg[f:has-blocks(.)]" mode="blocks" as="element()*">
    <xsl:variable name="witnesses" as="xs:string*" select="f:witnesses(.) ! (' ' || .), if (self::lem) then ']' else f:separator(.)"/>
    <t:part after="{if ($is-transcript) then '' else string-join($witnesses)}">
      <xsl:next-match/>
    </t:part>
  </xsl:template>

  <xsl:template match="app[f:stands-apart(.)]//wit | app[f:stands-apart(.)]//witDetail
      | app[f:stands-apart(.)]//note[not(f:is-numbered-note(.))]" mode="text" as="item()*">
    <xsl:apply-templates select="f:shown-nodes(.)" mode="text"/>
    <xsl:sequence select="f:separator(.)[not($is-transcript)], ' '"/>
  </xsl:template>
</xsl:stylesheet>
