<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xmlns:c="urn:tei-edition:citation"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- How the document and its passages are cited: for machines in the head of its page, for
       readers at each citable unit and below the text. -->

  <xsl:key name="passage" match="c:passage" use="@id"/>

  <!-- What machines read of it in the head of a page, as it is written there: to parse it and to
       write each of its elements again costs a twentieth of a small page. -->
  <xsl:param name="metadata" as="xs:string" select="''"/>

  <xsl:template name="citation-metadata" as="text()?">
    <xsl:value-of select="$metadata" disable-output-escaping="yes"/>
  </xsl:template>

  <!-- The control at a citable unit: a link to its place, which works as it is; the script makes
       a dialogue of it that copies the citation. It comes after the words of its unit, and before
       them only where there are blocks in the unit, or where it stands in a line; of a stamp, which says
       what it is, after them all the same. -->
  <xsl:template name="cite-passage" as="element()?">
    <xsl:if test="$citing and @xml:id and key('id', @xml:id)[1] is .">
      <xsl:for-each select="key('passage', @xml:id, root($citing))[1]">
        <a class="gen cite" href="#{@id}" data-cite="{@label}" data-url="{@url}"><span class="vh">{' ' || f:phrase('cite.passage', map {'passage': string(@label)}) || ' '}</span></a>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <xsl:template name="citing" as="item()*">
    <xsl:if test="$citing">
      <section class="citing gen" aria-labelledby="page:citing">
        <h2 id="page:citing">{f:word('cite.document')}</h2>
        <xsl:sequence select="$citing/Q{}says/node()"/>
        <xsl:if test="$citing/c:version">
          <p><xsl:sequence select="f:versions($citing/c:version)"/></p>
        </xsl:if>
        <xsl:if test="$citing/c:file">
          <p class="citation-files">
            <xsl:text>{f:word('cite.files')}{f:word('punctuation.colon')}</xsl:text>
            <xsl:for-each select="$citing/c:file">
              <xsl:if test="position() gt 1">{f:word('punctuation.list')}</xsl:if>
              <a href="{@href}" download="" type="{@type}">{f:word('cite.' || @form)}</a>
            </xsl:for-each>
          </p>
        </xsl:if>
        <xsl:if test="$citing/Q{}edition-says">
          <h3>{f:word('cite.edition')}</h3>
          <xsl:sequence select="$citing/Q{}edition-says/node()"/>
        </xsl:if>
        <xsl:call-template name="citing-dialogue"/>
      </section>
      <xsl:call-template name="former-passages"/>
    </xsl:if>
  </xsl:template>

  <!-- The published versions that have what is cited, each with its address there. -->
  <xsl:function name="f:versions" as="node()+">
    <xsl:param name="versions" as="element()+"/>
    <xsl:text>{f:word('cite.versions')}{f:word('punctuation.colon')}</xsl:text>
    <xsl:for-each select="$versions">
      <xsl:if test="position() gt 1">{f:word('punctuation.list')}</xsl:if>
      <a href="{@url}">{@name}</a>
      <xsl:text> ({f:day(@date)})</xsl:text>
    </xsl:for-each>
  </xsl:function>

  <!-- The dialogue that the script opens and fills in. -->
  <xsl:template name="citing-dialogue" as="item()*">
    <dialog id="page:cite" class="cite-dialogue" aria-label="{f:word('cite.document')}">
      <xsl:for-each select="$citing/c:note">
        <xsl:attribute name="data-before" select="@before"/>
        <xsl:attribute name="data-between" select="@between"/>
        <xsl:attribute name="data-after" select="@after"/>
      </xsl:for-each>
      <button type="button" class="cite-close" aria-label="{f:word('page.close')}">×</button>
      <p class="cite-heading" data-words="{f:word('cite.passage')}"/>
      <p class="cite-words" tabindex="0"/>
      <p class="cite-link"/>
      <p>
        <button type="button" data-copy="cite-words">{f:word('cite.copy')}</button>
        <xsl:text> </xsl:text>
        <button type="button" data-copy="cite-link">{f:word('cite.copy-link')}</button>
        <xsl:text> </xsl:text>
        <span class="cite-status" role="status" data-copied="{f:word('cite.copied')}" data-by-hand="{f:word('cite.by-hand')}"/>
      </p>
    </dialog>
  </xsl:template>

  <!-- What was published in this document and is no longer here: the place that old citations lead
       to says where it is now. -->
  <xsl:template name="former-passages" as="item()*">
    <xsl:if test="$citing/c:former">
      <section class="former gen" aria-labelledby="page:former">
        <h2 id="page:former">{f:word('cite.former')}</h2>
        <ul>
          <xsl:for-each select="$citing/c:former">
            <li id="{@id}">
              <xsl:copy-of select="@data-moved"/>
              <xsl:text>{@says}.</xsl:text>
              <xsl:for-each select="c:now">
                <xsl:text> </xsl:text>
                <a href="{@href}">{@label}</a>
              </xsl:for-each>
              <xsl:if test="c:version">
                <xsl:text> </xsl:text>
                <xsl:sequence select="f:versions(c:version)"/>
              </xsl:if>
            </li>
          </xsl:for-each>
        </ul>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- In the foot of every page. -->
  <xsl:template name="permanent-address" as="item()*">
    <xsl:for-each select="$citing/c:url[matches(., '^https?://')]">
      <p class="permanent-address">{f:word('page.cite')}{f:word('punctuation.colon')}<a href="{.}">{.}</a></p>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
