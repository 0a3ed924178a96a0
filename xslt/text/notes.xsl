<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xmlns:t="urn:tei-edition:text"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- Notes: their numbers in the text; in the transcript, the words of the document's own. -->

  <xsl:template match="note" mode="text" as="item()*">
    <xsl:choose>
      <xsl:when test="f:is-transcribed-note(.)">
        <xsl:variable name="words" as="item()*">
          <xsl:apply-templates select="f:shown-nodes(.)" mode="text"/>
        </xsl:variable>
        <xsl:sequence select="' ' || f:open(.) || string-join((f:word('report.note'), f:place(.)), ' ') || f:word('punctuation.colon')"/>
        <xsl:sequence select="if ($words[last()] = ' ') then $words[position() lt last()] else $words"/>
        <xsl:sequence select="f:close(.), ' '[f:is-block(current())]"/>
      </xsl:when>
      <xsl:when test="f:is-remark(.)">
        <xsl:variable name="around" as="xs:string+" select="
            if (not($is-transcript)) then f:around-remark(.) else if (f:has-own-brackets(.)) then ('', '') else (f:open(.), f:close(.))"/>
        <xsl:sequence select="$around[1]"/>
        <xsl:apply-templates select="f:shown-nodes(.)" mode="text"/>
        <xsl:sequence select="$around[2], ' '[f:is-block(current())]"/>
      </xsl:when>
      <xsl:when test="not(f:is-numbered-note(.))">
        <xsl:variable name="marks" as="xs:string+" select="if (f:is-note-in-phrase(.)) then (' (', ')') else (' ', ' ')"/>
        <xsl:sequence select="$marks[1]"/>
        <xsl:apply-templates select="f:shown-nodes(.)" mode="text"/>
        <xsl:sequence select="$marks[2]"/>
      </xsl:when>
      <xsl:when test="empty(f:note-carrier(.)) and empty(f:references(.))">
        <xsl:apply-templates select="." mode="note-number"/>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="note" mode="note-number" as="xs:string*">
    <xsl:sequence select="f:note-mark(., $below)[not($is-transcript)]"/>
  </xsl:template>

  <!-- The number is ours, even where the note is the document's: bare, it would be read with the
       words before it. -->
  <xsl:function name="f:note-mark" as="xs:string">
    <xsl:param name="note" as="element(note)"/>
    <xsl:param name="before" as="xs:string"/>
    <xsl:variable name="voice" as="xs:string" select="f:voice($note)"/>
    <xsl:sequence select="f:bracketed($before || f:note-number($note), if ($voice = 'document') then 'editor' else $voice)"/>
  </xsl:function>

  <!-- A reference of the document's own to a note, often a bare number: "Back<ref>1</ref>". -->
  <xsl:template match="ref[f:note-referred-to(.)]" mode="text" as="item()*">
    <xsl:variable name="note" as="element(note)" select="f:note-referred-to(.)"/>
    <xsl:variable name="words" as="item()*">
      <xsl:apply-templates select="f:shown-nodes(.)" mode="text"/>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="not($is-transcript) and normalize-space() = string(f:note-number($note))">
        <xsl:sequence select="f:note-mark($note, $below)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="if (matches(., '^\s*[0-9]+\s*$')) then f:raised($words, true()) else $words"/>
        <xsl:apply-templates select="$note[f:references(.) intersect current()]" mode="note-number"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="ptr[f:note-referred-to(.)] | ref[not(node())][f:note-referred-to(.)]" mode="text" as="item()*">
    <xsl:apply-templates select="f:note-referred-to(.)" mode="note-number"/>
    <xsl:apply-templates select="node()" mode="text"/>
  </xsl:template>


  <!-- The notes of a document, in the order of their numbers. -->
  <xsl:template name="notes" as="element()*">
    <xsl:if test="exists($numbered-notes)">
      <xsl:call-template name="title">
        <xsl:with-param name="words" select="f:word('notes.heading')"/>
      </xsl:call-template>
      <xsl:for-each select="$numbered-notes">
        <xsl:variable name="statement" as="xs:string" select="f:note-statement(.) || '. '"/>
        <t:item marker="{f:note-mark(., '')} ">
          <t:part before="{$statement}" tight="false" always="true">
            <xsl:call-template name="content-blocks"/>
          </t:part>
        </t:item>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
