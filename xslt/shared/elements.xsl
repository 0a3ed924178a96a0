<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:f="urn:tei-edition:functions"
    xmlns:e="urn:tei-edition:edition"
    xmlns:t="urn:tei-edition:text"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">


  <!-- The elements that the stylesheets have considered. Any other is shown with its name.
       Lists of names are static: they are made when the stylesheet is compiled, not for each
       document, and can be written into patterns, which Saxon looks up by name. -->

  <xsl:variable name="considered-names" static="yes" as="xs:string" select="normalize-space('
      ab abbr actor add addName address addrLine addSpan affiliation age alt altGrp am
      analytic anchor annotation annotationBlock app argument att author availability back
      bibl biblFull biblScope biblStruct binaryObject birth bloc body byline c caesura
      camera caption castGroup castItem castList catchwords cb cell certainty change choice
      cit citedRange cl climate closer code colophon corr country damage damageSpan date
      dateline death def del delSpan depth desc dim dimensions distinct district div div1
      div2 div3 div4 div5 div6 div7 docAuthor docDate docEdition docImprint docTitle edition
      editor education ellipsis email emph entry epigraph epilogue etym event eventName ex
      expan explicit extent facsimile faith figDesc figure floatingText floruit foreign
      forename form formula front funder fw g gap gb gender genName geo geogFeat geogName gi
      gloss gram gramGrp graphic group handShift head height heraldry hi ident idno
      imprimatur imprint incident incipit index interp interpGrp item join joinGrp kinesic l
      label lang langKnowledge langKnown lb lem lg licence line link linkGrp list
      listAnnotation listBibl listChange listEvent listOrg listPerson listPlace listRelation
      listTranspose listWit location locus locusGrp m material measure measureGrp media
      meeting mentioned metamark milestone mod monogr move msDesc name nameLink nationality
      notatedMusic note noteGrp num nym object objectName objectType occupation offset
      opener oRef org orgName orig origDate origPlace orth p path pause pb pc performance
      persName person persona personGrp personPart phr place placeName population pos
      postBox postCode postscript precision pRef principal prologue pron ptr publisher
      pubPlace q quote rb rdg rdgGrp redo ref reg region relatedItem relation residence resp
      respons respStmt restore retrace rhyme role roleDesc roleName row rs rt rubric ruby s
      said salute seal secFol secl seg sense series set settlement sex shift sic signatures
      signed soCalled socecStatus sound sourceDoc sp space span spanGrp speaker specDesc
      spGrp sponsor stage stamp standOff state street subst substJoin supplied surface
      surfaceGrp surname surplus table tag tech TEI teiCorpus teiHeader term terrain text
      textLang time timeline title titlePage titlePart trailer trait transpose u unclear
      undo usg val view vocal w watermark when width witness writing xr zone')"/>

  <xsl:variable name="considered" static="yes" as="map(xs:string, xs:boolean)"
      select="map:merge(tokenize($considered-names) ! map:entry(., true()))"/>

  <xsl:function name="f:is-considered" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        namespace-uri($element) eq 'http://www.tei-c.org/ns/1.0' and map:contains($considered, local-name($element))"/>
  </xsl:function>
</xsl:stylesheet>
