<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- What a document is, from whom, to whom, when, where, how: the rows of its head. Each output
       has summary-row and summary-lines for a row, summary-values for one of names, places or
       dates, row-of-rows for several of one name, f:summary-link for words that lead somewhere (to the
       page itself where the address is empty). -->

  <!-- From, to, place, date; then what happened to the document on its way, in order; what it
       encloses or was enclosed in. Without a correspondence: who wrote it. -->
  <xsl:template name="correspondence" as="item()*">
    <xsl:variable name="header" as="element(teiHeader)?" select="/*/teiHeader[1]"/>
    <xsl:variable name="actions" as="element(correspAction)*" select="$header/profileDesc/correspDesc/correspAction"/>
    <xsl:variable name="sent" as="element(correspAction)*" select="$actions[@type = $kinds-of-sending]"/>
    <!-- When and where a document came about: of minutes, when and where those met of whom they are. -->
    <xsl:variable name="origin" as="element()?" select="
        ($header[empty($actions)]/profileDesc/(creation[* or normalize-space()], settingDesc[empty(setting[2])]/setting)[date or *[f:is-place(.)]])[1]"/>
    <xsl:variable name="addressed" as="element(correspAction)*" select="$actions[f:is-addressee(.)]"/>
    <xsl:call-template name="party">
      <xsl:with-param name="label" select="f:word('page.from')"/>
      <xsl:with-param name="parties" select="$sent/*[f:is-party(.)]"/>
    </xsl:call-template>
    <xsl:call-template name="party">
      <xsl:with-param name="label" select="f:word('page.to')"/>
      <xsl:with-param name="parties" select="$addressed/*[f:is-party(.)]"/>
    </xsl:call-template>
    <xsl:call-template name="party">
      <xsl:with-param name="label" select="f:word('page.author')"/>
      <xsl:with-param name="parties" select="$header[empty($sent/*[f:is-party(.)])]/fileDesc/titleStmt/author/(persName, .)[1]"/>
    </xsl:call-template>
    <xsl:call-template name="summary-values">
      <xsl:with-param name="label" select="f:word('page.date')"/>
      <xsl:with-param name="elements" select="
          $sent/date, if (exists($sent/date)) then () else ($header/profileDesc/creation/date, $origin/self::setting/date)"/>
    </xsl:call-template>
    <xsl:call-template name="summary-values">
      <xsl:with-param name="label" select="f:word('page.place')"/>
      <xsl:with-param name="elements" select="$sent/*[f:is-place(.)], $sent/(note | p | desc), $origin/*[f:is-place(.)]"/>
    </xsl:call-template>
    <!-- Not among the addressees: a town is nobody. -->
    <xsl:call-template name="summary-values">
      <xsl:with-param name="label" select="f:word('page.destination')"/>
      <xsl:with-param name="elements" select="$addressed/*[f:is-place(.)]"/>
    </xsl:call-template>
    <!-- What has one name makes one row: several letters before this one. -->
    <xsl:for-each-group group-by="f:summary-label(.)"
        select="$actions except $sent, $header/profileDesc/correspDesc/correspContext/(ref | ptr)[normalize-space() or @target and exists(f:title-pointed-at(@target))]">
      <xsl:choose>
        <xsl:when test="exists(current-group()[2])">
          <xsl:variable name="rows" as="element()*">
            <xsl:apply-templates select="current-group()" mode="summary">
              <xsl:with-param name="label" select="current-grouping-key()"/>
            </xsl:apply-templates>
          </xsl:variable>
          <xsl:if test="exists($rows)">
            <xsl:call-template name="row-of-rows">
              <xsl:with-param name="rows" select="$rows"/>
            </xsl:call-template>
          </xsl:if>
        </xsl:when>
        <xsl:otherwise>
          <xsl:apply-templates select="." mode="summary">
            <xsl:with-param name="label" select="current-grouping-key()"/>
          </xsl:apply-templates>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
    <xsl:call-template name="summary-lines">
      <xsl:with-param name="label" select="f:word('label.correspDesc')"/>
      <xsl:with-param name="lines" select="$header/profileDesc/correspDesc/(self::*[empty(*)] | p | note)[normalize-space()] ! f:plain(., 'reading')"/>
    </xsl:call-template>
  </xsl:template>

  <!-- What the row of an event or of another letter is called. -->
  <xsl:function name="f:summary-label" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        if ($element/(self::ref | self::ptr)[@type]) then f:context-label($element)
        else if (not($element/self::correspAction)) then f:label($element)
        else if (f:is-addressee($element)) then f:word('event.received')
        else f:action($element)"/>
  </xsl:function>

  <xsl:function name="f:is-party" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element[self::persName or self::orgName or (self::name or self::rs) and not(@type = $kinds-of-place)])"/>
  </xsl:function>

  <xsl:function name="f:is-place" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element[self::placeName or self::settlement or self::district or self::region or self::country
        or self::bloc or self::geogName or (self::name or self::rs) and @type = $kinds-of-place])"/>
  </xsl:function>

  <!-- Names whose type says that they are of places: the setting of a debate has them so. -->
  <xsl:variable name="kinds-of-place" static="yes" as="xs:string+" select="tokenize('place city town settlement village district region country')"/>

  <!-- What projects call the two actions for which the Guidelines have a word (2.4.6). -->
  <xsl:variable name="kinds-of-sending" static="yes" as="xs:string+" select="tokenize('sent sending send sender sentBy')"/>
  <xsl:variable name="kinds-of-receiving" static="yes" as="xs:string+" select="tokenize('received receiving receive receiver recipient addressee deliveredTo')"/>

  <!-- Received by the one it was written to, as against those whose hands it passed. -->
  <xsl:function name="f:is-addressee" as="xs:boolean">
    <xsl:param name="action" as="element(correspAction)"/>
    <xsl:sequence select="($action/@type = $kinds-of-receiving or not($action/@type) and $action/*/@role = ('addressee', 'recipient')) and ($action/@subtype = 'to' or not($action/@subtype))"/>
  </xsl:function>

  <xsl:template name="party" as="item()*">
    <xsl:param name="label" as="xs:string"/>
    <xsl:param name="parties" as="element()*"/>
    <xsl:call-template name="summary-values">
      <xsl:with-param name="label" select="$label"/>
      <xsl:with-param name="class" select="'party'"/>
      <xsl:with-param name="elements" select="$parties"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="correspAction" mode="summary" as="item()*">
    <xsl:param name="label" as="xs:string" select="f:summary-label(.)"/>
    <xsl:variable name="said" as="element()*" select="
        *[f:is-party(.) or f:is-place(.)][not(f:is-addressee(current()))] | date | note | p | address | desc"/>
    <xsl:choose>
      <xsl:when test="*">
        <xsl:call-template name="summary-values">
          <xsl:with-param name="label" select="$label"/>
          <xsl:with-param name="elements" select="$said"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="summary-row">
          <xsl:with-param name="label" select="$label"/>
          <xsl:with-param name="values" select="normalize-space()"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What stands before a value of a row that is not the first: a name in another language, a sentence. -->
  <xsl:function name="f:row-sign" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        if ($element/@xml:lang and f:is-name-again($element)) then $or-described
        else if ($element[self::note or self::p or self::desc][matches(normalize-space(), '^\p{Lu}.*[.!?]$')]) then '. '
        else $semicolon"/>
  </xsl:function>

  <!-- How sure the editors are of a name, a place, a date, where they are not. -->
  <xsl:function name="f:summary-doubt" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="if (not($element/(@cert or @evidence))) then '' else string-join((
        $element/@cert[not(. = 'high')] ! (' ' || f:bracketed(f:certainty(.), 'editor')),
        $element/@evidence[. = ('conjecture', 'internal')][not($element/@cert[not(. = 'high')])]
          ! (' ' || f:bracketed(f:word('certainty.inferred'), 'editor'))))"/>
  </xsl:function>

  <xsl:template match="correspContext/ref | correspContext/ptr" mode="summary" as="item()*">
    <xsl:param name="label" as="xs:string" select="f:summary-label(.)"/>
    <xsl:call-template name="summary-row">
      <xsl:with-param name="label" select="$label"/>
      <xsl:with-param name="values" select="f:summary-link(if (normalize-space()) then f:plain(., 'reading') else f:title-pointed-at(@target), string(f:first-href(@target)), '')"/>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
