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

  <!-- The renditions that are kept, by the many names they go by. -->
  <xsl:variable name="renditions" static="yes" as="map(xs:string, xs:string)" select="map {
      'italic': 'italic', 'italics': 'italic', 'i': 'italic', 'it': 'italic', 'ital': 'italic', 'kursiv': 'italic',
      'italique': 'italic', 'corsivo': 'italic', 'cursiva': 'italic', 'oblique': 'italic', 'slanted': 'italic',
      'bold': 'bold', 'b': 'bold', 'bf': 'bold', 'boldface': 'bold', 'fett': 'bold', 'gras': 'bold', 'strong': 'bold',
      'underline': 'underline', 'underlined': 'underline', 'u': 'underline', 'ul': 'underline', 'underscore': 'underline',
      'unterstrichen': 'underline', 'souligné': 'underline', 'single-underline': 'underline',
      'uu': 'underline-double', 'double-underline': 'underline-double', 'doubleunderline': 'underline-double',
      'dbl-underline': 'underline-double', 'underline-double': 'underline-double', 'double-underlined': 'underline-double',
      'underline2': 'underline-double', 'doppelt-unterstrichen': 'underline-double',
      'overline': 'overline', 'supraline': 'overline', 'overlined': 'overline', 'overbar': 'overline', 'macron': 'overline',
      'red': 'red', 'rubric': 'red', 'rubricated': 'red', 'rubrication': 'red', 'rubro': 'red', 'rot': 'red', 'rubriziert': 'red',
      'caps': 'caps', 'capitals': 'caps', 'allcaps': 'caps', 'uppercase': 'caps',
      'small-caps': 'small-caps', 'smallcaps': 'small-caps', 'sc': 'small-caps', 'smcap': 'small-caps', 'smallcap': 'small-caps', 'scaps': 'small-caps', 'small_caps': 'small-caps', 'kapitälchen': 'small-caps', 'k': 'small-caps',
      'superscript': 'superscript', 'sup': 'superscript', 'super': 'superscript', 'exposant': 'superscript',
      'hochgestellt': 'superscript', 'superior': 'superscript', 'sups': 'superscript',
      'subscript': 'subscript', 'sub': 'subscript', 'indice': 'subscript', 'tiefgestellt': 'subscript', 'inferior': 'subscript',
      'spaced-out': 'spaced', 'spaced': 'spaced', 'g': 'spaced', 'letterspaced': 'spaced', 'gesperrt': 'spaced', 'letter-spacing': 'spaced', 'expanded': 'spaced',
      's': 'struck', 'strikethrough': 'struck', 'strike': 'struck', 'overstrike': 'struck', 'struck': 'struck', 'struckthrough': 'struck', 'strikeout': 'struck', 'gestrichen': 'struck', 'barré': 'struck', 'line-through': 'struck',
      'center': 'center', 'centre': 'center', 'centered': 'center', 'centred': 'center', 'c': 'center', 'zentriert': 'center',
      'right': 'right', 'flushright': 'right', 'right-aligned': 'right', 'align-right': 'right', 'rechts': 'right', 'rechtsbündig': 'right',
      'align-center': 'center', 'align-centre': 'center',
      'indent': 'indent', 'indented': 'indent', 'indent1': 'indent', 'indent-1': 'indent', 'indent2': 'indent-2', 'indent-2': 'indent-2',
      'indent(1)': 'indent', 'indent(2)': 'indent-2', 'indent(3)': 'indent-3', 'indent(4)': 'indent-4',
      'indent3': 'indent-3', 'indent-3': 'indent-3', 'indent4': 'indent-4', 'indent-4': 'indent-4',
      'left': 'left', 'flushleft': 'left', 'flush-left': 'left', 'left-aligned': 'left', 'align-left': 'left', 'links': 'left', 'inline': 'inline', 'pre-print': 'preprinted', 'print': 'preprinted',
      'hand': 'handwritten', 'monospace': 'monospace', 'tt': 'monospace'}"/>

  <!-- The same in CSS: what @style says, or a rendition of the header that @rendition points at
       (TEI Guidelines 1.3.1.1.3, att.global.rendition). -->
  <xsl:variable name="declarations" static="yes" as="map(xs:string, xs:string)" select="map {
      'font-style:italic': 'italic', 'font-style:oblique': 'italic', 'font-weight:bold': 'bold', 'font-weight:700': 'bold',
      'text-decoration:underline': 'underline', 'text-decoration:line-through': 'struck',
      'text-decoration-line:underline': 'underline', 'text-decoration-line:line-through': 'struck',
      'text-transform:uppercase': 'caps', 'font-variant:small-caps': 'small-caps', 'font-variant-caps:small-caps': 'small-caps',
      'vertical-align:super': 'superscript', 'vertical-align:sub': 'subscript',
      'text-decoration:overline': 'overline', 'text-decoration-line:overline': 'overline', 'border-bottom-style:double': 'underline-double',
      'color:red': 'red', 'color:#f00': 'red', 'color:#ff0000': 'red', 'color:rgb(255,0,0)': 'red', 'color:darkred': 'red', 'color:crimson': 'red',
      'text-align:center': 'center', 'text-align:right': 'right', 'text-align:end': 'right',
      'font-family:monospace': 'monospace'}"/>

  <xsl:function name="f:renditions" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:choose>
      <xsl:when test="$element/@rend and empty($element/(@rendition | @style)) and map:contains($renditions, $element/@rend)">
        <xsl:sequence select="$renditions($element/@rend)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="f:renditions-said(string($element/@rend), string($element/@rendition), string($element/@style), root($element))"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Kept for all elements that say the same: a document uses few, often. -->
  <xsl:function name="f:renditions-said" as="xs:string*" cache="yes">
    <xsl:param name="rend" as="xs:string"/>
    <xsl:param name="rendition" as="xs:string"/>
    <xsl:param name="style" as="xs:string"/>
    <xsl:param name="document" as="node()"/>
    <xsl:sequence select="
        f:renditions-named(string-join(($rend, $rendition)[. ne ''], ' ')),
        f:renditions-styled($style),
        tokenize($rendition)[contains(., '#')] ! f:target(., $document)
          [self::rendition[not(@scheme) or @scheme = 'css']] ! f:renditions-styled(.)"/>
  </xsl:function>

  <xsl:function name="f:renditions-styled" as="xs:string*">
    <xsl:param name="style" as="xs:string"/>
    <xsl:sequence select="tokenize(lower-case(replace($style, '\s+|!important', '')), ';')
        ! ($declarations(.), if (matches(., '^letter-spacing:(0*\.|[1-9])')) then 'spaced' else ())[1]"/>
  </xsl:function>

  <!-- Digits above or below the line would be read with those before them: whatever element is set
       so, HTML is told so. -->
  <xsl:function name="f:level" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="renditions" as="xs:string*" select="if ($element/(@rend or @rendition or @style)) then f:renditions($element) else ()"/>
    <xsl:sequence select="
        if ($renditions = 'superscript') then 'sup' else if ($renditions = 'subscript') then 'sub' else ()"/>
  </xsl:function>

  <!-- A value may hold declarations of CSS instead of names: "font-style: italic", style='…'. Names may be
       parted by commas or semicolons, and have the form of a call: "align(center)". -->
  <xsl:function name="f:renditions-named" as="xs:string*">
    <xsl:param name="names" as="xs:string"/>
    <xsl:variable name="plain" as="xs:string" select="lower-case($names)"/>
    <xsl:variable name="called" as="xs:string" select="
        if (not(contains($plain, '('))) then $plain
        else replace(replace($plain, 'underline\(double\)', 'uu'), '(align|font|text|type|case|color|colour)\(([a-z-]+)\)', ' $2 ')"/>
    <xsl:sequence select="
        if (contains($plain, ':')) then f:renditions-styled(replace($plain, '^\s*style\s*=|[''&quot;]', '')) else (),
        tokenize($called, '[\s#,;]+')
          ! (if (map:contains($renditions, .)) then $renditions(.) else (tokenize(., '[+&amp;/]'), $joined-renditions(.)) ! $renditions(.))"/>
  </xsl:function>

  <!-- Names that say two things. -->
  <xsl:variable name="joined-renditions" static="yes" as="map(xs:string, xs:string+)" select="map {
      'bolditalic': ('bold', 'italic'), 'bold-italic': ('bold', 'italic'), 'italicbold': ('bold', 'italic'), 'bi': ('bold', 'italic'),
      'bold_italic': ('bold', 'italic'), 'italic-underline': ('italic', 'underline'), 'bold-underline': ('bold', 'underline')}"/>
</xsl:stylesheet>
