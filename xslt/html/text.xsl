<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- What becomes of the elements of a text, on the page. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    exclude-result-prefixes="#all">

  <xsl:include href="particulars.xsl"/>    <!-- what the attributes of a statement say -->
  <xsl:include href="entries.xsl"/>        <!-- entries of authority files -->
  <xsl:include href="attributes.xsl"/>     <!-- identifiers, languages, renditions -->
  <xsl:include href="data.xsl"/>           <!-- attributes of the source, as data -->
  <xsl:include href="generic.xsl"/>        <!-- the box, and words of ours -->
  <xsl:include href="divisions.xsl"/>      <!-- div, head, p, floatingText -->
  <xsl:include href="numbers.xsl"/>        <!-- numbers of lines, stanzas, paragraphs -->
  <xsl:include href="letters.xsl"/>        <!-- opener, closer, the form of a cable -->
  <xsl:include href="reports.xsl"/>        <!-- stamps, headers, figures -->
  <xsl:include href="hands.xsl"/>          <!-- handwriting; divisions that are not the document's -->
  <xsl:include href="lists.xsl"/>          <!-- lists, cast lists, glossaries -->
  <xsl:include href="tables.xsl"/>
  <xsl:include href="speech.xsl"/>         <!-- plays, conversations, posts -->
  <xsl:include href="records.xsl"/>        <!-- manuscripts, objects, schemas, headers within -->
  <xsl:include href="lexica.xsl"/>         <!-- entries of dictionaries -->
  <xsl:include href="features.xsl"/>       <!-- feature structures -->
  <xsl:include href="markup.xsl"/>         <!-- gi, att, egXML -->
  <xsl:include href="formulae.xsl"/>       <!-- MathML, ruby -->
  <xsl:include href="annotations.xsl"/>    <!-- terms of an index, interpretations -->
  <xsl:include href="phrases.xsl"/>        <!-- highlighting, links, names -->
  <xsl:include href="quotations.xsl"/>     <!-- quotation marks -->
  <xsl:include href="milestones.xsl"/>     <!-- pb, cb, lb, handShift -->
  <xsl:include href="sheets.xsl"/>         <!-- surfaces, zones of a transcription by sheets -->
  <xsl:include href="gaps.xsl"/>           <!-- gap, space -->
  <xsl:include href="transcription.xsl"/>  <!-- supplied, unclear, add, del -->
  <xsl:include href="marks.xsl"/>          <!-- pause, delSpan, metamark, damage -->
  <xsl:include href="witnesses.xsl"/>      <!-- an apparatus apart from its text -->
  <xsl:include href="readings.xsl"/>       <!-- choice, app -->
  <xsl:include href="reading-list.xsl"/>   <!-- what the views have, with who is behind it -->
  <xsl:include href="copies.xsl"/>         <!-- words that stand a second time, or in a line -->
  <xsl:include href="notes.xsl"/>          <!-- notes and their numbers -->
  <xsl:include href="ways-back.xsl"/>      <!-- from notes and readings to the text -->
</xsl:stylesheet>
