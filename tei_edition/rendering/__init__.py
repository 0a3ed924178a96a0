# SPDX-License-Identifier: MIT
"""Reading editions: TEI documents as HTML pages, plain text, Markdown and books.

>>> from pathlib import Path
>>> from tei_edition.rendering import Renderer, read_source
>>> print(Renderer().text(read_source(Path("letter.xml")), "reading"))  # doctest: +SKIP
"""

from tei_edition.rendering.edition import EditionData
from tei_edition.rendering.facts.description import describe
from tei_edition.rendering.facts.model import DocumentData, DocumentFacts
from tei_edition.rendering.page_names import page_name
from tei_edition.rendering.renderer import Renderer
from tei_edition.rendering.site.folder import write_site
from tei_edition.rendering.site.report import Failure, SiteReport
from tei_edition.rendering.sources.source import RenderingError, Source, read_source
from tei_edition.rendering.views import VIEWS, View

__all__ = [
    "VIEWS",
    "DocumentData",
    "DocumentFacts",
    "EditionData",
    "Failure",
    "Renderer",
    "RenderingError",
    "SiteReport",
    "Source",
    "View",
    "describe",
    "page_name",
    "read_source",
    "write_site",
]
