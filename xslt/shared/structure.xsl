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

  <!-- Which elements stand as blocks and which run on in a line: the one decision that the
       HTML and the text views must share. -->

  <xsl:function name="f:set" as="map(xs:string, xs:boolean)">
    <xsl:param name="names" as="xs:string"/>
    <xsl:sequence select="map:merge(tokenize($names) ! map:entry(., true()))"/>
  </xsl:function>

  <!-- Elements that always stand as blocks. -->
  <xsl:variable name="blocks" as="map(xs:string, xs:boolean)" select="f:set('
      TEI teiCorpus teiHeader text front body back group floatingText standOff facsimile sourceDoc
      surface surfaceGrp zone line
      div div1 div2 div3 div4 div5 div6 div7 p ab head trailer argument epigraph
      opener closer postscript address addrLine
      lg l list item table row cell figure figDesc
      sp spGrp castList castGroup castItem performance prologue epilogue set view
      titlePage docTitle titlePart docImprint imprimatur
      listBibl biblStruct biblFull listPerson listPlace listOrg listEvent listWit listRelation
      listNym listObject listApp listAnnotation listChange listTranspose person personGrp place org
      event nym object annotation annotationBlock u entry entryFree superEntry eTree tree graph
      msDesc msPart msFrag correspDesc correspAction correspContext
      egXML eg specGrp moduleSpec elementSpec classSpec macroSpec')"/>

  <!-- Elements that are blocks only where their parent holds blocks, not running text. -->
  <xsl:variable name="blocks-among-blocks" as="map(xs:string, xs:boolean)" select="f:set('
      quote q said cit stage salute signed dateline byline label bibl desc note noteGrp camera
      caption sound tech move docAuthor docDate docEdition role roleDesc speaker salutation meeting
      figure formula stamp seg fw metamark certainty respons precision media graphic gap')"/>

  <!-- Parents that hold blocks. -->
  <xsl:variable name="containers" as="map(xs:string, xs:boolean)" select="f:set('
      text front body back group floatingText standOff sourceDoc surface surfaceGrp zone facsimile
      div div1 div2 div3 div4 div5 div6 div7 argument epigraph opener closer postscript sp spGrp
      castList castGroup performance prologue epilogue set titlePage docTitle docImprint listBibl
      listPerson listPlace listOrg listEvent person place org event figure noteGrp annotationBlock
      lg list table')"/>

  <!-- Points in the text: never blocks, whatever they stand between. -->
  <xsl:variable name="points" as="map(xs:string, xs:boolean)" select="f:set('
      lb cb gb pb milestone anchor handShift ptr index delSpan addSpan damageSpan')"/>

  <xsl:function name="f:is-block" as="xs:boolean" cache="no">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="name" as="xs:string" select="local-name($element)"/>
    <xsl:sequence select="
        if ($points($name)) then false()
        else if ($name = 'note' and f:is-numbered-note($element)) then false()
        else if ($name = ('figure', 'figDesc') and not($element/* except $element/(graphic|figDesc)))
          then f:holds-blocks($element/..)
        else if ($blocks($name)) then true()
        else if (some $child in $element/* satisfies f:is-block($child)) then true()
        else $blocks-among-blocks($name) and f:holds-blocks($element/..)"/>
  </xsl:function>

  <!-- Whether what stands directly in an element is blocks rather than running text.
       Openers, closers and postscripts mix both: their parts are set apart all the same. -->
  <xsl:function name="f:holds-blocks" as="xs:boolean">
    <xsl:param name="parent" as="element()?"/>
    <xsl:sequence select="
        exists($parent) and ($containers(local-name($parent)), false())[1]
        and (local-name($parent) = ('opener', 'closer', 'postscript')
             or empty($parent/text()[normalize-space()]))"/>
  </xsl:function>

  <xsl:function name="f:has-blocks" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="some $child in $element/* satisfies f:is-block($child)"/>
  </xsl:function>

  <!-- Notes that are taken out of the text and numbered; those inside lists of persons, places
       and the like, and in the header, belong to the entry they stand in. -->
  <xsl:function name="f:is-numbered-note" as="xs:boolean">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="empty($note/(ancestor::teiHeader | ancestor::standOff | ancestor::person
        | ancestor::place | ancestor::org | ancestor::event | ancestor::object | ancestor::listBibl
        | parent::noteGrp/parent::standOff | ancestor::correspDesc | ancestor::msDesc))"/>
  </xsl:function>

  <!-- A line beginning that is the writer's own (in an address, a signature, verse, a heading),
       as against one that only the width of the sheet made. -->
  <xsl:function name="f:is-deliberate-break" as="xs:boolean">
    <xsl:param name="lb" as="element(lb)"/>
    <xsl:sequence select="empty($lb/(ancestor::p | ancestor::ab | ancestor::l | ancestor::note
        | ancestor::item | ancestor::cell)) or exists($lb[ancestor::address or ancestor::signed
        or ancestor::salute or ancestor::stamp or ancestor::dateline or ancestor::seg[@type = 'letterhead']])"/>
  </xsl:function>

  <!-- Fields of a form: an ab or seg of that type. -->
  <xsl:function name="f:is-field" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="$element[self::ab or self::seg]/@type = 'field'"/>
  </xsl:function>
  <!-- Handwriting that stands as a block of its own. -->
  <xsl:function name="f:is-handwritten" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element[@hand][self::div or self::ab or self::p or self::seg or self::fw])"/>
  </xsl:function>
</xsl:stylesheet>
