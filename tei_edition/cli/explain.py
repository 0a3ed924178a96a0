# SPDX-License-Identifier: MIT
"""``tei-edition explain``."""

from __future__ import annotations

import click

from tei_edition.errors import TeiEditionError


@click.command()
@click.argument("code", required=False)
def command(code: str | None) -> None:
    """Say what a finding means, why it matters, with an example wrong and right.

    CODE is the word in square brackets that a finding carries. Without it, all codes are listed.

    Example: tei-edition explain dangling-pointer
    """
    from tei_edition import catalogue
    from tei_edition.catalogue import text
    from tei_edition.wording import nearest

    entries = catalogue.entries()
    if code is None:
        click.echo(text.listing(entries.values()))
    elif code in entries:
        click.echo(text.explanation(entries[code]))
    else:
        near = nearest(code, entries)
        hint = f"did you mean “{near}”?" if near else "“tei-edition explain” lists all codes"
        raise TeiEditionError(f"there is no finding code “{code}”: {hint}")
