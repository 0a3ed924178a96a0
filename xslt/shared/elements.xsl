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


  <!-- The elements that the stylesheets have considered. Any other is shown with its name.
       Lists of names are static: they are made when the stylesheet is compiled, not for each
       document, and can be written into patterns, which Saxon looks up by name. -->

  <xsl:variable name="considered-names" static="yes" as="xs:string" select="normalize-space('
      ab abbr actor add addName address addrLine addSpan affiliation age alt altGrp am
      analytic anchor annotation annotationBlock app arc argument att author availability
      back bibl biblFull biblScope biblStruct binary binaryObject birth bloc body byline c
      caesura camera caption case castGroup castItem castList catchwords cb cell certainty
      change choice cit citedRange cl classRef classSpec climate closer code collection colloc
      colophon
      corr country damage damageSpan dataRef dataSpec date dateline death def default del
      delSpan depth desc dictScrap dim dimensions distinct district div div1 div2 div3 div4
      div5 div6 div7 divGen docAuthor docDate docEdition docImprint docTitle edition editor
      education eg egXML eLeaf elementRef elementSpec ellipsis email emph entry entryFree
      epigraph epilogue eTree etym event eventName ex expan explicit extent f facsimile
      faith figDesc figure fLib floatingText floruit foreign forename forest form formula
      front fs funder fvLib fw g gap gb gen gender genName geo geogFeat geogName gi gloss
      gram gramGrp graph graphic group handShift head headItem headLabel height heraldry hi
      hom hyph ident idno imprimatur imprint incident incipit index iNode interp interpGrp
      institution item iType join joinGrp kinesic l label lacunaEnd lacunaStart lang langKnowledge
      langKnown lb lbl leaf lem lg licence line link linkGrp list listAnnotation listApp
      listBibl listChange listEvent listForest listNym listObject listOrg listPerson
      listPlace listRef listRelation listTranspose listWit location locus locusGrp m
      macroRef macroSpec material measure measureGrp media meeting mentioned metamark
      milestone mod moduleRef moduleSpec monogr mood move msDesc msFrag msPart name nameLink
      nationality node notatedMusic note noteGrp num number numeric nym object objectName
      objectType occupation offset opener oRef org orgName orig origDate origPlace orth p
      path pause pb pc per performance persName person persona personGrp personPart phr
      place placeName population pos post postBox postCode postscript precision pRef principal
      prologue pron ptr publisher pubPlace q quote rb rdg rdgGrp re redo ref reg region
      relatedItem relation repository residence resp respons respStmt restore retrace rhyme role
      roleDesc roleName root row rs rt rubric ruby s said salute schemaSpec seal secFol secl
      seg sense series set settlement sex shift sic signatures signed soCalled socecStatus
      sound sourceDoc sp space span spanGrp speaker specDesc specGrp specGrpRef specList
      spGrp sponsor stage stamp standOff state street stress string subc subst substJoin
      superEntry supplied surface surfaceGrp surname surplus syll symbol table tag tech TEI
      teiCorpus teiHeader term terrain text textLang time timeline title titlePage titlePart
      tns trailer trait transpose tree triangle u unclear undo usg val vAlt vColl view
      vLabel vMerge vNot vocal w watermark when width wit witDetail witEnd witness witStart
      writing xr zone')"/>

  <!-- Elements that are statements of a header, of a description of a manuscript, of a schema: each
       stands there with what it is called. One that strays into running text is shown with its name. -->
  <xsl:variable name="statement-names" static="yes" as="xs:string" select="normalize-space('
      abstract accMat acquisition activity additional additions adminInfo alternate altIdent
      altIdentifier anyElement appInfo application attDef attList attRef authority bicond
      binding bindingDesc broadcast calendar calendarDesc catDesc category catRef channel
      char charDecl citeData citeStructure classCode classDecl classes collation
      cond condition constitution constraint constraintDecl constraintSpec content
      conversion correction creation cRefPattern custEvent custodialHist dataFacet datatype
      decoDesc decoNote defaultVal derivation distributor domain editionStmt editorialDecl
      empty encodingDesc equipment equiv exemplum factuality fDecl fDescr fileDesc filiation
      finalRubric foliation fsConstraints fsdDecl fsDecl fsDescr fsdLink geoDecl glyph
      handDesc handNote handNotes history hyphenation if iff interaction
      interleave interpretation keywords language langUsage layout layoutDesc listPrefixDef
      locale localProp mapping memberOf metDecl metSym model modelGrp modelSequence
      msContents msIdentifier msItem msItemStruct msName musicNotation namespace
      normalization notesStmt objectDesc objectIdentifier origin outputRendition param
      paramList paramSpec particDesc persPronouns physDesc prefixDef preparedness
      profileDesc projectDesc provenance publicationStmt punctuation purpose quotation
      recordHist recording recordingStmt refsDecl refState remarks rendition
      revisionDesc samplingDecl schemaRef scriptDesc scriptNote scriptStmt sealDesc
      segmentation sequence seriesStmt setting settingDesc source sourceDesc stdVals
      styleDefDecl summary support supportDesc surrogates tagsDecl tagUsage taxonomy
      textClass textDesc textNode then titleStmt transcriptionDesc typeDesc typeNote
      unicodeProp unihanProp unit unitDecl unitDef valDesc valItem valList variantEncoding
      vDefault vRange xenoData')"/>

  <xsl:variable name="considered" static="yes" as="map(xs:string, xs:boolean)"
      select="map:merge(tokenize($considered-names) ! map:entry(., true()))"/>

  <xsl:function name="f:is-considered" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        if ($element/self::Q{http://www.tei-c.org/ns/1.0}*) then map:contains($considered, local-name($element))
        else namespace-uri($element) eq 'http://www.menota.org/ns/1.0' and local-name($element) = ('facs', 'dipl', 'norm')"/>
  </xsl:function>

  <!-- Whether an element is part of music or of a drawing within the document (MEI, SVG): what it is part
       of is named, it is not. -->
  <xsl:function name="f:is-part-of-notation" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        namespace-uri($element) = ('http://www.music-encoding.org/ns/mei', 'http://www.w3.org/2000/svg')
        and namespace-uri($element/..) eq namespace-uri($element)"/>
  </xsl:function>
</xsl:stylesheet>
