<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- The table of contents of a long document: its divisions that have a heading, or a number that
       stands for one. It is always in reach, in the bar, and needs no script. -->

  <xsl:variable name="outlined" as="element()*" select="
      /*[self::TEI or self::teiCorpus]/(
        descendant::div | descendant::div1 | descendant::div2 | descendant::div3 | descendant::div4 | descendant::div5 | descendant::div6 | descendant::div7)
        [head or (@n or @type = $parts-of-edition) and exists(f:division-number(.))]
        [empty(ancestor::*[self::floatingText or self::teiHeader or self::note or self::app or self::standOff])]
      | /teiCorpus/descendant::*[self::TEI or self::teiCorpus][teiHeader]"/>

  <!-- From so many on there is something to go through. -->
  <xsl:variable name="has-outline" as="xs:boolean" select="exists($outlined[3])"/>

  <xsl:variable name="outline-numbers" as="map(xs:string, xs:integer)">
    <xsl:map>
      <xsl:for-each select="if ($has-outline) then $outlined else ()">
        <xsl:map-entry key="generate-id()" select="position()"/>
      </xsl:for-each>
    </xsl:map>
  </xsl:variable>

  <!-- The divisions right below each, by its identity; those below none by nothing. -->
  <xsl:variable name="outlined-below" as="map(xs:string, element()+)">
    <xsl:map>
      <xsl:for-each-group select="$outlined" group-by="string(ancestor::*[map:contains($outline-numbers, generate-id())][1] ! generate-id())">
        <xsl:map-entry key="current-grouping-key()" select="current-group()"/>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:variable>

  <!-- Where a division is gone to: its identifier, else an anchor of this page only. -->
  <xsl:function name="f:outline-anchor" as="xs:string">
    <xsl:param name="division" as="element()"/>
    <xsl:sequence select="
        if ($division/@xml:id and key('id', $division/@xml:id, root($division))[1] is $division)
        then string($division/@xml:id) else 'division:' || $outline-numbers(generate-id($division))"/>
  </xsl:function>

  <!-- The anchor of a division that has no identifier of its own. -->
  <xsl:template name="outline-anchor" as="attribute()?">
    <xsl:if test="$has-outline and not(@xml:id) and map:contains($outline-numbers, generate-id())">
      <xsl:attribute name="id" select="f:outline-anchor(.)"/>
    </xsl:if>
  </xsl:template>

  <xsl:template name="outline" as="item()*">
    <xsl:if test="$has-outline">
      <details class="outline">
        <summary>{f:word('page.outline')}</summary>
        <nav aria-label="{f:word('page.outline')}">
          <xsl:call-template name="outline-level">
            <xsl:with-param name="divisions" select="$outlined-below('')"/>
          </xsl:call-template>
        </nav>
      </details>
    </xsl:if>
  </xsl:template>

  <!-- The place that the document has for it. -->
  <xsl:template match="divGen[@type = ('toc', 'contents')][$has-outline]" mode="html" as="node()*">
    <div>
      <xsl:call-template name="attributes"/>
      <xsl:call-template name="remark">
        <xsl:with-param name="words" select="f:mark(.)"/>
      </xsl:call-template>
      <div class="gen">
        <xsl:sequence select="$own-language"/>
        <xsl:call-template name="outline-level">
          <xsl:with-param name="divisions" select="$outlined-below('')"/>
        </xsl:call-template>
      </div>
    </div>
  </xsl:template>

  <xsl:template name="outline-level" as="item()*">
    <xsl:param name="divisions" as="element()*"/>
    <xsl:if test="exists($divisions)">
      <ol>
        <xsl:for-each select="$divisions">
          <li>
            <a href="#{replace(encode-for-uri(f:outline-anchor(.)), '%3A', ':')}"><xsl:sequence select="$text-language"/>{(f:plain(head[1], 'reading')[. ne ''], self::*[self::TEI or self::teiCorpus] ! f:heading(.), f:division-number(.), '…')[1]}</a>
            <xsl:call-template name="outline-level">
              <xsl:with-param name="divisions" select="$outlined-below(generate-id())"/>
            </xsl:call-template>
          </li>
        </xsl:for-each>
      </ol>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
