<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- Breaks: where a line begins in every view, and where a word goes on. -->

  <!-- A line beginning that is the writer's own (in an address, a signature, verse, a heading),
       as against one that only the width of the sheet made. -->
  <xsl:function name="f:is-deliberate-break" as="xs:boolean">
    <xsl:param name="lb" as="element(lb)"/>
    <xsl:sequence select="empty($lb/(ancestor::p | ancestor::ab | ancestor::l | ancestor::note
        | ancestor::item | ancestor::cell)) or exists($lb[ancestor::address or ancestor::signed
        or ancestor::salute or ancestor::stamp or ancestor::dateline or ancestor::seg[@type = 'letterhead']
        or ancestor::div[@type = ('address', 'envelope', 'superscription', 'letterhead')]
        or parent::ab/parent::sp and preceding-sibling::node()[normalize-space()]])"/>
  </xsl:function>

  <!-- Between blocks a line begins as it is. -->
  <xsl:function name="f:is-between-blocks" as="xs:boolean">
    <xsl:param name="lb" as="element(lb)"/>
    <xsl:sequence select="exists((
        $lb/preceding-sibling::node()[self::* or normalize-space()][1],
        $lb/following-sibling::node()[self::* or normalize-space()][1])[self::*[f:is-block(.)]])"/>
  </xsl:function>

  <!-- The words of a text node. White space beside a break that does not end a word
       (@break="no") is the encoder's (TEI Guidelines 3.11.3, att.breaking), also where an element
       ends or begins, or a note or a running title stands, between the two. -->
  <xsl:function name="f:joined" as="xs:string">
    <xsl:param name="text" as="text()"/>
    <xsl:variable name="words" as="xs:string" select="if ($has-divided-lines) then f:undivided($text) else string($text)"/>
    <xsl:variable name="rest" as="xs:string" select="
        if (matches($words, '^\s') and f:joins($text/preceding::node()[f:parts-words(.)][f:is-in-line-with(., $text)][1]))
        then replace($words, '^\s+', '') else $words"/>
    <xsl:sequence select="
        if ($has-joined-tokens and f:is-between-joined($text)) then ''
        else if (matches($rest, '\s$') and f:joins($text/following::node()[f:parts-words(.)][f:is-in-line-with(., $text)][1])) then replace($rest, '\s+$', '') else $rest"/>
  </xsl:function>

  <!-- What stands between words: words, a break, a mark of its own. -->
  <xsl:function name="f:parts-words" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="
        if ($node instance of text()) then matches($node, '\S')
        else exists($node[self::lb or self::pb or self::cb or self::gb or self::milestone or self::gap or self::space or self::graphic])"/>
  </xsl:function>

  <!-- Whether a node belongs to what a text runs on with: notes, headers, page numbers, catchwords
       are set aside, each a text of its own. -->
  <xsl:function name="f:is-in-line-with" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:param name="text" as="text()"/>
    <xsl:sequence select="empty($node/(ancestor::note | ancestor::fw) except $text/ancestor::*)"/>
  </xsl:function>

  <!-- Breaks beside each other, a page's and a line's, are in a word if one of them says so. -->
  <xsl:function name="f:is-in-word" as="xs:boolean">
    <xsl:param name="break" as="element()"/>
    <xsl:sequence select="
        if ($break/@break) then $break/@break = 'no'
        else $says-no-break and (f:run-says-no(f:break-beside($break, true()), true()) or f:run-says-no(f:break-beside($break, false()), false()))"/>
  </xsl:function>

  <xsl:variable name="says-no-break" as="xs:boolean" select="exists((//lb, //pb, //cb, //gb, //milestone)[@break = 'no'])"/>

  <xsl:function name="f:run-says-no" as="xs:boolean">
    <xsl:param name="break" as="element()?"/>
    <xsl:param name="forwards" as="xs:boolean"/>
    <xsl:sequence select="
        if (empty($break)) then false()
        else if ($break/@break) then $break/@break = 'no'
        else f:run-says-no(f:break-beside($break, $forwards), $forwards)"/>
  </xsl:function>

  <xsl:function name="f:break-beside" as="element()?">
    <xsl:param name="break" as="element()"/>
    <xsl:param name="forwards" as="xs:boolean"/>
    <xsl:sequence select="
        (if ($forwards) then $break/following-sibling::node()[not(self::fw or self::comment() or self::text()[not(normalize-space())])][1]
         else $break/preceding-sibling::node()[not(self::fw or self::comment() or self::text()[not(normalize-space())])][1])
        [self::lb or self::pb or self::cb or self::gb]"/>
  </xsl:function>

  <xsl:function name="f:joins" as="xs:boolean">
    <xsl:param name="node" as="node()?"/>
    <xsl:sequence select="exists($node[self::lb or self::pb or self::cb or self::gb or self::milestone][f:is-in-word(.)])
        or $has-spaceless-lines and exists($node[self::lb][empty(@break)][f:is-spaceless(.)])"/>
  </xsl:function>

  <!-- Whether any line begins within a word, or a script without spaces: asked once. -->
  <xsl:variable name="has-lines-in-words" as="xs:boolean" select="$says-no-break or $has-spaceless-lines or $has-divided-lines"/>

  <xsl:function name="f:goes-on" as="xs:boolean">
    <xsl:param name="lb" as="element(lb)"/>
    <xsl:sequence select="
        f:is-in-word($lb) or $has-spaceless-lines and f:joins($lb) or $has-divided-lines and $lb[empty(@break)] and f:divides-word($lb)"/>
  </xsl:function>

  <!-- White space that is the document's own: @xml:space of a passage. On a whole text it says nothing
       of how its files are laid out. -->
  <xsl:variable name="keeps-space" as="xs:boolean" select="exists(//@xml:space[. = 'preserve'])"/>

  <xsl:function name="f:keeps-space" as="xs:boolean">
    <xsl:param name="text" as="text()"/>
    <xsl:sequence select="exists($text/ancestor::*[@xml:space][1][@xml:space = 'preserve']
        [self::p or self::ab or self::lg or self::l or self::head or self::seg or self::q or self::quote or self::item
         or self::cell or self::note or self::stage or self::hi or self::line])"/>
  </xsl:function>

  <!-- Lines as lines that begin on purpose, spaces as spaces that are not brought to one. -->
  <xsl:function name="f:kept" as="xs:string">
    <xsl:param name="text" as="text()"/>
    <xsl:variable name="lines" as="xs:string*" select="tokenize(translate($text, '&#x2028;&#x9;', '  '), '\r?\n')"/>
    <xsl:sequence select="string-join(
        for $place in 1 to count($lines)
        return f:with-spaces($lines[$place], if ($place gt 1 or empty($text/preceding-sibling::node())) then '^ +|  +' else '  +'), '&#x2028;')"/>
  </xsl:function>

  <xsl:function name="f:with-spaces" as="xs:string">
    <xsl:param name="line" as="xs:string"/>
    <xsl:param name="spaces" as="xs:string"/>
    <xsl:variable name="parts" as="xs:string*">
      <xsl:analyze-string select="$line" regex="{$spaces}">
        <xsl:matching-substring>
          <xsl:sequence select="translate(., ' ', '&#xA0;')"/>
        </xsl:matching-substring>
        <xsl:non-matching-substring>
          <xsl:sequence select="."/>
        </xsl:non-matching-substring>
      </xsl:analyze-string>
    </xsl:variable>
    <xsl:sequence select="string-join($parts)"/>
  </xsl:function>

  <!-- Whether white space anywhere in the document is not what it seems. -->
  <xsl:variable name="joins-words" as="xs:boolean" select="$says-no-break or $has-joined-tokens or $has-spaceless-lines"/>
</xsl:stylesheet>
