<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:f="urn:tei-edition:functions"
    xmlns:e="urn:tei-edition:edition"
    xmlns:c="urn:tei-edition:citation"
    xmlns:t="urn:tei-edition:text"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- What the attributes of a statement say. -->

  <xsl:function name="f:particular-link" as="xs:string?">
    <xsl:param name="statement" as="element()"/>
    <xsl:variable name="href" as="xs:string?" select="
        if (not($statement/(@target or @ref)) or $statement/(self::catRef | self::persName | self::placeName | self::orgName | self::ref | self::name)) then ()
        else f:first-href($statement/(@target, @ref)[1])"/>
    <xsl:sequence select="if ($href and f:names-itself($statement)) then () else $href"/>
  </xsl:function>

  <!-- A pointer to who or what has the same name already. -->
  <xsl:function name="f:names-itself" as="xs:boolean">
    <xsl:param name="statement" as="element()"/>
    <xsl:sequence select="
        starts-with($statement/@ref, '#') and f:named(f:pointers($statement/@ref)[1], $statement) eq f:plain($statement, 'reading')"/>
  </xsl:function>

  <!-- An address, or what it leads to in the document or the edition. -->
  <xsl:function name="f:link-words" as="xs:string">
    <xsl:param name="statement" as="element()"/>
    <xsl:variable name="pointer" as="xs:string" select="string($statement/(@target, @ref)[1])"/>
    <xsl:sequence select="
        if (matches($pointer, '^#\S+$') and exists(f:target($pointer, $statement))) then f:named($pointer, $statement)
        else (f:title-pointed-at($pointer), $pointer)[1]"/>
  </xsl:function>

  <!-- When a name was in use. -->
  <xsl:function name="f:time-of-name" as="xs:string?">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="if ($name/(@from or @to)) then f:range($name)[. ne ''] else ()"/>
  </xsl:function>

  <!-- What they say, each in words of its own, for those that say something to a reader which neither
       the label, the words nor a link says. -->
  <xsl:function name="f:particulars-said" as="xs:string*">
    <xsl:param name="statement" as="element()"/>
    <xsl:choose>
      <xsl:when test="$statement/(@when or @notBefore or @notAfter or @from or @to or @who or @source or @resp or self::edition or self::catRef)">
        <xsl:sequence select="f:phrases-said($statement)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="$statement/@*" mode="particular"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- The same of a statement with attributes that are said in a phrase. -->
  <xsl:function name="f:phrases-said" as="xs:string*">
    <xsl:param name="statement" as="element()"/>
    <xsl:variable name="dating" as="xs:string?" select="
        if ($statement/(@notBefore or @notAfter or @when ! f:particular(.))) then f:dating($statement)[. ne ''] else ()"/>
    <xsl:sequence select="$statement ! (
        if (self::catRef) then f:pointers(@target) ! f:category-words(., $statement) else (),
        if (self::edition) then @n ! f:phrase('statement.version', map {'n': string()}) else (),
        if (@from or @to) then f:range(.) else (),
        $dating,
        if (self::catRef) then ()
        else @*[not($dating and (self::attribute(when) or self::attribute(notBefore) or self::attribute(notAfter)))] ! f:particular(.),
        if (self::setting) then @who ! f:phrase('statement.with', map {'name': f:list(f:pointers(.) ! f:named(., $statement))})
        else @who ! f:pointers(.) ! f:phrase('statement.by', map {'name': f:named(., $statement)}),
        @source ! f:pointers(.) ! f:phrase('statement.according', map {'source': f:named(., $statement)}),
        @resp ! f:pointers(.) ! (f:person-behind(., $statement) ! f:phrase('statement.by', map {'name': .}), f:agent-word($statement))[1])"/>
  </xsl:function>

  <!-- What one attribute says. -->
  <xsl:function name="f:particular" as="xs:string?">
    <xsl:param name="attribute" as="attribute()"/>
    <xsl:apply-templates select="$attribute" mode="particular"/>
  </xsl:function>

  <!-- "columns: 2", "written lines: 40–45", "language: Middle English": the name of an attribute, and
       what it says, in words where there are some. -->
  <xsl:template match="@*" mode="particular" name="particular" as="xs:string?">
    <xsl:variable name="start" as="xs:string?" select="$particulars-begin(node-name())"/>
    <xsl:sequence select="
        if (exists($start) and not(starts-with(., '#'))) then concat($start, ($attribute-values(string()), string())[1])
        else if (namespace-uri() eq '') then f:particular-of-kind(.)
        else ()"/>
  </xsl:template>

  <!-- Attributes that are said in another way than by their name and their value. -->
  <xsl:variable name="said-otherwise" static="yes" as="xs:string+"
      select="tokenize('columns ruledLines writtenLines mainLang otherLangs cert ident dur')"/>

  <!-- That of an attribute which points at something, or is said in another way than most. -->
  <xsl:function name="f:particular-of-kind" as="xs:string">
    <xsl:param name="attribute" as="attribute()"/>
    <xsl:variable name="value" as="xs:string" select="
        if (starts-with($attribute, '#')) then f:list(f:pointers($attribute) ! f:named(., $attribute/..))
        else if ($attribute[self::attribute(columns) or self::attribute(ruledLines) or self::attribute(writtenLines)])
          then replace(normalize-space($attribute), '^(\d+) (\d+)$', '$1–$2')
        else if ($attribute/self::attribute(dur)) then f:duration($attribute)
        else if ($attribute[self::attribute(mainLang) or self::attribute(otherLangs)])
          then f:list(f:pointers($attribute) ! f:language-name(.))
        else ($attribute-values($attribute), string($attribute))[1]"/>
    <xsl:sequence select="
        if ($attribute/self::attribute(cert)) then f:certainty($attribute)
        else if ($attribute/self::attribute(ident)/parent::language) then f:labelled(f:word('attribute.code'), $value)
        else f:labelled(f:name-of-attribute(local-name($attribute)), $value)"/>
  </xsl:function>

  <xsl:function name="f:name-of-attribute" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="($attribute-names($name), lower-case(replace(translate($name, '-', ' '), '(\p{Ll})(\p{Lu})', '$1 $2')))[1]"/>
  </xsl:function>

  <!-- The names that the catalogue has, and those of attributes that many documents have; the others
       are made when they are met. -->
  <xsl:variable name="attribute-names" static="yes" as="map(xs:string, xs:string)" select="map:merge((
      map:keys($words)[starts-with(., 'attribute.')] ! map:entry(substring-after(., '.'), string($words(.))),
      tokenize('cert evidence extent full hands ident key level medium mode n name notation quantity reason role scope
        scribe script status style subtype unit value when-iso') ! map:entry(., translate(., '-', ' '))))"/>

  <!-- How those begin that are said by their name and their value. -->
  <xsl:variable name="particulars-begin" static="yes" as="map(xs:QName, xs:string)" select="
      map:merge(map:keys($attribute-names)[not(. = $said-otherwise)] ! map:entry(QName('', .), concat($attribute-names(.), $colon)))"/>

  <!-- What values of attributes are called. -->
  <xsl:variable name="attribute-values" static="yes" as="map(xs:string, xs:string)" select="map:merge(
      map:keys($words)[starts-with(., 'attribute-value.')] ! map:entry(substring-after(., '.'), string($words(.))))"/>

  <!-- What @from and @to say, dates in words; of a part of a publication its words say it. -->
  <xsl:function name="f:range" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        if ($element/(self::biblScope | self::citedRange | self::locus)[normalize-space()]) then ()
        else if ($element/(self::biblScope | self::citedRange)) then string-join(distinct-values($element/(@from, @to) ! normalize-space()), '–')
        else if (not($element/self::locus)
          and (every $end in $element/(@from, @to) satisfies matches($end, $date-form))) then f:dating($element)
        else if ($element/@from and $element/@to)
          then f:phrase('statement.range', map {'from': string($element/@from), 'to': string($element/@to)})
        else $element/(@from, @to) ! string()"/>
  </xsl:function>

  <!-- What the label, a link or a phrase says, and what says nothing to a reader. -->
  <xsl:template mode="particular" as="xs:string?" match="@type | @ref | @xml:id | @corresp | @rend | title/@level | @full
      | @target | @who | @source | @resp | @from | @to | @id | @base | @lang | @schemaLocation
      | @role[. = 'unidentified'] | relation/@name | relation/@mutual | relation/@active | relation/@passive"/>

  <!-- What the words of the statement say. -->
  <xsl:template mode="particular" as="xs:string?" match="@key | @facs | @mainLang | @otherLangs
      | @when-custom | @notBefore-custom | @notAfter-custom | @from-custom | @to-custom">
    <xsl:if test="not(normalize-space(..))">
      <xsl:call-template name="particular"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="@when" mode="particular" as="xs:string?">
    <xsl:if test="not(../(self::date or self::birth[matches(., '\d')] or self::death[matches(., '\d')] or self::origDate)) or not(normalize-space(..)) or ../(@calendar or @when-custom)">
      <xsl:call-template name="particular"/>
    </xsl:if>
  </xsl:template>

  <!-- What its label says. -->
  <xsl:template match="@unit" mode="particular" as="xs:string?">
    <xsl:if test="not(../(self::biblScope or self::citedRange))">
      <xsl:call-template name="particular"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="@n" mode="particular" as="xs:string?">
    <xsl:if test="not(../self::edition or ../self::witness[matches(@n, '\p{L}')] or f:is-counted(..))">
      <xsl:call-template name="particular"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="@subtype" mode="particular" as="xs:string?">
    <xsl:if test="not(../(self::correspAction or self::ref[parent::correspContext]))">
      <xsl:call-template name="particular"/>
    </xsl:if>
  </xsl:template>

  <!-- "Sex: male": a value is all that a statement says which has no words. -->
  <xsl:template match="@value" mode="particular" as="xs:string?">
    <xsl:choose>
      <xsl:when test="f:says-no-more(..)">
        <xsl:sequence select="($attribute-values(string()), string())[1]"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="particular"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A statement of an entry, or a part of a publication, that has no words: what its attributes say is all it says, without brackets. -->
  <xsl:function name="f:says-no-more" as="xs:boolean">
    <xsl:param name="statement" as="element()"/>
    <xsl:sequence select="empty($statement/node()) and exists($statement/(self::biblScope | self::citedRange | parent::person | parent::personGrp | parent::place | parent::org))"/>
  </xsl:function>

  <!-- Statements that their number counts: "Item 2". -->
  <xsl:function name="f:is-counted" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element[self::msItem or self::msItemStruct or self::msPart or self::msFrag or self::seal or self::handNote or self::scriptNote or self::decoNote])"/>
  </xsl:function>
</xsl:stylesheet>
