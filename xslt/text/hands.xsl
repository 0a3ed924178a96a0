<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:f="urn:tei-edition:functions"
    xmlns:t="urn:tei-edition:text"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- Hands: of words in a line, of parts of a letter, and where one takes over from another. -->

  <xsl:template match="seg[@hand][f:is-handwritten(.)]" mode="text" as="item()*">
    <xsl:sequence select="f:open(.) || string-join((f:handwriting(.), f:hand(@hand)[not($is-transcript)]), f:word('punctuation.semicolon')) || f:word('punctuation.colon')"/>
    <xsl:apply-templates select="f:shown-nodes(.)" mode="text"/>
    <xsl:sequence select="f:close(.)"/>
  </xsl:template>

  <xsl:template match="handShift" mode="text" as="item()*">
    <xsl:sequence select="f:report(., f:hand-shift(.)), ' '"/>
    <xsl:apply-templates select="node()" mode="text"/>
  </xsl:template>

  <!-- The hand of a part of a letter, before its words. -->
  <xsl:template mode="blocks" as="element()*" match="opener[@hand ne ''] | closer[@hand ne ''] | salute[@hand ne ''] | signed[@hand ne ''] | dateline[@hand ne '']
      | postscript[@hand ne ''] | trailer[@hand ne ''] | head[@hand ne ''] | label[@hand ne ''] | figure[@hand ne ''] | zone[@hand ne ''] | line[@hand ne '']">
    <t:part before="{if ($is-transcript) then '' else f:report(., f:hand(@hand)) || ' '}">
      <xsl:next-match/>
    </t:part>
  </xsl:template>

  <xsl:template mode="text" as="item()*" match="opener[@hand ne ''] | closer[@hand ne ''] | salute[@hand ne ''] | signed[@hand ne ''] | dateline[@hand ne '']
      | postscript[@hand ne ''] | trailer[@hand ne ''] | head[@hand ne ''] | label[@hand ne ''] | figure[@hand ne ''] | zone[@hand ne ''] | line[@hand ne '']">
    <xsl:sequence select="(f:report(., f:hand(@hand)) || ' ')[not($is-transcript or f:is-block(current()))]"/>
    <xsl:next-match/>
  </xsl:template>

  <!-- Of words that a reader underlined, after them. -->
  <xsl:template match="hi[@hand ne ''] | emph[@hand ne '']" mode="text" as="item()*">
    <xsl:next-match/>
    <xsl:sequence select="(' ' || f:report(., f:hand(@hand)))[not($is-transcript)]"/>
  </xsl:template>
</xsl:stylesheet>
