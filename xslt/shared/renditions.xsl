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

  <!-- The renditions that are kept, by the many names they go by. -->
  <xsl:variable name="renditions" static="yes" as="map(xs:string, xs:string)" select="map {
      'italic': 'italic', 'italics': 'italic', 'i': 'italic', 'it': 'italic',
      'bold': 'bold', 'b': 'bold', 'underline': 'underline', 'underlined': 'underline', 'u': 'underline',
      'uu': 'underline-double', 'double-underline': 'underline-double', 'doubleunderline': 'underline-double',
      'caps': 'caps', 'capitals': 'caps', 'allcaps': 'caps', 'uppercase': 'caps',
      'small-caps': 'small-caps', 'smallcaps': 'small-caps', 'sc': 'small-caps', 'smcap': 'small-caps', 'k': 'small-caps',
      'superscript': 'superscript', 'sup': 'superscript', 'super': 'superscript',
      'subscript': 'subscript', 'sub': 'subscript',
      'spaced-out': 'spaced', 'spaced': 'spaced', 'g': 'spaced', 'letterspaced': 'spaced', 'gesperrt': 'spaced',
      's': 'struck', 'strikethrough': 'struck', 'strike': 'struck', 'overstrike': 'struck', 'line-through': 'struck',
      'center': 'center', 'centre': 'center', 'c': 'center', 'right': 'right', 'flushright': 'right',
      'left': 'left', 'indent': 'indent', 'inline': 'inline', 'pre-print': 'preprinted', 'print': 'preprinted',
      'hand': 'handwritten', 'monospace': 'monospace', 'tt': 'monospace'}"/>

  <xsl:function name="f:renditions" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="f:renditions-named(string-join($element/(@rend, @rendition), ' '))"/>
  </xsl:function>

  <!-- Kept from one question to the next: a document uses few, often. -->
  <xsl:function name="f:renditions-named" as="xs:string*" cache="yes">
    <xsl:param name="names" as="xs:string"/>
    <xsl:sequence select="tokenize(lower-case($names), '[\s#]+') ! $renditions(.)"/>
  </xsl:function>
</xsl:stylesheet>
