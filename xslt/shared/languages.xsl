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

  <!-- Languages as the web names them (BCP 47): the shortest code, and the direction of the script. -->

  <!-- The codes of three letters (ISO 639-2, and what it replaced) that have one of two. -->
  <xsl:variable name="shorter-codes" as="map(xs:string, xs:string)" static="yes" select="
    map:merge(tokenize('
      aar=aa abk=ab afr=af aka=ak alb=sq amh=am ara=ar arg=an arm=hy asm=as ava=av ave=ae aym=ay aze=az
      bak=ba bam=bm baq=eu bel=be ben=bn bih=bh bis=bi bod=bo bos=bs bre=br bul=bg bur=my cat=ca ces=cs
      cha=ch che=ce chi=zh chu=cu chv=cv cor=kw cos=co cre=cr cym=cy cze=cs dan=da deu=de div=dv dut=nl
      dzo=dz ell=el eng=en epo=eo est=et eus=eu ewe=ee fao=fo fas=fa fij=fj fin=fi fra=fr fre=fr fry=fy
      ful=ff geo=ka ger=de gla=gd gle=ga glg=gl glv=gv gre=el grn=gn guj=gu hat=ht hau=ha heb=he her=hz
      hin=hi hmo=ho hrv=hr hun=hu hye=hy ibo=ig ice=is ido=io iii=ii iku=iu ile=ie ina=ia ind=id ipk=ik
      isl=is ita=it jav=jv jpn=ja kal=kl kan=kn kas=ks kat=ka kau=kr kaz=kk khm=km kik=ki kin=rw kir=ky
      kom=kv kon=kg kor=ko kua=kj kur=ku lao=lo lat=la lav=lv lim=li lin=ln lit=lt ltz=lb lub=lu lug=lg
      mac=mk mah=mh mal=ml mao=mi mar=mr may=ms mkd=mk mlg=mg mlt=mt mon=mn mri=mi msa=ms mya=my nau=na
      nav=nv nbl=nr nde=nd ndo=ng nep=ne nld=nl nno=nn nob=nb nor=no nya=ny oci=oc oji=oj ori=or orm=om
      oss=os pan=pa per=fa pli=pi pol=pl por=pt pus=ps que=qu roh=rm ron=ro rum=ro run=rn rus=ru sag=sg
      san=sa scc=sr scr=hr sin=si slk=sk slo=sk slv=sl sme=se smo=sm sna=sn snd=sd som=so sot=st spa=es
      sqi=sq srd=sc srp=sr ssw=ss sun=su swa=sw swe=sv tah=ty tam=ta tat=tt tel=te tgk=tg tha=th tib=bo
      tir=ti ton=to tsn=tn tso=ts tuk=tk tur=tr twi=tw uig=ug ukr=uk urd=ur uzb=uz ven=ve vie=vi vol=vo
      wel=cy wln=wa wol=wo xho=xh yid=yi yor=yo zha=za zho=zh zul=zu') ! map:entry(substring-before(., '='), substring-after(., '=')))"/>

  <!-- The tag of a language, or nothing where the value is none. -->
  <xsl:function name="f:language-tag" as="xs:string?">
    <xsl:param name="value" as="xs:string"/>
    <xsl:sequence select="if (map:contains($language-tags, $value)) then $language-tags($value) else f:tag-found($value)"/>
  </xsl:function>

  <!-- What the document says of its languages: looked for once, since all of it is looked through. -->
  <xsl:variable name="languages-marked" as="attribute(xml:lang)*" select="//@xml:lang"/>

  <!-- The tags of the document, found once: it uses few, often. -->
  <xsl:variable name="language-tags" as="map(xs:string, xs:string?)" select="
      map:merge(distinct-values(($languages-marked, /*/teiHeader/profileDesc/langUsage/language/@ident) ! string()) ! map:entry(., f:tag-found(.)))"/>

  <xsl:function name="f:tag-found" as="xs:string?">
    <xsl:param name="value" as="xs:string"/>
    <xsl:variable name="primary" as="xs:string" select="lower-case(substring-before($value || '-', '-'))"/>
    <xsl:sequence select="
        if (not(matches($value, '^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$'))) then ()
        else if (string-length($primary) eq 3) then ($shorter-codes($primary), $primary)[1] || substring($value, 4)
        else $value"/>
  </xsl:function>

  <xsl:function name="f:is-right-to-left" as="xs:boolean">
    <xsl:param name="tag" as="xs:string"/>
    <xsl:sequence select="matches($tag, '^(ar|he|fa|ur|yi|syr|dv|ps|sd|ug)(-|$)|-(Arab|Hebr|Syrc)(-|$)', 'i')
        and not(matches($tag, '-Latn(-|$)', 'i'))"/>
  </xsl:function>

  <!-- The language of a document that says it of its text nowhere, but names a single one. -->
  <xsl:function name="f:document-language" as="xs:string?">
    <xsl:param name="document" as="document-node()"/>
    <xsl:sequence select="if ($document is $own-document) then $own-documents-language else f:language-found($document)"/>
  </xsl:function>

  <!-- The document that is rendered, as against one that a part was included from. -->
  <xsl:variable name="own-document" as="document-node()?" select="self::document-node()"/>

  <xsl:variable name="own-documents-language" as="xs:string?" select="$own-document ! f:language-found(.)"/>

  <xsl:function name="f:language-found" as="xs:string?">
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="header" as="element(teiHeader)?" select="$document/*/teiHeader[1]"/>
    <xsl:variable name="named" as="xs:string*" select="distinct-values($header/profileDesc/langUsage/language/@ident ! normalize-space())"/>
    <xsl:sequence select="
        if ($document/*/@xml:lang) then ()
        else if (count($named) eq 1) then f:language-tag($named)
        else ($header/fileDesc/sourceDesc//textLang/@mainLang)[1] ! f:language-tag(normalize-space())"/>
  </xsl:function>
</xsl:stylesheet>
