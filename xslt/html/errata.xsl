<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:f="urn:tei-edition:functions"
    xmlns:e="urn:tei-edition:edition"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- The errata: every recorded change; and the pages of what was published and is no longer
       there under that identifier. -->

  <xsl:template match="e:listing[@kind = 'errata']" mode="main" as="node()*">
    <p>{f:word('errata.intro')} <a href="errata.json">JSON</a></p>
    <xsl:for-each-group select="e:erratum" group-adjacent="string(@version)">
      <section>
        <h2>{if (current-grouping-key()) then f:labelled(f:word('page.version'), current-grouping-key()) else f:word('errata.unpublished')}</h2>
        <ul class="errata">
          <xsl:for-each select="current-group()">
            <li>
              <time datetime="{@on}">{f:day(@on)}</time>
              <xsl:text>: </xsl:text>
              <a href="{@href}">{string-join((@title, @label)[. != ''], ', ')}</a>
              <xsl:text>. {@says}</xsl:text>
            </li>
          </xsl:for-each>
        </ul>
      </section>
    </xsl:for-each-group>
  </xsl:template>

  <!-- What became of one identifier; of a document, of each passage too, at its own anchor. -->
  <xsl:template match="e:listing[@kind = 'former']" mode="main" as="node()*">
    <xsl:apply-templates select="e:former[not(@id)]" mode="listing"/>
    <xsl:if test="e:former/@id">
      <ul>
        <xsl:apply-templates select="e:former[@id]" mode="listing"/>
      </ul>
    </xsl:if>
  </xsl:template>

  <xsl:template match="e:former" mode="listing" as="element()">
    <xsl:element name="{if (@id) then 'li' else 'div'}">
      <xsl:if test="@id">
        <xsl:attribute name="id" select="@id"/>
        <xsl:copy-of select="@data-moved"/>
      </xsl:if>
      <p>{@says}{'.'[not(matches(current()/@says, '[.!?]$'))]}</p>
      <xsl:for-each select="e:now">
        <p><a href="{@href}">{string-join((@title, @label)[. != ''], ', ')}</a></p>
      </xsl:for-each>
      <xsl:if test="e:version">
        <p><xsl:sequence select="f:versions(e:version)"/></p>
      </xsl:if>
    </xsl:element>
  </xsl:template>
</xsl:stylesheet>
