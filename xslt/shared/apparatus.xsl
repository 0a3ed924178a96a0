<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:f="urn:tei-edition:functions"
    xmlns:e="urn:tei-edition:edition"
    xmlns:t="urn:tei-edition:text"
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

  <!-- Why the words of a place are not in the reading view, and who is behind that. -->
  <xsl:function name="f:left-out" as="xs:string">
    <xsl:param name="place" as="element()"/>
    <xsl:sequence select="
        f:word('punctuation.colon') || f:word('readings.' || (if ($place/self::del) then 'deleted' else 'surplus')) || f:attribution($place)"/>
  </xsl:function>

  <!-- Whether a reading is more than that words are lacking. -->
  <xsl:function name="f:holds-something" as="xs:boolean">
    <xsl:param name="reading" as="element()?"/>
    <xsl:sequence select="exists($reading/node()[self::* or self::text()[normalize-space()]])"/>
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

  <xsl:function name="f:attribution" as="xs:string">
    <xsl:param name="reading" as="element()"/>
    <xsl:variable name="act" as="xs:string?" select="$reading[self::corr or self::reg or self::expan] ! local-name()"/>
    <xsl:variable name="statements" as="xs:string*" select="
        $act ! f:act(., $reading),
        $reading/@hand ! f:hand(.),
        $reading/@cert ! f:certainty(.),
        $reading/@wit ! f:pointers(.) ! replace(., '^.*#', ''),
        $reading/following-sibling::*[1]/self::wit ! f:plain(node(), 'diplomatic')[. != ''],
        f:details($reading) ! f:plain(node(), 'diplomatic')[. != ''],
        $reading/@source ! f:pointers(.) ! f:target(., $reading) ! f:labelled(f:word('readings.evidence'), f:plain((title, .)[1], 'reading'))"/>
    <xsl:sequence select="if (exists($statements)) then f:labelled('', string-join($statements, ', ')) else ''"/>
  </xsl:function>
</xsl:stylesheet>
