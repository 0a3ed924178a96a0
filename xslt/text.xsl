<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- A TEI document as a sequence of blocks, from which plain text and Markdown are written (the
     model is described in text/blocks.xsl). Parameters: view, and those of shared/edition.xsl. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:t="urn:tei-edition:text"
    exclude-result-prefixes="#all">

  <!-- What goes before nothing that is included -->
  <xsl:import href="shared/plain.xsl"/>         <!-- the words of one view -->

  <!-- reading, diplomatic or transcript -->
  <xsl:param name="view" as="xs:string" select="'reading'"/>

  <!-- Whether the document may have characters that mean something in what is made here: a line that
       begins on purpose, looks (looks.xsl). Empty if not. -->
  <xsl:param name="has-marks" as="xs:string" select="'yes'"/>

  <xsl:variable name="is-transcript" as="xs:boolean" select="$view = 'transcript'"/>

  <!-- The transcript follows the document as the diplomatic view does. -->
  <xsl:variable name="base-view" as="xs:string" select="if ($is-transcript) then 'diplomatic' else $view"/>

  <!-- What both outputs share -->
  <xsl:include href="shared/words.xsl"/>        <!-- the interface's words -->
  <xsl:include href="shared/edition.xsl"/>      <!-- the edition; where pointers lead -->
  <xsl:include href="shared/elements.xsl"/>     <!-- the elements considered -->
  <xsl:include href="shared/structure.xsl"/>    <!-- what is a block, what runs on -->
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

  <!-- The text -->
  <xsl:include href="text/looks.xsl"/>          <!-- italic, bold, links among the words -->
  <xsl:include href="text/document.xsl"/>       <!-- what stands around the text -->
  <xsl:include href="text/rows.xsl"/>           <!-- rows of name and value -->
  <xsl:include href="text/citing.xsl"/>         <!-- how the document is cited -->
  <xsl:include href="text/header.xsl"/>         <!-- the header in full -->
  <xsl:include href="text/particulars.xsl"/>    <!-- what attributes of its statements say -->
  <xsl:include href="text/records.xsl"/>        <!-- manuscripts, objects, schemas, headers within -->
  <xsl:include href="text/blocks.xsl"/>         <!-- the text as a sequence of blocks -->
  <xsl:include href="text/shown.xsl"/>          <!-- what of it the view shows -->
  <xsl:include href="text/phrases.xsl"/>        <!-- running text -->
  <xsl:include href="text/formulae.xsl"/>       <!-- MathML in a line -->
  <xsl:include href="text/links.xsl"/>          <!-- names, references, pointers -->
  <xsl:include href="text/sheets.xsl"/>         <!-- surfaces, zones, lines of a transcription by sheets -->
  <xsl:include href="text/numbers.xsl"/>        <!-- of verses, stanzas, paragraphs -->
  <xsl:include href="text/lists.xsl"/>          <!-- lists, quotations -->
  <xsl:include href="text/tables.xsl"/>
  <xsl:include href="text/speech.xsl"/>         <!-- plays, conversations, posts -->
  <xsl:include href="text/enclosures.xsl"/>
  <xsl:include href="text/entries.xsl"/>        <!-- persons, places, organisations -->
  <xsl:include href="text/parts.xsl"/>          <!-- what is encoded as data -->
  <xsl:include href="text/annotations.xsl"/>    <!-- terms of an index, interpretations -->
  <xsl:include href="text/markup.xsl"/>         <!-- gi, att, egXML -->
  <xsl:include href="text/notes.xsl"/>          <!-- numbers of notes; the document's own notes -->
  <xsl:include href="text/quotations.xsl"/>     <!-- quotation marks -->
  <xsl:include href="text/emphasis.xsl"/>       <!-- italic, bold, above and below the line -->
  <xsl:include href="text/reports.xsl"/>        <!-- gaps, stamps, supplies, in brackets -->
  <xsl:include href="text/hands.xsl"/>
  <xsl:include href="text/bracketed-blocks.xsl"/>
  <xsl:include href="text/readings.xsl"/>       <!-- the list of readings -->
  <xsl:include href="text/tokens.xsl"/>         <!-- spaces between words marked one by one -->

  <!-- The modes -->
  <xsl:mode on-no-match="fail"/>
  <xsl:mode name="document" on-no-match="fail"/>
  <xsl:mode name="summary" on-no-match="fail"/>          <!-- a row of the head -->
  <xsl:mode name="provenance" on-no-match="fail"/>       <!-- a row on the source, the licence … -->
  <xsl:mode name="citation" on-no-match="fail"/>         <!-- a citation, from the style's HTML -->
  <xsl:mode name="header-body" on-no-match="fail"/>      <!-- what a statement of a header says -->
  <xsl:mode name="row" on-no-match="fail"/>              <!-- a row of a table -->
  <xsl:mode name="statement" on-no-match="fail"/>        <!-- a statement of an entry -->
  <!-- An element as blocks, as running text: of patterns of one priority, which are looked up by name, the last counts. -->
  <xsl:mode name="blocks" on-no-match="fail" on-multiple-match="use-last" warning-on-multiple-match="no"/>
  <xsl:mode name="text" on-no-match="fail" on-multiple-match="use-last" warning-on-multiple-match="no"/>
  <xsl:mode name="example" on-no-match="fail"/>          <!-- markup shown as it is written -->
  <xsl:mode name="note-number" on-no-match="fail"/>      <!-- the number of a note -->
  <xsl:mode name="view" on-no-match="fail"/>             <!-- the views an element stands in -->
  <xsl:mode name="voice" on-no-match="fail"/>            <!-- the voice of an agent -->
  <xsl:mode name="plain" on-no-match="fail"/>            <!-- the words of one view -->
  <xsl:mode name="particular" on-no-match="fail"/>       <!-- an attribute that says more than the statement -->

  <xsl:output method="xml" encoding="UTF-8" indent="no" omit-xml-declaration="yes"/>

  <xsl:template match="/" mode="#unnamed" as="element(t:document)">
    <t:document>
      <xsl:apply-templates select="." mode="document"/>
    </t:document>
  </xsl:template>
</xsl:stylesheet>
