<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- A document whose deletions that span elements are elements: what a delSpan and the place that it
     points to enclose (TEI Guidelines 12.3.1.4, att.spanning) becomes the content of one del in
     each element that the span runs through. The delSpan stays, for what leads to it, and points
     nowhere. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:array="http://www.w3.org/2005/xpath-functions/array"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:mode on-no-match="shallow-copy"/>
  <xsl:mode name="deleted" on-no-match="shallow-copy"/>  <!-- what a del encloses -->

  <xsl:output method="xml" encoding="UTF-8" omit-xml-declaration="yes" indent="no"/>

  <xsl:key name="id" match="*[@xml:id]" use="@xml:id"/>

  <!-- Each delSpan whose end is there, and comes later, with that end. -->
  <xsl:variable name="spans" as="array(map(xs:string, item()*))" select="array {
      for $start in //delSpan[starts-with(normalize-space(@spanTo), '#')][not(ancestor::teiHeader)],
          $end in key('id', substring(normalize-space($start/@spanTo), 2))[1][. >> $start]
      return map {'start': $start, 'end': $end, 'around': $end/ancestor::node(), 'has-words': normalize-space($end) ne ''}}"/>

  <xsl:variable name="has-spans" as="xs:boolean" select="array:size($spans) gt 0"/>

  <!-- For each of them the number of the one that it begins in, 0 for none. -->
  <xsl:variable name="surrounding" as="map(xs:integer, xs:integer)">
    <xsl:iterate select="1 to array:size($spans)">
      <xsl:param name="known" as="map(xs:integer, xs:integer)" select="map {}"/>
      <xsl:on-completion select="$known"/>
      <xsl:next-iteration>
        <xsl:with-param name="known" select="map:put($known, ., f:enclosing($spans(.)?start, . - 1, $known))"/>
      </xsl:next-iteration>
    </xsl:iterate>
  </xsl:variable>

  <!-- Elements whose parts have to stay what they are: those are not enclosed, but what is in them. -->
  <xsl:variable name="structures" as="xs:string+" select="tokenize('TEI teiCorpus text group body front back standOff sourceDoc surfaceGrp facsimile surface
      list table row castList castGroup listBibl listPerson listPlace listOrg listEvent listWit
      figure biblStruct monogr analytic imprint address titlePage docTitle msDesc')"/>

  <!-- Elements that hold readings of one place: a span that begins or ends in one of them leaves it be. -->
  <xsl:variable name="alternatives" as="xs:string+" select="'choice', 'app', 'rdgGrp', 'subst', 'ruby', 'formula', 'egXML', 'eg'"/>

  <!-- The deletion that encloses all of a node. -->
  <xsl:function name="f:span-around" as="element(delSpan)?">
    <xsl:param name="node" as="node()"/>
    <xsl:variable name="number" as="xs:integer" select="f:enclosing($node, f:last-begun($node, 0, array:size($spans)), $surrounding)"/>
    <xsl:sequence select="if ($number eq 0) then () else $spans($number)?start"/>
  </xsl:function>

  <!-- Of the spans in question the one that encloses a node, 0 for none: the one of that number, or one
       that it begins in. Any other has ended before. -->
  <xsl:function name="f:enclosing" as="xs:integer">
    <xsl:param name="node" as="node()"/>
    <xsl:param name="number" as="xs:integer"/>
    <xsl:param name="surrounding" as="map(xs:integer, xs:integer)"/>
    <xsl:sequence select="
        if ($number eq 0 or f:encloses($spans($number), $node)) then $number
        else f:enclosing($node, $surrounding($number), $surrounding)"/>
  </xsl:function>

  <!-- A span runs to the end of what it points at; a point without words stays outside. -->
  <xsl:function name="f:encloses" as="xs:boolean">
    <xsl:param name="span" as="map(xs:string, item()*)"/>
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="
        $node &lt;&lt; $span?end and empty($node intersect $span?around)
        or $span?has-words and exists($node/ancestor-or-self::node() intersect $span?end)"/>
  </xsl:function>

  <!-- The number of the last span that begins before a node: one of those from $from (0: none) to $to. -->
  <xsl:function name="f:last-begun" as="xs:integer">
    <xsl:param name="node" as="node()"/>
    <xsl:param name="from" as="xs:integer"/>
    <xsl:param name="to" as="xs:integer"/>
    <xsl:variable name="middle" as="xs:integer" select="($from + $to + 1) idiv 2"/>
    <xsl:sequence select="
        if ($from eq $to) then $from
        else if ($spans($middle)?start &lt;&lt; $node) then f:last-begun($node, $middle, $to)
        else f:last-begun($node, $from, $middle - 1)"/>
  </xsl:function>

  <xsl:template match="*[$has-spans]" as="element()">
    <xsl:variable name="parent" as="element()" select="."/>
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:for-each-group select="node()" group-adjacent="string(f:span-around(.) ! generate-id())">
        <xsl:variable name="span" as="element(delSpan)?" select="f:span-around(.)"/>
        <xsl:choose>
          <xsl:when test="empty($span) or local-name($parent) = $structures or not(f:shows-something(current-group()))">
            <xsl:apply-templates select="current-group()"/>
          </xsl:when>
          <xsl:when test="local-name($parent) = $alternatives">
            <xsl:apply-templates select="current-group()" mode="deleted"/>
          </xsl:when>
          <xsl:otherwise>
            <del xmlns="http://www.tei-c.org/ns/1.0">
              <xsl:copy-of select="$span/(@* except (@spanTo, @xml:id, @n, @next, @prev))"/>
              <xsl:apply-templates select="current-group()" mode="deleted"/>
            </del>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:for-each-group>
    </xsl:copy>
  </xsl:template>

  <xsl:function name="f:shows-something" as="xs:boolean">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:sequence select="some $node in $nodes satisfies
        normalize-space($node) or exists($node/descendant-or-self::*[self::gap or self::graphic or self::g or self::space])"/>
  </xsl:function>

  <xsl:function name="f:begins-a-span" as="xs:boolean">
    <xsl:param name="node" as="element(delSpan)"/>
    <xsl:variable name="next" as="xs:integer" select="1 + f:last-begun($node, 0, array:size($spans))"/>
    <xsl:sequence select="$next le array:size($spans) and $spans($next)?start is $node"/>
  </xsl:function>

  <xsl:template match="delSpan[f:begins-a-span(.)]" mode="#default deleted" as="element(delSpan)" priority="2">
    <xsl:copy>
      <xsl:copy-of select="@* except @spanTo"/>
      <xsl:attribute name="spanTo"/>
      <xsl:apply-templates select="node()"/>
    </xsl:copy>
  </xsl:template>
</xsl:stylesheet>
