# SPDX-License-Identifier: MIT
"""Build the wheel, install it alone, and use it on a copy of the edition from elsewhere."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from environment import ROOT


def main() -> int:
    """0, or the exit status of the first step that fails."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        build = [sys.executable, "-m", "build", "--wheel", "--outdir", str(folder), str(ROOT)]
        subprocess.run(build, check=True, stdout=subprocess.DEVNULL)
        (wheel,) = folder.glob("*.whl")
        subprocess.run([sys.executable, "-m", "venv", str(folder / "venv")], check=True)
        programs = folder / "venv" / ("Scripts" if os.name == "nt" else "bin")
        install = [str(programs / "python"), "-m", "pip", "install", "--quiet", str(wheel)]
        subprocess.run(install, check=True)
        shutil.copytree(ROOT / "corpus", folder / "elsewhere" / "letters")
        tool = str(programs / "tei-edition")
        inside = folder / "elsewhere" / "letters"
        outside = folder / "elsewhere"
        steps = [
            ([tool, "--version"], outside),
            ([tool, "validate"], inside),
            ([tool, "validate", "--format", "gnu", "letters/documents"], outside),
            ([tool, "render", "-o", "site"], inside),
            ([tool, "render", "--to", "text", "-o", "site", "letters/documents"], outside),
            ([tool, "cite", "cable-600308-p02"], inside),
            ([tool, "ids", "check"], inside),
            ([tool, "explain", "dangling-pointer"], outside),
        ]
        for command, where in steps:
            print("$", " ".join(["tei-edition", *command[1:]]), flush=True)
            done = subprocess.run(command, cwd=where, check=False)
            if done.returncode:
                return done.returncode
        if not (inside / "site" / "index.html").is_file():
            sys.exit("render wrote no index.html")
    return 0


if __name__ == "__main__":
    sys.exit(main())
