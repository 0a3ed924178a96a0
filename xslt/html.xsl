<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- A page of HTML from a TEI document, or the index page from the data of an edition.
     Parameters: see shared/edition.xsl and shared/words.xsl. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    exclude-result-prefixes="#all">

  <!-- What is imported goes before nothing that is included: so no pattern of many names needs a
       priority of its own, with which Saxon would try it at every element. First the fallback, and the
       lists of names that it is made of. -->
  <xsl:import href="shared/elements.xsl"/>      <!-- the elements considered -->
  <xsl:import href="shared/structure.xsl"/>     <!-- what is a block, what runs on -->
  <xsl:import href="html/boxes.xsl"/>           <!-- an element with no template of its own -->
  <xsl:import href="html/text.xsl"/>            <!-- what becomes of the elements of a text -->
  <xsl:import href="shared/plain.xsl"/>         <!-- the words of one view -->

  <!-- What both outputs share -->
  <xsl:include href="shared/words.xsl"/>        <!-- the interface's words -->
  <xsl:include href="shared/edition.xsl"/>      <!-- the edition; where pointers lead -->
  <xsl:include href="shared/parts.xsl"/>        <!-- parts that stand apart -->
  <xsl:include href="shared/renditions.xsl"/>   <!-- italic, bold and the like -->
  <xsl:include href="shared/voices.xsl"/>       <!-- who speaks -->
  <xsl:include href="shared/attributed.xsl"/>   <!-- whose words a division has -->
  <xsl:include href="shared/readings.xsl"/>     <!-- which reading stands in which view -->
  <xsl:include href="shared/breaks.xsl"/>       <!-- where lines begin, and words go on -->
  <xsl:include href="shared/hyphens.xsl"/>      <!-- words divided at the ends of lines -->
  <xsl:include href="shared/spaceless.xsl"/>    <!-- scripts without spaces between words -->
  <xsl:include href="shared/spaces.xsl"/>       <!-- spaces that the markup implies, in the words of one view -->
  <xsl:include href="shared/tokens.xsl"/>       <!-- spaces between words marked one by one -->
  <xsl:include href="shared/numbering.xsl"/>    <!-- numbers of notes, letters of readings -->
  <xsl:include href="shared/note-carriers.xsl"/>  <!-- notes that stand between blocks -->
  <xsl:include href="shared/apparatus.xsl"/>    <!-- readings in words -->
  <xsl:include href="shared/sigla.xsl"/>        <!-- what witnesses and editions are called -->
  <xsl:include href="shared/extents.xsl"/>      <!-- how much there is, or is lacking -->
  <xsl:include href="shared/wording.xsl"/>      <!-- markup in words -->
  <xsl:include href="shared/speech.xsl"/>       <!-- who speaks, what is noted of a conversation -->
  <xsl:include href="shared/lexica.xsl"/>       <!-- senses and translations of dictionaries; values of features -->
  <xsl:include href="shared/marks.xsl"/>        <!-- marks without words, in words -->
  <xsl:include href="shared/hands.xsl"/>        <!-- hands, and places on the page -->
  <xsl:include href="shared/sheets.xsl"/>       <!-- surfaces, zones -->
  <xsl:include href="shared/images.xsl"/>       <!-- images that lie beside the document -->
  <xsl:include href="shared/certainty.xsl"/>    <!-- how sure, of what -->
  <xsl:include href="shared/identifiers.xsl"/>  <!-- records that identifiers lead to -->
  <xsl:include href="shared/labels.xsl"/>       <!-- what a header's statements are called -->
  <xsl:include href="shared/statements.xsl"/>   <!-- what they say in a few words -->
  <xsl:include href="shared/inserted.xsl"/>     <!-- enclosures and inserted texts -->
  <xsl:include href="shared/measures.xsl"/>     <!-- measures and their units -->
  <xsl:include href="shared/particulars.xsl"/>  <!-- what the attributes of a statement say -->
  <xsl:include href="shared/attributes-in-words.xsl"/>  <!-- what one attribute says -->
  <xsl:include href="shared/referents.xsl"/>    <!-- what those are called that it points at -->
  <xsl:include href="shared/series.xsl"/>       <!-- elements that need no names beside each other -->
  <xsl:include href="shared/summary.xsl"/>      <!-- rows of a document's head: from, to, when, where -->
  <xsl:include href="shared/sources.xsl"/>      <!-- what the text rests on -->
  <xsl:include href="shared/provenance.xsl"/>   <!-- status, editors, licence -->
  <xsl:include href="shared/citation.xsl"/>     <!-- how the document is cited -->
  <xsl:include href="shared/languages.xsl"/>    <!-- languages as the web names them -->
  <xsl:include href="shared/numbers-given.xsl"/><!-- numbers that the encoder gives -->
  <xsl:include href="shared/quotations.xsl"/>   <!-- quotation marks by language -->
  <xsl:include href="shared/dates.xsl"/>        <!-- dates in words -->

  <!-- The page -->
  <xsl:include href="html/page.xsl"/>           <!-- what every page has: head, landmarks, foot -->
  <xsl:include href="html/document.xsl"/>       <!-- the page of a document -->
  <xsl:include href="html/views.xsl"/>          <!-- the switch of views, how to read the page -->
  <xsl:include href="html/outline.xsl"/>        <!-- the table of contents -->
  <xsl:include href="html/citation.xsl"/>       <!-- how the document and its passages are cited -->
  <xsl:include href="html/summary.xsl"/>        <!-- the head of the page -->
  <xsl:include href="html/rows.xsl"/>           <!-- rows of name and value -->
  <xsl:include href="html/sources.xsl"/>        <!-- what the text rests on -->
  <xsl:include href="html/provenance.xsl"/>     <!-- status, editors, licence, the TEI file -->
  <xsl:include href="html/header.xsl"/>         <!-- the header in full -->
  <xsl:include href="html/named.xsl"/>          <!-- statements under their names -->
  <xsl:include href="html/series.xsl"/>         <!-- dates, names and places in a row -->

  <!-- The edition's own pages -->
  <xsl:include href="html/errata.xsl"/>         <!-- recorded changes; what is no longer there -->
  <xsl:include href="html/listing.xsl"/>        <!-- what every list has -->
  <xsl:include href="html/passages.xsl"/>       <!-- anchors and names of passages -->
  <xsl:include href="html/index.xsl"/>          <!-- the first page -->
  <xsl:include href="html/registers.xsl"/>      <!-- indices of persons, places, organisations -->
  <xsl:include href="html/chronology.xsl"/>
  <xsl:include href="html/interventions.xsl"/>  <!-- emendations and gaps, gathered from each document -->
  <xsl:include href="html/declarations.xsl"/>   <!-- about the edition -->

  <!-- The text: before the templates of its elements (html/text.xsl) -->
  <xsl:include href="html/spaces.xsl"/>         <!-- spaces, signs and units that the markup implies -->

  <!-- The modes. A template that has what others make in its result, to any depth, is declared as
       item()*; of anything narrower Saxon would check each node again at every level. So is the one
       that makes the attributes of each element. -->
  <xsl:mode on-no-match="fail"/>
  <xsl:mode name="page" on-no-match="fail"/>
  <xsl:mode name="main" on-no-match="fail"/>             <!-- what a page is for -->
  <xsl:mode name="html" on-no-match="text-only-copy"/>             <!-- an element of the text, on the page -->
  <xsl:mode name="alternative" on-no-match="fail"/>      <!-- a member of a choice -->
  <xsl:mode name="copy" on-no-match="shallow-copy"/>     <!-- of what is made, what stands a second time -->
  <xsl:mode name="elsewhere" on-no-match="shallow-copy"/>  <!-- of what is made, what stands on another page -->
  <xsl:mode name="in-line" on-no-match="shallow-copy"/>  <!-- of what is made, blocks in a line -->
  <xsl:mode name="example" on-no-match="fail"/>          <!-- markup shown as it is written -->
  <xsl:mode name="mathml" on-no-match="fail"/>           <!-- a formula -->
  <xsl:mode name="attribute" on-no-match="fail"/>        <!-- an attribute that is taken over -->
  <xsl:mode name="cell" on-no-match="fail"/>             <!-- a cell of a table -->
  <xsl:mode name="note" on-no-match="fail"/>             <!-- a note in the list of notes -->
  <xsl:mode name="note-number" on-no-match="fail"/>      <!-- its number in the text -->
  <xsl:mode name="summary" on-no-match="fail"/>          <!-- a row of the page's head -->
  <xsl:mode name="provenance" on-no-match="fail"/>       <!-- a row on the source, the licence … -->
  <xsl:mode name="header" on-no-match="fail"/>           <!-- a statement of the header -->
  <xsl:mode name="header-body" on-no-match="fail"/>      <!-- what it says -->
  <xsl:mode name="particular" on-no-match="fail"/>       <!-- an attribute that says more than the statement -->
  <xsl:mode name="listing" on-no-match="fail"/>          <!-- an item of a list of the edition -->
  <xsl:mode name="passages" on-no-match="fail"/>         <!-- where an entry is named -->
  <xsl:mode name="intervention" on-no-match="fail"/>     <!-- what a list of the edition says of it -->
  <xsl:mode name="view" on-no-match="fail"/>             <!-- the views an element stands in -->
  <xsl:mode name="voice" on-no-match="fail"/>            <!-- the voice of an agent -->
  <xsl:mode name="plain" on-no-match="fail"/>            <!-- the words of one view -->

  <!-- HTML in the syntax of XML, which browsers read alike, XML tools too, and which Saxon writes in
       two thirds of the time. Addresses are encoded where they are made; the serialiser need not look
       at them again. -->
  <xsl:output method="xhtml" html-version="5" encoding="UTF-8" omit-xml-declaration="yes" indent="no" include-content-type="no" escape-uri-attributes="no"/>

  <xsl:template match="/" mode="#unnamed" as="document-node()">
    <xsl:document>
      <xsl:apply-templates select="if (/*:edition) then * else ." mode="page"/>
      <xsl:call-template name="interventions"/>
    </xsl:document>
  </xsl:template>
</xsl:stylesheet>
