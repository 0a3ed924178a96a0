<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">


  <!-- An entry of the list of readings, in words: the reading, who is behind it and how sure, and
       what else there is. -->

  <!-- The members of a choice or an apparatus entry, the one that the reading view shows first. -->
  <xsl:function name="f:readings-of" as="element()*">
    <xsl:param name="place" as="element()"/>
    <xsl:variable name="members" as="element()*" select="
        if ($place/self::choice) then $place/* else $place/descendant::*[self::lem or self::rdg][ancestor::app[1] is $place]"/>
    <xsl:variable name="shown" as="element()?" select="($members[f:view(.) = ('reading', 'both')], $members)[1]"/>
    <xsl:sequence select="$shown, $members except $shown"/>
  </xsl:function>

  <!-- The first words of an entry: the reading that the text has. One that is joined to its text by a
       reference may have variants only. -->
  <xsl:function name="f:lemma-of" as="element()?">
    <xsl:param name="place" as="element()"/>
    <xsl:sequence select="f:readings-of($place)[1][self::lem or not(f:lacks-lemma($place))]"/>
  </xsl:function>

  <xsl:function name="f:lacks-lemma" as="xs:boolean">
    <xsl:param name="place" as="element()"/>
    <xsl:sequence select="exists($place/self::app[f:is-keyed(.)][not(lem)])"/>
  </xsl:function>

  <!-- The words of the text that such an entry is about: from one point to the other, or to the entry
       itself; of an element, its own. -->
  <xsl:function name="f:base-words" as="xs:string">
    <xsl:param name="app" as="element(app)"/>
    <xsl:variable name="from" as="element()?" select="f:pointers($app/@from)[1] ! f:target(., $app)"/>
    <xsl:variable name="to" as="element()?" select="(f:pointers($app/@to)[1] ! f:target(., $app), $app[ancestor::* intersect $from/ancestor::*[not(self::body or self::text or self::TEI)]])[1]"/>
    <xsl:variable name="words" as="node()*">
      <xsl:choose>
        <xsl:when test="empty($from)"/>
        <xsl:when test="normalize-space($from) and not($app/@to)">
          <xsl:sequence select="$from"/>
        </xsl:when>
        <xsl:otherwise>
          <!-- Read to the end of the entry's words only: the text behind them may be long. -->
          <xsl:iterate select="$from/descendant::text(), $from/following::text()">
            <xsl:choose>
              <xsl:when test=". &lt;&lt; $to or ancestor::* intersect $to">
                <xsl:sequence select=".[empty(ancestor::note | ancestor::app)]"/>
              </xsl:when>
              <xsl:otherwise>
                <xsl:break/>
              </xsl:otherwise>
            </xsl:choose>
          </xsl:iterate>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="all" as="xs:string*" select="tokenize(f:plain($words, 'reading'))"/>
    <xsl:sequence select="if (count($all) le 8) then string-join($all, ' ') else string-join(($all[position() le 3], '…', $all[position() gt count($all) - 3]), ' ')"/>
  </xsl:function>

  <!-- Why the words of a place are not in the reading view, and who is behind that. -->
  <xsl:function name="f:left-out" as="node()*">
    <xsl:param name="place" as="element()"/>
    <xsl:value-of select="f:word('punctuation.colon') || f:word('readings.' || (if ($place/self::del) then 'deleted' else 'surplus'))"/>
    <xsl:sequence select="f:attribution($place, ', ')"/>
  </xsl:function>

  <!-- Whether a reading is more than that words are lacking: a space of no size is nothing. -->
  <xsl:function name="f:holds-something" as="xs:boolean">
    <xsl:param name="reading" as="element()?"/>
    <xsl:sequence select="exists($reading/node()[self::*[not(self::space[@quantity = '0'])] or self::text()[normalize-space()]])"/>
  </xsl:function>

  <!-- What stands for a reading of which there are no words: how much it was, where that is said. -->
  <xsl:function name="f:no-words" as="xs:string">
    <xsl:param name="reading" as="element()?"/>
    <xsl:sequence select="f:bracketed(($reading/self::del ! f:extent(.), f:word('readings.empty'))[1], 'editor')"/>
  </xsl:function>

  <!-- Whether a reading is the document's own, as against another that somebody has or proposes. -->
  <xsl:function name="f:is-source-reading" as="xs:boolean">
    <xsl:param name="reading" as="element()"/>
    <xsl:sequence select="exists($reading[self::sic or self::orig or self::abbr or self::am])"/>
  </xsl:function>

  <!-- The phrase that a further reading of a place is named in. -->
  <xsl:function name="f:key-of-reading" as="xs:string">
    <xsl:param name="reading" as="element()"/>
    <xsl:sequence select="if (f:is-source-reading($reading)) then 'readings.document-has' else 'readings.other'"/>
  </xsl:function>

  <!-- What is said of the witnesses of a reading. -->
  <xsl:function name="f:details" as="element(witDetail)*">
    <xsl:param name="reading" as="element()"/>
    <xsl:sequence select="
        $reading[self::lem or self::rdg]/ancestor::app[1]/descendant::witDetail[f:readings-detailed(.) intersect $reading]"/>
  </xsl:function>

  <!-- The readings that a witDetail is about: those that it points at, else those of its
       witnesses, else the one that it follows (TEI Guidelines 12.1.4). -->
  <xsl:function name="f:readings-detailed" as="element()*">
    <xsl:param name="detail" as="element(witDetail)"/>
    <xsl:variable name="readings" as="element()*" select="$detail/ancestor::app[1] ! f:readings-of(.)"/>
    <xsl:variable name="targets" as="element()*" select="f:pointers($detail/@target) ! f:target(., $detail)"/>
    <xsl:variable name="named" as="element()*" select="$readings[. intersect $targets]"/>
    <xsl:variable name="witnessed" as="element()*" select="$readings[f:pointers(@wit) = f:pointers($detail/@wit)]"/>
    <xsl:variable name="followed" as="element()?" select="($readings[. &lt;&lt; $detail] | ())[last()]"/>
    <xsl:sequence select="
        if (exists($named)) then $named else if (exists($witnessed)) then $witnessed
        else ($followed, $readings[1])[1]"/>
  </xsl:function>

  <!-- Who has a reading or is behind it, how sure and on what evidence: ": N, G, Heinsius". -->
  <xsl:function name="f:attribution" as="node()*">
    <xsl:param name="reading" as="element()"/>
    <xsl:sequence select="f:attribution($reading, f:word('punctuation.colon'))"/>
  </xsl:function>

  <xsl:function name="f:attribution" as="node()*">
    <xsl:param name="reading" as="element()"/>
    <xsl:param name="before" as="xs:string"/>
    <xsl:variable name="statements" as="item()*">
      <xsl:sequence select="$reading[self::corr or self::reg or self::expan] ! f:act(local-name(), .)"/>
      <xsl:if test="$reading[self::lem or self::rdg]">
        <xsl:sequence select="f:witnesses($reading)"/>
      </xsl:if>
      <xsl:sequence select="
          $reading/(@hand, parent::subst/@hand)[1] ! f:hand(.),
          $reading/(@change, parent::subst/@change)[1] ! f:pointers(.) ! f:target(., $reading)/self::change[normalize-space()]
            ! f:labelled(f:word('attribute.change'), f:plain(., 'reading')),
          $reading/@cert ! f:certainty(.),
          $reading/@cause ! translate(., '-_', '  '),
          f:details($reading) ! f:plain(node(), 'diplomatic')[. != ''],
          $reading[not(self::lem or self::rdg)] ! f:pointers(@source) ! f:target(., $reading) ! f:labelled(f:word('readings.evidence'), replace(f:plain((title, .)[1], 'reading'), '\.$', ''))"/>
    </xsl:variable>
    <xsl:for-each select="$statements">
      <xsl:value-of select="if (position() eq 1) then $before else ', '"/>
      <xsl:choose>
        <xsl:when test=". instance of node()">
          <xsl:sequence select="."/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:value-of select="."/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:function>

  <!-- The witnesses of a reading, who proposed it, and where it was printed: each leads to where it is
       explained. -->
  <xsl:function name="f:witnesses" as="item()*">
    <xsl:param name="reading" as="element()"/>
    <xsl:sequence select="
        f:pointers($reading/@wit) ! f:siglum-link(., $reading),
        $reading/following-sibling::*[1]/self::wit[f:view(.) ne 'both'] ! f:plain(node(), 'diplomatic')[. != ''],
        f:named-agents($reading/@resp) ! f:siglum-link(., $reading),
        f:named-agents($reading/@source)[not(. = f:named-agents($reading/@resp))] ! f:siglum-link(., $reading)"/>
  </xsl:function>

  <!-- What parts a reading and what is said of it from the next reading of an entry that stands apart. -->
  <xsl:function name="f:separator" as="xs:string">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="if ($part/following-sibling::*[1][self::rdg or self::rdgGrp]) then ';' else ''"/>
  </xsl:function>
</xsl:stylesheet>
