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

  <!-- Which elements stand as blocks and which run on in a line: the one decision that the
       HTML and the text views must share. -->

  <!-- Elements that always stand as blocks. -->
  <xsl:variable name="block-names" static="yes" as="xs:string" select="normalize-space('
      TEI teiCorpus teiHeader text front body back group floatingText standOff facsimile sourceDoc
      surface surfaceGrp zone line
      div div1 div2 div3 div4 div5 div6 div7 p ab head trailer argument epigraph
      opener closer postscript address addrLine
      lg l list item table row cell
      sp speaker spGrp castList castGroup castItem performance prologue epilogue set view
      titlePage docTitle titlePart docImprint imprimatur
      listBibl biblStruct biblFull listPerson listPlace listOrg listEvent listWit witness listRelation
      listNym listObject listApp listAnnotation listChange listTranspose person personGrp place org
      event nym object annotation annotationBlock u post entry entryFree superEntry eTree tree graph
      msDesc msPart msFrag correspDesc correspAction correspContext
      hom fLib fvLib forest listForest node arc eLeaf root iNode leaf triangle
      egXML eg schemaSpec specGrp moduleSpec elementSpec classSpec macroSpec dataSpec')"/>

  <!-- Elements that are blocks only where their parent holds blocks, not running text. -->
  <xsl:variable name="blocks-among-blocks" static="yes" as="xs:string" select="normalize-space('
      quote q said cit stage salute signed dateline byline label bibl desc note noteGrp camera
      caption sound tech move docAuthor docDate docEdition role roleDesc salutation meeting
      formula stamp seg fw metamark spanGrp interpGrp incident kinesic vocal pause sense certainty respons precision media graphic gap
      fs specGrpRef moduleRef classRef elementRef macroRef dataRef specList listRef divGen')"/>

  <!-- Parents that hold blocks; openers, closers and postscripts mix both: their parts are set apart
       all the same. -->
  <xsl:variable name="containers" static="yes" as="map(xs:string, xs:string)" select="map:merge((
      tokenize('
      text front body back group floatingText standOff sourceDoc surface surfaceGrp zone facsimile
      div div1 div2 div3 div4 div5 div6 div7 argument epigraph sp spGrp
      castList castGroup performance prologue epilogue set titlePage docTitle docImprint listBibl
      listPerson listPlace listOrg listEvent listWit listApp person place org event figure noteGrp annotationBlock
      lg table') ! map:entry(., 'of blocks'),
      tokenize('opener closer postscript') ! map:entry(., 'of both'),
      map:entry('list', 'list')))"/>

  <!-- Points in the text: no blocks, whatever they stand between, unless there are blocks in them. -->
  <xsl:variable name="points" static="yes" as="xs:string" select="'
      lb cb gb pb milestone anchor handShift ptr index delSpan addSpan damageSpan'"/>

  <!-- What decides for an element, by its name; for one without an entry its children do. -->
  <xsl:variable name="kinds" static="yes" as="map(xs:string, xs:string)" select="map:merge((
      tokenize($block-names) ! map:entry(., 'block'),
      tokenize($blocks-among-blocks) ! map:entry(., 'among blocks'),
      tokenize($points) ! map:entry(., 'point'),
      tokenize('app choice') ! map:entry(., 'alternatives'),
      tokenize('biblStruct biblFull list item note figure figDesc desc sense seg annotation') ! map:entry(., 'by itself')), map {'duplicates': 'use-last'})"/>

  <!-- The elements considered that the lists above do not name: they run on in a line. -->
  <xsl:variable name="phrase-names" static="yes" as="xs:string"
      select="string-join(tokenize($considered-names)[not(map:contains($kinds, .)) or $kinds(.) eq 'point'], ' ')"/>

  <xsl:function name="f:is-block" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="kind" as="xs:string?" select="$kinds(local-name($element))"/>
    <xsl:choose>
      <xsl:when test="empty($kind)">
        <xsl:sequence select="$element/* and f:has-blocks($element)"/>
      </xsl:when>
      <xsl:when test="$kind eq 'block'">
        <xsl:sequence select="true()"/>
      </xsl:when>
      <xsl:when test="$kind eq 'among blocks'">
        <xsl:sequence select="$element/* and f:has-blocks($element) or f:holds-blocks($element/..) and not($element[parent::closer or parent::opener or parent::postscript] ! f:runs-on-in-letter(.))"/>
      </xsl:when>
      <xsl:when test="$kind eq 'point'">
        <xsl:sequence select="$element/* and f:has-blocks($element)"/>
      </xsl:when>
      <xsl:when test="$kind eq 'alternatives'">
        <xsl:sequence select="($element/self::app ! f:stands-apart(.)) or (f:has-blocks($element) and not(f:stands-in-line($element)))"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="f:is-block-by-itself($element)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Elements each of which has a rule of its own. -->
  <xsl:function name="f:is-block-by-itself" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:choose>
      <xsl:when test="$element[self::list or self::item]">
        <xsl:sequence select="not(f:runs-on(if ($element/self::list) then $element else $element/..))"/>
      </xsl:when>
      <xsl:when test="$element[self::biblStruct or self::biblFull]">
        <xsl:sequence select="empty($element/../text()[normalize-space()])"/>
      </xsl:when>
      <xsl:when test="$element/self::note[f:is-numbered-note(.)]">
        <xsl:sequence select="false()"/>
      </xsl:when>
      <!-- A description runs on in a line where its figure does. -->
      <xsl:when test="$element[self::figDesc or self::desc]/parent::figure">
        <xsl:sequence select="f:is-block($element/..)"/>
      </xsl:when>
      <xsl:when test="$element[self::*:figure or self::*:figDesc]">
        <xsl:sequence select="
            exists($element/* except $element/(graphic | figDesc | desc)) or f:holds-blocks($element/..)
            or (some $description in $element/(figDesc | desc)[*] satisfies f:has-blocks($description))"/>
      </xsl:when>
      <!-- That of a formula says it in another notation. -->
      <xsl:when test="$element/self::*:annotation">
        <xsl:sequence select="exists($element/self::annotation)"/>
      </xsl:when>
      <xsl:when test="$element/self::sense">
        <xsl:sequence select="f:is-sense-apart($element) or f:has-blocks($element)"/>
      </xsl:when>
      <!-- An utterance may be in segments, each a paragraph. -->
      <xsl:when test="$element/self::seg[parent::u]">
        <xsl:sequence select="exists($element/../seg[2]) and empty($element/../(text()[normalize-space()] | w | pc | seg[@part]))"/>
      </xsl:when>
      <xsl:when test="$element[self::*:biblStruct or self::*:biblFull or self::*:list or self::*:item]">
        <xsl:sequence select="true()"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="f:has-blocks($element) or f:holds-blocks($element/..)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="f:has-blocks" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        some $child in $element/*[* or not(self::hi | self::c | self::rs | self::persName | self::placeName | self::date
            | self::forename | self::surname | self::geo | self::name | self::lb | self::pb | self::space)] satisfies f:is-block($child)"/>
  </xsl:function>

  <!-- Readings of a place in running text run on with it, even one that is paragraphs elsewhere. -->
  <xsl:function name="f:has-blocks-in-line" as="xs:boolean">
    <xsl:param name="place" as="element()"/>
    <xsl:sequence select="f:has-blocks($place) and f:stands-in-line($place)"/>
  </xsl:function>

  <!-- Whether words stand beside an element in its line. -->
  <xsl:function name="f:stands-in-line" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="parent" as="element()?" select="$element/parent::*[not(self::opener or self::closer or self::postscript)]"/>
    <xsl:sequence select="
        exists($parent/(text()[normalize-space()] | *[empty($kinds(local-name()))][text()[normalize-space()]] except $element))
        or $parent[empty($kinds(local-name())) or $kinds(local-name()) eq 'alternatives'] ! f:stands-in-line(.)"/>
  </xsl:function>

  <!-- Whether what stands directly in an element is blocks rather than running text. -->
  <xsl:function name="f:holds-blocks" as="xs:boolean">
    <xsl:param name="parent" as="element()?"/>
    <xsl:variable name="kind" as="xs:string?" select="$containers(local-name($parent))"/>
    <xsl:sequence select="
        if (empty($kind)) then false()
        else if ($kind eq 'of both' and $parent[self::opener or self::closer or self::postscript]) then true()
        else if ($kind eq 'list' and f:runs-on($parent)) then false()
        else empty($parent/text()[normalize-space()])"/>
  </xsl:function>

  <!-- Whether a comma or another mark stands at once behind a part of an opener or a closer: then it runs
       on with what follows, "Yours, X." -->
  <xsl:function name="f:runs-on-in-letter" as="xs:boolean">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="exists($part/following-sibling::node()[1][self::text()][substring(., 1, 1) = (',', ';', '.', ':', ')', ']', '!', '?')])"/>
  </xsl:function>

  <!-- Whether a list runs on in the sentence it stands in (TEI Guidelines 3.8, @rend). -->
  <xsl:function name="f:runs-on" as="xs:boolean">
    <xsl:param name="list" as="element()"/>
    <xsl:sequence select="
        $list/(@rend, @type) ! tokenize(.) = ('inline', 'run-on')
        and exists($list[self::list][empty(head)])
        and (every $part in $list/* satisfies not(f:has-blocks($part)))"/>
  </xsl:function>

  <!-- Fields of a form: an ab or seg of that type. -->
  <xsl:function name="f:is-field" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="$element[self::ab or self::seg]/@type = 'field'"/>
  </xsl:function>

  <!-- Handwriting that stands as a block of its own. Where a hand goes on in what it has written, there
       is nothing more to say, unless it is the place. -->
  <xsl:function name="f:is-handwritten" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        exists($element[@hand][self::div or self::ab or self::p or self::seg or self::fw]
          [@place or not(@hand = ancestor::*[@hand][1][self::div or self::ab or self::p or self::seg]/@hand)])"/>
  </xsl:function>

  <!-- How deep a heading stands. The outline starts below the document's own heading and the heading of
       its text. A division without a heading is no level of it; a text within the text has a heading of
       ours, and what is its own stands below that. -->
  <xsl:function name="f:heading-level" as="xs:integer">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="2 + count($element/ancestor-or-self::*[self::floatingText or parent::teiCorpus and not(self::teiHeader)
        or head and (self::div or self::div1 or self::div2 or self::div3 or self::div4 or self::div5
                     or self::div6 or self::div7 or self::group
                     or self::performance or self::prologue or self::epilogue or self::set)])
        + count($element/self::head/parent::body/parent::floatingText)"/>
  </xsl:function>
</xsl:stylesheet>
