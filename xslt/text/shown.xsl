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

  <!-- What of the text the view shows. -->

  <!-- The children that the view shows. -->
  <xsl:function name="f:shown-nodes" as="node()*">
    <xsl:param name="element" as="element()"/>
    <!-- Most have a name of which either view shows all; they are not asked further. -->
    <xsl:sequence select="
        $element/node()[not(self::*) or not(map:contains($of-one-view, local-name()) or $element/self::choice)
          or f:is-shown(.) or (f:is-intervention(.) and not(self::choice or self::app))]"/>
  </xsl:function>

  <!-- In a reading that stands in the list only, letters of an abbreviation have no entry of their own. -->
  <xsl:function name="f:is-shown" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="own" as="xs:string" select="f:view($element)"/>
    <xsl:sequence select="
        $own = 'both' or $own = f:view-around($element)
        or $element/self::ex and exists($element/ancestor::*[not(f:view(.) = ('both', $base-view))])"/>
  </xsl:function>

  <!-- The view that an element is shown in: that of the text, but of what it leaves out, which stands in
       the list of readings, the view that has it. -->
  <xsl:function name="f:view-around" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="views" as="xs:string*" select="$element/ancestor::* ! f:view(.)[not(. = ('both', $base-view))]"/>
    <xsl:sequence select="if (empty($views)) then $base-view else if ($views[last()] eq 'reading') then 'reading' else 'diplomatic'"/>
  </xsl:function>
</xsl:stylesheet>
