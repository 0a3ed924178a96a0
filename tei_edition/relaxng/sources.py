# SPDX-License-Identifier: MIT
"""The files that a schema is made of: found beside the schema, never on the network.

``href`` (sections 4.5 to 4.7) may lead to files in the schema's own folder and the folders below
it. Loops and runaway doubling are refused.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tei_edition.relaxng.errors import Place, SchemaError
from tei_edition.relaxng.reader import UNSET, read

if TYPE_CHECKING:
    from tei_edition.relaxng.syntax import Node

_MAX_DOCUMENTS = 2_000
_MAX_BYTES = 100_000_000


class Sources:
    """Reads schema files, and remembers which and with what content."""

    def __init__(self, path: Path) -> None:
        self._main = path
        self._folder = path.resolve().parent
        self._open: list[Path] = []
        self._documents = 0
        self._bytes = 0
        self.contents: dict[Path, bytes] = {}
        """The content of every file read, by resolved path, the schema itself first."""

    def main(self) -> Node:
        """The document element of the schema."""
        try:
            path = self._main.resolve(strict=True)
        except OSError as error:
            raise _unreadable(Place(str(self._main)), str(self._main), error) from error
        return self._read(path, str(self._main), Place(str(self._main)), "")

    def enter(self, node: Node) -> Node:
        """The document element that an ``include`` or ``externalRef`` means; then call `leave`."""
        path = self._resolve(node)
        if path in self._open:
            raise node.error(
                f"the schema includes itself: “{node.attributes['href']}” is being read already",
                "4.7" if node.kind == "include" else "4.6",
            )
        shown = self._shown(path)
        return self._read(path, shown, node.place, node.ns)

    def leave(self) -> None:
        """The document entered last is done with."""
        self._open.pop()

    def _shown(self, path: Path) -> str:
        """The path as the user would write it, from how the schema itself was named."""
        return str(self._main.parent / path.relative_to(self._folder))

    def _read(self, path: Path, shown: str, place: Place, ns: str) -> Node:
        content = self.contents.get(path)
        if content is None:
            try:
                content = path.read_bytes()
            except OSError as error:
                raise _unreadable(place, shown, error) from error
            self.contents[path] = content
        self._documents += 1
        self._bytes += len(content)
        if self._documents > _MAX_DOCUMENTS or self._bytes > _MAX_BYTES:
            raise SchemaError(
                f"the schema includes too much: more than {_MAX_DOCUMENTS} files or "
                f"{_MAX_BYTES // 1_000_000} MB, counting repetitions",
                place,
            )
        self._open.append(path)
        if path.suffix.lower() == ".rnc":
            from tei_edition.relaxng.compact import read_compact

            root = read_compact(shown, content, path.as_uri())
        else:
            root = read(shown, content, path.as_uri())
        _inherit_ns(root, ns)
        return root

    def _resolve(self, node: Node) -> Path:
        from urllib.parse import unquote, urljoin, urlsplit

        href = node.attributes["href"]
        if "#" in href:
            raise node.error(f"@href must not have a fragment identifier: “{href}”", "4.5")
        url = urlsplit(urljoin(node.base, href.replace("\\", "%5C")))
        if url.scheme != "file" or url.netloc not in ("", "localhost"):
            raise node.error(
                f"“{href}” is not on this computer, and nothing is fetched: put the file beside "
                "the schema and let @href name it",
                "",
            )
        try:
            path = Path(unquote(url.path)).resolve(strict=True)
        except (OSError, ValueError) as error:
            raise node.error(f"the file “{href}” is not there", "") from error
        if not path.is_relative_to(self._folder):
            raise node.error(
                f"“{href}” lies outside the schema's folder; only files beside the schema, or in "
                "folders below it, are read",
                "",
            )
        return path


def _inherit_ns(node: Node, ns: str) -> None:
    """Section 4.9 across files: what has no ``ns`` takes that of the place of inclusion."""
    waiting = [node]
    while waiting:
        node = waiting.pop()
        if node.ns == UNSET:
            node.ns = ns
        waiting.extend(node.children)


def _unreadable(place: Place, shown: str, error: OSError) -> SchemaError:
    return SchemaError(f"the schema {shown} cannot be read: {error.strerror or error}", place)
