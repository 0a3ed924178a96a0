# SPDX-License-Identifier: MIT
"""Whatever happens to an edition, its site or what is kept: rendered again, it is as if made anew.

A small edition is taken through random changes; what each of them may be is listed here.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import struct
import zlib
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tei_edition.errors import TeiEditionError
from tei_edition.paths import SITE_RECORD
from tei_edition.rendering import renderer
from tei_edition.rendering.publish import Request, render

if TYPE_CHECKING:
    from collections.abc import Mapping

LONG_AGO = 946_684_800
NS = 'xmlns="http://www.tei-c.org/ns/1.0"'


def _document(identifier: str, body: str, header: str = "") -> str:
    named = f' xml:id="{identifier}"' if identifier else ""
    return (
        f'<TEI {NS} xmlns:xi="http://www.w3.org/2001/XInclude"{named}><teiHeader><fileDesc>'
        f"<titleStmt><title>Letter {identifier}</title>{header}</titleStmt></fileDesc></teiHeader>"
        f"<text><body>{body}</body></text></TEI>"
    )


def _png(width: int, shade: int = 0) -> bytes:
    """A grey image of one row."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)

    size = chunk(b"IHDR", struct.pack(">IIBBBBB", width, 1, 8, 0, 0, 0, 0))
    rows = zlib.compress(b"\0" + bytes([shade] * width), 0)
    return b"\x89PNG\r\n\x1a\n" + size + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


THEME = """<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
 xpath-default-namespace="http://www.tei-c.org/ns/1.0"><xsl:import href="tei-edition:html.xsl"/>
 {}<xsl:template match="stamp" mode="html"><b>{}</b></xsl:template></xsl:stylesheet>"""
MODULE = THEME.replace('<xsl:import href="tei-edition:html.xsl"/>', "")
PART = '<p {} xml:id="part">Of {}.</p>'
KIM = '<p>By <persName ref="persons.xml#kim">Kim</persName>, <date when="1950-0{}-01"/>.</p>'
PERSONS = f"""<TEI {NS}><teiHeader><fileDesc><titleStmt><title>Persons</title>
</titleStmt></fileDesc></teiHeader><text><body><listPerson>
<person xml:id="kim"><persName>{{}}</persName></person></listPerson></body></text></TEI>"""
INCLUSION = '<xi:include href="part.xml"/>'
PICTURE = '<p><graphic url="images/seal.png"/></p>'

FILES: Mapping[str, tuple[str | bytes | None, ...]] = {
    "a.xml": (
        _document("a", "<p>One <del>two</del> <gap reason='illegible'/>.</p>"),
        _document("a", "<p>Two <del>one</del> <stamp>Seen</stamp>.</p>"),
        _document("a", f"{KIM.format(9)}{PICTURE}{INCLUSION}"),
        _document(
            "a", "<p>See <ref target='b.xml'>that</ref> and <ref target='c.xml'>this</ref></p>"
        ),
        _document("b", "<p>Another identifier: <sic>tow</sic>.</p>"),
        "<TEI>",
    ),
    "b.xml": (
        _document("b", f"<p>See <ref target='a.xml#part'>there</ref>.</p>{KIM.format(8)}"),
        _document("", f"{INCLUSION}<p>By <persName>Kim</persName>.</p>", "<author>Kim</author>"),
        _document("b", "<p><choice><sic>tow</sic><corr>two</corr></choice> <gap/></p>"),
    ),
    "c.xml": (_document("c", "<p>Three.</p>"), None, _document("", "<p>Four.</p>")),
    "more/c.xml": (None, _document("c", "<p>Three.</p>"), _document("d", PICTURE)),
    "part.xml": (PART.format(NS, "one"), PART.format(NS, "two"), None),
    "persons.xml": (PERSONS.format("Kim Il Sung"), PERSONS.format("김일성"), PERSONS.format("")),
    "images/seal.png": (_png(1), None, _png(2), _png(1, 255), b"none"),
    "words.toml": ('[view]\nreading = "For reading"\n', '[view]\nreading = "To be read"\n'),
    "own.css": ("p { color: red }", "p { color: tan }"),
    "theme.xsl": (
        THEME.format("", "one"),
        THEME.format('<xsl:import href="stamps.xsl"/>', "two").replace('"stamp"', '"hi"'),
    ),
    "stamps.xsl": (MODULE.format("", "three"), MODULE.format("", "fours")),
    "own/logo.svg": (
        "<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>",
        "<svg xmlns='http://www.w3.org/2000/svg' width='2' height='1'/>",
        None,
    ),
}
"""What may stand in each file; None where there is none."""

SETTINGS: Mapping[str, tuple[str, ...]] = {
    "authorities": ('["persons.xml"]', "[]"),
    "edition.title": ('"Letters"', '"More letters"'),
    "edition.short_title": ("", '"L."'),
    "edition.statement": ("", '"All of them."'),
    "edition.editors": ('["Ada Editor"]', '["Ada Editor", "Bert Second"]', "[]"),
    "edition.publisher": ("", '"A press"'),
    "edition.base_url": ('"https://example.org/"', '"https://example.com/l/"'),
    "edition.version": ("", '"1.0"', '"2.0"'),
    "edition.language": ('"en"', '"de"'),
    "edition.licence": ("", '{ name = "CC0", url = "https://example.org/cc0" }'),
    "rendering.view": ("", '"diplomatic"'),
    "rendering.words": ("", '"words.toml"'),
    "rendering.style": ("", '"own.css"'),
    "rendering.templates": ("", '"theme.xsl"'),
    "rendering.files": ("", '"own"'),
    "identifiers.units": ("", '{ p = "p01" }', '{ p = "" }'),
}
"""What may stand in the settings; nothing where a key is not set."""

SITE = ("none", "gone", "emptied", "written over", "a link", "unreadable", "moved", "older")
KEPT = ("none", "gone", "damaged", "cut off", "in use")


class Way(NamedTuple):
    """How it is rendered."""

    outputs: tuple[str, ...] = ("html", "text", "markdown")
    view: str = "reading"
    width: int = 72
    only: str = ""


WAYS = (
    Way(),
    Way(("text",), width=30),
    Way(("html",)),
    Way(view="diplomatic"),
    Way(("text", "markdown"), "transcript"),
    Way(("html", "epub")),
    Way(only="a.xml"),
    Way(only="more"),
    Way(only="."),
)

CHANGES = st.one_of(
    st.sampled_from(sorted(FILES)).flatmap(
        lambda name: st.tuples(st.just("file"), st.just(name), st.integers(0, len(FILES[name]) - 1))
    ),
    st.sampled_from(sorted(SETTINGS)).flatmap(
        lambda key: st.tuples(
            st.just("setting"), st.just(key), st.integers(0, len(SETTINGS[key]) - 1)
        )
    ),
    st.tuples(st.just("site"), st.sampled_from(SITE), st.integers(0, 30)),
    st.tuples(st.just("kept"), st.sampled_from(KEPT), st.integers(0, 20_000)),
    st.tuples(st.just("order"), st.just(""), st.integers(0, 2)),
    st.tuples(st.just("way"), st.just(""), st.integers(0, len(WAYS) - 1)),
)


class World:
    """An edition, its site, and what is kept of it."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.edition = home / "edition"
        self.site = home / "site"
        self.cache = home / "cache"
        self.files = {name: variants[0] for name, variants in FILES.items()}
        self.settings = {key: variants[0] for key, variants in SETTINGS.items()}
        self.order = 0
        self.way = WAYS[0]
        self.in_use: sqlite3.Connection | None = None
        for name in FILES:
            self._put(name)
        self._set()

    def change(self, kind: str, name: str, number: int) -> None:
        if kind == "file":
            self.files[name] = FILES[name][number]
            self._put(name)
        elif kind == "setting":
            self.settings[name] = SETTINGS[name][number]
        elif kind == "order":
            self.order = number
        elif kind == "way":
            self.way = WAYS[number]
        elif kind == "site":
            self._change_site(name, number)
        else:
            self._change_kept(name, number)
        self._set()

    def _put(self, name: str) -> None:
        file, content = self.edition / name, self.files[name]
        file.unlink(missing_ok=True)
        if content is not None:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content.encode() if isinstance(content, str) else content)
            os.utime(file, (LONG_AGO, LONG_AGO))  # so that no time tells anything

    def _set(self) -> None:
        names = [name for name in FILES if name.endswith(".xml") and self.files[name] is not None]
        names = [name for name in names if name not in ("part.xml", "persons.xml")]
        names = names[self.order :] + names[: self.order]
        lines = [f"documents = {names}".replace("'", '"')]
        tables: dict[str, list[str]] = {}
        for key, value in self.settings.items():
            table, _, name = key.rpartition(".")
            if value:
                (tables.setdefault(table, []) if table else lines).append(f"{name} = {value}")
        for table, keys in tables.items():
            lines += [f"[{table}]", *keys]
        (self.edition / "own").mkdir(exist_ok=True)
        (self.edition / "edition.toml").write_text("\n".join(lines), encoding="utf-8")

    def _change_site(self, how: str, number: int) -> None:
        files = sorted(file for file in self.site.rglob("*") if file.is_file())
        if not files:
            return
        file = files[number % len(files)]
        if how == "gone":
            file.unlink()
        elif how == "emptied":
            file.write_bytes(b"")
        elif how == "written over":
            file.write_bytes(b"#" * file.stat().st_size)
        elif how == "a link":
            other = self.home / "other"
            other.write_bytes(file.read_bytes())
            file.unlink()
            file.symlink_to(other)
        elif how == "unreadable":
            file.chmod(0)
        elif how == "moved":
            self.site.rename(self.home / "elsewhere")
            shutil.copytree(self.home / "elsewhere", self.site)
            shutil.rmtree(self.home / "elsewhere")
        elif how == "older":
            os.utime(file, (0, 0))

    def _change_kept(self, how: str, number: int) -> None:
        for file in self.cache.rglob("*.sqlite"):
            content = bytearray(file.read_bytes())
            if how == "gone":
                file.unlink()
            elif how == "damaged":
                for place in range(number % len(content), len(content), 997):
                    content[place] ^= 1
                file.write_bytes(content)
            elif how == "cut off":
                file.write_bytes(content[: number % len(content)])
            elif how == "in use":
                self.in_use = sqlite3.connect(file)
                with suppress(sqlite3.Error):
                    self.in_use.execute("BEGIN EXCLUSIVE")
            break

    def render(self, site: Path, *, cache: bool) -> list[str]:
        way = self.way
        request = Request(way.outputs, way.view, way.width, cache=cache)  # type: ignore[arg-type]
        paths = [self.edition / way.only] if way.only else None
        before = os.getcwd()
        os.chdir(self.edition)
        try:
            report = render(paths, site, request)
        except TeiEditionError as error:
            return [str(error)]
        finally:
            os.chdir(before)
        return [*(failure.message for failure in report.failures), *report.warnings]


def _content(folder: Path) -> dict[str, bytes]:
    """The files of a site, without its record, which remembers those of earlier runs."""
    files = (f for f in folder.rglob("*") if f.is_file() and f.name != SITE_RECORD)
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def _times(folder: Path) -> dict[str, int]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.stat().st_mtime_ns for file in files}


@settings(max_examples=6)
@given(st.lists(st.lists(CHANGES, min_size=1, max_size=3), min_size=1, max_size=5))
def test_whatever_happens_a_site_rendered_again_is_as_if_made_anew(
    rounds: list[list[tuple[str, str, int]]],
) -> None:
    with TemporaryDirectory() as temporary, pytest.MonkeyPatch.context() as patch:
        world = World(Path(temporary))
        patch.setenv("XDG_CACHE_HOME", str(world.cache))
        world.render(world.site, cache=True)
        for changes in rounds:
            for change in changes:
                world.change(*change)
            before, times = _content(world.site), _times(world.site)
            said = world.render(world.site, cache=True)
            if world.in_use:
                world.in_use.close()
                world.in_use = None
            fresh = world.home / "fresh"
            if world.settings["rendering.templates"]:
                renderer._stylesheet.cache_clear()  # another process would compile them
            assert [s.replace("fresh", "site") for s in world.render(fresh, cache=False)] == said
            wanted, found = _content(fresh), _content(world.site)
            assert {name: found.get(name) for name in wanted} == wanted
            left = found.keys() - wanted.keys()
            assert left <= before.keys()
            assert {name: found[name] for name in left} == {name: before[name] for name in left}
            new = _times(world.site)
            for name, content in before.items():
                if found[name] == content and new[name] != times[name]:
                    raise AssertionError(f"{name} was touched")
            shutil.rmtree(fresh, ignore_errors=True)
