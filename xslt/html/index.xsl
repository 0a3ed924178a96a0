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

  <!-- The edition's first page: what it is, its documents, the ways to its other pages. -->

  <xsl:template match="e:listing[@kind = 'documents']" mode="main" as="node()*">
    <xsl:call-template name="statement"/>
    <xsl:call-template name="imprint"/>
    <section aria-labelledby="page:documents">
      <h2 id="page:documents">
        <xsl:if test="not($edition-data/@title)">
          <xsl:attribute name="class" select="'vh'"/>
        </xsl:if>
        <xsl:text>{f:word('site.documents')}</xsl:text>
      </h2>
      <xsl:call-template name="parts"/>
      <xsl:call-template name="documents"/>
      <xsl:call-template name="parts"/>
    </section>
    <xsl:if test="e:authority">
      <section aria-labelledby="page:authorities">
        <h2 id="page:authorities">{f:word('site.authorities')}</h2>
        <ul>
          <xsl:for-each select="e:authority">
            <li><a href="{@page}"><xsl:sequence select="f:other-language(@lang)"/>{@title}</a></li>
          </xsl:for-each>
        </ul>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="statement" as="element()*">
    <xsl:for-each select="$edition-data/e:statement ! tokenize(., '\n\s*\n')[normalize-space()]">
      <p class="statement">{normalize-space(.)}</p>
    </xsl:for-each>
  </xsl:template>

  <!-- The documents as a table, with those columns for which any document has something to say. -->
  <xsl:template name="documents" as="element()?">
    <xsl:variable name="documents" as="element(e:document)*" select="e:document"/>
    <xsl:variable name="shown" as="xs:string*" select="('date', 'from', 'to', 'status')[. = distinct-values($documents/@*/name())]"/>
    <xsl:if test="$documents">
      <table class="documents">
        <thead>
          <tr>
            <th scope="col">{f:word('page.document')}</th>
            <xsl:for-each select="$shown, 'download'[$documents/@source]">
              <th scope="col">{f:word('page.' || .)}</th>
            </xsl:for-each>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="$documents">
            <xsl:variable name="document" as="element(e:document)" select="."/>
            <tr>
              <th scope="row">
                <a href="{@page}"><xsl:sequence select="f:other-language(@lang)"/>{@title}</a>
                <xsl:for-each select="@abstract">
                  <p class="abstract"><xsl:sequence select="f:other-language(../@lang)"/>{.}</p>
                </xsl:for-each>
              </th>
              <xsl:for-each select="$shown">
                <td data-label="{f:word('page.' || .)}">
                  <xsl:variable name="said" as="xs:string" select="string($document/@*[name() = current()])"/>
                  <xsl:choose>
                    <xsl:when test=". = 'date' and $document/e:date/@when and f:is-html-time($said)">
                      <time datetime="{$said}">{f:listed-dating($document/e:date)}</time>
                    </xsl:when>
                    <xsl:when test=". = 'status'">{($attribute-values($said), $said)[1]}</xsl:when>
                    <xsl:when test=". = 'date'">{($document/e:date ! f:listed-dating(.), f:day($said))[1]}</xsl:when>
                    <xsl:otherwise>{$said}</xsl:otherwise>
                  </xsl:choose>
                </td>
              </xsl:for-each>
              <xsl:if test="$documents/@source">
                <td data-label="{f:word('page.download')}">
                  <xsl:for-each select="@source">
                    <a href="{.}" download="">TEI</a>
                  </xsl:for-each>
                </td>
              </xsl:if>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </xsl:if>
  </xsl:template>

  <!-- What HTML allows as a time's machine-readable value: days, months and years of our era. -->
  <xsl:function name="f:is-html-time" as="xs:boolean">
    <xsl:param name="value" as="xs:string"/>
    <xsl:sequence select="matches($value, '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$') and matches($value, $date-form)"/>
  </xsl:function>

  <xsl:template name="imprint" as="element()?">
    <xsl:variable name="data" as="element(e:edition)" select="$edition-data"/>
    <xsl:variable name="rows" as="element()*">
      <xsl:for-each select="
          map {'label': f:word('page.editors'), 'value': f:list($data/e:editor)},
          map {'label': f:word('page.publisher'), 'value': string($data/@publisher)},
          map {'label': f:word('page.version'), 'value': string-join(($data/@version, $data/@date ! f:day(.)), ', ')},
          map {'label': f:word('page.licence'), 'value': string($data/(@licence, @licence-url)[1]), 'href': string($data/@licence-url)},
          map {'label': f:word('page.cite'), 'value': string($data/@base-url), 'href': string($data/@base-url)}">
        <xsl:if test="?value != ''">
          <div>
            <dt>{?label}</dt>
            <xsl:text> </xsl:text>
            <dd>
              <xsl:choose>
                <xsl:when test="matches(?href, '^https?://')">
                  <a href="{?href}">{?value}</a>
                </xsl:when>
                <xsl:otherwise>{?value}</xsl:otherwise>
              </xsl:choose>
            </dd>
          </div>
        </xsl:if>
      </xsl:for-each>
      <xsl:if test="$citing/Q{}says/node()">
        <div>
          <dt>{f:word('page.how-to-cite')}</dt>
          <xsl:text> </xsl:text>
          <dd>
            <xsl:sequence select="$citing/Q{}says/node()"/>
          </dd>
        </div>
      </xsl:if>
    </xsl:variable>
    <xsl:if test="$rows">
      <dl class="imprint">
        <xsl:sequence select="$rows"/>
      </dl>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
