<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:c="urn:tei-edition:citation"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- What is cited: serialised XML, element c:citation; may be empty. Its children are c:url,
       c:file (type, form, href), the citation in HTML (says, edition-says), c:note (the note on a
       passage, in pieces), c:version (name, date, url), c:passage (id, label, url), c:former (id,
       says; with c:now, c:version). -->
  <xsl:param name="citation" as="xs:string" select="''"/>

  <xsl:variable name="citing" as="element(c:citation)?" select="if ($citation) then parse-xml($citation)/c:citation else ()"/>
</xsl:stylesheet>
