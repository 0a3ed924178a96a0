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

  <!-- What every page has around what it says: head, landmarks, foot. -->

  <xsl:template name="page" as="item()*">
    <xsl:param name="title" as="xs:string"/>
    <!-- The kind of page, a class of its body: document, register, index … -->
    <xsl:param name="kind" as="xs:string" select="'document'"/>
    <html lang="{$language}">
      <xsl:if test="$direction eq 'rtl'">
        <xsl:attribute name="dir" select="'rtl'"/>
      </xsl:if>
      <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self' file:; font-src 'self' file:; script-src 'self' file:; img-src 'self' file:; base-uri 'none'; form-action 'none'"/>
        <meta name="color-scheme" content="light dark"/>
        <meta name="generator" content="tei-edition"/>
        <title>{string-join(($title, ($edition-data/@short, $edition-data/@title)[. != ''][1][. != $title]), ' · ')}</title>
        <xsl:call-template name="citation-metadata"/>
        <link rel="stylesheet" href="edition.css"/>
        <xsl:for-each select="$edition-data/@style">
          <link rel="stylesheet" href="{.}"/>
        </xsl:for-each>
        <xsl:call-template name="head-links"/>
        <script src="edition.js" defer="defer" data-close="{f:word('page.close')}"/>
      </head>
      <body class="page-{$kind}">
        <a class="skip gen" href="#{if ($kind eq 'index') then 'page:main' else 'page:text'}">{f:word('page.skip')}</a>
        <xsl:if test="$edition-data/(@title[. != ''] | e:page)">
          <xsl:call-template name="site"/>
        </xsl:if>
        <main id="page:main">
          <xsl:apply-templates select="." mode="main"/>
        </main>
        <xsl:call-template name="foot"/>
      </body>
    </html>
  </xsl:template>

  <!-- What an edition's own templates put into every page: links in its head, such as an icon; items
       of the list of ways through the edition; what stands before its name. -->
  <xsl:template name="head-links" as="element()*"/>
  <xsl:template name="site-links" as="element(li)*" xpath-default-namespace=""/>
  <xsl:template name="site-logo" as="element()*"/>

  <!-- The edition's name and the ways through it. -->
  <xsl:template name="site" as="item()*">
    <header class="site gen">
      <xsl:if test="$edition-data/@title != ''">
        <p class="edition-title"><a href="index.html"><xsl:call-template name="site-logo"/>{$edition-data/@title}</a></p>
      </xsl:if>
      <xsl:if test="$edition-data/e:page">
        <nav aria-label="{f:word('site.navigation')}">
          <ul>
            <xsl:for-each select="$edition-data/e:page">
              <li>
                <a href="{@href}">
                  <xsl:if test="@href = $page">
                    <xsl:attribute name="aria-current" select="'page'"/>
                  </xsl:if>
                  <xsl:text>{f:word('site.' || @kind)}</xsl:text>
                </a>
              </li>
            </xsl:for-each>
            <xsl:call-template name="site-links"/>
          </ul>
        </nav>
      </xsl:if>
    </header>
  </xsl:template>

  <xsl:template name="foot" as="item()*">
    <footer class="gen">
      <xsl:call-template name="permanent-address"/>
      <xsl:for-each select="$edition-data[@title or @publisher or @licence or @licence-url or e:editor]">
        <p>
          <xsl:text>{string-join((@title, string-join(e:editor, ', '), @publisher,
              @version ! f:capitalised(f:phrase('statement.version', map {'n': string()})), @date)[. != ''], '. ')}.</xsl:text>
          <xsl:if test="@licence != '' or @licence-url != ''">
            <xsl:text> {f:word('page.licence')}{f:word('punctuation.colon')}</xsl:text>
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
