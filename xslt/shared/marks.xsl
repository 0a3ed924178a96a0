<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- What an element without words of its own says: "pause, PT2S", "lacuna begins, A". -->
  <xsl:function name="f:mark" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="details" as="xs:string*" select="
        $element/(@feature, @new, @type, @extent) ! translate(., '-_', '  '),
        $element/@dur ! f:duration(.),
        $element/self::addSpan ! f:place(.),
        f:pointers($element/@wit) ! f:siglum(., $element),
        $element/self::damageSpan/@agent ! f:phrase('report.cause', map {'agent': string()}),
        $element/@hand ! f:hand(.),
        $element/@cert ! f:certainty(.)"/>
    <xsl:variable name="passages" as="xs:string*" select="
        if ($element[self::undo or self::redo or self::transpose or self::substJoin])
        then $element/(@target, ptr/@target) ! f:pointers(.) ! f:passage-words(., $element)
        else if ($element/self::alt) then f:alternatives($element)
        else ()"/>
    <xsl:sequence select="if ($element/self::divGen) then f:generated($element) else string-join((
        string-join((f:word('mark.' || local-name($element)), $details), f:word('punctuation.list')),
        string-join($passages, f:word('punctuation.list'))[. ne '']), f:word('punctuation.colon'))"/>
  </xsl:function>

  <!-- What a program is to make at a place: "made by a program: table of contents". -->
  <xsl:function name="f:generated" as="xs:string">
    <xsl:param name="division" as="element(divGen)"/>
    <xsl:sequence select="string-join((f:word('mark.divGen'),
        $division/@type ! (f:known-word('generated.' || lower-case(.)), translate(., '-_', '  '))[1][normalize-space()]), f:word('punctuation.colon'))"/>
  </xsl:function>

  <!-- The passages of an alt, each with how likely it is (TEI Guidelines 17.8): "“rat” (0.3)". -->
  <xsl:function name="f:alternatives" as="xs:string*">
    <xsl:param name="alt" as="element(alt)"/>
    <xsl:variable name="weights" as="xs:string*" select="tokenize($alt/@weights)"/>
    <xsl:for-each select="f:pointers($alt/@target)">
      <xsl:variable name="place" as="xs:integer" select="position()"/>
      <xsl:sequence select="f:passage-words(., $alt) ! string-join((., $weights[$place] ! ('(' || . || ')')), ' ')"/>
    </xsl:for-each>
  </xsl:function>

  <!-- The first words of a passage that a pointer names. -->
  <xsl:function name="f:passage-words" as="xs:string?">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="context" as="element()"/>
    <xsl:variable name="words" as="xs:string*" select="tokenize(f:plain(f:target($pointer, $context) ! f:naming-of-target(.), 'diplomatic'))"/>
    <xsl:sequence select="
        if (exists($words)) then f:quoted(string-join(($words[position() le 6], '…'[exists($words[7])]), ' ')) else ()"/>
  </xsl:function>

  <!-- "page 3": in another order, or without a space, in other languages. -->
  <xsl:function name="f:numbered" as="xs:string">
    <xsl:param name="kind" as="xs:string"/>
    <xsl:param name="number" as="xs:string?"/>
    <xsl:sequence select="if (normalize-space($number)) then f:phrase('report.numbered', map {'kind': $kind, 'n': normalize-space($number)}) else $kind"/>
  </xsl:function>

  <!-- What begins at a point: "page 3". -->
  <xsl:function name="f:beginning" as="xs:string">
    <xsl:param name="point" as="element()"/>
    <xsl:variable name="kind" as="xs:string?" select="
        if ($point/self::pb) then f:word('report.page')
        else if ($point/self::cb) then f:word('report.column')
        else if ($point/self::gb) then f:word('report.gathering')
        else ()"/>
    <xsl:variable name="ornament" as="xs:string?" select="
        if ($kind or $point/@n) then () else f:ornament(string-join($point/(@rend, @rendition, @type), ' '))"/>
    <xsl:sequence select="if ($kind and $point/@type = 'end') then f:phrase('inserted.end', map {'text': f:numbered($kind, $point/@n)})
      else if ($kind) then string-join((f:numbered($kind, $point/@n), if ($pages-of-several-editions) then $point/@ed ! ('(' || replace(., '^#', '') || ')') else ()), ' ')
      else if ($ornament) then $ornament
      else if (f:counts-lines($point)) then string(f:line-number($point))
      else if ($point/@unit = 'sig') then f:numbered(f:word('fw.sig'), $point/@n)
      else string-join((
        (($point/@unit, $point/@type, $point/@rend) ! replace(translate(., '-_', '  '), '^tei:', '')[not(. = ('', 'undefined'))], 'milestone')[1], $point/@n), ' ')"/>
  </xsl:function>

  <!-- Whether a text counts the pages of more than one edition: then each number says of which. -->
  <xsl:variable name="pages-of-several-editions" as="xs:boolean" select="exists(//pb/@ed) and exists(distinct-values(//pb/string(@ed))[2])"/>

  <!-- Where the source divided a word at the end of a line that the transcription does not keep (Text
       Creation Partnership): the word goes on. -->
  <xsl:function name="f:ends-line" as="xs:boolean">
    <xsl:param name="sign" as="element(g)"/>
    <xsl:sequence select="matches($sign/@ref, '[:#]EOL(un)?hyphen$')"/>
  </xsl:function>

  <!-- What a break in a text looks like: stars, a line across. -->
  <xsl:function name="f:ornament" as="xs:string?">
    <xsl:param name="look" as="xs:string"/>
    <xsl:sequence select="
        if (matches($look, '(^|\s|#)(stars?|asterisks?|asterism|fleuron|ornament)(\s|$)|^[*\s]+$', 'i')) then '* * *'
        else if (matches($look, '(^|\s|#)(rule|hr|hrule|dashes)(\s|$)', 'i')) then '———'
        else ()"/>
  </xsl:function>

  <!-- A milestone that counts the lines of a play or a poem ("ftln", "tln": those of a folio, of a whole text). -->
  <xsl:function name="f:counts-lines" as="xs:boolean">
    <xsl:param name="point" as="element()"/>
    <xsl:sequence select="$point/self::milestone/@unit = ('ftln', 'tln', 'line') and exists($point/@n)"/>
  </xsl:function>

  <!-- What stands for a sign without words: the character that the header maps it to, else its name:
       "symbol: stauros" (TEI Guidelines 5.2). -->
  <xsl:function name="f:sign" as="xs:string">
    <xsl:param name="sign" as="element(g)"/>
    <xsl:variable name="target" as="element()?" select="f:target(string($sign/@ref), $sign)"/>
    <xsl:variable name="mappings" as="element()*" select="$target/mapping[normalize-space()]"/>
    <xsl:variable name="name" as="xs:string?" select="(
        $target/(localProp[lower-case(@name) eq 'name']/@value, unicodeProp[@name = 'Name']/@value, glyphName, charName, desc, label) ! normalize-space(),
        $sign/@type ! translate(., '-_', '  '), f:pointers($sign/@ref)[1] ! replace(., '^.*[#/:]', ''))[. ne ''][1]"/>
    <xsl:sequence select="
        if (f:ends-line($sign)) then ''
        else if (exists($mappings)) then normalize-space(($mappings[@type = ('standard', 'standardized', 'Unicode', 'unicode')], $mappings)[1])
        else f:bracketed(string-join((f:word('report.symbol'), $name), f:word('punctuation.colon')), f:voice($sign))"/>
  </xsl:function>

  <!-- What an annotation is: "index: ", "pos: ". -->
  <xsl:function name="f:before-annotation" as="xs:string">
    <xsl:param name="annotation" as="element()"/>
    <xsl:sequence select="
        ($annotation/self::index ! (if (parent::index) then '' else f:word('report.index') || f:word('punctuation.colon')),
         $annotation/(@type, @subtype)[1] ! (translate(., '-_', '  ') || f:word('punctuation.colon')), '')[1]"/>
  </xsl:function>

  <xsl:function name="f:end-mark" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="f:word('mark.' || local-name($element) || '-end')"/>
  </xsl:function>

  <!-- The deletions, additions and damages that end at an anchor. -->
  <xsl:key name="span-to" match="delSpan" use="replace(@spanTo, '^#', '')"/>
  <xsl:key name="span-to" match="addSpan" use="replace(@spanTo, '^#', '')"/>
  <xsl:key name="span-to" match="damageSpan" use="replace(@spanTo, '^#', '')"/>

  <xsl:function name="f:spans-to" as="element()*">
    <xsl:param name="anchor" as="element(anchor)"/>
    <xsl:sequence select="if ($anchor/@xml:id) then key('span-to', $anchor/@xml:id, root($anchor)) else ()"/>
  </xsl:function>
</xsl:stylesheet>
