"""Rules that are not the toolkit's own can compute, but neither read nor write anything."""

from __future__ import annotations

import os
from pathlib import Path
from xml.sax.saxutils import quoteattr

import pytest

from tei_edition.saxon import Stylesheet, parse
from tei_edition.schematron import RuleSet, UnknownPhaseError, Validator

_READING = [
    "doc({file})",
    "fn:doc({file})",
    "Q{{http://www.w3.org/2005/xpath-functions}}doc({file})",
    "{file} => doc()",
    "{file} ! doc(.)",
    "doc (: a comment (: in a comment :) :) ({file})",
    "apply(doc#1, [{file}])",
    "for-each({file}, doc#1)",
    "doc-available({file})",
    "document({file})",
    "1 -doc({file})",
    "collection({folder})",
    "uri-collection({folder})",
    "unparsed-text({file})",
    "unparsed-text-lines({file})",
    "unparsed-text-available({file})",
    "json-doc({file})",
    "environment-variable('PATH')",
    "available-environment-variables()",
]
_ESCAPING = [
    "transform(map {{'stylesheet-location': {file}}})",
    "map {{'stylesheet-location': {file}}} => fn:transform()",
    "transform#1(map {{}})",
    "function-lookup(QName('http://www.w3.org/2005/xpath-functions', 'doc'), 1)({file})",
    "load-xquery-module('m', map {{'location-hints': {file}}})",
]
_XSLT = 'xmlns:xsl="http://www.w3.org/1999/XSL/Transform"'
_SCHEMA = (
    '<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt3" '
    f'{_XSLT} xmlns:fn="http://www.w3.org/2005/xpath-functions">'
    '<ns prefix="fn" uri="http://www.w3.org/2005/xpath-functions"/><ns prefix="f" uri="urn:f"/>'
)


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    path = tmp_path / "secret.xml"
    path.write_text("<p>the secret</p>", encoding="utf-8")
    return path


def _rules(folder: Path, body: str) -> RuleSet:
    path = folder / "rules.sch"
    path.write_text(f"{_SCHEMA}{body}</schema>", encoding="utf-8")
    return RuleSet.load(path)


def _written_out(expression: str, secret: Path) -> str:
    return expression.format(file=f"'{secret.as_uri()}'", folder=f"'{secret.parent.as_uri()}'")


def _rule(attributes: str, content: str = "x") -> str:
    return f'<pattern><rule context="p"><report {attributes}>{content}</report></rule></pattern>'


_PLACES = {
    "value-of": _rule('test="1"', "<value-of select={0}/>"),
    "name": _rule('test="1"', "<name path={0}/>"),
    "subject": _rule('test="1" subject={0}'),
    "rule's variable": '<pattern><rule context="p"><let name="v" value={0}/>'
    '<report test="$v">x</report></rule></pattern>',
    "pattern's variable": '<pattern><let name="v" value={0}/><rule context="p">'
    '<report test="$v">x</report></rule></pattern>',
    "schema's variable": '<let name="v" value={0}/>' + _rule('test="$v"'),
    "phase's variable": '<phase id="f"><let name="v" value={0}/><active pattern="q"/></phase>'
    '<pattern id="q"><rule context="p"><report test="$v">x</report></rule></pattern>',
    "schema's parameter": '<param name="v" value={0}/>' + _rule('test="$v"'),
    "beginning of a phase": '<phase id="f" from={0}><active pattern="q"/></phase>'
    '<pattern id="q"><rule context="p"><report test="1">x</report></rule></pattern>',
    "visit": '<pattern><rule context="p" visit-each={0}><report test="1">x</report></rule>'
    "</pattern>",
    "documents": '<pattern documents={0}><rule context="p"><report test="1">x</report></rule>'
    "</pattern>",
    "diagnostic": _rule('test="1" diagnostics="d"')
    + '<diagnostics><diagnostic id="d"><value-of select={0}/></diagnostic></diagnostics>',
    "property": _rule('test="1" properties="q"')
    + '<properties><property id="q"><value-of select={0}/></property></properties>',
    "abstract pattern": '<pattern abstract="true" id="a"><rule context="p"><report test="$t">x'
    '</report></rule></pattern><pattern is-a="a"><param name="t" value={0}/></pattern>',
    "function": '<xsl:function name="f:f"><xsl:sequence select={0}/></xsl:function>'
    + _rule('test="f:f()"'),
    "key": '<xsl:key name="k" match="p" use={0}/>' + _rule("test=\"key('k', 'v')\""),
    "context": '<pattern><rule context={0}><report test="1">x</report></rule></pattern>',
}


@pytest.mark.parametrize("expression", _READING + _ESCAPING)
def test_no_function_reaches_outside(expression: str, secret: Path, tmp_path: Path) -> None:
    test = quoteattr(_written_out(expression, secret))
    rules = _rules(tmp_path, _rule(f"test={test}", f"<value-of select={test}/>"))

    assert {fault.code for fault in rules.faults()} == {"rule-refused"}
    assert rules.run("<p/>", folder=tmp_path) == []


@pytest.mark.parametrize("function", ["doc({file})", "function-lookup({file}, 1)"])
@pytest.mark.parametrize("place", _PLACES)
def test_no_place_for_an_expression_reaches_outside(
    place: str, function: str, secret: Path, tmp_path: Path
) -> None:
    expression = _written_out(function, secret)
    if place == "context":
        expression = f"p[{expression}]"
    rules = _rules(tmp_path, _PLACES[place].format(quoteattr(expression)))
    phase = rules.phases[0] if rules.phases else "#ALL"

    found = rules.run("<p/>", phase, folder=tmp_path)

    assert [fault.code for fault in rules.faults(phase)] == ["rule-refused"]
    assert not any("the secret" in str(violation) for violation in found)


def _function(content: str) -> str:
    return f'<xsl:function name="f:f">{content}</xsl:function>'


@pytest.mark.parametrize(
    "declaration",
    [
        _function('<xsl:result-document href="{out}"><a/></xsl:result-document>'),
        _function("<xsl:evaluate xpath=\"'1'\"/>"),
        _function('<xsl:source-document href="{file}"><a/></xsl:source-document>'),
        _function(
            "<xsl:merge><xsl:merge-source for-each-source=\"'{file}'\" select='*'>"
            "<xsl:merge-key select='1'/></xsl:merge-source><xsl:merge-action/></xsl:merge>"
        ),
        _function("<xsl:sequence _select=\"{{'do' || 'c'}}('{file}')\"/>"),
        _function("<xsl:text expand-text='yes'>don't {{doc('{file}')}}</xsl:text>"),
        _function("<e a=\"don't {{doc('{file}')}}\"/>"),
        _function("<xsl:sequence select='1' use-when=\"doc-available('{file}')\"/>"),
        _function("<xsl:sequence select='1 -doc(\"{file}\")'/>"),
        '<xsl:include href="{file}"/>',
        '<xsl:import href="{file}"/>',
        '<xsl:import-schema schema-location="{file}"/>',
        '<xsl:use-package name="urn:p"/>',
        '<xsl:output method="html"/>',
        "<xsl:template match='/' mode='#all'><e a=\"{{doc('{file}')}}\"/></xsl:template>",
        "<xsl:template match='/'><e/></xsl:template>",
    ],
)
def test_no_declaration_reaches_outside(declaration: str, secret: Path, tmp_path: Path) -> None:
    out = tmp_path / "written.xml"
    body = declaration.format(file=secret.as_uri(), out=out.as_uri())
    rules = _rules(tmp_path, body + _rule('test="1"', "still"))

    assert [fault.code for fault in rules.faults()] == ["rule-refused"]
    assert [violation.message for violation in rules.run("<p/>")] == ["still"]
    assert not out.exists()


def test_functions_of_ones_own_may_be_called_like_refused_ones(tmp_path: Path) -> None:
    rules = _rules(
        tmp_path,
        '<xsl:function name="f:my-doc"><xsl:param name="n"/><xsl:sequence select="$n"/>'
        "</xsl:function>" + _rule('test="f:my-doc(1) = 1 and doc"', "ours"),
    )
    assert rules.faults() == ()
    assert [violation.message for violation in rules.run("<p><doc/></p>")] == ["ours"]


@pytest.mark.parametrize(
    "expression",
    [
        "doc('{0}')",
        "doc('data:text/xml,%3Ca/%3E')",
        "doc('')",
        "unparsed-text('{0}')",
        "unparsed-text('http://127.0.0.1:9/')",
        "collection('{1}')",
        "json-doc('{0}')",
        "parse-xml('<!DOCTYPE a SYSTEM \"{0}\"><a/>')",
        "parse-xml('<!DOCTYPE a [<!ENTITY e SYSTEM \"{0}\">]><a>&e;</a>')",
    ],
)
def test_the_locked_processor_reads_nothing_even_where_a_call_gets_through(
    expression: str, secret: Path
) -> None:
    select = quoteattr(expression.format(secret.as_uri(), secret.parent.as_uri()))
    sheet = Stylesheet.from_text(
        f'<xsl:stylesheet version="3.0" {_XSLT}><xsl:template match="/"><r><xsl:try>'
        f"<xsl:sequence select={select}/><xsl:catch>closed</xsl:catch></xsl:try></r>"
        "</xsl:template></xsl:stylesheet>",
        locked=True,
    )
    result = sheet.transform(parse("<a/>", locked=True))
    assert "secret" not in result
    assert result.endswith("<r>closed</r>")


@pytest.mark.parametrize(
    "function", ["environment-variable('PATH')", "system-property('user.home')"]
)
def test_the_locked_processor_tells_nothing_of_the_computer(function: str) -> None:
    sheet = Stylesheet.from_text(
        f'<xsl:stylesheet version="3.0" {_XSLT}><xsl:template match="/">'
        f'<r><xsl:value-of select="{function}"/></r></xsl:template></xsl:stylesheet>',
        locked=True,
    )
    assert os.environ["PATH"]
    assert sheet.transform(parse("<a/>", locked=True)).endswith("<r/>")


def test_an_entity_in_a_schema_is_not_read(secret: Path, tmp_path: Path) -> None:
    path = tmp_path / "rules.sch"
    path.write_text(
        f'<!DOCTYPE schema [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'
        + _SCHEMA
        + _rule('test="1"', "&e;")
        + "</schema>",
        encoding="utf-8",
    )
    rules = RuleSet.load(path)
    assert [fault.code for fault in rules.faults()] == ["rules-not-valid"]
    assert "secret" not in rules.faults()[0].message


def test_a_rule_that_runs_away_is_stopped_and_the_next_document_is_checked(tmp_path: Path) -> None:
    path = tmp_path / "rules.sch"
    path.write_text(
        f'{_SCHEMA}<pattern><rule context="p"><report test="sum(for $i in 1 to @n, $j in 1 to @n'
        ' return $i mod ($j + 1)) ge 0">counted</report></rule></pattern></schema>',
        encoding="utf-8",
    )
    with Validator(path, deadline=2.0) as validator:
        assert validator.faults() == ()
        assert [v.message for v in validator.run('<p n="2"/>')] == ["counted"]
        assert [v.code for v in validator.run('<p n="1000000"/>')] == ["rules-overdue"]
        assert [v.message for v in validator.run('<p n="3"/>')] == ["counted"]


def test_rules_that_always_run_away_are_given_up(tmp_path: Path) -> None:
    path = tmp_path / "rules.sch"
    path.write_text(
        f'{_SCHEMA}<pattern><rule context="p"><report test="sum(for $i in 1 to 1000000, $j in 1 to'
        ' 1000000 return ($i + count(.)) mod ($j + 1)) ge 0">x</report></rule></pattern></schema>',
        encoding="utf-8",
    )
    with Validator(path, deadline=0.6) as validator:
        codes = [violation.code for _ in range(5) for violation in validator.run("<p/>")]
    assert codes == ["rules-overdue"] * 3 + ["rules-not-run"] * 2


def test_the_worker_says_what_the_rules_say_here(tmp_path: Path) -> None:
    path = tmp_path / "rules.sch"
    path.write_text(
        f'{_SCHEMA}<pattern id="k"><rule context="p"><report id="r" test="1" role="info" flag="f"'
        ' subject="@n" diagnostics="d" properties="q">x</report><assert test="]">y</assert></rule>'
        '</pattern><diagnostics><diagnostic id="d">D</diagnostic></diagnostics>'
        '<properties><property id="q">Q</property></properties></schema>',
        encoding="utf-8",
    )
    here = RuleSet.load(path)
    with Validator(path) as validator:
        assert validator.faults() == here.faults()
        assert validator.run('<p n="1"/>') == here.run('<p n="1"/>')
        assert validator.run('<p n="1"/>')[0].properties == (("q", "Q"),)


def test_rules_that_cannot_be_read_in_time_are_given_up(tmp_path: Path) -> None:
    doubling = "".join(
        f'<rule abstract="true" id="r{n}">' + f'<extends rule="r{n + 1}"/>' * 2 + "</rule>"
        for n in range(12)
    )
    many = "".join('<report test="1"><value-of select="$p"/></report>' for _ in range(2_000))
    path = tmp_path / "rules.sch"
    path.write_text(
        f'{_SCHEMA}<pattern><rule context="p"><extends rule="r0"/></rule>{doubling}'
        f'<rule abstract="true" id="r12"><report test="1">x</report></rule></pattern>'
        f'<pattern abstract="true" id="a"><rule context="p">{many}</rule></pattern>'
        + '<pattern is-a="a"><param name="p" value="p"/></pattern>' * 200
        + "</schema>",
        encoding="utf-8",
    )
    with Validator(path, deadline=1.0) as validator:
        assert [fault.code for fault in validator.faults()] == ["rules-overdue"]
        assert [violation.code for violation in validator.run("<p/>")] == ["rules-not-run"]


@pytest.mark.parametrize("trusted", [True, False])
def test_a_phase_that_does_not_exist_is_named_with_those_that_do(
    trusted: bool, tmp_path: Path
) -> None:
    _rules(tmp_path, '<phase id="one"/><phase id="two"/>' + _rule('test="1"'))
    with pytest.raises(UnknownPhaseError, match=r"no phase “three” .*“one”, “two”"):
        Validator(tmp_path / "rules.sch", "three", trusted=trusted)


def test_the_files_of_the_rules_are_known(tmp_path: Path) -> None:
    part = tmp_path / "part.sch"
    part.write_text(
        '<pattern xmlns="http://purl.oclc.org/dsdl/schematron"><rule context="p">'
        '<report test="1">x</report></rule></pattern>',
        encoding="utf-8",
    )
    _rules(tmp_path, '<include href="part.sch"/>')
    with Validator(tmp_path / "rules.sch") as validator:
        assert {file.name for file in validator.files} == {"rules.sch", "part.sch"}
