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

  <!-- The edition's first page: what it is, its documents, its registers of names. -->

  <xsl:template match="e:edition" mode="page" as="node()*">
    <xsl:call-template name="page">
      <xsl:with-param name="title" select="(@title[. != ''], f:word('page.documents'))[1]"/>
      <xsl:with-param name="kind" select="'index'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="e:edition" mode="main" as="node()*">
    <article class="index gen">
      <h1>{(@title[. != ''], f:word('page.documents'))[1]}</h1>
      <xsl:for-each select="e:statement">
        <p class="abstract">{.}</p>
      </xsl:for-each>
      <xsl:call-template name="imprint"/>
      <section aria-labelledby="page:documents">
        <h2 id="page:documents">{f:word('page.documents')}</h2>
        <ol class="documents">
          <xsl:apply-templates select="e:document[not(@kind = 'authority')]" mode="page"/>
        </ol>
      </section>
      <xsl:if test="e:document[@kind = 'authority']">
        <section aria-labelledby="page:names">
          <h2 id="page:names">{f:word('page.names')}</h2>
          <ul>
            <xsl:apply-templates select="e:document[@kind = 'authority']" mode="page"/>
          </ul>
        </section>
      </xsl:if>
    </article>
  </xsl:template>

  <xsl:template match="e:document" mode="page" as="node()*">
    <li>
      <a href="{@page}">{@title}</a>
      <xsl:for-each select="@date[. != '']">
        <xsl:text> </xsl:text>
        <time datetime="{.}">{f:day(.)}</time>
      </xsl:for-each>
      <xsl:for-each select="@abstract[. != '']">
        <p>{.}</p>
      </xsl:for-each>
    </li>
  </xsl:template>

  <xsl:template name="imprint" as="node()*">
    <dl class="imprint">
      <xsl:for-each select="
          map {'label': f:word('page.editors'), 'value': string-join(e:editor, '; ')},
          map {'label': f:word('page.publisher'), 'value': string(@publisher)},
          map {'label': f:word('page.version'), 'value': string-join((@version, @date)[. != ''], ', ')},
          map {'label': f:word('page.licence'), 'value': string(@licence)},
          map {'label': f:word('page.cite'), 'value': string(@base-url)}">
        <xsl:if test="?value != ''">
          <div>
            <dt>{?label}</dt>
            <xsl:text> </xsl:text>
            <dd>{?value}</dd>
          </div>
        </xsl:if>
      </xsl:for-each>
    </dl>
  </xsl:template>
</xsl:stylesheet>
