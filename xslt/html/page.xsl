<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:f="urn:tei-edition:functions"
    xmlns:e="urn:tei-edition:edition"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- The page around a document: head, landmarks, views, key, foot. -->

  <xsl:template match="/" mode="page" as="node()*">
    <xsl:call-template name="page">
      <xsl:with-param name="title" select="f:heading(/)"/>
      <xsl:with-param name="document-language" select="/*/@xml:lang ! string()"/>
      <xsl:with-param name="main" as="element()*">
        <article>
          <xsl:call-template name="summary"/>
          <xsl:call-template name="views"/>
          <xsl:call-template name="key"/>
          <section class="document" aria-labelledby="page:text">
            <xsl:for-each select="/*">
              <xsl:call-template name="attributes"/>
              <xsl:attribute name="class" select="'document tei-' || local-name()"/>
            </xsl:for-each>
            <h2 class="gen vh" id="page:text">{f:word('text')}</h2>
            <xsl:apply-templates select="/*/node()[not(self::teiHeader)], /*[not(self::TEI or self::teiCorpus)]" mode="html"/>
          </section>
          <xsl:call-template name="notes"/>
          <xsl:call-template name="readings"/>
          <xsl:call-template name="about"/>
        </article>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="page" as="node()*">
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="document-language" as="xs:string?"/>
    <xsl:param name="main" as="element()*"/>
    <html lang="{$language}">
      <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self' file:; script-src 'self' file:; img-src 'self' file:; base-uri 'none'; form-action 'none'"/>
        <meta name="generator" content="tei-edition"/>
        <title>{string-join(($title, ($edition-data/@short, $edition-data/@title)[. != ''][1][. != $title]), ' · ')}</title>
        <xsl:for-each select="f:permanent-address(/)">
          <link rel="canonical" href="{.}"/>
        </xsl:for-each>
        <link rel="stylesheet" href="edition.css"/>
        <script src="edition.js" defer="defer"/>
      </head>
      <body>
        <a class="skip gen" href="#page:main">{f:word('skip')}</a>
        <xsl:if test="$edition-data/(@title[. != ''] | e:document)">
          <header class="site gen">
            <xsl:if test="$edition-data/@title != ''">
              <p class="edition-title"><a href="index.html">{$edition-data/@title}</a></p>
            </xsl:if>
            <xsl:if test="$edition-data/e:document">
              <nav aria-label="{f:word('about.edition')}">
                <ul>
                  <li><a href="index.html">{f:word('index')}</a></li>
                  <xsl:for-each select="$edition-data/e:document[@kind = 'authority']">
                    <li><a href="{@page}">{(@short[. != ''], @title)[1]}</a></li>
                  </xsl:for-each>
                </ul>
              </nav>
            </xsl:if>
          </header>
        </xsl:if>
        <main id="page:main">
          <xsl:sequence select="$main"/>
        </main>
        <xsl:call-template name="foot"/>
      </body>
    </html>
  </xsl:template>

  <!-- The switch works by itself, without a script; the script only remembers it in the address. -->
  <xsl:template name="views" as="node()*">
    <xsl:if test="exists($interventions) or //text//(lb | add)">
      <fieldset class="views gen">
        <legend>{f:word('view')}</legend>
        <xsl:for-each select="'reading', 'diplomatic'">
          <label>
            <input type="radio" name="view" value="{.}" id="view:{.}" aria-describedby="view:{.}.rule">
              <xsl:if test=". = ($edition-data/@view, 'reading')[1]">
                <xsl:attribute name="checked" select="'checked'"/>
              </xsl:if>
            </input>
            <xsl:text> {f:word('view.' || .)}</xsl:text>
          </label>
          <span class="rule" id="view:{.}.rule"> {f:word('view.' || . || '.rule')}</span>
          <br/>
        </xsl:for-each>
      </fieldset>
    </xsl:if>
  </xsl:template>

  <xsl:template name="key" as="node()*">
    <details class="key gen">
      <summary>{f:word('key')}</summary>
      <ul>
        <xsl:for-each select="'document', 'translator', 'editor', 'machine'">
          <li>{f:word('key.' || .)}</li>
        </xsl:for-each>
      </ul>
    </details>
  </xsl:template>

  <xsl:template name="foot" as="node()*">
    <footer class="gen">
      <xsl:for-each select="f:permanent-address(/)">
        <p>{f:word('cite')}: <a href="{.}">{.}</a></p>
      </xsl:for-each>
      <xsl:for-each select="$edition-data">
        <p>
          <xsl:text>{string-join((@title, string-join(e:editor, ', '), @publisher,
              @version ! (f:word('version') || ' ' || .), @date)[. != ''], '. ')}.</xsl:text>
          <xsl:if test="@licence != '' or @licence-url != ''">
            <xsl:text> {f:word('licence')}: </xsl:text>
            <xsl:choose>
              <xsl:when test="matches(@licence-url, '^https?://')">
                <a href="{@licence-url}">{(@licence[. != ''], @licence-url)[1]}</a>
              </xsl:when>
              <xsl:otherwise>{@licence}</xsl:otherwise>
            </xsl:choose>
          </xsl:if>
        </p>
      </xsl:for-each>
    </footer>
  </xsl:template>
</xsl:stylesheet>
