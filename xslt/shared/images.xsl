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

  <!-- The images that lie beside the document: e:image (key, href, media-type, width, height,
       books: no where a book may not show it) of the edition. What is not there is named only; none is fetched from another place. -->

  <xsl:key name="image" match="e:image" use="@key"/>

  <xsl:variable name="has-images" as="xs:boolean" select="exists($edition-data/e:image)"/>

  <!-- The image that an address of an element names. -->
  <xsl:function name="f:image" as="element(e:image)?">
    <xsl:param name="address" as="attribute()?"/>
    <xsl:if test="$has-images">
      <xsl:variable name="bases" as="xs:string*" select="$address/ancestor::*/@xml:base[. ne '']/string()"/>
      <xsl:sequence select="
          (for $url in (if (name($address) eq 'facs') then tokenize($address) else replace($address, '^\s+|\s+$', ''))
           return key('image', string-join(($bases, $url), ' '), root($edition-data)))[1]"/>
    </xsl:if>
  </xsl:function>

  <!-- The image of an element that shows it where it stands. One of a whole page is linked only. -->
  <xsl:function name="f:shown-image" as="element(e:image)?">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="if ($has-images and empty($element/(ancestor::facsimile | ancestor::sourceDoc))) then f:image($element/@url) else ()"/>
  </xsl:function>

  <!-- Where an image can be seen. A drawing that is opened on its own could act as a page does: SVG is
       shown in pages only. -->
  <xsl:function name="f:image-href" as="xs:string?">
    <xsl:param name="address" as="attribute()?"/>
    <xsl:variable name="image" as="element(e:image)?" select="f:image($address)"/>
    <xsl:sequence select="
        if ($image) then $image/@href[not($image/@media-type = 'image/svg+xml')]/string()
        else (f:pointers($address)[matches(., '^https?:', 'i')] ! f:href(., $address))[1]"/>
  </xsl:function>

  <!-- Where the image of a page can be seen: that of a `pb`, or of the surface (or
       that of the zone) it points at. -->
  <xsl:function name="f:facsimile-href" as="xs:string?">
    <xsl:param name="point" as="element()"/>
    <xsl:if test="$point/@facs">
      <xsl:sequence select="
          (f:image-href($point/@facs),
           (f:pointers($point/@facs)[starts-with(., '#')] ! f:target(., $point))
             ! (descendant-or-self::graphic, self::zone/ancestor::surface[1]/graphic)/@url ! f:image-href(.))[1]"/>
    </xsl:if>
  </xsl:function>

  <!-- What an image shows, for those who do not see it: as the encoder describes it, else what it is
       called. Of several images of a figure the first is the one that is described. -->
  <xsl:function name="f:alternative" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="figure" as="element(figure)?" select="
        $element/parent::figure[not($element/preceding-sibling::*[self::graphic or self::media])]"/>
    <xsl:sequence select="
        (($element/desc, $figure/figDesc, $figure/head) ! f:plain(node(), 'reading')[. ne ''], f:image-name($element))[1]"/>
  </xsl:function>

  <xsl:function name="f:image-name" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="string-join((f:medium($element), $element/@url[not(starts-with(., 'data:'))] ! tokenize(., '/')[. ne ''][last()]), f:word('punctuation.colon'))"/>
  </xsl:function>
</xsl:stylesheet>
