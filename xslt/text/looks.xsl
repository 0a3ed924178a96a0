<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    exclude-result-prefixes="#all">

  <!-- How words look and where they lead, said by characters among them, so that running text is
       strings from the element to the block: a tree for each would be built, asked and copied at
       every level. They are noncharacters, which Unicode (23.7) keeps for the inside of a program. -->

  <!-- Each goes on to the end. -->
  <xsl:variable name="italic" static="yes" as="xs:string" select="'&#xFDD0;'"/>
  <xsl:variable name="apart" static="yes" as="xs:string" select="'&#xFDD1;'"/>     <!-- italic: what nobody says, in a play -->
  <xsl:variable name="bold" static="yes" as="xs:string" select="'&#xFDD2;'"/>
  <xsl:variable name="code" static="yes" as="xs:string" select="'&#xFDD3;'"/>      <!-- markup that the text speaks of -->

  <!-- After these stands an address, in a picture what it shows, too, each before a stop; then the words. -->
  <xsl:variable name="link" static="yes" as="xs:string" select="'&#xFDD4;'"/>
  <xsl:variable name="quiet-link" static="yes" as="xs:string" select="'&#xFDD5;'"/> <!-- its address is not for plain text -->
  <xsl:variable name="picture" static="yes" as="xs:string" select="'&#xFDD6;'"/>
  <xsl:variable name="stop" static="yes" as="xs:string" select="'&#xFDD7;'"/>

  <xsl:variable name="end" static="yes" as="xs:string" select="'&#xFDD8;'"/>

  <xsl:variable name="looks" static="yes" as="xs:string" select="$italic || $apart || $bold || $code || $link || $quiet-link || $picture || $stop || $end"/>

  <!-- The words alone. -->
  <xsl:function name="f:without-looks" as="xs:string">
    <xsl:param name="words" as="item()*"/>
    <xsl:variable name="all" as="xs:string" select="string-join($words)"/>
    <xsl:sequence select="
        if (not(contains($all, $end))) then $all
        else if (not(contains($all, $stop))) then translate($all, $looks, '')
        else if (contains($all, $picture)) then translate(replace($all, '[&#xFDD4;&#xFDD5;][^&#xFDD7;]*&#xFDD7;|&#xFDD6;[^&#xFDD7;]*&#xFDD7;[^&#xFDD7;]*&#xFDD7;', ''), $looks, '')
        else translate(string-join(tokenize(translate($all, $quiet-link, $link), $stop) ! (if (contains(., $link)) then substring-before(., $link) else .)), $looks, '')"/>
  </xsl:function>

  <xsl:function name="f:has-words" as="xs:boolean">
    <xsl:param name="words" as="item()*"/>
    <xsl:sequence select="normalize-space(translate(f:without-looks($words), '&#x2028;', ' ')) ne ''"/>
  </xsl:function>
</xsl:stylesheet>
