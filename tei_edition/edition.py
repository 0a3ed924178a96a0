# SPDX-License-Identifier: MIT
"""An edition: ``edition.toml``, and the documents and authorities that it names.

The keys are described in ``schemas/edition.schema.json`` and in ``docs/edition-toml.md``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from tei_edition import settings, validation
from tei_edition.errors import ConfigurationError, TeiEditionError
from tei_edition.paths import EDITION, as_named, edition_around, real
from tei_edition.validation import Validation

__all__ = ["FILENAME", "ConfigurationError", "Edition", "EditionNotFoundError", "Licence"]

FILENAME = EDITION


class EditionNotFoundError(TeiEditionError):
    """There is no ``edition.toml`` where one is needed."""


@dataclass(frozen=True, slots=True)
class Licence:
    """The licence of the edition's own contribution: markup, notes and metadata."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Edition:
    """The settings of one edition. All paths are absolute."""

    root: Path
    """The folder that holds ``edition.toml``; XInclude and pointers stay inside it."""
    title: str
    editors: tuple[str, ...]
    base_url: str
    """Address below which every passage has its permanent URL; ends with a slash."""
    documents: tuple[Path, ...]
    """The TEI documents in reading order."""
    authorities: tuple[Path, ...] = ()
    """TEI files that describe persons, places and organisations."""
    short_title: str = ""
    statement: str = ""
    publisher: str = ""
    version: str = ""
    language: str = "en"
    """BCP 47 tag of the edition's own words."""
    licence: Licence | None = None
    period: tuple[str, str] = ("", "")
    """First and last day, month or year (ISO 8601) that the documents fall into."""
    validation: Validation = field(default_factory=Validation)
    """How the documents are checked."""
    conventions: str = ""
    """Absolute path of the conventions of its transcriptions; empty for the bundled ones."""
    view: str = "reading"
    """The view that a page opens with."""
    words: str = ""
    """Absolute path of the interface's words of its own; empty for none."""
    style: str = ""
    """Absolute path of its own style sheet; empty for none."""
    templates: str = ""
    """Absolute path of its own XSLT; empty for none."""
    cover: str = ""
    """Absolute path of the image that stands for its book; empty for one with its title."""
    own_files: str = ""
    """Absolute path of the folder of files that lie beside its pages; empty for none."""
    registry: Path | None = None
    """Absolute path of the registry of published identifiers; None where the edition names none.
    Before the first ``tei-edition ids publish`` there is no such file."""
    units: tuple[tuple[str, str], ...] = ()
    """Elements that are citable units here, or are not, other than usual: the name of the element,
    and how the identifier of the first one ends (``p01``), or nothing."""
    file: Path = Path(FILENAME)
    """The ``edition.toml``, as it was named when it was read."""
    files: tuple[Path, ...] = field(init=False)
    """Documents, then authorities."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "files", self.documents + self.authorities)

    def version_url(self, version: str) -> str:
        """The address below which a published version stays as it was; ends with a slash."""
        return f"{self.base_url}{version}/"

    @classmethod
    def load(cls, path: Path) -> Edition:
        """Read an ``edition.toml``.

        >>> Edition.load(Path("corpus/edition.toml")).documents  # doctest: +SKIP

        Raises:
            ConfigurationError: not TOML, a key wrong or missing, a file that is not there.
        """
        import tomllib

        text = _read(path)
        try:
            data = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            raise ConfigurationError(settings.syntax_error(path, text, error)) from error
        problem = settings.first_problem(data, "edition.schema.json")
        if problem is not None:
            raise ConfigurationError(settings.describe(path, text, problem))
        root = path.resolve().parent
        about = data["edition"]
        licence = about.get("licence")
        period = data.get("period", {})
        identifiers = data.get("identifiers", {})
        return cls(
            root=root,
            title=about["title"],
            editors=tuple(about["editors"]),
            base_url=about["base_url"],
            documents=_files(path, text, data, "documents"),
            authorities=_files(path, text, data, "authorities"),
            short_title=about.get("short_title", about["title"]),
            statement=about.get("statement", "").strip(),
            publisher=about.get("publisher", ""),
            version=about.get("version", ""),
            language=about.get("language", "en"),
            licence=Licence(licence["name"], licence["url"]) if licence else None,
            period=(period.get("from", ""), period.get("to", "")),
            validation=validation.read(path, text, data),
            conventions=_file(path, text, data, ("transcription", "conventions")),
            view=data.get("rendering", {}).get("view", "reading"),
            words=_file(path, text, data, ("rendering", "words")),
            style=_file(path, text, data, ("rendering", "style")),
            templates=_file(path, text, data, ("rendering", "templates")),
            cover=_file(path, text, data, ("rendering", "cover")),
            own_files=_file(path, text, data, ("rendering", "files")),
            registry=root / identifiers["registry"] if "registry" in identifiers else None,
            units=tuple(identifiers.get("units", {}).items()),
            file=path,
        )

    @classmethod
    def find(cls, start: Path | None = None, *, takes_files: bool = False) -> Edition:
        """The edition of the working directory: there, in a parent, or in ``./corpus``.

        ``takes_files`` says that files could have been named instead, for the words of the error.

        Raises:
            EditionNotFoundError: there is none, or no working directory any more.
            ConfigurationError: as :meth:`load`.
        """
        try:
            start = (start or Path.cwd()).resolve()
        except FileNotFoundError as error:
            raise EditionNotFoundError("the working directory is no longer there") from error
        for folder in (start, *start.parents, start / "corpus"):
            if (folder / FILENAME).is_file():
                return cls.load(as_named(folder / FILENAME))
        files = "name the files to work on, or " if takes_files else ""
        raise EditionNotFoundError(
            f"no {FILENAME} in {start}, in a folder above it, or in its folder corpus: "
            f"{files}change to the edition's folder"
        )

    @classmethod
    def containing(cls, path: Path) -> Edition | None:
        """The edition whose folder a file or folder lies in, if any.

        Raises:
            ConfigurationError: as :meth:`load`.
        """
        found = edition_around(path)
        return cls.load(as_named(found)) if found is not None else None


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")  # as some editors of Windows save it
    except UnicodeDecodeError as error:
        raise ConfigurationError(
            f"{path}: not UTF-8, as TOML has to be: byte {error.object[error.start]:#04x} "
            f"at offset {error.start}; save the file as UTF-8"
        ) from error
    except OSError as error:
        raise ConfigurationError(f"{path}: cannot be read: {error.strerror}") from error


def _files(path: Path, text: str, data: dict[str, list[str]], key: str) -> tuple[Path, ...]:
    root = path.resolve().parent
    found = []
    for index, name in enumerate(data.get(key, [])):
        file = root / name
        place = (key, index)
        if not real(file).is_relative_to(root):
            raise ConfigurationError(
                settings.describe_at(
                    path, text, place, f"“{name}” lies outside the edition's folder"
                )
            )
        if not file.is_file():
            raise ConfigurationError(
                settings.describe_at(path, text, place, f"there is no file “{name}” in {root}")
            )
        found.append(file)
    return tuple(found)


def _file(path: Path, text: str, data: dict[str, dict[str, str]], place: tuple[str, str]) -> str:
    """The absolute path of a file or a folder that a setting names; empty where it names none."""
    table, key = place
    name = data.get(table, {}).get(key, "")
    if not name:
        return ""
    root = path.resolve().parent
    kind = "folder" if key == "files" else "file"
    if not ((root / name).is_dir() if kind == "folder" else (root / name).is_file()):
        message = f"there is no {kind} “{name}” in {root}"
        raise ConfigurationError(settings.describe_at(path, text, place, message))
    if table == "rendering" and not real(root / name).is_relative_to(root):
        message = f"“{name}” lies outside the edition's folder"
        raise ConfigurationError(settings.describe_at(path, text, place, message))
    return str(root / name)
