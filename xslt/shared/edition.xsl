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

  <!-- What is known of the edition as a whole, and where pointers lead. -->

  <!-- The edition: serialised XML, element e:edition; empty for a document on its own.
       Its children are e:editor, e:statement, e:page (kind, href), e:document (file, place, page, id,
       title, short, date, kind), the headers of included documents, in a document e:way (key, href:
       an identifier's place in an index), e:beside (side, page, title, lang: the documents before
       and after it) and e:image (images.xsl), in a page of entries e:entry, in a page of the edition's own e:listing (html/listing.xsl). -->
  <xsl:param name="edition" as="xs:string" select="''"/>

  <!-- The name of the file that is rendered, without folders; may be empty. -->
  <xsl:param name="file" as="xs:string" select="''"/>

  <!-- Where it lies in the folder of the edition; may be empty. -->
  <xsl:param name="place" as="xs:string" select="''"/>

  <!-- The name of the page that is made of it; may be empty. -->
  <xsl:param name="page" as="xs:string" select="''"/>

  <xsl:variable name="edition-data" as="element(e:edition)?"
      select="if ($edition) then parse-xml($edition)/e:edition else /e:edition"/>

  <xsl:key name="id" match="*[@xml:id]" use="@xml:id"/>
  <xsl:key name="document-by-name" match="e:document" use="@file, @id"/>

  <!-- The page of the edition that shows a file, of the path that a pointer has. Of files of one name
       it is the one that lies there. Editions point at each other's documents by their identifiers,
       too: "L00029" for the file L00029.xml. -->
  <xsl:function name="f:document-of-file" as="element(e:document)?">
    <xsl:param name="path" as="xs:string"/>
    <xsl:variable name="documents" as="element(e:document)*" select="
        if ($has-documents) then key('document-by-name', tokenize($path, '/')[last()], root($edition-data)) else ()"/>
    <xsl:sequence select="
        if (count($documents) le 1) then $documents
        else ($documents[concat('file:/', iri-to-uri(@place)) eq f:resolved($path)], $documents)[1]"/>
  </xsl:function>

  <xsl:variable name="has-documents" as="xs:boolean" select="exists($edition-data/e:document)"/>

  <!-- A path from the file that is rendered, as an address of which the root is the edition's folder. -->
  <xsl:function name="f:resolved" as="xs:string">
    <xsl:param name="path" as="xs:string"/>
    <xsl:try select="string(resolve-uri(iri-to-uri($path), 'file:/' || iri-to-uri($place)))">
      <xsl:catch select="''"/>
    </xsl:try>
  </xsl:function>

  <!-- The element a pointer names: in this document, or in the header of an included one
       (an included passage keeps pointers into a header that did not come with it). -->
  <xsl:function name="f:target" as="element()?">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="context" as="node()"/>
    <xsl:variable name="id" as="xs:string" select="
        if (contains($pointer, '#')) then substring-after($pointer, '#') else ''"/>
    <xsl:sequence select="
        if ($id = '') then (if ($has-prefixes) then f:target-of-abbreviated($pointer, $context) else ())
        else (key('id', $id, root($context)),
              if ($edition-data) then key('id', $id, root($edition-data)) else ())[1]"/>
  </xsl:function>

  <!-- What an abbreviated pointer leads to. -->
  <xsl:function name="f:target-of-abbreviated" as="element()?">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="context" as="node()"/>
    <xsl:variable name="address" as="xs:string" select="f:expanded($pointer)"/>
    <xsl:sequence select="if (contains($address, '#')) then f:target($address, $context) else ()"/>
  </xsl:function>

  <xsl:function name="f:href-of-expanded" as="xs:string?">
    <xsl:param name="address" as="xs:string"/>
    <xsl:param name="context" as="node()"/>
    <xsl:sequence select="
        if (starts-with($address, 'http')) then $address[matches(., '^https?://[^\s&lt;&gt;&quot;]+$')]
        else if (contains($address, ':')) then ()
        else f:href($address, $context)"/>
  </xsl:function>

  <!-- An abbreviated pointer ("bib:vey1910") as what the header says that it stands for (TEI Guidelines
       17.2.3); any other as it is, and so where a pattern is no regular expression that is understood. -->
  <xsl:function name="f:expanded" as="xs:string" cache="yes">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:variable name="rest" as="xs:string" select="substring-after($pointer, ':')"/>
    <xsl:try>
      <xsl:variable name="definition" as="element(prefixDef)?" select="
          if ($rest eq '') then ()
          else $prefixes[@ident eq substring-before($pointer, ':')][matches($rest, f:whole-pattern(.))][1]"/>
      <xsl:sequence select="
          if ($definition) then replace($rest, f:whole-pattern($definition), $definition/@replacementPattern) else $pointer"/>
      <xsl:catch select="$pointer"/>
    </xsl:try>
  </xsl:function>

  <!-- Its pattern, to match all of it; some signs are escaped where they need not and may not be. -->
  <xsl:function name="f:whole-pattern" as="xs:string">
    <xsl:param name="definition" as="element(prefixDef)"/>
    <xsl:sequence select="'^' || replace($definition/@matchPattern, '\\([_@#/:;=,%~&amp;!''&quot; ])', '$1') || '$'"/>
  </xsl:function>

  <xsl:variable name="prefixes" as="element(prefixDef)*" select="/*/teiHeader/encodingDesc/listPrefixDef/descendant::prefixDef"/>
  <xsl:variable name="has-prefixes" as="xs:boolean" select="exists($prefixes)"/>

  <!-- What a pointer that has no words leads to: the titles of the edition's documents; of anything
       else the address, as it is written. -->
  <xsl:function name="f:pointer-words" as="xs:string">
    <xsl:param name="pointer" as="element()"/>
    <xsl:sequence select="string-join((f:word('page.link'), f:places-pointed-at($pointer)[. ne '']), f:word('punctuation.colon'))"/>
  </xsl:function>

  <xsl:function name="f:places-pointed-at" as="xs:string">
    <xsl:param name="pointer" as="element()"/>
    <xsl:variable name="addresses" as="xs:string*" select="
        for $address in f:pointers($pointer/@target)
        return (f:document-pointed-at($address) ! string-join((f:title-pointed-at($address), substring-after($address, '#')[. ne ''] ! ('#' || .)), ', '),
                $address[starts-with(., '#')] ! f:named-passage(., $pointer), $address)[. ne ''][1]"/>
    <xsl:sequence select="string-join($addresses, f:word('punctuation.list'))"/>
  </xsl:function>

  <!-- What a passage of the page is called: a witness by its siglum, a work by author and title, a
       division by its heading, anything else by its first words. -->
  <xsl:function name="f:named-passage" as="xs:string?">
    <xsl:param name="address" as="xs:string"/>
    <xsl:param name="pointer" as="element()"/>
    <xsl:variable name="target" as="element()?" select="f:target($address, $pointer)[not(self::note)]"/>
    <xsl:sequence select="
        if (empty($target)) then ()
        else if ($target[self::bibl or self::biblStruct or self::witness or self::person or self::place or self::org]) then f:siglum($address, $pointer)
        else ($target/head[1] ! f:plain(., 'reading')[. ne ''], f:passage-words($address, $pointer))[1]"/>
  </xsl:function>

  <!-- The title of the document of the edition that an address leads to. -->
  <xsl:function name="f:title-pointed-at" as="xs:string?">
    <xsl:param name="address" as="xs:string"/>
    <xsl:sequence select="f:document-pointed-at($address) ! (@short, @title)[. ne ''][1]"/>
  </xsl:function>

  <xsl:function name="f:document-pointed-at" as="element(e:document)?">
    <xsl:param name="address" as="xs:string"/>
    <xsl:sequence select="
        if (starts-with($address, '#') or contains($address, ':')) then ()
        else f:document-of-file(string(tokenize($address, '#')[1]))"/>
  </xsl:function>

  <!-- The tokens of a pointer attribute. -->
  <xsl:function name="f:pointers" as="xs:string*">
    <xsl:param name="attribute" as="attribute()?"/>
    <xsl:sequence select="tokenize($attribute)"/>
  </xsl:function>

  <!-- The address a link may have, or nothing. Only http, https and mailto leave the edition:
       anything else a document says (javascript:, data:, file:) never becomes an address. -->
  <xsl:function name="f:href" as="xs:string?">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="context" as="node()"/>
    <xsl:choose>
      <xsl:when test="starts-with($pointer, '#')">
        <xsl:variable name="id" as="xs:string" select="substring($pointer, 2)"/>
        <xsl:sequence select="if (f:stands-in-page($id, $context)) then '#' || encode-for-uri($id) else ()"/>
      </xsl:when>
      <xsl:when test="starts-with($pointer, '//')"/>
      <!-- As most are, without a regular expression. -->
      <xsl:when test="starts-with($pointer, 'http') and $pointer eq translate($pointer, $not-in-addresses, '')
          and (starts-with($pointer, 'https://') and $pointer ne 'https://' or starts-with($pointer, 'http://') and $pointer ne 'http://')">
        <xsl:sequence select="$pointer"/>
      </xsl:when>
      <xsl:when test="contains($pointer, ':') and matches($pointer, '^[A-Za-z][A-Za-z0-9+.-]*:')">
        <xsl:sequence select="
            if ($has-prefixes and f:expanded($pointer) ne $pointer) then f:href-of-expanded(f:expanded($pointer), $context)
            else $pointer[matches(., '^(https?://|mailto:)[^\s&lt;&gt;&quot;]+$', 'i')]"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="f:address-in-edition($pointer, $context)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:variable name="not-in-addresses" static="yes" as="xs:string" select="'&#x20;&#x9;&#xA;&#xD;&lt;&gt;&quot;'"/>

  <!-- Where a pointer into a file of the edition leads: to this page, if the passage stands in it
       (as an included one does), else to the file's own. -->
  <xsl:function name="f:address-in-edition" as="xs:string?">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="context" as="node()"/>
    <xsl:variable name="path" as="xs:string" select="if (contains($pointer, '#')) then substring-before($pointer, '#') else $pointer"/>
    <xsl:variable name="file-name" as="xs:string" select="if (contains($path, '/')) then string(tokenize($path, '/')[last()]) else $path"/>
    <xsl:if test="$has-documents or $file-name eq $file">
      <xsl:variable name="document" as="element(e:document)?" select="f:document-of-file($path)"/>
      <xsl:variable name="id" as="xs:string" select="substring-after($pointer, '#')"/>
      <xsl:variable name="fragment" as="xs:string" select="if ($id) then '#' || encode-for-uri($id) else ''"/>
      <xsl:sequence select="
          if ($id and ($document or $file-name = $file) and f:stands-in-page($id, $context)) then $fragment
          else $document ! (@page || $fragment)"/>
    </xsl:if>
  </xsl:function>

  <!-- Whether an identifier is an anchor of the page: everything is but the few metadata
       elements that the page words instead of showing. -->
  <xsl:function name="f:stands-in-page" as="xs:boolean">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="context" as="node()"/>
    <xsl:sequence select="exists(key('id', $id, root($context)))"/>
  </xsl:function>

  <!-- The first of an attribute's pointers that leads somewhere (one that is a mere name does not, where
       neither other documents nor indices are known); of a name that has an entry
       nowhere, its place in an index. -->
  <xsl:function name="f:first-href" as="xs:string?">
    <xsl:param name="attribute" as="attribute()?"/>
    <xsl:variable name="value" as="xs:string" select="string($attribute)"/>
    <xsl:if test="$has-documents or $has-ways or contains($value, '#') or contains($value, ':') or contains($value, $file)">
      <xsl:variable name="href" as="xs:string?" select="(f:pointers($attribute) ! f:href(., $attribute))[1]"/>
      <xsl:sequence select="
          if ($href or not($has-ways and local-name($attribute) = ('ref', 'key'))) then $href
          else (f:pointers($attribute) ! key('way', if (contains(., '#')) then substring-after(., '#') else ., $edition-data)/@href/string())[1]"/>
    </xsl:if>
  </xsl:function>

  <xsl:key name="way" match="e:way" use="@key"/>

  <xsl:variable name="has-ways" as="xs:boolean" select="exists($edition-data/e:way)"/>
</xsl:stylesheet>
