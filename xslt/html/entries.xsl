<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xmlns:e="urn:tei-edition:edition"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- Entries of authority files: persons, places, organisations, works. -->

  <xsl:template mode="html" match="
      person[f:is-record(.)] | personGrp[f:is-record(.)] | place[f:is-record(.)] | org[f:is-record(.)]
      | listEvent/event[f:is-record(.)] | listObject/object[f:is-record(.)] | listBibl/bibl[f:is-record(.)]
      | standOff/bibl[f:is-record(.)] | biblStruct[f:is-record(.)][f:is-block(.)] | biblFull[f:is-record(.)][f:is-block(.)] | nym[f:is-record(.)]" as="item()*">
    <xsl:variable name="first" as="element()?" select="f:naming(.)"/>
    <div>
      <xsl:choose>
        <xsl:when test="$goes-straight and not(@rend or @rendition or @style)">
          <xsl:if test="@xml:id and key('id', @xml:id)[1] is .">
            <xsl:attribute name="id" select="@xml:id"/>
          </xsl:if>
          <xsl:attribute name="class" select="concat('tei-', local-name(), ' entry')"/>
          <xsl:apply-templates select="@*" mode="attribute"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="attributes">
            <xsl:with-param name="class" select="'entry'"/>
          </xsl:call-template>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:choose>
        <xsl:when test="$first and f:is-block($first)">
          <div class="entry-name">
            <div>
              <xsl:apply-templates select="$first" mode="html"/>
            </div>
            <xsl:call-template name="beside-entry-name"/>
          </div>
        </xsl:when>
        <xsl:otherwise>
          <p class="entry-name">
            <xsl:choose>
              <xsl:when test="$first">
                <strong>
                  <xsl:apply-templates select="$first" mode="html"/>
                </strong>
              </xsl:when>
              <xsl:otherwise>
                <strong class="gen"><xsl:sequence select="$own-language"/>{f:entry-name(.)}</strong>
              </xsl:otherwise>
            </xsl:choose>
            <xsl:if test="@*[not(self::attribute(xml:id))]">
              <xsl:call-template name="beside-entry-name"/>
            </xsl:if>
          </p>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:variable name="statements" as="element()*" select="*[not(. is $first)][@* or */@* or normalize-space() or descendant::*/@*]"/>
      <xsl:if test="exists($statements)">
        <xsl:call-template name="named">
          <xsl:with-param name="statements" select="$statements"/>
        </xsl:call-template>
      </xsl:if>
      <xsl:if test="$says-occurrences">
        <xsl:call-template name="occurrences"/>
      </xsl:if>
    </div>
  </xsl:template>

  <!-- What the attributes of an entry say. -->
  <xsl:template name="beside-entry-name" as="element()*">
    <xsl:if test="@role = 'unidentified'">
      <span class="gen"><xsl:sequence select="$own-language"/> {f:bracketed(f:word('page.unidentified'), 'editor')}</span>
    </xsl:if>
    <xsl:if test="exists(@*[not(self::attribute(xml:id))] ! f:particular(.))">
      <xsl:call-template name="particulars"/>
    </xsl:if>
  </xsl:template>

  <!-- A list of them says what it is, where it has no heading: what follows is not the document's.
       The page of an authority file has said it already. -->
  <xsl:template mode="html" as="item()*" match="listPerson[f:lacks-name(.)] | listPlace[f:lacks-name(.)] | listOrg[f:lacks-name(.)] | listEvent[f:lacks-name(.)]
      | listObject[f:lacks-name(.)] | listNym[f:lacks-name(.)] | listRelation[f:lacks-name(.)]">
    <xsl:variable name="is-in-outline" as="xs:boolean" select="exists(parent::*[self::body or self::back or self::standOff or self::div])"/>
    <div>
      <xsl:call-template name="attributes"/>
      <xsl:element name="{if ($is-in-outline) then 'h' || min((6, f:heading-level(.) + 1)) else 'p'}">
        <xsl:attribute name="class" select="'gen voice-editor list-name'"/>
        <xsl:sequence select="$own-language"/>
        <xsl:value-of select="f:bracketed(f:label(.), 'editor')"/>
      </xsl:element>
      <xsl:choose>
        <xsl:when test="self::listRelation and f:is-record(.)">
          <xsl:call-template name="relations"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="content"/>
        </xsl:otherwise>
      </xsl:choose>
    </div>
  </xsl:template>

  <xsl:template mode="html" as="element()*" match="listRelation[f:is-record(.)][not(f:lacks-name(.))]">
    <div>
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates select="head" mode="html"/>
      <xsl:call-template name="relations"/>
    </div>
  </xsl:template>

  <xsl:template name="relations" as="item()*">
    <xsl:if test="exists(* except head)">
      <xsl:call-template name="named">
        <xsl:with-param name="statements" select="* except head"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- A reference in a sentence runs on with it. -->
  <xsl:template match="biblStruct[not(f:is-block(.))] | biblFull[not(f:is-block(.))]" mode="html" as="item()*">
    <xsl:variable name="parts" as="document-node()">
      <xsl:document>
        <xsl:call-template name="reference-parts"/>
      </xsl:document>
    </xsl:variable>
    <span>
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates select="$parts/node()" mode="in-line"/>
    </span>
  </xsl:template>

  <xsl:template name="reference-parts" as="item()*">
    <xsl:for-each select="node()">
      <xsl:if test="self::* and normalize-space() and preceding-sibling::*[normalize-space()]">
        <span class="gen">{f:list-gap(string(preceding-sibling::*[normalize-space()][1]))}</span>
      </xsl:if>
      <xsl:choose>
        <xsl:when test="self::analytic or self::monogr or self::imprint or self::series or self::titleStmt or self::publicationStmt or self::editionStmt or self::seriesStmt">
          <span>
            <xsl:call-template name="attributes"/>
            <xsl:call-template name="reference-parts"/>
          </span>
        </xsl:when>
        <xsl:otherwise>
          <xsl:apply-templates select=".[self::* or normalize-space()]" mode="html"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>

  <!-- Every passage of the edition that names the entry. -->
  <xsl:template name="occurrences" as="element()?">
    <xsl:variable name="entry" as="element(e:entry)?" select="
        if (@xml:id) then key('entry', @xml:id, $edition-data)[1] else ()"/>
    <xsl:for-each select="$entry[e:in or @all]">
      <div class="gen occurrences"><xsl:sequence select="$own-language"/>
        <p>{f:word('page.occurrences')}</p>
        <xsl:call-template name="named-in"/>
      </div>
    </xsl:for-each>
  </xsl:template>

  <xsl:key name="entry" match="e:entry" use="@key"/>

  <!-- Pages of authority files say them; few others know of any. -->
  <xsl:variable name="says-occurrences" as="xs:boolean" select="exists($edition-data/descendant::e:entry)"/>
</xsl:stylesheet>
