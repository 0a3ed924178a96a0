<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:f="urn:tei-edition:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- Dates in the interface's language (TEI Guidelines 13.4.1, the W3C's formats). -->

  <!-- A day, month or year, or a day of any year; after a day, a time; after all of them, a zone.
       One literal: an expression that is put together is read again each time that it is used. -->
  <xsl:variable name="date-form" static="yes" as="xs:string" select="'^(?:(-?[0-9]{4,})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12][0-9]|3[01])(?:T([0-9]{2}:[0-9]{2})[:.0-9]*)?)?)?|--(0[1-9]|1[0-2])(?:-(0[1-9]|[12][0-9]|3[01]))?)(Z|[+-][0-9]{2}:[0-9]{2})?$'"/>

  <!-- The day, month or year of an attribute in words; a value that is no date, as it is. -->
  <xsl:function name="f:day" as="xs:string">
    <xsl:param name="value" as="xs:string"/>
    <xsl:sequence select="f:date-worded($value, '')"/>
  </xsl:function>

  <!-- $use is empty, or '-in-phrase' for the form that follows a preposition. Most dates are days,
       and need no regular expression. -->
  <xsl:function name="f:date-worded" as="xs:string">
    <xsl:param name="value" as="xs:string"/>
    <xsl:param name="use" as="xs:string"/>
    <xsl:sequence select="
        if (string-length($value) eq 10 and $value castable as xs:date and not(starts-with($value, '0')))
          then string-join($phrases-of-days(concat(substring($value, 6, 2), $use)) ! (
            if (position() mod 2 eq 1) then .
            else if (. eq 'day') then f:day-number(substring($value, 9))
            else if (. eq 'year') then substring($value, 1, 4)
            else ()))
        else if (matches($value, $date-form)) then f:parts-worded(tokenize(replace($value, $date-form, '$1 $2$5 $3$6 $4 $7'), ' '), $use)
        else $value"/>
  </xsl:function>

  <!-- Of a year, a month, a day, a time those that are not empty; of a zone what it says of the time. -->
  <xsl:function name="f:parts-worded" as="xs:string">
    <xsl:param name="parts" as="xs:string+"/>
    <xsl:param name="use" as="xs:string"/>
    <xsl:variable name="year" as="xs:string" select="
        if (substring($parts[1], 1, 1) = ('0', '-')) then replace($parts[1], '^-?0*(.)', '$1') else $parts[1]"/>
    <xsl:sequence select="
        if (starts-with($parts[1], '-')) then string-join((
          string-join(('-', $parts[2], $parts[3])[. != ''], '-')[. != '-'] ! f:day(.),
          f:phrase('date.before-christ', map {'year': $year})), f:word('punctuation.list'))
        else f:phrase('date.' || (
            if ($parts[4] != '') then 'day-time'
            else if ($parts[3] != '') then (if ($year) then 'day' || $use else 'month-day')
            else if ($parts[2] != '') then (if ($year) then 'month' || $use else 'month-only')
            else 'year'),
          f:parts-of-date($year, $parts[2], $parts[3], $parts[4]))
          || (if ($parts[4] != '') then f:zone($parts[5]) else '')"/>
  </xsl:function>

  <!-- By which clock a time is told: "UTC+3". -->
  <xsl:function name="f:zone" as="xs:string">
    <xsl:param name="zone" as="xs:string"/>
    <xsl:sequence select="
        if ($zone eq '') then ''
        else ' (UTC' || translate(replace(replace($zone, '^([+-])0?([0-9]+):', '$1$2:'), ':00$|^Z$|^[+-]0:00$', ''), '-', '−')[. != ('+0', '−0')] || ')'"/>
  </xsl:function>

  <!-- What the phrases of the catalogue take. -->
  <xsl:function name="f:parts-of-date" as="map(xs:string, xs:string)">
    <xsl:param name="year" as="xs:string"/>
    <xsl:param name="month" as="xs:string"/>
    <xsl:param name="day" as="xs:string"/>
    <xsl:param name="time" as="xs:string"/>
    <xsl:sequence select="map {
        'year': $year, 'month': string($months($month)), 'month-alone': string($months-alone($month)),
        'day': f:day-number($day), 'time': $time}"/>
  </xsl:function>

  <!-- The months' names by their numbers, '01' to '12'. -->
  <xsl:variable name="months" static="yes" as="map(xs:string, xs:string)" select="
      map:merge((1 to 12) ! map:entry(format-integer(., '00'), string($word('date.months.m' || .))))"/>

  <xsl:variable name="months-alone" static="yes" as="map(xs:string, xs:string)" select="
      map:merge((1 to 12) ! map:entry(format-integer(., '00'), string($word('date.months-alone.m' || .))))"/>

  <!-- The phrases for a day with its month's name in them, by the number of the month and the use:
       words and names of gaps by turns, beginning with words. -->
  <xsl:variable name="phrases-of-days" static="yes" as="map(xs:string, xs:string*)" select="
      map:merge(for $use in ('', '-in-phrase'), $month in map:keys($months)
        return map:entry($month || $use, $word('date.day' || $use)
          ! string-join(tokenize(., '\{month\}'), $months($month))
          ! string-join(tokenize(., '\{month-alone\}'), $months-alone($month))
          ! tokenize(., '[{}]')))"/>

  <xsl:function name="f:day-number" as="xs:string">
    <xsl:param name="day" as="xs:string"/>
    <xsl:sequence select="
        if ($day eq '01') then f:word('date.first-day') else if (starts-with($day, '0')) then substring($day, 2) else $day"/>
  </xsl:function>

  <!-- The time of a date element: its @when, or the span of its other attributes. -->
  <xsl:function name="f:dating" as="xs:string?">
    <xsl:param name="date" as="element()"/>
    <xsl:variable name="worded" as="xs:string?" select="
        if ($date/@when) then f:day($date/@when)
        else if ($date/@from and $date/@to) then f:period($date/@from, $date/@to)
        else if ($date/@notBefore and $date/@notAfter) then f:between($date/@notBefore, $date/@notAfter)
        else if ($date/@to and not($date/@from)) then f:until($date/@to)
        else ($date/(@from, @notBefore, @notAfter)[1] ! f:phrase(
            map {'from': 'date.from', 'notBefore': 'date.not-before', 'notAfter': 'date.not-after'}(local-name()),
            map {'date': f:date-worded(., '-in-phrase')}))"/>
    <xsl:sequence select="
        if ($date/@precision = ('low', 'medium') and $date/@when)
        then f:phrase('date.about', map {'date': f:date-worded($date/@when, '-in-phrase')})
        else $worded"/>
  </xsl:function>

  <!-- Up to a date. What stands before a day, a month, a year may differ: "jusqu’au", "jusqu’en". -->
  <xsl:function name="f:until" as="xs:string">
    <xsl:param name="value" as="xs:string"/>
    <xsl:variable name="key" as="xs:string?" select="
        if (not(matches($value, '^[1-9][0-9]{3}(-[0-9]{2}){0,2}$')) or not(matches($value, $date-form))) then ()
        else 'date.to-' || ('year', 'month', 'day')[count(tokenize($value, '-'))]"/>
    <xsl:sequence select="
        if (empty($key)) then f:phrase('date.to', map {'date': f:date-worded($value, '-in-phrase')})
        else f:phrase($key, f:parts-of-date(substring($value, 1, 4), substring($value, 6, 2), substring($value, 9), ''))"/>
  </xsl:function>

  <!-- What the words of a date do not say: the same day in our calendar, where they are of another;
       or in that calendar, where there are no words. -->
  <xsl:function name="f:date-besides" as="xs:string">
    <xsl:param name="date" as="element()"/>
    <xsl:sequence select="if ($date/(@calendar or @datingMethod or @when-custom)) then f:date-of-calendar($date) else ''"/>
  </xsl:function>

  <xsl:function name="f:date-of-calendar" as="xs:string">
    <xsl:param name="date" as="element()"/>
    <xsl:variable name="calendar" as="xs:string" select="f:calendar($date)"/>
    <xsl:variable name="dating" as="xs:string?" select="if ($calendar) then f:dating($date) else ()"/>
    <xsl:variable name="besides" as="xs:string?" select="
        if (not($calendar)) then ()
        else if (normalize-space($date)) then $dating[. ne normalize-space($date)]
        else $date/@when-custom[exists($dating)] ! f:labelled($calendar, f:day(.))"/>
    <xsl:sequence select="string-join($besides ! (' ' || f:bracketed(., 'editor')))"/>
  </xsl:function>

  <!-- The calendar of a date's words, where it is another than the Gregorian: what the header calls
       it, else its identifier. -->
  <xsl:function name="f:calendar" as="xs:string">
    <xsl:param name="date" as="element()"/>
    <xsl:variable name="pointer" as="xs:string" select="string(f:pointers(($date/@calendar, $date/@datingMethod)[1])[1])"/>
    <xsl:variable name="name" as="xs:string" select="
        (f:target($pointer, $date) ! f:plain(., 'reading') ! tokenize(., '\s*[.:;(]')[1][. ne ''][string-length(.) le 40], replace($pointer, '^.*#', ''))[1]"/>
    <xsl:sequence select="
        if (empty($date/(@calendar, @datingMethod, @when-custom))) then ''
        else if (contains(lower-case($pointer), 'greg')) then ''
        else ($name[. ne ''], f:word('date.other-calendar'))[1]"/>
  </xsl:function>

  <!-- From one date to another, what they share said once: "28–30 September 1950". -->
  <xsl:function name="f:period" as="xs:string">
    <xsl:param name="from" as="xs:string"/>
    <xsl:param name="to" as="xs:string"/>
    <xsl:sequence select="
        if ($from = $to) then f:day($from)
        else (f:shared($from, $to, 'date.range'),
          if (matches($from, '^[0-9]{4}$') and matches($to, '^[0-9]{4}$'))
          then f:phrase('date.range-of-years', map {'from': f:year($from), 'to': f:year($to)})
          else f:phrase('date.range', map {'from': f:day($from), 'to': f:day($to)}))[1]"/>
  </xsl:function>

  <!-- Some time between two dates: "between 28 and 30 September 1950". -->
  <xsl:function name="f:between" as="xs:string">
    <xsl:param name="from" as="xs:string"/>
    <xsl:param name="to" as="xs:string"/>
    <xsl:sequence select="
        if ($from = $to) then f:day($from)
        else (f:shared($from, $to, 'date.between'),
          f:phrase('date.between', map {'from': f:date-worded($from, '-in-phrase'), 'to': f:date-worded($to, '-in-phrase')}))[1]"/>
  </xsl:function>

  <!-- The phrase for two days of one month or of one year; nothing for others. -->
  <xsl:function name="f:shared" as="xs:string?">
    <xsl:param name="from" as="xs:string"/>
    <xsl:param name="to" as="xs:string"/>
    <xsl:param name="key" as="xs:string"/>
    <xsl:variable name="days" as="xs:boolean" select="every $date in ($from, $to)
        satisfies matches($date, '^[0-9]{4}-[0-9]{2}-[0-9]{2}$') and matches($date, $date-form)"/>
    <xsl:sequence select="
        if ($days and substring($from, 1, 7) = substring($to, 1, 7))
          then f:phrase($key || '-in-month', map {
            'from': f:day-number(substring($from, 9)), 'to': f:day-number(substring($to, 9)), 'year': f:year($from),
            'month': $months(substring($from, 6, 2)), 'month-alone': $months-alone(substring($from, 6, 2))})
        else if ($days and substring($from, 1, 4) = substring($to, 1, 4))
          then f:phrase($key || '-in-year', map {
            'from': f:day('--' || substring($from, 6)), 'to': f:day('--' || substring($to, 6)), 'year': f:year($from)})
        else ()"/>
  </xsl:function>

  <xsl:function name="f:year" as="xs:string">
    <xsl:param name="date" as="xs:string"/>
    <xsl:sequence select="replace(substring($date, 1, 4), '^0+', '')"/>
  </xsl:function>
</xsl:stylesheet>
