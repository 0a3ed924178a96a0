<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- The parts of a letter, and the form of a cable. -->

  <!-- A form is its fields: each a list of labels and values. -->
  <xsl:template match="seg[f:is-field(.)][f:is-block(.)]" mode="html" priority="2" as="node()*">
    <xsl:call-template name="fields"/>
  </xsl:template>

  <xsl:template match="ab[f:is-field(.)]" mode="html" name="fields" as="node()*">
    <dl>
      <xsl:call-template name="attributes"/>
      <xsl:for-each-group select="node()" group-starting-with="label">
        <xsl:variable name="label" as="element(label)?" select="current-group()[1][self::label]"/>
        <xsl:variable name="value" as="node()*" select="current-group() except $label"/>
        <xsl:if test="$label or $value[normalize-space() or self::*]">
          <div>
            <xsl:choose>
              <xsl:when test="$label">
                <dt>
                  <xsl:for-each select="$label">
                    <xsl:call-template name="attributes"/>
                    <xsl:apply-templates select="node()" mode="html"/>
                  </xsl:for-each>
                </dt>
              </xsl:when>
              <xsl:otherwise>
                <dt class="gen voice-editor vh"><xsl:sequence select="$own-language"/>{f:bracketed((../@subtype, current-group()/@subtype, ../@type, current-group()/@type)[1] ! (f:known-word('field.' || .), translate(., '-_', '  '))[1], 'editor')}</dt>
              </xsl:otherwise>
            </xsl:choose>
            <xsl:text> </xsl:text>
            <dd>
              <xsl:apply-templates select="$value" mode="html"/>
              <xsl:if test="position() = last()">
                <xsl:apply-templates select="f:trailing-notes(current-group()[last()]/..)" mode="note-number"/>
              </xsl:if>
              <xsl:if test="position() = 1">
                <xsl:for-each select="..">
                  <xsl:call-template name="cite-passage"/>
                </xsl:for-each>
              </xsl:if>
            </dd>
          </div>
        </xsl:if>
      </xsl:for-each-group>
    </dl>
  </xsl:template>
</xsl:stylesheet>
