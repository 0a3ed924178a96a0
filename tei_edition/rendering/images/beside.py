# SPDX-License-Identifier: MIT
"""The images of a document that lie beside it: found, judged, copied into the site.

An address is a path from the document's folder (or what `@xml:base` says of it), as it is written
or percent-encoded. What is shown lies in the edition's folder, or in the document's where there is
no edition, after every symbolic link was followed; it is of a format that browsers show, by its
ending and by its content. Nothing is asked of another host.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import normalize
from urllib.parse import unquote, urljoin

from tei_edition.document import TEI, XML_BASE
from tei_edition.errors import TeiEditionError
from tei_edition.parser.escaping import element
from tei_edition.parser.expansion import locate
from tei_edition.paths import real
from tei_edition.rendering.images.drawings import keeps_to_itself
from tei_edition.rendering.images.formats import IN_BOOKS, OTHERS, SUFFIXES, recognise
from tei_edition.rendering.page_names import page_name
from tei_edition.rendering.writing import Written, write_copy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

    from tei_edition.rendering.sources.source import Source

FOLDER = "images"

SAID = 3
"""Images of a document of which it is said one by one why they are not shown."""

LONGEST_SAID = 120
"""Characters of an address that are said."""

_NAMING = (f"{TEI}graphic", f"{TEI}media", f"{TEI}pb")
_SPACE = " \t\r\n"
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:|//")
_ABSOLUTE = re.compile(r"[/\\]|[A-Za-z]:")
_PLAIN = re.compile(r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\Z")


class Image(NamedTuple):
    """An image that a document shows or links."""

    key: str
    """What the document says of where it is: every `@xml:base` around it and the address."""
    file: Path
    """Where it lies, without symbolic links."""
    address: str
    """Its place in the site, relative: ASCII that needs no escaping."""
    media_type: str
    width: int
    """Pixels; 0 where the file does not simply say it."""
    height: int
    is_for_books: bool
    """Whether a book may show it."""


class Found(NamedTuple):
    """The images of a document, and why some that it names are not among them."""

    images: tuple[Image, ...] = ()
    problems: tuple[str, ...] = ()


class _NotShownError(Exception):
    """An image is not shown; why, in the words that the user reads."""


def find(source: Source, path: Path, root: Path | None, base: Path) -> Found:
    """The local images that a document names.

    Args:
        source: the document, of the file ``path``.
        path: the file.
        root: the folder that images must lie in, by default the document's own.
        base: the folder from which images keep their places in the site.
    """
    named = list(_named(source))
    if not named:  # before the system is asked for what folders are
        return Found()
    inside = (root or path.parent).resolve()
    folders = tuple(dict.fromkeys(file.absolute().parent for file in (path, *source.parts)))
    images: dict[str, Image | _NotShownError] = {}
    refused: list[tuple[_Element, _NotShownError]] = []
    for naming, key, address in named:
        if key not in images:
            try:
                file = _file(address, folders, inside)
                images[key] = _image(key, file, inside, base.resolve())
            except _NotShownError as refusal:
                images[key] = refusal
                refused.append((naming, refusal))
    shown = tuple(image for image in images.values() if isinstance(image, Image))
    return Found(shown, tuple(_said(refused, path, root)))


def as_elements(images: Iterable[Image]) -> str:
    """The images as the stylesheets know them (`shared/images.xsl`)."""
    return "".join(
        element(
            "image",
            {
                "key": image.key,
                "href": image.address,
                "media-type": image.media_type,
                "width": image.width or "",
                "height": image.height or "",
                "books": "" if image.is_for_books else "no",
            },
        )
        for image in images
    )


def copy(images: Iterable[Image], folder: Path) -> Iterator[Written]:
    """Copy images into the site's ``folder``, those that changed, and give where they lie now.

    Raises:
        TeiEditionError: a copy would take the place of another image of the edition.
        OSError: a file cannot be read, or not be written.
    """
    files = {image.address: image.file for image in images}
    own = set(files.values())
    for address, file in sorted(files.items()):
        goal = folder / address
        if real(goal) in own - {file}:
            raise TeiEditionError(
                f"“{goal}” is an image of the edition itself: render into another folder"
            )
        yield write_copy(goal, file, by_time=True)


def _named(source: Source) -> Iterator[tuple[_Element, str, str]]:
    """The elements that name a local image, how the stylesheets know that, and its address."""
    has_bases = "xml:base" in source.text
    for naming in source.root.iter(*_NAMING):
        attribute = "facs" if naming.tag == f"{TEI}pb" else "url"
        given = naming.get(attribute, "").strip(_SPACE)
        bases = _bases(naming) if has_bases else []
        # `@facs` has several pointers, some of them to elements; `@url` has one.
        for url in re.findall(r"[^ \t\r\n]+", given) if attribute == "facs" else [given]:
            address = _resolved(bases, url)
            if _is_local_image(naming, address):
                yield naming, " ".join((*bases, url)), address


def _bases(element: _Element) -> list[str]:
    around = [value for each in element.iterancestors() if (value := each.get(XML_BASE))]
    own = element.get(XML_BASE)
    return [*reversed(around), *([own] if own else [])]


def _resolved(bases: list[str], url: str) -> str:
    """The address with what `@xml:base` says before it (XML Base, 4)."""
    if not bases:
        return url
    base = ""
    try:
        for value in (*bases, url):
            base = (
                urljoin(base, value)
                if _SCHEME.match(base) or _SCHEME.match(value)
                else _joined(base, value)
            )
    except ValueError:
        return ""
    return base


def _joined(base: str, path: str) -> str:
    return path if _ABSOLUTE.match(path) else base[: base.rfind("/") + 1] + path


def _is_local_image(naming: _Element, address: str) -> bool:
    """Whether an address is to lead to an image of this machine."""
    if not address or address.startswith("#"):
        return False
    if _SCHEME.match(address) and not address.lower().startswith("file:"):
        return False
    suffix = _suffix(address)
    if naming.tag == f"{TEI}graphic":
        return True
    is_image = suffix in SUFFIXES or suffix in OTHERS
    if naming.tag == f"{TEI}media":
        return is_image or naming.get("mimeType", "").startswith("image/")
    return is_image


def _suffix(address: str) -> str:
    if "." not in address:
        return ""
    name = re.sub(r"[?#].*", "", address)
    return unquote(name[name.rfind(".") :]).lower() if "." in name else ""


def _file(address: str, folders: tuple[Path, ...], inside: Path) -> Path:
    """The file that an address names: as it is written, else with its percent signs resolved."""
    if _SCHEME.match(address) or _ABSOLUTE.match(address):
        raise _NotShownError(
            "is named by a path of one machine: name it by a path from the document"
        )
    is_outside = False
    plain = unquote(re.sub(r"[?#].*", "", address))
    composed, parted = normalize("NFC", plain), normalize("NFD", plain)  # as systems name files
    for written in dict.fromkeys((address, plain, composed, parted)):
        for folder in folders:
            try:
                file = (folder / written).resolve()
                is_there = file.is_file()
            except (OSError, ValueError, RuntimeError):  # too long, a NUL, links in a circle
                continue
            if not file.is_relative_to(inside):
                is_outside = True
            elif is_there:
                return file
    if is_outside:
        raise _NotShownError(f"lies outside of “{inside.name}”")
    raise _NotShownError("is not there")


def _image(key: str, file: Path, inside: Path, base: Path) -> Image:
    media_type = SUFFIXES.get(file.suffix.lower())
    if media_type is None:
        kinds = ", ".join(sorted(suffix[1:] for suffix in SUFFIXES))
        raise _NotShownError(f"is of a kind that not every browser shows; there are {kinds}")
    try:
        with file.open("rb") as opened:
            found = recognise(opened)
        is_drawing = media_type == "image/svg+xml"
        is_alone = keeps_to_itself(file) if is_drawing else media_type in IN_BOOKS
    except OSError as error:
        raise _NotShownError(f"cannot be read: {error.strerror}") from error
    if found is None or found.media_type != media_type or is_alone is None:
        raise _NotShownError(f"holds no image of the kind that its name says ({file.suffix[1:]})")
    place = file.relative_to(base if file.is_relative_to(base) else inside)
    return Image(key, file, _address(place), media_type, found.width, found.height, is_alone)


def _address(place: Path) -> str:
    """Where an image lies in the site: as in the edition, if that is plain, small letters.

    Any other has a name of its own, with a digest of its place, which no plain one can have: names
    that differ in case only, or in characters that a server or a book does not take, stay apart.
    """
    if all(map(_PLAIN.match, place.parts)):
        return f"{FOLDER}/{place.as_posix()}"
    digest = hashlib.sha256(place.as_posix().encode("utf-8", "surrogateescape")).hexdigest()[:12]
    return f"{FOLDER}/{page_name(None, place.stem)}~{digest}{place.suffix.lower()}"


def _said(
    refused: list[tuple[_Element, _NotShownError]], path: Path, root: Path | None
) -> Iterator[str]:
    """Why images are not shown, each with its place, and of how many more."""
    if not refused:
        return
    places = {_path(naming): (naming, refusal) for naming, refusal in refused[:SAID]}
    found = locate(path, places, root=root)
    for place, (naming, refusal) in places.items():
        is_page = naming.tag == f"{TEI}pb"
        url = naming.get("facs" if is_page else "url", "")
        shown = url if len(url) <= LONGEST_SAID else f"{url[:LONGEST_SAID]}…"
        shown = "".join(each if each.isprintable() else "\ufffd" for each in shown)
        at = found.get(place)
        where = f"{at.path}:{at.line}:{at.column}" if at else str(path)
        instead = "it is not linked" if is_page else "it is named, not shown"
        yield f"{where}: the image “{shown}” {refusal}; {instead}"
    if len(refused) > SAID:
        yield f"{path}: {len(refused) - SAID:,} more of its images are not shown for such reasons"


def _path(naming: _Element) -> str:
    """The path of an element as XPath's ``path()`` gives it."""
    steps = []
    for each in (naming, *naming.iterancestors()):
        tag = str(each.tag)
        namespace, name = tag[1:].split("}") if tag.startswith("{") else ("", tag)
        number = 1 + sum(1 for _ in each.itersiblings(tag, preceding=True))
        steps.append(f"/Q{{{namespace}}}{name}[{number}]")
    return "".join(reversed(steps))
