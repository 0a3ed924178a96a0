<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- What the markup says, worded: gaps, spaces, states of the text. -->

  <!-- Values of @reason that say the same, and the word of the catalogue for them. -->
  <xsl:variable name="reasons" static="yes" as="map(xs:string, xs:string)" select="map {
      'lost': 'lost', 'illegible': 'illegible', 'omitted': 'omitted', 'editorial': 'omitted',
      'sampling': 'omitted', 'cancelled': 'cancelled', 'deleted': 'cancelled', 'del': 'cancelled', 'blot': 'stained',
      'irrelevant': 'omitted', 'inaudible': 'inaudible', 'covered': 'covered', 'damage': 'damage',
      'fm': 'omitted', 'hand': 'hand', 'insignificant': 'omitted', 'deletion': 'cancelled', 'blank': 'blank',
      'torn': 'torn', 'tear': 'torn', 'cut': 'cut', 'cut-out': 'cut', 'cut-off': 'cut', 'faded': 'faded', 'stain': 'stained',
      'stained': 'stained', 'missing': 'lost', 'foreign': 'foreign', 'duplicate': 'duplicate', 'math': 'math', 'music': 'music',
      'flawed-reproduction': 'reproduction', 'seal': 'seal', 'cipher': 'cipher', 'erased': 'erased', 'erasure': 'erased',
      'unreadable': 'illegible', 'incomprehensible': 'unintelligible', 'unintelligible': 'unintelligible', 'uncertain': 'uncertain', 'classified': 'classified', 'redacted': 'classified', 'redaction': 'classified', 'excised': 'classified', 'garbled': 'garbled',
      'censored': 'censored', 'censorship': 'censored'}"/>

  <!-- Things of which there is one or none: "illegible signature" rather than "1 signature". -->
  <xsl:function name="f:thing" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="$element[@unit = ('signature', 'stamp', 'seal', 'name', 'date')
        and (f:quantity(.) = '1' or not(@quantity or @extent))]/@unit ! f:word('thing.' || .)"/>
  </xsl:function>

  <xsl:function name="f:reason" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="(f:reason-words($element/@reason)[. != ''],
        f:word('gap.gap'))[1]"/>
  </xsl:function>

  <xsl:function name="f:reason-words" as="xs:string?">
    <xsl:param name="reason" as="attribute()?"/>
    <xsl:sequence select="$reason ! string-join(tokenize(.) ! ($reasons(.) ! f:word('reason.' || .), f:kind-in-words(.))[1], f:word('punctuation.list'))"/>
  </xsl:function>

  <xsl:function name="f:gap-of-thing" as="xs:string">
    <xsl:param name="gap" as="element()"/>
    <xsl:sequence select="f:phrase('gap.thing', map {'reason': f:reason($gap), 'thing': f:thing($gap)})"/>
  </xsl:function>

  <!-- "by fire" -->
  <xsl:function name="f:cause" as="xs:string">
    <xsl:param name="agent" as="attribute()"/>
    <xsl:sequence select="f:phrase('report.cause', map {'agent': f:agent-of-damage($agent)})"/>
  </xsl:function>

  <xsl:function name="f:agent-of-damage" as="xs:string">
    <xsl:param name="agent" as="attribute()"/>
    <xsl:sequence select="
        if (starts-with($agent, '#')) then f:hand-name($agent) else (f:known-word('agent.' || $agent), translate($agent, '-_', '  '))[1]"/>
  </xsl:function>

  <!-- Of supplied words that the document never had, why: the writer left them out, or they go without
       saying. What was there once and is lost is what brackets stand for. -->
  <xsl:function name="f:supply" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="reasons" as="xs:string*" select="if ($element/self::supplied) then tokenize(lower-case($element/@reason)) else ()"/>
    <xsl:sequence select="
        if ($reasons = ('omitted', 'omitted-in-original', 'omission')) then f:word('supply.omitted')
        else if ($reasons = ('subaudible', 'implied', 'understood')) then f:word('supply.understood')
        else ()"/>
  </xsl:function>

  <!-- A gap in words: "illegible: several words", "illegible signature", "lost: 3 lines (damaged by fire)". -->
  <xsl:function name="f:gap-words" as="xs:string">
    <xsl:param name="gap" as="element()"/>
    <xsl:variable name="extent" as="xs:string?" select="
        string-join((f:extent($gap)[not(f:says-extent($gap))], $gap/@dur ! f:duration(.), f:word('gap.unknown')[$gap/@extent = 'unknown']), f:word('punctuation.list'))[. ne '']"/>
    <xsl:sequence select="
        (if ($gap/self::ellipsis) then string-join((f:word('report.ellipsis'), $extent), $colon)
         else if (f:thing($gap)) then f:gap-of-thing($gap)
         else if (empty($extent) and $gap/@reason = 'blank') then f:reason($gap)
         else if (empty($extent) and f:descriptions($gap)) then f:reason($gap)
         else f:labelled(f:reason($gap), ($extent, f:word('gap.unknown'))[1]))
        || string-join($gap/@agent ! (' (' || f:cause(.) || ')'))
        || (if ($gap/@cert) then ' (' || f:certainty($gap/@cert) || ')' else '')"/>
  </xsl:function>

  <!-- What is described of a gap, in words: a sign in its place (•, 〈◊〉) describes nothing. -->
  <xsl:function name="f:descriptions" as="element(desc)*">
    <xsl:param name="gap" as="element()"/>
    <xsl:sequence select="$gap/desc[matches(., '[\p{L}\p{N}]')]"/>
  </xsl:function>

  <!-- Whether a description has the words of @extent: "1 page missing". -->
  <xsl:function name="f:says-extent" as="xs:boolean">
    <xsl:param name="gap" as="element()"/>
    <xsl:sequence select="exists($gap[@extent]/desc[contains(lower-case(.), lower-case(normalize-space($gap/@extent)))])"/>
  </xsl:function>

  <!-- What stands between a gap in words and its description: "left out: title page", "illegible: 3 words; a stain". -->
  <xsl:function name="f:before-description" as="xs:string">
    <xsl:param name="gap" as="element()"/>
    <xsl:sequence select="if (contains(f:gap-words($gap), $colon)) then f:word('punctuation.semicolon') else f:word('punctuation.colon')"/>
  </xsl:function>

  <!-- What stands before a description that another precedes: the same in another language, mostly. -->
  <xsl:variable name="or-described" static="yes" as="xs:string" select="' / '"/>

  <!-- The same as a transcriber writes it in brackets: "several illegible words". -->
  <xsl:function name="f:gap-in-transcript" as="xs:string">
    <xsl:param name="gap" as="element()"/>
    <xsl:variable name="words" as="xs:string*" select="
        tokenize(translate(f:extent($gap), f:word('punctuation.quote-open') || f:word('punctuation.quote-close'), ''))"/>
    <xsl:sequence select="
        if (f:thing($gap)) then f:gap-of-thing($gap)
        else if (count($words) gt 1 and not(contains(f:reason($gap), ' ')) and not($quotes-extents))
          then string-join(($words[position() lt last()], f:reason($gap), $words[last()]), ' ')
        else string-join((f:reason($gap), $words), ' ')"/>
  </xsl:function>

  <!-- Values of @type of fw that say the same as one that the catalogue has a word for. -->
  <xsl:variable name="kinds-of-furniture" static="yes" as="map(xs:string, xs:string)" select="map {
      'runninghead': 'header', 'runninghd': 'header', 'runningtitle': 'header', 'runtitle': 'header', 'rh': 'header', 'head': 'header', 'heading': 'header',
      'foot': 'footer', 'pagenumber': 'pageNum', 'pageno': 'pageNum', 'page': 'pageNum', 'pag': 'pageNum', 'pagenum': 'pageNum', 'folnum': 'pageNum', 'pagination': 'pageNum', 'folio': 'pageNum', 'foliation': 'pageNum',
      'linenumber': 'lineNum', 'signature': 'sig', 'sigmark': 'sig', 'catchword': 'catch', 'catchwords': 'catch', 'custos': 'catch'}"/>

  <!-- What a fw is: "page number, at the top". -->
  <xsl:function name="f:furniture" as="xs:string">
    <xsl:param name="element" as="element(fw)"/>
    <xsl:variable name="type" as="xs:string" select="string($element/@type)"/>
    <xsl:sequence select="string-join((
        (f:known-word('fw.' || ($kinds-of-furniture(lower-case(translate($type, ' -_', ''))), $type)[1]), translate($type, '-_', '  ')[. ne ''], f:word('fw.any'))[1],
        f:place($element), f:hand($element/@hand)), f:word('punctuation.list'))"/>
  </xsl:function>

  <!-- A stamp, or the kind of it that has a name: a postmark, a seal. Where a seal stands in a text, its
       words are a description of it. -->
  <xsl:function name="f:stamp" as="xs:string">
    <xsl:param name="stamp" as="element()"/>
    <xsl:sequence select="($stamp/self::seal ! f:word('stamp.seal'), $stamp/@type ! f:known-word('stamp.' || lower-case(.)), f:word('report.stamp'))[1]"/>
  </xsl:function>

  <!-- An image, unless its type says otherwise. -->
  <xsl:function name="f:medium" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        if (starts-with($element/@mimeType, 'audio')) then f:word('report.audio')
        else if (starts-with($element/@mimeType, 'video')) then f:word('report.video')
        else f:word('report.image')"/>
  </xsl:function>

  <!-- What happened to the words: damaged, deleted and restored, marked. -->
  <xsl:function name="f:state" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        if ($element/self::restore) then f:word('report.restored')
        else if ($element/self::damage)
          then string-join((
            ($element/@agent ! f:phrase('report.damaged-by', map {'agent': f:agent-of-damage(.)}), f:word('report.damaged'))[1], f:extent($element)), f:word('punctuation.list'))
        else if ($element/(self::secl or self::retrace))
          then string-join((f:word('mark.' || local-name($element)), f:hand($element/@hand)), f:word('punctuation.list'))
        else ($element/@function ! lower-case(replace(translate(., '-_', '  '), '(\p{Ll})(\p{Lu})', '$1 $2')), f:word('report.mark'))[1]"/>
  </xsl:function>
</xsl:stylesheet>
