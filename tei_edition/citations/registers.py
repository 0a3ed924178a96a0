# SPDX-License-Identifier: MIT
"""Where the registers of libraries and others have their records of persons, bodies and places."""

from __future__ import annotations

import re

REGISTERS = {
    "gnd": "https://d-nb.info/gnd/",
    "pnd": "https://d-nb.info/gnd/",
    "viaf": "https://viaf.org/viaf/",
    "lcnaf": "https://id.loc.gov/authorities/names/",
    "lccn": "https://id.loc.gov/authorities/names/",
    "bnf": "https://catalogue.bnf.fr/ark:/12148/cb",
    "ndl": "https://id.ndl.go.jp/auth/ndlna/",
    "isni": "https://isni.org/isni/",
    "orcid": "https://orcid.org/",
    "wikidata": "https://www.wikidata.org/entity/",
    "geonames": "https://www.geonames.org/",
    "tgn": "http://vocab.getty.edu/tgn/",
}
"""Where the registers that ``idno/@type`` names have their records; the number follows."""

_ADDRESS = re.compile(r"https?://[^\s<>\"]+")


def is_address(words: str) -> bool:
    """Whether words are an address of the web and nothing else."""
    return _ADDRESS.fullmatch(words) is not None


def record_address(register: str, number: str) -> str:
    """The address of a record: as written, or made from the register's name and the number; empty
    where neither is known (``f:record-address`` is the same of a number)."""
    if is_address(number):
        return number
    start = REGISTERS.get(register.casefold())
    return start + number if start and re.fullmatch(r"[A-Za-z0-9-]+", number) else ""
