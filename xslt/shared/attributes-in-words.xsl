<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

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
      select="tokenize('columns ruledLines writtenLines mainLang otherLangs cert ident dur usage')"/>

  <!-- That of an attribute which points at something, or is said in another way than most. -->
  <xsl:function name="f:particular-of-kind" as="xs:string">
    <xsl:param name="attribute" as="attribute()"/>
    <xsl:variable name="value" as="xs:string" select="
        if (starts-with($attribute, '#') and not($attribute/self::attribute(replacementPattern))) then f:list(f:pointers($attribute) ! f:named(., $attribute/..))
        else if ($attribute[self::attribute(columns) or self::attribute(ruledLines) or self::attribute(writtenLines)])
          then replace(normalize-space($attribute), '^(\d+) (\d+)$', '$1–$2')
        else if ($attribute/self::attribute(dur)) then f:duration($attribute)
        else if ($attribute[self::attribute(mainLang) or self::attribute(otherLangs)])
          then f:list(f:pointers($attribute) ! f:language-name(.))
        else ($attribute-values($attribute), string($attribute))[1]"/>
    <xsl:sequence select="
        if ($attribute/self::attribute(cert)) then f:certainty($attribute)
        else if ($attribute/self::attribute(usage) and not($attribute/parent::language)) then f:labelled('usage', $value)
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
      map:keys($words)[starts-with(., 'attribute.')] ! map:entry(substring-after(., '.'), string($word(.))),
      tokenize('cert evidence extent full hands ident key level medium mode n name notation quantity reason role scope
        scribe script status style subtype unit value when-iso') ! map:entry(., translate(., '-', ' '))))"/>

  <!-- How those begin that are said by their name and their value. -->
  <xsl:variable name="particulars-begin" static="yes" as="map(xs:QName, xs:string)" select="
      map:merge(map:keys($attribute-names)[not(. = $said-otherwise)] ! map:entry(QName('', .), concat($attribute-names(.), $colon)))"/>

  <!-- What values of attributes are called. -->
  <xsl:variable name="attribute-values" static="yes" as="map(xs:string, xs:string)" select="map:merge(
      map:keys($words)[starts-with(., 'attribute-value.')] ! map:entry(substring-after(., '.'), string($word(.))))"/>

  <!-- What the label, a link or a phrase says, and what says nothing to a reader, as RDFa. -->
  <xsl:template mode="particular" as="xs:string?" match="@type | @ref | @xml:id | @corresp | @rend | title/@level | @full
      | @target | @who | @source | @resp | @from | @to | @id | @base | @lang | @schemaLocation
      | sex/@content | @about | @property | @resource | @typeof | @typeOf | @rel | @rev | @inlist | @vocab
      | @role[. = 'unidentified'] | editor/@role[. = 'editor'] | author/@role[. = 'author'] | relation/@name | relation/@mutual | relation/@active | relation/@passive"/>

  <!-- What the words of the statement say. -->
  <xsl:template mode="particular" as="xs:string?" match="@key | @mainLang">
    <xsl:if test="../node() and not(normalize-space(..))">
      <xsl:call-template name="particular"/>
    </xsl:if>
  </xsl:template>

  <xsl:template mode="particular" as="xs:string?" match="@facs | @otherLangs
      | @when-custom | @notBefore-custom | @notAfter-custom | @from-custom | @to-custom">
    <xsl:if test="not(normalize-space(..))">
      <xsl:call-template name="particular"/>
    </xsl:if>
  </xsl:template>

  <!-- What the same attribute without its calendar's name says. -->
  <xsl:template match="@when-iso | @notBefore-iso | @notAfter-iso | @from-iso | @to-iso" mode="particular" as="xs:string?">
    <xsl:variable name="plain" as="xs:string" select="substring-before(local-name(), '-iso')"/>
    <xsl:if test="not(../@*[local-name() eq $plain] = .)">
      <xsl:call-template name="particular"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="@when" mode="particular" as="xs:string?">
    <xsl:if test="not(../(self::date or self::birth[matches(., '\d')] or self::death[matches(., '\d')] or self::origDate)) or not(normalize-space(..))
        or ../(@calendar or @when-custom) and normalize-space(..) ne . and f:calendar(..) ne ''">
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
    <xsl:choose>
      <xsl:when test="../self::edition or ../self::witness[matches(@n, '\p{L}')] or f:is-counted(..) or . = ../normalize-space()"/>
      <!-- A label of letters needs no name: "CIL". -->
      <xsl:when test="let $first := substring(normalize-space(), 1, 1) return upper-case($first) ne lower-case($first)">
        <xsl:sequence select="normalize-space()"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="particular"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The calendar that we reckon by is none that is said. -->
  <xsl:template match="@calendar | @datingMethod" mode="particular" as="xs:string?">
    <xsl:if test="not(contains(lower-case(.), 'greg'))">
      <xsl:call-template name="particular"/>
    </xsl:if>
  </xsl:template>

  <!-- The number of a part of a publication that has no words: "Volume 4". -->
  <xsl:template match="biblScope[not(node())]/@n | citedRange[not(node())]/@n" mode="particular" as="xs:string?">
    <xsl:sequence select="string()"/>
  </xsl:template>

  <!-- The calendar of a date, once; of ours nothing is said. -->
  <xsl:template match="date/@calendar | date/@datingMethod | origDate/@calendar | origDate/@datingMethod" mode="particular" as="xs:string?">
    <xsl:variable name="calendar" as="xs:string" select="if (self::attribute(datingMethod) and ../@calendar) then '' else f:calendar(..)"/>
    <xsl:sequence select="$calendar[. ne ''] ! f:labelled(f:name-of-attribute('calendar'), .)"/>
  </xsl:template>

  <xsl:template match="@subtype" mode="particular" as="xs:string?">
    <xsl:if test="not(../(self::correspAction or self::ref[parent::correspContext]))">
      <xsl:call-template name="particular"/>
    </xsl:if>
  </xsl:template>

  <!-- Sexes by the codes that TEI proposes (ISO 5218, and letters). -->
  <xsl:variable name="sexes" static="yes" as="map(xs:string, xs:string)" select="map:merge(
      for $code in ('1 male', 'M male', 'm male', '2 female', 'F female', 'f female', '0 unknown', 'U unknown')
      return map:entry(substring-before($code, ' '), $attribute-values(substring-after($code, ' '))))"/>

  <xsl:template match="sex/@value | person/@sex | personGrp/@sex | persona/@sex" mode="particular" as="xs:string?">
    <xsl:variable name="said" as="xs:string" select="($sexes(string()), $attribute-values(string()), string())[1]"/>
    <xsl:sequence select="
        if (f:says-no-more(..)) then $said
        else if (parent::sex and lower-case(normalize-space(..)) eq $said) then ()
        else f:labelled(f:name-of-attribute(local-name()), $said)"/>
  </xsl:template>

  <!-- What somebody is, an identifier of the project's. -->
  <xsl:template match="@role" mode="particular" as="xs:string?">
    <xsl:sequence select="f:labelled(f:name-of-attribute('role'), ($attribute-values(string()), f:kind-in-words(.))[1])"/>
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
</xsl:stylesheet>
