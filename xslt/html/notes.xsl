<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- Notes: a number where each stands, its words after the text, the way there and back. -->

  <!-- The note's anchor is its xml:id. A note without one gets a number for this page only; the
       colon keeps it apart from every xml:id, and it is not for citing. -->
  <xsl:function name="f:note-anchor" as="xs:string">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="
        if ($note/@xml:id and key('id', $note/@xml:id, root($note))[1] is $note)
        then string($note/@xml:id) else 'note:' || f:note-number($note)"/>
  </xsl:function>

  <xsl:template match="note[f:is-numbered-note(.)]" mode="html" as="node()*">
    <xsl:if test="empty(f:note-carrier(.)) and empty(f:references(.))">
      <xsl:apply-templates select="." mode="note-number"/>
    </xsl:if>
  </xsl:template>

  <!-- A note of an entry, of the header: where it stands. -->
  <xsl:template match="note" mode="html" priority="-1" as="node()*">
    <xsl:choose>
      <xsl:when test="f:is-remark(.)">
        <xsl:call-template name="described"/>
      </xsl:when>
      <xsl:when test="f:is-note-in-phrase(.)">
        <span class="gen"> (</span>
        <xsl:call-template name="box"/>
        <span class="gen">)</span>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="box"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="note" mode="note-number" as="node()*">
    <!-- Whether the way back from the note leads here. -->
    <xsl:param name="is-origin" as="xs:boolean" select="true()"/>
    <xsl:variable name="anchor" as="xs:string" select="f:note-anchor(.)"/>
    <sup class="gen mark">
      <xsl:sequence select="$own-language"/>
      <a>
        <xsl:if test="$is-origin">
          <xsl:attribute name="id" select="'back:' || $anchor"/>
        </xsl:if>
        <xsl:attribute name="href" select="'#' || $anchor"/>
        <xsl:attribute name="role" select="'doc-noteref'"/>
        <span class="vh">[{f:word('notes.note')} </span>
        <xsl:value-of select="f:note-number(.)"/>
        <span class="vh">]</span>
      </a>
    </sup>
  </xsl:template>

  <xsl:template match="ref[not(node())][f:note-referred-to(.)]" mode="html" as="node()*" priority="1">
    <xsl:call-template name="pointer-to-note"/>
  </xsl:template>

  <xsl:template match="ptr[f:note-referred-to(.)]" mode="html" name="pointer-to-note" as="node()*" priority="1">
    <span>
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates select="f:note-referred-to(.)" mode="note-number">
        <xsl:with-param name="is-origin" select="exists(f:references(f:note-referred-to(.))[1][. is current()])"/>
      </xsl:apply-templates>
    </span>
    <xsl:apply-templates select="node()" mode="html"/>
  </xsl:template>

  <!-- The words of a ref are the document's. Where they are the number, they lead to the note as
       a number does; where they are others, the number follows. -->
  <xsl:template match="ref[f:note-marked-by(.)]" mode="html" as="node()*">
    <xsl:variable name="note" as="element(note)" select="f:note-marked-by(.)"/>
    <xsl:choose>
      <xsl:when test="empty(*) and normalize-space() = string(f:note-number($note))">
        <span>
          <xsl:call-template name="attributes">
            <xsl:with-param name="class" select="'mark'"/>
          </xsl:call-template>
          <a id="back:{f:note-anchor($note)}" href="#{f:note-anchor($note)}" role="doc-noteref">{.}</a>
        </span>
      </xsl:when>
      <xsl:otherwise>
        <xsl:next-match/>
        <xsl:apply-templates select="$note" mode="note-number"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The notes of a document, in the order of their numbers. -->
  <xsl:function name="f:notes" as="element(note)*">
    <xsl:param name="document" as="document-node()"/>
    <xsl:sequence select="$numbered-notes[root(.) is $document]"/>
  </xsl:function>

  <xsl:function name="f:has-notes" as="xs:boolean">
    <xsl:param name="document" as="document-node()"/>
    <xsl:sequence select="exists(f:notes($document))"/>
  </xsl:function>

  <xsl:template name="notes" as="node()*">
    <xsl:if test="f:has-notes(/)">
      <section class="notes" aria-labelledby="page:notes" role="doc-endnotes">
        <xsl:sequence select="$text-language"/>
        <h2 class="gen" id="page:notes"><xsl:sequence select="$own-language"/>{f:word('notes.heading')}</h2>
        <ol>
          <xsl:apply-templates select="f:notes(/)" mode="note"/>
        </ol>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template match="note" mode="note" as="node()*">
    <li id="{f:note-anchor(.)}" value="{f:note-number(.)}" class="tei-note voice-{f:voice(.)}">
      <!-- A note has the language of its place, from which it stands apart here. -->
      <xsl:if test="not(@xml:lang)">
        <xsl:sequence select="f:words-language(., string($text-language[name() eq 'lang']))"/>
      </xsl:if>
      <xsl:apply-templates select="@*" mode="attribute"/>
      <span class="gen note-voice"><xsl:sequence select="$own-language"/>{f:note-statement(.)}.</span>
      <xsl:text> </xsl:text>
      <xsl:for-each select=".[ancestor::back][empty(f:references(.))] ! f:first-href(@target)">
        <a class="gen passage" href="{.}"><xsl:sequence select="$own-language"/>{f:word('notes.passage')}</a>
        <xsl:text> </xsl:text>
      </xsl:for-each>
      <xsl:element name="{if (f:has-blocks(.)) then 'div' else 'span'}">
        <xsl:attribute name="class" select="'note-words'"/>
        <xsl:apply-templates select="node()" mode="html"/>
      </xsl:element>
      <xsl:text> </xsl:text>
      <xsl:call-template name="ways-back">
        <xsl:with-param name="origin" select="(f:references(.)[1], .)[1]"/>
        <xsl:with-param name="anchor" select="'back:' || f:note-anchor(.)"/>
        <xsl:with-param name="words" select="f:word('notes.note') || ' ' || f:note-number(.)"/>
      </xsl:call-template>
    </li>
  </xsl:template>
</xsl:stylesheet>
