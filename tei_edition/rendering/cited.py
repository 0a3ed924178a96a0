# SPDX-License-Identifier: MIT
"""How one document is cited, in words: what its pages say, and the files beside them hold.

It is put together once, when the document is described for the others, and kept with the other
facts: so no page of it needs its tree, or the styles' processor, again.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html import unescape
from itertools import starmap
from typing import TYPE_CHECKING, NamedTuple

from tei_edition.citations.csl import item_for_styles
from tei_edition.citations.forms import SUFFIXES, formatted
from tei_edition.citations.metadata import meta_tags, schema_org
from tei_edition.citations.styles import DEFAULT, styled
from tei_edition.parser.escaping import escaped, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tei_edition.citations.citation import Citation

_PASSAGE, _ADDRESS = "\ue001", "\ue002"
"""Stand for the passage and the address in the note that the page's script fills in."""


class Passage(NamedTuple):
    """A citable unit of a document."""

    xml_id: str
    label: str
    url: str
    """Its one canonical address."""


class Note(NamedTuple):
    """The note on a passage in HTML, in the pieces between which passage and address stand."""

    before: str
    between: str
    after: str

    def without_passage(self, url: str) -> str:
        """The note on the whole document."""
        if not url:
            return self.before.removesuffix(", ") + self.after
        address = f'<a href="{escaped(url)}">{escaped(url)}</a>'
        return f"{self.before}{self.between.removeprefix(', ')}{address}{self.after}"

    def without_markup(self) -> Note:
        """The same as plain text."""
        return Note(*(unescape(re.sub(r"<[^>]+>", "", piece)) for piece in self))


class Cited(NamedTuple):
    """How a document is cited."""

    id: str
    url: str
    note: Note | None
    """None for a document that neither an edition nor an address is known of: what has no place
    cannot be cited."""
    passages: tuple[Passage, ...] = ()
    """Every citable unit that shows on the page."""
    tags: str = ""
    """The elements `meta` of its page, for machines."""
    schema: str = ""
    """The same in the vocabulary of schema.org."""
    files: tuple[str, ...] = ()
    """What the files for reference managers hold, one for each of :data:`SUFFIXES`."""

    @classmethod
    def from_json(cls, text: str) -> Cited:
        """What :meth:`to_json` was of."""
        made = cls(*json.loads(text))
        return made._replace(
            note=made.note and Note(*made.note),
            passages=tuple(starmap(Passage, made.passages)),
            files=tuple(made.files),
        )

    def to_json(self) -> str:
        """All of it, in order."""
        return json.dumps(self, ensure_ascii=False)

    def named_files(self, name: str) -> Mapping[str, str]:
        """The files for reference managers beside the page of a name: their names and contents."""
        suffixes = SUFFIXES.values()
        return {f"{name}{suffix}": text for suffix, text in zip(suffixes, self.files, strict=False)}


def cited(
    citation: Citation,
    passages: Iterable[Passage] = (),
    *,
    has_head: bool = False,
    has_files: bool = False,
) -> Cited:
    """How a citation is shown.

    ``has_head`` says that a page is to be made, which has more for machines to read, ``has_files``
    that there are to be files beside it.
    """
    can_be_cited = bool(citation.url or citation.edition.title)
    has_head = has_head and can_be_cited
    return Cited(
        citation.document.id,
        citation.url,
        note_around(citation) if can_be_cited else None,
        tuple(passages) if can_be_cited else (),
        "".join(
            f"<meta name={quoted(tag)} content={quoted(content)}/>"
            for tag, content in (meta_tags(citation) if has_head else ())
        ),
        schema_org(citation) if has_head else "",
        tuple(formatted(citation, form) for form in SUFFIXES) if has_files else (),
    )


def note_around(citation: Citation) -> Note:
    """The note on a passage.

    So all that is made of a document needs the style's processor once, however many passages it
    has.
    """
    passed = replace(citation, passage=_PASSAGE, url=_ADDRESS)
    made = styled(
        item_for_styles(passed),
        passed.locator,
        DEFAULT,
        citation.edition.language,
        "html",
        with_entry=False,
    )
    before, _, rest = made.citation.partition(_PASSAGE)
    between, _, after = rest.partition(_ADDRESS)
    return Note(before, between, after)
