<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- A script without spaces between words, in which a line begins wherever the last was full: by the
       language, else by the characters on both sides. -->
  <xsl:function name="f:is-spaceless" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:variable name="language" as="attribute()?" select="$node/ancestor::*[@xml:lang][1]/@xml:lang"/>
    <xsl:sequence select="
        if ($language) then matches($language, $spaceless-languages, 'i')
        else matches($node/preceding::text()[normalize-space()][1], $ideograph || '\s*$') and matches($node/following::text()[normalize-space()][1], '^\s*' || $ideograph)"/>
  </xsl:function>

  <!-- Characters of Chinese and Japanese, with their punctuation. -->
  <xsl:variable name="ideograph" static="yes" as="xs:string" select="'[&#x3000;-&#x30FF;&#x3400;-&#x9FFF;&#xFF01;-&#xFF60;]'"/>

  <!-- Whether a text that names no language is in them: its first words tell. -->
  <xsl:variable name="is-ideographic" as="xs:boolean" select="
      empty(/*/@xml:lang) and matches(string-join(subsequence(/*/text[not(@xml:lang)]/descendant::text()[normalize-space()], 1, 9)), $ideograph)"/>

  <xsl:variable name="spaceless-languages" static="yes" as="xs:string" select="'^(zh|zho|chi|lzh|yue|ja|jpn)(-|$)|-Han[ist]?(-|$)'"/>

  <xsl:variable name="has-spaceless-lines" as="xs:boolean" select="
      exists(//lb) and (exists($languages-marked[matches(., $spaceless-languages, 'i')]) or $is-ideographic)"/>

  <!-- Text that runs on from line to line of the file: what parts its lines there is no space. -->
  <xsl:variable name="runs-on-in-file" as="xs:boolean" select="
      $is-ideographic or exists((/*, //text, //div)/@xml:lang[matches(., $spaceless-languages, 'i')])"/>

  <xsl:function name="f:run-on" as="xs:string">
    <xsl:param name="node" as="text()"/>
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="
        if (not(contains($text, '&#xA;')) or $node/ancestor::*[@xml:lang][1]/@xml:lang[not(matches(., $spaceless-languages, 'i'))]) then $text
        else let $breaks := concat('(', $ideograph, ')[ \t\r]*\n\s*(', $ideograph, ')'),
            $within := replace(replace($text, $breaks, '$1$2'), $breaks, '$1$2'),
            $begun := if (matches($within, concat('^[ \t\r]*\n\s*(', $ideograph, '|$)')) and f:is-between-ideographs($node)[1]) then replace($within, '^\s+', '') else $within
          return if (matches($begun, concat('(', $ideograph, '|^)[ \t\r]*\n\s*$')) and f:is-between-ideographs($node)[2]) then replace($begun, '\s+$', '') else $begun"/>
  </xsl:function>

  <!-- Whether the text before a text node ends, and that after it begins, with such characters. -->
  <xsl:function name="f:is-between-ideographs" as="xs:boolean+">
    <xsl:param name="node" as="text()"/>
    <xsl:variable name="ends" as="xs:boolean" select="matches($node/preceding::text()[normalize-space()][1], $ideograph || '\s*$')"/>
    <xsl:variable name="begins" as="xs:boolean" select="matches($node/following::text()[normalize-space()][1], '^\s*' || $ideograph)"/>
    <xsl:sequence select="if (normalize-space($node)) then ($ends, $begins) else ($ends and $begins, $ends and $begins)"/>
  </xsl:function>
</xsl:stylesheet>
