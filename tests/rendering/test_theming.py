# SPDX-License-Identifier: MIT
"""An edition's own look, templates and words, from its own folder; and what they cannot do."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lxml import html

from tei_edition.edition import Edition
from tei_edition.errors import ConfigurationError, TeiEditionError
from tei_edition.rendering import EditionData, Renderer, Source
from tei_edition.rendering.publish import Request, render

if TYPE_CHECKING:
    from collections.abc import Callable

DOCUMENT = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="letter"><teiHeader><fileDesc>
<titleStmt><title>Letter</title></titleStmt></fileDesc></teiHeader><text><body>
<p>To <persName ref="#p">P.</persName>, <seg type="code">1234</seg>.</p></body></text></TEI>"""

XSL = """<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
 xmlns:f="urn:tei-edition:functions" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
 exclude-result-prefixes="#all" expand-text="yes"><xsl:import href="tei-edition:html.xsl"/>{}
</xsl:stylesheet>"""


def _blocks(repository: Path, language: str) -> list[str]:
    page = (repository / "docs" / "theming.md").read_text(encoding="utf-8")
    return re.findall(rf"```{language}\n(.*?)```", page, re.DOTALL)


def test_the_example_of_the_documentation_works(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    toml, words, *_ = _blocks(repository, "toml")
    (css,) = _blocks(repository, "css")
    (xslt,) = _blocks(repository, "xml")
    for name, text in {
        "edition.toml": toml,
        "theme/words.toml": words,
        "theme/look.css": css,
        "theme/templates.xsl": xslt,
        "letter.xml": DOCUMENT,
        "theme/files/fonts/Junicode.woff2": "a face",
        "theme/files/notice.html": "<!doctype html><title>Notice</title>",
        "theme/files/logo.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
        "theme/files/icon.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
        "theme/files/.hidden/file": "not for readers",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True, parents=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    report = render(None, tmp_path / "site", Request(outputs=("html",)))
    assert not report.failures
    assert (tmp_path / "site" / "own.css").read_text(encoding="utf-8") == css
    for path in (tmp_path / "site").glob("*.html"):
        page = html.document_fromstring(path.read_text(encoding="utf-8"))
        sheets = page.xpath("//link[@rel='stylesheet']/@href")
        assert sheets == ["edition.css", "own.css"], path.name
        assert page.xpath("//footer[contains(., 'Archive of the Harbour Board')]"), path.name
        assert page.xpath("//head/link[@rel='icon']/@href") == ["own/icon.svg"]
        assert page.xpath("//header//a[@href='index.html']/img/@src") == ["own/logo.svg"]
        assert page.xpath("//header//li[last()]/a/@href") == ["own/notice.html"]
    page = html.document_fromstring((tmp_path / "site" / "letter.html").read_text("utf-8"))
    assert page.xpath("//code[contains(@class, 'tei-seg')]/text()") == ["1234"]
    assert page.xpath("//h2[@id='page:about']/text()") == ["About this letter"]
    assert page.xpath("//*[contains(@class, 'tei-persName')]"), "the rest is as it was"

    own = {path.relative_to(tmp_path / "site") for path in report.written}
    files = {"fonts/Junicode.woff2", "notice.html", "logo.svg", "icon.svg"}
    assert {path for path in own if path.parts[0] == "own"} == {Path("own", f) for f in files}
    assert (tmp_path / "site/own/fonts/Junicode.woff2").read_text() == "a face"


def _with_files(tmp_path: Path) -> Path:
    (tmp_path / "edition.toml").write_text(
        'documents = ["letter.xml"]\n[edition]\ntitle = "T"\neditors = ["E"]\n'
        'base_url = "https://example.org/"\n[rendering]\nfiles = "theme"\n'
    )
    (tmp_path / "letter.xml").write_text(DOCUMENT)
    (tmp_path / "theme").mkdir()
    (tmp_path / "theme/a.txt").write_text("a")
    return tmp_path / "edition.toml"


def test_files_of_its_own_are_renewed_where_they_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(_with_files(tmp_path).parent)
    render(None, tmp_path / "site", Request(outputs=("html",)))
    copy = tmp_path / "site/own/a.txt"
    first = copy.stat()
    render(None, tmp_path / "site", Request(outputs=("html",)))
    assert copy.stat().st_ino == first.st_ino, "what is the same is left alone"
    (tmp_path / "theme/a.txt").write_text("another")
    render(None, tmp_path / "site", Request(outputs=("html",)))
    assert copy.read_text() == "another"


@pytest.mark.parametrize("site", ["theme", "theme/site"])
def test_a_site_among_the_files_of_its_own_is_refused(
    tmp_path: Path, site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(_with_files(tmp_path).parent)
    with pytest.raises(TeiEditionError, match="render into another folder"):
        render(None, tmp_path / site, Request(outputs=("html",)))


def test_a_link_to_what_lies_outside_the_edition_is_not_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "secret").write_text(SECRET)
    (tmp_path / "edition").mkdir()
    monkeypatch.chdir(_with_files(tmp_path / "edition").parent)
    (tmp_path / "edition/theme/b.txt").symlink_to(tmp_path / "secret")
    with pytest.raises(TeiEditionError, match="leads out of the edition's folder"):
        render(None, tmp_path / "edition/site", Request(outputs=("html",)))
    assert not (tmp_path / "edition/site/own/b.txt").exists()


@pytest.mark.parametrize(("named", "message"), [("none", "there is no folder"), ("../x", "files")])
def test_a_folder_of_its_own_files_that_is_not_there_is_an_error(
    tmp_path: Path, named: str, message: str
) -> None:
    settings = _with_files(tmp_path)
    settings.write_text(settings.read_text().replace('"theme"', f'"{named}"'))
    with pytest.raises(ConfigurationError, match=message):
        Edition.load(settings)


def _own(tmp_path: Path, body: str, **modules: str) -> EditionData:
    for name, text in modules.items():
        (tmp_path / f"{name}.xsl").write_text(text, encoding="utf-8")
    path = tmp_path / "templates.xsl"
    path.write_text(XSL.format(body), encoding="utf-8")
    return EditionData(templates=str(path), root=str(tmp_path))


def test_templates_may_stand_in_several_files(
    tmp_path: Path, snippet: Callable[[str], Source]
) -> None:
    module = XSL.replace('<xsl:import href="tei-edition:html.xsl"/>', "").format(
        '<xsl:template match="hi" mode="html"><strong>!</strong><xsl:next-match/></xsl:template>'
    )
    own = _own(tmp_path, '<xsl:include href="more.xsl"/>', more=module)
    page = Renderer(own).html(snippet("<p><hi>a</hi></p>"))
    assert '<strong>!</strong><i class="tei-hi">a</i>' in page


@pytest.mark.parametrize(
    ("template", "found"),
    [
        (
            (
                "name='attributes'><xsl:param name='class'/><xsl:param name='view'/>"
                "<xsl:attribute name='title' select='local-name()'/>"
            ),
            "//*[@title='{}']",
        ),
        (
            (
                "name='Q{}content'><b title='{local-name()}'/>"
                "<xsl:apply-templates select='node()' mode='html'/>"
            ),
            "//b[@title='{}']",
        ),
    ],
)
def test_what_elements_take_over_and_what_stands_in_them_may_be_replaced(
    template: str, found: str, tmp_path: Path, snippet: Callable[[str], Source]
) -> None:
    """Most elements have both made in place, so long as an edition replaces neither."""
    own = _own(tmp_path, f"<xsl:template {template}</xsl:template>")
    page = Renderer(own).html(
        snippet("<sp who='#a'><speaker>A</speaker><stage>b</stage><p>c</p><lg><l>d</l></lg></sp>")
    )
    for element in ("text", "body", "sp", "speaker", "stage", "p", "lg", "l"):
        assert html.document_fromstring(page).xpath(found.format(element)), element


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("<xsl:template match='hi' mode='htlm'/>", "templates.xsl:3: there is no mode “htlm”; did"),
        ("<xsl:template match='hi' mode='htlm'/>", "you mean “html”? there are alternative, attri"),
        ("<xsl:template match='hi' mode='html nonsense'/>", "there is no mode “nonsense”"),
        ("<xsl:template match='hi'/>", "@match needs a mode; that of the elements of the text"),
        ("<xsl:template name='x'><xsl:apply-templates/></xsl:template>", "templates> needs a mode"),
        ("<xsl:template name='x'><xsl:apply-templates mode='htlm'/></xsl:template>", "“htlm”"),
    ],
)  # fmt: skip
def test_a_mode_that_does_not_exist_is_an_error_that_names_those_that_do(
    body: str, message: str, tmp_path: Path, snippet: Callable[[str], Source]
) -> None:
    with pytest.raises(ConfigurationError) as caught:
        Renderer(_own(tmp_path, body)).html(snippet("<p><hi>a</hi></p>"))
    assert message in str(caught.value)


@pytest.mark.parametrize("declared", ["", "<xsl:mode name='short'/>"])
def test_templates_may_have_modes_of_their_own(
    declared: str, tmp_path: Path, snippet: Callable[[str], Source]
) -> None:
    body = (
        "<xsl:template match='hi' mode='html'><xsl:apply-templates select='.' mode='short'/>"
        "</xsl:template><xsl:template match='hi' mode='short #default'><b>!</b></xsl:template>"
        "<xsl:template name='x'><xsl:apply-templates/></xsl:template>"
    )
    page = Renderer(_own(tmp_path, declared + body)).html(snippet("<p><hi>a</hi></p>"))
    assert "<b>!</b>" in page


SECRET = "the secret words"


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("<xsl:variable name='x' select=\"doc('{secret}')\"/>", "doc() is not allowed"),
        ("<xsl:variable name='x' select=\"fn:doc (: :) ('{secret}')\"/>", "doc() is not allowed"),
        ("<xsl:template name='x'>{{unparsed-text('{secret}')}}</xsl:template>", "unparsed-text()"),
        ("<xsl:template name='x'>{{do<!-- -->c('{secret}')}}</xsl:template>", "doc() is not"),
        ("<xsl:variable name='x' select='transform(map {{}})'/>", "transform() is not allowed"),
        ("<xsl:variable name='x' select='function-lookup#2'/>", "function-lookup() is not"),
        ("<xsl:template name='x'><a href='{{json-doc(1)}}'/></xsl:template>", "json-doc() is not"),
        ("<xsl:variable name='x' static='yes' select='1'/>", "@static is not allowed"),
        ("<xsl:variable name='x' _select='1'/>", "@_select is not allowed"),
        ("<xsl:template name='x' use-when='true()'/>", "@use-when is not allowed"),
        ("<xsl:template name='x'><a xsl:use-when='true()'/></xsl:template>", "@use-when is not"),
        (
            "<xsl:template name='x'><xsl:result-document href='x'/></xsl:template>",
            "result-document",
        ),
        ("<xsl:template name='x'><xsl:evaluate xpath='1'/></xsl:template>", "<xsl:evaluate>"),
        (
            "<xsl:template name='x'><xsl:source-document href='x'/></xsl:template>",
            "source-document",
        ),
        ("<xsl:include href='https://example.org/x.xsl'/>", "neither “tei-edition:html.xsl”"),
        ("<xsl:include href='/etc/passwd'/>", "neither “tei-edition:html.xsl”"),
        ("<xsl:include href='../out.xsl'/>", "lies outside the edition's folder"),
        ("<xsl:include href='none.xsl'/>", "cannot be read"),
        ("<xsl:template match='p[' mode='html'/>", "templates.xsl:3: "),
        ("<xsl:template", "not well-formed"),
    ],
)
def test_templates_cannot_read_or_write(body: str, message: str, tmp_path: Path) -> None:
    folder = tmp_path / "edition"
    folder.mkdir()
    (tmp_path / "out.xsl").write_text(XSL.format(""), encoding="utf-8")
    secret = tmp_path / "secret.xml"
    secret.write_text(f"<x>{SECRET}</x>", encoding="utf-8")
    own = _own(folder, body.format(secret=secret.as_uri()))
    with pytest.raises(ConfigurationError, match=re.escape(message)):
        Renderer(own).html(Source(text=DOCUMENT))


def test_the_lock_holds_where_the_words_are_hidden(tmp_path: Path) -> None:
    secret = tmp_path / "secret.xml"
    secret.write_text(f"<x>{SECRET}</x>", encoding="utf-8")
    body = f"""<xsl:template match="p" mode="html">
      <xsl:try><xsl:copy-of select="document-uri(/), key('id', 'x', /)"/>
        <xsl:catch/></xsl:try>
      <xsl:value-of select="sort(('b', '{secret.as_uri()}'))"/></xsl:template>"""
    page = Renderer(_own(tmp_path, body)).html(Source(text=DOCUMENT))
    assert SECRET not in page


def test_templates_that_do_not_import_ours_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "templates.xsl"
    path.write_text(
        XSL.replace('<xsl:import href="tei-edition:html.xsl"/>', "").format(""), "utf-8"
    )
    with pytest.raises(ConfigurationError, match="does not import the toolkit’s own"):
        Renderer(EditionData(templates=str(path))).html(Source(text=DOCUMENT))


def test_a_doctype_in_templates_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "templates.xsl"
    path.write_text('<!DOCTYPE x [<!ENTITY e "doc(">]>' + XSL.format("&e;"), "utf-8")
    with pytest.raises(ConfigurationError, match="document type declaration"):
        Renderer(EditionData(templates=str(path))).html(Source(text=DOCUMENT))


@pytest.mark.parametrize(
    ("setting", "message"),
    [
        ('style = "none.css"', "there is no file “none.css”"),
        ('style = "look.txt"', "expected the path of a .css file"),
        ('templates = "look.css"', "expected the path of an .xsl file"),
        ('words = "../words.toml"', "lies outside the edition's folder"),
    ],
)
def test_wrong_settings_are_said_with_their_line(
    setting: str, message: str, tmp_path: Path
) -> None:
    folder = tmp_path / "edition"
    folder.mkdir()
    (tmp_path / "words.toml").write_text("", encoding="utf-8")
    (folder / "letter.xml").write_text(DOCUMENT, encoding="utf-8")
    toml = folder / "edition.toml"
    toml.write_text(
        'documents = ["letter.xml"]\n[edition]\ntitle = "T"\neditors = ["E"]\n'
        f'base_url = "https://example.org/"\n[rendering]\n{setting}\n',
        encoding="utf-8",
    )
    with pytest.raises(ConfigurationError, match=re.escape(message)) as caught:
        Edition.load(toml)
    assert ":7:" in str(caught.value)
