# SPDX-License-Identifier: MIT
"""What is expected of a rendering, and how it is renewed.

A change of the stylesheets that is meant changes what the tests expect. To renew it, set
``TEI_EDITION_RENEW=1`` for a run of ``tests/rendering``, then read the difference that git shows
before it is committed: the tests cannot tell a change for the better from one for the worse.
"""

from __future__ import annotations

import os
import re
import tomllib
from pathlib import Path

HERE = Path(__file__).parent
RENEW = bool(os.environ.get("TEI_EDITION_RENEW"))


def golden(name: str, text: str) -> str:
    """The golden copy of that name; ``text`` itself, written down, where copies are renewed."""
    path = HERE / "golden" / name
    if RENEW:
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return path.read_text(encoding="utf-8")


def one_tag_a_line(page: str) -> str:
    """A page of HTML broken before each start tag, so that a difference is a few lines long."""
    return re.sub(r"(?<=[^\n])(?=<[a-zA-Z])", "\n", page)


def expected(file: str, name: str, key: str, found: str) -> str:
    """What a case expects under a key; ``found``, written down, where cases are renewed."""
    path = HERE / "cases" / f"{file}.toml"
    text = path.read_text(encoding="utf-8")
    (case,) = (c for c in tomllib.loads(text)["case"] if c["name"] == name)
    if RENEW and case.get(key) != found:
        path.write_text(_with(text, name, key, found), encoding="utf-8", newline="\n")
        return found
    return str(case[key])


def _with(text: str, name: str, key: str, value: str) -> str:
    blocks = re.split(r"(?=^\[\[case\]\]$)", text, flags=re.MULTILINE)
    line = f"{key} = '''{value}'''"
    pattern = re.compile(rf"^{key} = '''.*?'''$", re.MULTILINE | re.DOTALL)
    for n, block in enumerate(blocks):
        if f'\nname = "{name}"\n' in block:
            changed, count = pattern.subn(lambda _: line, block)
            blocks[n] = changed if count else f"{block.rstrip()}\n{line}\n\n"
    return "".join(blocks).rstrip() + "\n"
