<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- Measures of a thing described (TEI Guidelines 11.3.4): what stands between them, and their
       units and quantities, which are attributes. -->

  <!-- Whether a measure is one of a thing described: what it has in attributes is said, too. -->
  <xsl:function name="f:is-of-description" as="xs:boolean">
    <xsl:param name="measure" as="element()"/>
    <xsl:sequence select="exists($measure/(ancestor::teiHeader | ancestor::msDesc | ancestor::object | ancestor-or-self::dimensions))"/>
  </xsl:function>

  <!-- What stands before a measure: the sign between it and the one before it, or the words that it follows
       at once; what it is of, where no label says it: "leaf: 21 × 34 – plica: 3 cm". -->
  <xsl:function name="f:before-measure" as="xs:string?">
    <xsl:param name="measure" as="element()"/>
    <xsl:variable name="before" as="node()?" select="$measure/preceding-sibling::node()[self::* or self::text()[normalize-space()]][1]"/>
    <xsl:variable name="kind" as="xs:string?" select="
        $measure[self::dimensions[../text()[normalize-space()]] or self::dim]/@type ! (f:kind-in-words(.) || $colon)"/>
    <xsl:sequence select="
        if (not($measure/parent::dimensions)) then string-join((
          if ($before instance of element()) then ' '[f:is-before-measure($before)][$measure/preceding-sibling::node()[1][self::*]]
          else $list-sign[$measure/self::dimensions/preceding-sibling::node()[1][self::text()][matches(., '[\p{L}\p{Nd})]$')]],
          $kind))[. ne '']
        else if ($measure[empty(node() | @quantity | @extent | @atLeast | @atMost | @min | @max)]) then ()
        else if ($kind) then string-join(($dash[$before instance of element()], $kind))
        else ' × '[$before instance of element()]"/>
  </xsl:function>

  <!-- What stands after it: what the words of a measure do not say, the unit, or all of it, and the sign
       between it and the next. A unit alone, which forms to be filled in have, measures nothing. -->
  <xsl:function name="f:after-measure" as="xs:string?">
    <xsl:param name="measure" as="element()"/>
    <xsl:variable name="said" as="xs:string?" select="
        if (empty($measure/(@unit | @quantity | @extent | @atLeast | @atMost | @min | @max))) then ()
        else if ($measure[not(normalize-space())][empty(*)])
          then (if ($measure/(@* except (@unit, @type))) then f:extent($measure) else ())
        else if ($measure/@unit and not(matches($measure, '\p{L}')) and ($measure/descendant::*/(@quantity | @extent) or normalize-space($measure)))
          then f:unit($measure/@unit, (normalize-space($measure)[. ne ''], '2')[1])
        else ()"/>
    <xsl:sequence select="string-join(($said ! (' ' || .), normalize-space($list-sign)[f:is-before-measure($measure)]))[. ne '']"/>
  </xsl:function>

  <!-- Whether another measure follows among words, with nothing between the two. -->
  <xsl:function name="f:is-before-measure" as="xs:boolean">
    <xsl:param name="measure" as="element()"/>
    <xsl:sequence select="
        exists($measure[self::dimensions or self::measure]/following-sibling::node()[self::* or self::text()[normalize-space()]][1][self::dimensions or self::measure])
        and exists($measure/../text()[normalize-space()])"/>
  </xsl:function>

  <!-- Whether words follow the leaves that they stand on at once: "fol. 1rIncipit". -->
  <xsl:function name="f:is-glued-to-words" as="xs:boolean">
    <xsl:param name="locus" as="element()"/>
    <xsl:sequence select="matches($locus/following-sibling::node()[1][self::text()], '^[\p{L}\p{N}]')"/>
  </xsl:function>

  <!-- The leaves of a description that are in attributes only: "1r–5v" (TEI Guidelines 11.3.5). -->
  <xsl:function name="f:leaves" as="xs:string">
    <xsl:param name="locus" as="element(locus)"/>
    <xsl:sequence select="
        if ($locus/(@from or @to)) then string-join(distinct-values($locus/(@from, @to) ! normalize-space()), '–')
        else string-join(f:pointers($locus/@target)[not(contains(., ':'))] ! replace(., '^#', ''), $list-sign)"/>
  </xsl:function>
</xsl:stylesheet>
