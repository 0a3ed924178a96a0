<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- What those are called that a statement points at: persons, languages, categories, documents. -->

  <!-- The name behind a pointer to a person or a responsibility, or of the document that it leads to;
       else the pointer's own words. -->
  <xsl:function name="f:named" as="xs:string">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="context" as="element()"/>
    <xsl:choose>
      <xsl:when test="contains($pointer, '#')">
        <xsl:variable name="target" as="element()?" select="f:target($pointer, $context)"/>
        <xsl:sequence select="(
            if ($target) then f:plain(f:naming-of-target($target), 'reading')[. ne ''] else (),
            f:name-of-document(substring-before($pointer, '#')),
            if (starts-with($pointer, '#')) then substring($pointer, 2) else $pointer)[1]"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="(f:name-of-document($pointer), $pointer)[1]"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- What names it there: of an entry its name, never all of its statements. -->
  <xsl:function name="f:naming-of-target" as="element()">
    <xsl:param name="target" as="element()"/>
    <xsl:sequence select="
        $target/(persName, placeName, name, orgName, objectIdentifier/objectName, eventName, self::event/(head, label, desc), self::unitDef/label, self::category/(catDesc, gloss, desc), title, .)[1]"/>
  </xsl:function>

  <xsl:function name="f:name-of-document" as="xs:string?">
    <xsl:param name="path" as="xs:string"/>
    <xsl:sequence select="if ($has-documents) then f:document-of-file($path) ! (@short[. ne ''], @title)[1] ! string() else ()"/>
  </xsl:function>

  <!-- Who is pointed at by an identifier of the project's, as which the header names somebody: "part:ada",
       an address. -->
  <xsl:key name="bearer" match="(titleStmt | editionStmt)//*[@ref][self::persName or self::name or self::orgName or self::editor or self::author]" use="@ref"/>

  <xsl:function name="f:bearer" as="element()?">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="context" as="element()"/>
    <xsl:sequence select="if (contains($pointer, ':') and not(contains($pointer, '#'))) then key('bearer', $pointer, root($context))[1] else ()"/>
  </xsl:function>

  <!-- The name of who answers for a statement, where the header has one. -->
  <xsl:function name="f:person-behind" as="xs:string?">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="statement" as="element()"/>
    <xsl:variable name="target" as="element()?" select="(f:target($pointer, $statement), f:bearer($pointer, $statement))[1]"/>
    <xsl:sequence select="
        if ($target/self::respStmt) then f:names-of-responsible($target)[. ne '']
        else $target/(self::person | self::name | self::persName | self::editor | self::author)
          /(self::name | self::persName | self::editor | self::author | (persName, name)[1])[1] ! f:plain(., 'reading')[. ne '']"/>
  </xsl:function>

  <!-- What a relation is called, and between whom it is (TEI Guidelines 14.3.2.3): "sibling", "Ada and Ben",
       "Ada → Ben". -->
  <xsl:function name="f:relation-name" as="xs:string">
    <xsl:param name="relation" as="element(relation)"/>
    <xsl:sequence select="
        ($relation/(@name, @ref)[. ne ''] ! replace(., '^.*[/#:]', '') ! f:capitalised(f:kind-in-words(.)), f:label($relation))[1]"/>
  </xsl:function>

  <xsl:function name="f:related" as="xs:string">
    <xsl:param name="relation" as="element(relation)"/>
    <xsl:sequence select="string-join(
        ($relation/@mutual, $relation/@active, $relation/@passive) ! f:list(f:pointers(.) ! f:named(., $relation)), ' → ')"/>
  </xsl:function>

  <!-- The name that the header has for a language, else its tag. -->
  <xsl:function name="f:language-name" as="xs:string">
    <xsl:param name="tag" as="xs:string"/>
    <xsl:sequence select="($header-languages[@ident eq $tag] ! f:words-of-language(.)[. ne ''], $tag)[1]"/>
  </xsl:function>

  <!-- What it is called there: of several names that in the interface's language, else the first. -->
  <xsl:function name="f:words-of-language" as="xs:string">
    <xsl:param name="language" as="element(language)"/>
    <xsl:sequence select="f:plain(($language/name[starts-with(@xml:lang, $own-tongue)], $language/name, $language)[1], 'reading')"/>
  </xsl:function>

  <xsl:variable name="own-tongue" as="xs:string" select="string(tokenize($language, '-')[1])"/>

  <xsl:variable name="header-languages" as="element(language)*" select="/*/teiHeader/profileDesc/langUsage/language"/>

  <!-- A category, after those that it is part of: "Prose › Novel". -->
  <xsl:function name="f:category-words" as="xs:string">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="context" as="element()"/>
    <xsl:sequence select="(
        string-join(f:target($pointer, $context)/ancestor-or-self::category ! f:plain((catDesc, gloss, desc)[1], 'reading')[. ne ''], ' › ')[. ne ''],
        replace($pointer, '^.*[#/:]', ''))[1]"/>
  </xsl:function>
</xsl:stylesheet>
