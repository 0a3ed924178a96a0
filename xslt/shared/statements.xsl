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

  <!-- What the statements of a header are called. An element that has no name here is called by
       its own, taken apart at its capitals. -->

  <xsl:variable name="labels" as="map(xs:string, xs:string)" select="map {
    'fileDesc': 'The edition', 'titleStmt': 'Title and responsibility', 'title.main': 'Heading of this edition',
    'title.short': 'Short title', 'title.published': 'Published title', 'title.sub': 'Subtitle',
    'title.desc': 'Description', 'title.alt': 'Other title',
    'respStmt': 'Responsibility', 'resp': 'For', 'editionStmt': 'Edition', 'publicationStmt': 'Publication',
    'pubPlace': 'Place', 'availability': 'Rights', 'licence': 'Licence', 'idno': 'Identifier', 'idno.URI': 'Permanent address',
    'sourceDesc': 'Source', 'bibl': 'Source', 'biblFull': 'Source', 'biblStruct': 'Source', 'listBibl': 'Sources',
    'bibl.translation': 'Published translation', 'note.source': 'Note on the source', 'msDesc': 'Manuscript',
    'msIdentifier': 'Held at', 'physDesc': 'Physical description', 'objectDesc': 'Object', 'supportDesc': 'Support',
    'handDesc': 'Hands', 'relatedItem': 'Related', 'relatedItem.translatedFrom': 'Translated from',
    'listWit': 'Witnesses', 'seriesStmt': 'Series', 'notesStmt': 'Notes', 'encodingDesc': 'How the text was edited',
    'projectDesc': 'The project', 'samplingDecl': 'Selection', 'editorialDecl': 'Editorial policies',
    'correction': 'Correction', 'normalization': 'Names, transliteration, abbreviations, normalisation', 'punctuation': 'Punctuation',
    'quotation': 'Quotation marks and brackets', 'hyphenation': 'Hyphenation', 'segmentation': 'Divisions',
    'stdVals': 'Dates and other values', 'interpretation': 'Identification and interpretation',
    'refsDecl': 'How passages are cited', 'citeStructure': 'Unit', 'classDecl': 'Classification', 'appInfo': 'Software',
    'application': 'Software', 'listPrefixDef': 'Short forms of addresses', 'prefixDef': 'Short form',
    'tagsDecl': 'Use of elements', 'variantEncoding': 'Variants', 'charDecl': 'Characters',
    'profileDesc': 'The document', 'abstract': 'Summary', 'creation': 'Origin', 'langUsage': 'Languages',
    'language': 'Language', 'handNotes': 'Hands', 'handNote': 'Hand', 'correspDesc': 'Correspondence',
    'correspAction': 'Event', 'correspContext': 'Context', 'textClass': 'Class', 'keywords': 'Keywords',
    'particDesc': 'Persons', 'settingDesc': 'Setting', 'calendarDesc': 'Calendars',
    'revisionDesc': 'Status and revisions', 'listChange': 'Changes', 'listChange.proofreading': 'Proofreading',
    'listChange.encoding': 'Encoding', 'change': 'Change', 'persName': 'Person', 'placeName': 'Place',
    'orgName': 'Organisation', 'note': 'Note', 'p': 'Statement', 'ref.enclosure': 'Enclosure', 'ref.carrier': 'Carrier',
    'birth': 'Born', 'death': 'Died', 'occupation': 'Office', 'location': 'Location', 'geo': 'Coordinates',
    'persName.preferred': 'Name', 'persName.variant': 'Also', 'placeName.preferred': 'Name',
    'placeName.variant': 'Also', 'orgName.preferred': 'Name', 'orgName.variant': 'Also'}"/>

  <xsl:function name="f:label" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="name" as="xs:string" select="local-name($element)"/>
    <xsl:sequence select="
        if ($element/self::correspAction) then f:action($element)
        else if ($element/self::idno[@type and @type != 'URI']) then string($element/@type)
        else if ($element/self::change[@n][parent::listChange[@type = 'proofreading']]) then ('First reader', 'Second reader', 'Reader ' || $element/@n)[if ($element/@n = ('1', '2')) then xs:integer($element/@n) else 3]
        else ($labels($name || '.' || $element/@type),
              $labels($name) ! string-join((., $element/@type[not(. = '')] ! ('(' || translate(., '-_', '  ') || ')')), ' '),
              upper-case(substring($name, 1, 1)) || lower-case(replace(substring($name, 2), '(\p{Lu})', ' $1')))[1]"/>
  </xsl:function>

  <!-- An event of a correspondence: sent, received, forwarded, and to what end. -->
  <xsl:function name="f:action" as="xs:string">
    <xsl:param name="action" as="element()"/>
    <xsl:sequence select="
        (f:known-word('corresp.action.' || $action/@type || '.' || $action/@subtype),
         f:known-word('corresp.action.' || $action/@type)
           ! string-join((., $action/@subtype ! ('(' || translate(., '-_', '  ') || ')')), ' '),
         string($action/@type)[. != ''], 'Event')[1]"/>
  </xsl:function>

  <!-- A date in words: its own, or those of its attributes. -->
  <xsl:function name="f:date" as="xs:string">
    <xsl:param name="date" as="element()"/>
    <xsl:variable name="own" as="xs:string" select="f:plain($date, 'reading')"/>
    <xsl:sequence select="
        if ($own) then $own
        else if ($date/@when) then f:day($date/@when)
        else string-join((($date/(@from, @notBefore)[1] ! f:day(.)), ($date/(@to, @notAfter)[1] ! f:day(.))), ' – ')"/>
  </xsl:function>

  <xsl:function name="f:day" as="xs:string">
    <xsl:param name="value" as="xs:string"/>
    <xsl:sequence select="
        if ($value castable as xs:date) then format-date(xs:date($value), '[D] [MNn] [Y]', 'en', (), ())
        else if ($value castable as xs:dateTime) then format-dateTime(xs:dateTime($value), '[D] [MNn] [Y], [H01]:[m]', 'en', (), ())
        else if ($value castable as xs:gYearMonth) then format-date(xs:date($value || '-01'), '[MNn] [Y]', 'en', (), ())
        else $value"/>
  </xsl:function>

  <!-- The document's heading: the edition's own title, never the published one if there is another. -->
  <xsl:function name="f:heading" as="xs:string">
    <xsl:param name="document" as="node()"/>
    <xsl:variable name="titles" as="element(title)*" select="$document/descendant-or-self::teiHeader[1]/fileDesc/titleStmt/title"/>
    <xsl:sequence select="(f:plain(($titles[@type = 'main'], $titles[@level = 'a'],
        $titles[not(@type = ('published', 'iso-date', 'short', 'sub', 'alt'))], $titles)[1], 'reading')[. != ''],
        f:word('untitled'))[1]"/>
  </xsl:function>

  <xsl:function name="f:permanent-address" as="xs:string?">
    <xsl:param name="document" as="node()"/>
    <xsl:sequence select="($document/descendant-or-self::teiHeader[1]/fileDesc/publicationStmt//idno
        [matches(., '^\s*https?://')] ! normalize-space())[1]"/>
  </xsl:function>

  <!-- How far the document has got: its status, its edition, its readers. -->
  <xsl:function name="f:status" as="xs:string*">
    <xsl:param name="revision" as="element(revisionDesc)"/>
    <xsl:sequence select="
        $revision/@status ! string(),
        $revision/../fileDesc/editionStmt/edition ! f:plain(., 'reading'),
        $revision/../fileDesc/editionStmt/respStmt
          ! (f:plain(resp, 'reading') || ': ' || string-join((name | persName | orgName) ! f:plain(., 'reading'), ', ')),
        $revision/listChange[@type = 'proofreading']/change ! (f:label(.) || ': ' || f:plain(., 'reading'))"/>
  </xsl:function>

  <!-- The document of the edition that an enclosed text is. -->
  <xsl:function name="f:enclosed-document" as="element(e:document)?">
    <xsl:param name="text" as="element(floatingText)"/>
    <xsl:sequence select="
        (($text/parent::div/@corresp, $text/@corresp, $text/@source)
          ! f:document-of-file(string(tokenize(tokenize(., '[#\s]')[1], '/')[last()])))[1]"/>
  </xsl:function>

  <xsl:function name="f:enclosure-heading" as="xs:string">
    <xsl:param name="text" as="element(floatingText)"/>
    <xsl:variable name="file-name" as="xs:string" select="string(tokenize($text/parent::div/@corresp, '[#\s]')[1])"/>
    <xsl:variable name="title" as="xs:string?" select="
        (f:enclosed-document($text)/@title ! string(),
         root($text)//correspContext/ref[@type = 'enclosure'][@target = $file-name] ! replace(f:plain(., 'reading'), '^(Enclosed|Enclosure): ', ''))[1]"/>
    <xsl:sequence select="string-join((f:word(if ($text/parent::div/@type = 'enclosure') then 'enclosure' else 'inserted'), $title), ': ')"/>
  </xsl:function>
</xsl:stylesheet>
