"""Saxon as the toolkit uses it: errors with their places, deep documents, threads."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from tei_edition.saxon import SaxonError, Stylesheet, parse

_HEAD = '<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">'


def _sheet(body: str) -> str:
    return f'{_HEAD}<xsl:output method="text"/>{body}</xsl:stylesheet>'


def test_every_static_error_is_reported_with_its_line_and_code() -> None:
    with pytest.raises(SaxonError) as caught:
        Stylesheet.from_text(
            _sheet(
                '\n<xsl:template match="/">\n<xsl:value-of select="foo(//p)"/>\n'
                '<xsl:value-of select="$nothing"/>\n<xsl:value-of select="1 +"/></xsl:template>'
            )
        )
    problems = caught.value.problems
    assert [(problem.line, problem.code) for problem in problems] == [
        (3, "XPST0017"),
        (4, "XPST0008"),
        (5, "XPST0003"),
    ]
    assert problems[0].message == "Cannot find a 1-argument function named foo()"
    assert "http://" not in str(caught.value)


def test_a_dynamic_error_says_what_went_wrong() -> None:
    sheet = Stylesheet.from_text(
        _sheet('<xsl:template match="/"><xsl:value-of select="1 idiv count(//b)"/></xsl:template>')
    )
    with pytest.raises(SaxonError, match="Integer division by zero"):
        sheet.transform(parse("<a/>"))


def test_a_document_that_is_not_well_formed_is_refused() -> None:
    with pytest.raises(SaxonError):
        parse("<a>")


@pytest.mark.parametrize("locked", [False, True])
def test_documents_may_be_nested_deep(locked: bool) -> None:
    sheet = Stylesheet.from_text(
        _sheet('<xsl:template match="/"><xsl:value-of select="count(//a)"/></xsl:template>'),
        locked=locked,
    )
    deep = "<a>" * 5_000 + "</a>" * 5_000
    assert sheet.transform(parse(deep, locked=locked)) == "5000"


def test_documents_nested_too_deep_are_refused_rather_than_counted_wrong() -> None:
    with pytest.raises(SaxonError, match="depth"):
        parse("<a>" * 40_000 + "</a>" * 40_000)


def test_an_element_may_have_hundreds_of_attributes() -> None:
    attributes = " ".join(f'a{number}=""' for number in range(1_000))
    sheet = Stylesheet.from_text(
        _sheet('<xsl:template match="/"><xsl:value-of select="count(//@*)"/></xsl:template>')
    )
    assert sheet.transform(parse(f"<p {attributes}/>")) == "1000"


def test_parameters_do_not_stay_behind() -> None:
    sheet = Stylesheet.from_text(
        _sheet(
            '<xsl:param name="who" select="\'nobody\'"/>'
            '<xsl:template match="/"><xsl:value-of select="$who"/></xsl:template>'
        )
    )
    document = parse("<a/>")
    assert sheet.transform(document, {"who": "Pak"}) == "Pak"
    assert sheet.transform(document) == "nobody"


def test_a_mode_is_chosen_without_staying_behind() -> None:
    sheet = Stylesheet.from_text(
        _sheet(
            '<xsl:template match="/">one</xsl:template>'
            '<xsl:template match="/" mode="m">two</xsl:template>'
        )
    )
    document = parse("<a/>")
    assert sheet.transform(document, mode="m") == "two"
    assert sheet.transform(document) == "one"


def test_threads_share_a_stylesheet() -> None:
    sheet = Stylesheet.from_text(
        _sheet(
            '<xsl:param name="n"/><xsl:template match="/">'
            '<xsl:value-of select="$n, //@n" separator=" "/></xsl:template>'
        )
    )

    def work(number: int) -> str:
        return sheet.transform(parse(f'<a n="{number}"/>'), {"n": str(number)})

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(work, range(200))) == [f"{n} {n}" for n in range(200)]
