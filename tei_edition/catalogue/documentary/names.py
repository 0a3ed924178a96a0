# SPDX-License-Identifier: MIT
"""Finding codes about names and authority files."""

from __future__ import annotations

from tei_edition.catalogue.entry import Entry
from tei_edition.findings import Severity

ENTRIES: tuple[Entry, ...] = (
    Entry(
        code="person-unresolved",
        check="rules",
        severity=Severity.WARNING,
        title="person who is neither identified nor marked as unidentified",
        explanation=(
            "A person named in a document leads by @ref to an entry in an authority "
            "file. Where nobody knows who it is, the role “unidentified” says so: a "
            "reader should not have to guess whether the editors looked."
        ),
        wrong="<persName>Shcherbakova</persName>",
        right=(
            '<persName role="unidentified" '
            'ref="persons.xml#persons-shcherbakova">Shcherbakova</persName>'
        ),
    ),
    Entry(
        code="name-unresolved",
        check="rules",
        severity=Severity.INFO,
        title="place or organisation without an authority entry",
        explanation=(
            "The name of a place or an organisation leads to no entry in an authority file."
        ),
        wrong="<placeName>Moscow</placeName>",
        right='<placeName ref="places.xml#places-moscow">Moscow</placeName>',
    ),
    Entry(
        code="entry-unnamed",
        check="rules",
        severity=Severity.ERROR,
        title="authority entry without one preferred name",
        explanation=(
            "An entry has exactly one name of the type “preferred”, under which it is "
            "listed and shown; all other forms are of other types."
        ),
        wrong="<person><persName>Stalin</persName></person>",
        right='<person><persName type="preferred">Stalin, Joseph</persName></person>',
    ),
    Entry(
        code="life-reversed",
        check="rules",
        severity=Severity.ERROR,
        title="death before birth",
        explanation=(
            "A person's last possible year of death is before the first possible year of birth."
        ),
        wrong='<birth when="1907"/><death when="1864"/>',
        right='<birth when="1907"/><death when="1964"/>',
    ),
    Entry(
        code="identifier-unsourced",
        check="rules",
        severity=Severity.WARNING,
        title="identifier without a source",
        explanation=(
            "An identifier of another authority file says by @source where it was seen. "
            "One that was only guessed leads to a wrong person for as long as the "
            "edition lasts."
        ),
        wrong='<idno type="GND">118562126</idno>',
        right='<idno type="GND" source="#persons-src">118562126</idno>',
    ),
)
