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

  <!-- What every element of the page takes over from its source: identifier, language, kind,
       rendition. No address, script or style of the document is ever copied. -->

  <xsl:template name="attributes" as="item()*">
    <!-- Classes besides the element's name, a space between them. -->
    <xsl:param name="class" as="xs:string?"/>
    <!-- The view it stands in; what may stand in one only (see shared/readings.xsl) says so. -->
    <xsl:param name="view" as="xs:string" select="'both'"/>
    <xsl:if test="@xml:id and key('id', @xml:id)[1] is .">
      <xsl:attribute name="id" select="@xml:id"/>
    </xsl:if>
    <xsl:choose>
      <xsl:when test="empty($class) and $view eq 'both' and not(@rend or @rendition or @style)">
        <xsl:attribute name="class" select="concat('tei-', local-name())"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:attribute name="class" select="concat('tei-', local-name(),
            if ($class) then concat(' ', $class) else '',
            if (@rend or @rendition or @style) then f:rendition-classes(.) else '',
            if ($view eq 'both') then '' else concat(' v-', $view))"/>
        <xsl:if test="$view eq 'diplomatic' or $view eq 'other'">
          <xsl:attribute name="hidden" select="'hidden'"/>
        </xsl:if>
        <xsl:if test="starts-with($class, 'gen')">
          <xsl:sequence select="$own-language"/>
        </xsl:if>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:apply-templates select="@*" mode="attribute"/>
  </xsl:template>

  <xsl:template match="@xml:lang" mode="attribute" as="attribute()*">
    <xsl:sequence select="f:language-attributes(.)"/>
  </xsl:template>

  <!-- The direction is said where it is another than that of what stands around. -->
  <xsl:function name="f:language-attributes" as="attribute()*">
    <xsl:param name="value" as="xs:string?"/>
    <xsl:for-each select="$value ! f:language-tag(.)">
      <xsl:attribute name="lang" select="."/>
      <xsl:if test="$mixes-directions">
        <xsl:attribute name="dir" select="if (f:is-right-to-left(.)) then 'rtl' else 'ltr'"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:function>

  <xsl:variable name="languages-used" as="xs:string*" select="
      distinct-values(($languages-marked ! string(), /e:edition//@lang/string(), if (self::document-node()) then f:document-language(.) else ()) ! f:language-tag(.))"/>

  <xsl:variable name="mixes-directions" as="xs:boolean" select="
      $direction eq 'rtl' or (some $tag in $languages-used satisfies f:is-right-to-left($tag))"/>

  <!-- What our own words say of themselves in a page that has other languages, too. A bracket that
       stands alone takes the language only: it has to face the document's words. -->
  <xsl:variable name="own-language" as="attribute()*">
    <xsl:if test="some $tag in $languages-used satisfies $tag ne $language">
      <xsl:attribute name="lang" select="$language"/>
      <xsl:if test="$mixes-directions">
        <xsl:attribute name="dir" select="$direction"/>
      </xsl:if>
    </xsl:if>
  </xsl:variable>

  <!-- What a comma of ours says of itself: of no language, but the side it stands on depends on its
       direction. -->
  <xsl:variable name="own-direction" as="attribute()*" select="if ($mixes-directions) then $own-language else ()"/>

  <!-- The language of the document as a whole, for those parts of it that stand elsewhere. -->
  <xsl:variable name="text-language" as="attribute()*" select="
      if (empty($own-language)) then ()
      else f:language-attributes((/*/@xml:lang/string(), f:document-language(/))[1])"/>

  <!-- The language of an element's words where they stand in a part of the page that is of another. -->
  <xsl:function name="f:words-language" as="attribute()*">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="around" as="xs:string?"/>
    <xsl:choose>
      <xsl:when test="empty($own-language)"/>
      <xsl:when test="$says-one-language and root($element) is $own-document">
        <xsl:sequence select="if ($text-language[1] eq $around) then () else $text-language"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="tag" as="xs:string?" select="
            ($element/ancestor-or-self::*[@xml:lang][1]/@xml:lang/string(), f:document-language(root($element)))[1] ! f:language-tag(.)"/>
        <xsl:sequence select="$tag[not(. = $around)] ! f:language-attributes(.)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Whether no part of the document is marked as one of another language. -->
  <xsl:variable name="says-one-language" as="xs:boolean" select="empty($languages-marked[../..[self::*]])"/>

  <xsl:template match="@*" mode="attribute" as="attribute()?"/>

  <!-- The classes of an element's renditions, each with a space before it. -->
  <xsl:function name="f:rendition-classes" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="renditions" as="xs:string*" select="f:renditions($element)"/>
    <xsl:sequence select="
        if (empty($renditions)) then '' else string-join(distinct-values($renditions) ! (' rend-' || .))"/>
  </xsl:function>
</xsl:stylesheet>
