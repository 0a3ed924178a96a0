# SPDX-License-Identifier: MIT
"""ISO Schematron (ISO/IEC 19757-3:2016 and 2020) on XSLT 3.0: rules in, violations out.

Knows nothing of TEI beyond the one place where an ODD keeps its rules, nothing of editions, and
nothing of the command line. :class:`RuleSet` reads rules and runs them in this process;
:class:`Validator` runs rules that may be hostile in a process that can be killed.
"""

from __future__ import annotations

from tei_edition.schematron.report import Violation
from tei_edition.schematron.ruleset import RuleSet, UnknownPhaseError
from tei_edition.schematron.validator import Validator

__all__ = ["RuleSet", "UnknownPhaseError", "Validator", "Violation"]
