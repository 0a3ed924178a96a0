# SPDX-License-Identifier: MIT
"""tei-edition: validate, render and cite scholarly editions in TEI XML.

What the commands do, as functions; docs/api.md has an example of each. Names are imported when they
are first used, so that the command line starts quickly.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tei_edition.checks.run import Options, Run, validate
    from tei_edition.citations import Citation, Citations, cite, resolve
    from tei_edition.citations import check as check_identifiers
    from tei_edition.citations import formatted as format_citation
    from tei_edition.citations.assignment import assign as assign_identifiers
    from tei_edition.citations.errata import errata
    from tei_edition.citations.keeping import move as move_identifier
    from tei_edition.citations.keeping import publish as publish_identifiers
    from tei_edition.citations.keeping import record_change, state_errata
    from tei_edition.citations.keeping import restore as restore_identifier
    from tei_edition.citations.keeping import retire as retire_identifier
    from tei_edition.citations.registry import Registry
    from tei_edition.edition import Edition
    from tei_edition.errors import TeiEditionError
    from tei_edition.exchange import cmif, write_dts, write_tei
    from tei_edition.findings import Finding, Severity
    from tei_edition.relaxng import Schema
    from tei_edition.rendering.publish import Request, render
    from tei_edition.schematron import RuleSet

__version__ = "0.1.0"

__all__ = [
    "Citation",
    "Citations",
    "Edition",
    "Finding",
    "Options",
    "Registry",
    "Request",
    "RuleSet",
    "Run",
    "Schema",
    "Severity",
    "TeiEditionError",
    "assign_identifiers",
    "check_identifiers",
    "cite",
    "cmif",
    "errata",
    "format_citation",
    "move_identifier",
    "publish_identifiers",
    "record_change",
    "render",
    "resolve",
    "restore_identifier",
    "retire_identifier",
    "state_errata",
    "validate",
    "write_dts",
    "write_tei",
]

_HOMES = {
    "Citation": "tei_edition.citations",
    "Citations": "tei_edition.citations",
    "Edition": "tei_edition.edition",
    "Finding": "tei_edition.findings",
    "Options": "tei_edition.checks.run",
    "Registry": "tei_edition.citations.registry",
    "Request": "tei_edition.rendering.publish",
    "RuleSet": "tei_edition.schematron",
    "Run": "tei_edition.checks.run",
    "Schema": "tei_edition.relaxng",
    "Severity": "tei_edition.findings",
    "TeiEditionError": "tei_edition.errors",
    "assign_identifiers": "tei_edition.citations.assignment",
    "check_identifiers": "tei_edition.citations",
    "cite": "tei_edition.citations",
    "cmif": "tei_edition.exchange",
    "errata": "tei_edition.citations.errata",
    "format_citation": "tei_edition.citations",
    "move_identifier": "tei_edition.citations.keeping",
    "publish_identifiers": "tei_edition.citations.keeping",
    "record_change": "tei_edition.citations.keeping",
    "render": "tei_edition.rendering.publish",
    "resolve": "tei_edition.citations",
    "restore_identifier": "tei_edition.citations.keeping",
    "retire_identifier": "tei_edition.citations.keeping",
    "state_errata": "tei_edition.citations.keeping",
    "validate": "tei_edition.checks.run",
    "write_dts": "tei_edition.exchange",
    "write_tei": "tei_edition.exchange",
}

_NAMES_THERE = {
    "assign_identifiers": "assign",
    "check_identifiers": "check",
    "format_citation": "formatted",
    "move_identifier": "move",
    "publish_identifiers": "publish",
    "restore_identifier": "restore",
    "retire_identifier": "retire",
}


def __getattr__(name: str) -> object:
    """Import a name of the public interface from its home."""
    if name not in _HOMES:
        raise AttributeError(f"module 'tei_edition' has no attribute {name!r}")
    from importlib import import_module

    found = getattr(import_module(_HOMES[name]), _NAMES_THERE.get(name, name))
    globals()[name] = found
    return found
