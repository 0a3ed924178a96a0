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

  <!-- The interface's own words. One map a language; a word that a language lacks is English. -->

  <xsl:param name="language" as="xs:string" select="'en'"/>

  <xsl:variable name="words" as="map(xs:string, map(xs:string, xs:string))" select="map {'en': $words-en}"/>

  <xsl:function name="f:word" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:sequence select="($words($language) ! .($key), $words-en($key), $key)[1]"/>
  </xsl:function>

  <!-- The same, or nothing where the catalogue has no such word. -->
  <xsl:function name="f:known-word" as="xs:string?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:sequence select="($words($language) ! .($key), $words-en($key))[1]"/>
  </xsl:function>

  <xsl:variable name="words-en" as="map(xs:string, xs:string)" select="map {
    'view': 'View',
    'view.reading': 'Reading',
    'view.diplomatic': 'Diplomatic',
    'view.reading.rule': 'corrections, regularisations and expansions followed, deletions left out; what the document has is in the list of readings',
    'view.diplomatic.rule': 'as the document has it, deletions and line beginnings included',
    'skip': 'Skip to the text',
    'close': 'Close',
    'index': 'Documents',
    'contents': 'On this page',
    'text': 'Text',
    'notes': 'Notes',
    'note': 'Note',
    'note.by': 'Note by',
    'note.back': 'Back to the text',
    'readings': 'Readings',
    'readings.intro': 'Where the two views differ, and what else was read.',
    'reading': 'Reading',
    'about': 'About this document',
    'about.edition': 'About this edition',
    'key': 'How to read this page',
    'key.document': 'Words without a mark are the document’s.',
    'key.translator': '[Square brackets] hold what the translator or transcriber reports of the page, or supplies.',
    'key.editor': '⟨Angle brackets⟩ hold what the editors say; so do the numbered notes. Letters in brackets lead to the list of readings.',
    'key.machine': '{Braces} hold words that the software which made this page added, and what a machine contributed to the text.',
    'cite': 'Permanent address',
    'cite.version': 'Version of the edition',
    'published': 'Published title',
    'enclosure': 'Enclosure',
    'inserted': 'Inserted text',
    'enclosure.page': 'on its own page',
    'enclosure.end': 'End of the enclosure',
    'occurrences': 'Occurrences',
    'names': 'Names',
    'documents': 'Documents',
    'undated': 'undated',
    'untitled': 'Untitled document',
    'entry': 'entry',
    'editors': 'Editors',
    'publisher': 'Publisher',
    'licence': 'Licence',
    'version': 'Version',
    'supplied.by': 'supplied by',
    'added': 'added',
    'deleted': 'deleted',
    'uncertain': 'uncertain reading',
    'certainty': 'certainty',
    'by': 'by',
    'page': 'page',
    'column': 'column',
    'gathering': 'gathering',
    'image': 'image',
    'formula': 'formula',
    'stamp': 'stamp',
    'handwritten': 'handwritten',
    'hand': 'hand',
    'hand.unknown': 'unknown hand',
    'hand.new': 'new hand',
    'sic': 'sic',
    'damaged': 'damaged',
    'space': 'blank space',
    'restored': 'deletion cancelled',
    'link': 'link',
    'extent.unknown': 'extent unknown',
    'gap': 'gap',
    'mark': 'mark',
    'surplus': 'superfluous',
    'at.least': 'at least',
    'at.most': 'at most',
    'to': 'to',
    'about.quantity': 'about',
    'voice.document': 'the document',
    'voice.translator': 'the translator',
    'voice.transcriber': 'the transcriber',
    'voice.editor': 'the editors',
    'voice.machine': 'software',
    'corr': 'corrected',
    'reg': 'regularised',
    'expan': 'expanded',
    'status': 'Status',
    'source': 'Source',
    'archival.reference': 'Archival reference',
    'credit': 'Credit',
    'languages': 'Languages',
    'responsibility': 'Responsibility',
    'edition': 'Edition',
    'author': 'Author',
    'download': 'Download',
    'download.tei': 'TEI source (XML)',
    'source.according': 'according to',
    'source.has': 'the document has',
    'other.reading': 'other reading',
    'in.document.deleted': 'deleted in the document',
    'in.document.surplus': 'superfluous in the document',
    'times': 'times',
    'evidence': 'evidence',
    'certainty.end': 'end of this passage',
    'certainty.start': 'beginning of this passage',
    'certainty.here': 'here',
    'certainty.there': 'at the place marked before',
    'certainty.value': 'this reading',
    'certainty.name': 'this kind of passage',
    'certainty.location': 'the extent of this passage',
    'empty': 'no words',
    'corresp.from': 'From',
    'corresp.to': 'To',
    'corresp.sent': 'Sent',
    'corresp.place': 'Place',
    'corresp.date': 'Date',
    'corresp.action.sent': 'Sent',
    'corresp.action.transmitted': 'Transmitted',
    'corresp.action.transmitted.by-hand': 'Handed over',
    'corresp.action.received': 'Received',
    'corresp.action.received.station': 'Received at the station',
    'corresp.action.received.office': 'Arrived at the office',
    'corresp.action.received.intermediary': 'Received by the intermediary',
    'corresp.action.received.to': 'Addressed to',
    'corresp.action.forwarded': 'Forwarded',
    'corresp.action.forwarded.copies': 'Copies to',
    'corresp.action.forwarded.enclosure': 'Forwarded as an enclosure',
    'corresp.action.redirected': 'Redirected'
  }"/>
</xsl:stylesheet>
