"""An edition in its second version, in which things happened."""

from __future__ import annotations

from pathlib import Path

from tei_edition.citations.registry import Event, Registry, Unit, Version, What
from tei_edition.citations.registry_format import written
from tei_edition.edition import Edition

SETTINGS = """documents = ["a.xml", "b.xml"]
[edition]
title = "Letters"
editors = ["Ada Editor", "Editor, Ben"]
base_url = "https://example.org/letters/"
version = "2.1"
[identifiers]
registry = "citations.json"
"""
DIGEST = "1:" + "0" * 64


def second_version(folder: Path) -> Edition:
    """The edition, made in a folder."""
    bodies = {
        "a": '<p xml:id="a-p02">Two.<note xml:id="a-n1">Note.</note></p>'
        '<p xml:id="a-p03">Three.</p>'
        '<ab><stamp subtype="incoming" xml:id="a-stamp1">In</stamp></ab>',
        "b": '<p xml:id="b-p01">One.</p><p xml:id="b-p02">Two.</p>',
    }
    for name, body in bodies.items():
        (folder / f"{name}.xml").write_text(
            f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="{name}">\n<teiHeader><fileDesc>'
            f"<titleStmt><title>Letter {name.upper()}</title></titleStmt></fileDesc></teiHeader>"
            f"<text><body>{body}</body></text></TEI>"
        )
    (folder / "edition.toml").write_text(SETTINGS)
    units = [
        Unit("a", "a", "TEI", "Letter A", DIGEST, "1.0"),
        Unit(
            "a-p01",
            "a",
            "p",
            "¶ 1",
            DIGEST,
            "1.0",
            (Event(What.RETIRED, "2027-03-01", "no new paragraph", ("a-p02",), version="2.1"),),
        ),
        Unit(
            "a-p02",
            "a",
            "p",
            "¶ 2",
            DIGEST,
            "1.0",
            (Event(What.CHANGED, "2027-02-01", "“to” for “two”", was=DIGEST, version="2.0"),),
        ),
        Unit(
            "a-n9",
            "a",
            "note",
            "note 9",
            DIGEST,
            "1.0",
            (Event(What.RETIRED, "2027-03-02", "it was wrong", version="2.1"),),
        ),
        Unit("b", "b", "TEI", "Letter B", DIGEST, "1.0"),
        Unit("b-p01", "b", "p", "¶ 1", DIGEST, "2.1"),
        Unit(
            "old-p01",
            "old",
            "p",
            "¶ 1",
            DIGEST,
            "1.0",
            (Event(What.MOVED, "2027-03-02", "", ("b-p01",), version="2.1"),),
        ),
        Unit(
            "old",
            "old",
            "TEI",
            "Old letter",
            DIGEST,
            "1.0",
            (Event(What.MOVED, "2027-03-02", "", ("b",), version="2.1"),),
        ),
        Unit(
            "gone",
            "gone",
            "TEI",
            "Lost letter",
            DIGEST,
            "1.0",
            (Event(What.RETIRED, "2027-03-02", "a forgery", version="2.1"),),
        ),
    ]
    versions = (Version("1.0", "2026-12-01"), Version("2.1", "2027-04-01"))
    registry = Registry({unit.xml_id: unit for unit in units}, versions)
    (folder / "citations.json").write_text(written(registry), encoding="utf-8")
    return Edition.load(folder / "edition.toml")
