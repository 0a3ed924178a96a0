<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- The switch between the views, the ways through the page, and how to read it. -->

  <!-- What stays in reach while one reads. The switch works by itself, without a script; the
       script keeps the reader's place and the choice in the address. -->
  <xsl:template name="toolbar" as="item()*">
    <div class="toolbar gen">
      <xsl:if test="$has-views">
        <fieldset class="views">
          <legend class="vh">{f:word('view.heading')}</legend>
          <xsl:for-each select="'reading', 'diplomatic'">
            <label>
              <input type="radio" name="view" value="{.}" id="view:{.}" aria-describedby="view:{.}.rule">
                <xsl:if test=". = ($edition-data/@view, 'reading')[1]">
                  <xsl:attribute name="checked" select="'checked'"/>
                </xsl:if>
              </input>
              <span>{f:word('view.' || .)}</span>
            </label>
            <xsl:text> </xsl:text>
          </xsl:for-each>
        </fieldset>
      </xsl:if>
      <xsl:call-template name="outline"/>
      <xsl:where-populated>
        <nav class="contents" aria-label="{f:word('page.contents')}">
          <xsl:where-populated>
            <ul>
              <xsl:if test="f:has-notes(/)"><li><a href="#page:notes">{f:word('notes.heading')}</a></li></xsl:if>
              <xsl:if test="exists($interventions)"><li><a href="#page:readings">{f:word('readings.heading')}</a></li></xsl:if>
              <xsl:if test="$citing"><li><a href="#page:citing">{f:word('cite.heading')}</a></li></xsl:if>
              <xsl:if test="/*/teiHeader/*"><li><a href="#page:about">{f:word('page.about')}</a></li></xsl:if>
            </ul>
          </xsl:where-populated>
        </nav>
      </xsl:where-populated>
    </div>
  </xsl:template>

  <!-- Whether the views of a document differ. -->
  <xsl:variable name="has-views" as="xs:boolean" select="
      exists($interventions) or exists(//text//lb) or exists(//text//add) or exists(//text//am) or exists(//text//ex)"/>

  <xsl:template name="key" as="item()*">
    <details class="key gen">
      <summary>{f:word('key.heading')}</summary>
      <xsl:if test="$has-views">
        <dl>
          <xsl:for-each select="'reading', 'diplomatic'">
            <div>
              <dt>{f:word('view.' || .)}</dt>
              <xsl:text> </xsl:text>
              <dd id="view:{.}.rule">{f:word('view.' || . || '-rule')}</dd>
            </div>
          </xsl:for-each>
        </dl>
      </xsl:if>
      <ul>
        <xsl:for-each select="'document', 'translator', 'editor', 'machine'">
          <li>{f:word('key.' || .)}</li>
        </xsl:for-each>
      </ul>
    </details>
  </xsl:template>
</xsl:stylesheet>
