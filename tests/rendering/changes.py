# SPDX-License-Identifier: MIT
"""What may happen to an edition, to its site, and to what is kept of it, between two runs."""

from __future__ import annotations

import os
import re
import sqlite3
from typing import TYPE_CHECKING

from tei_edition.rendering.publish import Request, render

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tei_edition.rendering import SiteReport

OUTPUTS = ("html", "text", "markdown")
LONG_AGO = 946_684_800
LAST, NEW = '"documents/letter-19500929.xml"', '"documents/new.xml"'
DOCUMENT = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="{}"><teiHeader><fileDesc>
<titleStmt><title>New</title></titleStmt></fileDesc></teiHeader><text><body>{}</body></text></TEI>"""
THEME = """<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
 xpath-default-namespace="http://www.tei-c.org/ns/1.0"><xsl:import href="tei-edition:html.xsl"/>
 {}<xsl:template match="stamp" mode="html"><b>{}</b></xsl:template></xsl:stylesheet>"""


def render_site(site: Path, **settings: object) -> SiteReport:
    return render(None, site, Request(**{"outputs": OUTPUTS, **settings}))  # type: ignore[arg-type]


def content_of(site: Path) -> Mapping[str, bytes]:
    files = (file for file in site.rglob("*") if file.is_file())
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in files}


def names_changed(report: SiteReport) -> set[str]:
    return {path.name for path in set(report.written) - set(report.unchanged)}


def replace_words(file: Path, old: str, new: str, count: int = 1) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, count), encoding="utf-8")


def another_word(edition: Path) -> None:
    cable = edition / "documents/cable-600308.xml"
    replace_words(cable, "<p ", "<p rend='indent'>Another word.</p><p ")


def another_title(edition: Path) -> None:
    replace_words(
        edition / "documents/letter-19500929.xml", "<title", "<title type='main'>A</title><title"
    )


def another_name(edition: Path) -> None:
    persons = next(edition.rglob("persons.xml"))
    replace_words(persons, "</persName>", " the Great</persName>", 3)


def another_document(edition: Path) -> None:
    text = DOCUMENT.format("new", '<p>See <ref target="cable-600308.xml">the cable</ref>.</p>')
    (edition / "documents/new.xml").write_text(text, encoding="utf-8")
    replace_words(edition / "edition.toml", LAST, f"{LAST}, {NEW}")


def another_title_of_the_edition(edition: Path) -> None:
    replace_words(edition / "edition.toml", 'title = "', 'title = "Once More: ')


def words_of_its_own(edition: Path) -> None:
    (edition / "words.toml").write_text('[view]\nreading = "To be read"\n', encoding="utf-8")
    add_to_rendering(edition, 'words = "words.toml"')


def other_words_of_its_own(edition: Path) -> None:
    words_of_its_own(edition)
    render_site(edition.parent / "site")
    (edition / "words.toml").write_text('[view]\nreading = "For reading"\n', encoding="utf-8")


def templates_of_its_own(edition: Path) -> None:
    (edition / "theme.xsl").write_text(THEME.format("", "one"), encoding="utf-8")
    add_to_rendering(edition, 'templates = "theme.xsl"')


def another_module_of_its_templates(edition: Path) -> str:
    (edition / "stamps.xsl").write_text(THEME.format("", "one"), encoding="utf-8")
    include = THEME.format('<xsl:import href="stamps.xsl"/>', "two").replace('stamp"', 'hi"')
    (edition / "theme.xsl").write_text(include, encoding="utf-8")
    add_to_rendering(edition, 'templates = "theme.xsl"')
    render_site(edition.parent / "site")
    replace_words(edition / "stamps.xsl", "one", "another stamp")
    return "<b>another stamp</b>"


def a_style_of_its_own(edition: Path) -> None:
    (edition / "own.css").write_text("p { color: inherit }", encoding="utf-8")
    add_to_rendering(edition, 'style = "own.css"')


def add_to_rendering(edition: Path, line: str) -> None:
    settings = edition / "edition.toml"
    text = settings.read_text(encoding="utf-8")
    if "[rendering]\n" in text:
        text = text.replace("[rendering]\n", f"[rendering]\n{line}\n")
    else:
        text += f"\n[rendering]\n{line}\n"
    settings.write_text(text, encoding="utf-8")


def page_gone(edition: Path) -> None:
    (edition.parent / "site/cable-600308.html").unlink()


def page_written_over(edition: Path) -> None:
    replace_words(edition.parent / "site/cable-600308.html", "<p", "<!-- by hand --><p")


def list_written_over(edition: Path) -> None:
    (edition.parent / "site/gaps.html").write_text("", encoding="utf-8")


def another_day_in_the_registry(edition: Path) -> None:
    registry = edition / "citations.json"
    day = re.search(r'"(\d{4}-\d\d-\d\d)"', registry.read_text(encoding="utf-8"))
    assert day
    replace_words(registry, day[1], "1999-09-09", -1)


def what_is_kept_damaged(edition: Path) -> None:
    for file in (edition.parent / "cache").rglob("*.sqlite"):
        file.write_bytes(b"SQLite format 3\0" + b"\xff" * 8000)


def what_is_kept_of_another_version(edition: Path) -> None:
    for file in (edition.parent / "cache").rglob("*.sqlite"):
        file.unlink()
        with sqlite3.connect(file) as database:
            database.execute("CREATE TABLE made (name PRIMARY KEY, content)")
            database.execute("INSERT INTO made VALUES ('cable-600308.html', 'x')")


def a_list_in_what_is_kept_damaged(edition: Path) -> None:
    for file in (edition.parent / "cache").rglob("*.sqlite"):
        with sqlite3.connect(file) as database:
            database.execute("""UPDATE made SET said = replace(said, '<', '#')""")


def what_is_kept_no_text(edition: Path) -> None:
    for file in (edition.parent / "cache").rglob("*.sqlite"):
        with sqlite3.connect(file) as database:
            database.execute("UPDATE made SET said = CAST(x'ff' AS TEXT)")


def what_is_kept_in_a_format_to_come(edition: Path) -> None:
    for file in (edition.parent / "cache").rglob("*.sqlite"):
        content = bytearray(file.read_bytes())
        content[44:48] = bytes([9] * 4)  # "The schema format number", in SQLite's file format
        file.write_bytes(content)


def what_is_kept_damaged_and_not_to_be_removed(edition: Path) -> None:
    what_is_kept_damaged(edition)
    for file in (edition.parent / "cache").rglob("*.sqlite"):
        file.with_name(f"{file.name}-journal").mkdir()


def what_is_kept_write_protected(edition: Path) -> None:
    another_word(edition)
    for file in (edition.parent / "cache").rglob("*.sqlite"):
        file.with_name(f"{file.name}-journal").mkdir()  # so that SQLite cannot write


def a_file_of_its_own_of_the_same_size_and_time(edition: Path) -> None:
    (edition / "own").mkdir()
    write_long_ago(edition / "own/page.html", "<p>1950</p>")
    add_to_rendering(edition, 'files = "own"')
    render_site(edition.parent / "site")
    write_long_ago(edition / "own/page.html", "<p>1951</p>")


def a_document_of_the_same_size_and_time(edition: Path) -> None:
    cable = edition / "documents/cable-600308.xml"
    text = cable.read_text(encoding="utf-8")
    write_long_ago(cable, text)
    for _ in range(2):
        render_site(edition.parent / "site")
    write_long_ago(cable, text.replace(" with ", " With ", 1))


def write_long_ago(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")
    os.utime(file, (LONG_AGO, LONG_AGO))


def modules_that_change_places(edition: Path) -> str:
    for name in ("one", "two"):
        module = THEME.replace('<xsl:import href="tei-edition:html.xsl"/>', "").format("", name)
        (edition / f"{name}.xsl").write_text(module, encoding="utf-8")
    imports = "".join(f'<xsl:import href="{name}.xsl"/>' for name in ("a", "b", "c"))
    theme = THEME.format(imports, "").replace('match="stamp"', 'match="seg[1 = 2]"')
    (edition / "theme.xsl").write_text(theme, encoding="utf-8")
    add_to_rendering(edition, 'templates = "theme.xsl"')
    for a, b, c in (("one", "two", "two"), ("one", "two", "one")):
        for name, target in {"a": a, "b": b, "c": c}.items():
            (edition / f"{name}.xsl").unlink(missing_ok=True)
            (edition / f"{name}.xsl").symlink_to(f"{target}.xsl")
        if c == "two":
            render_site(edition.parent / "site")
    return "<b>one</b>"


def nothing(edition: Path) -> None:
    """Nothing has changed."""


CHANGES = (
    *(nothing, another_word, another_title, another_name, another_document),
    *(another_title_of_the_edition, words_of_its_own, other_words_of_its_own),
    *(templates_of_its_own, another_module_of_its_templates, a_style_of_its_own),
    *(page_gone, page_written_over, list_written_over, another_day_in_the_registry),
    *(what_is_kept_damaged, what_is_kept_of_another_version),
    *(a_list_in_what_is_kept_damaged, what_is_kept_damaged_and_not_to_be_removed),
    *(what_is_kept_no_text, what_is_kept_in_a_format_to_come),
    *(what_is_kept_write_protected, a_file_of_its_own_of_the_same_size_and_time),
    *(a_document_of_the_same_size_and_time, modules_that_change_places),
)
"""What may happen between two runs; some give words that the cable's page then has."""
