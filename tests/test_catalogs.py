from __future__ import annotations

from pathlib import Path

import pytest

from tei_edition.catalogs import CatalogError, Catalogs

CATALOG = """<!DOCTYPE catalog PUBLIC "-//OASIS//DTD XML Catalogs V1.1//EN" "catalog.dtd">
<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">
  <uri name="https://example.org/exact.rng" uri="exact.rng"/>
  <system systemId="https://example.org/system.rng" uri="schemas/system.rng"/>
  <public publicId="-//EXAMPLE//Letters  1.0//EN" uri="public.rng"/>
  <rewriteURI uriStartString="https://example.org/" rewritePrefix="short/"/>
  <rewriteURI uriStartString="https://example.org/tei/" rewritePrefix="longer/"/>
  <uriSuffix uriSuffix="letters.sch" uri="suffix.sch"/>
  <group xml:base="grouped/"><uri name="urn:x:grouped" uri="here.rng"/></group>
  <nextCatalog catalog="next.xml"/>
</catalog>"""

NEXT = """<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">
  <uri name="urn:x:next" uri="next.rng"/>
</catalog>"""


@pytest.fixture
def catalogs(tmp_path: Path) -> Catalogs:
    (tmp_path / "catalog.xml").write_text(CATALOG)
    (tmp_path / "next.xml").write_text(NEXT)
    return Catalogs([tmp_path / "catalog.xml"])


@pytest.mark.parametrize(
    ("address", "public", "file"),
    [
        ("https://example.org/exact.rng", "", "exact.rng"),
        ("https://example.org/system.rng", "", "schemas/system.rng"),
        ("https://example.org/other.rng", "", "short/other.rng"),
        ("https://example.org/tei/all.rng", "", "longer/all.rng"),
        ("https://elsewhere.example/letters.sch", "", "suffix.sch"),
        ("x.rng", "-//EXAMPLE//Letters 1.0//EN", "public.rng"),
        ("urn:x:grouped", "", "grouped/here.rng"),
        ("urn:x:next", "", "next.rng"),
    ],
)
def test_an_address_is_found_by_the_kind_of_entry_that_fits_best(
    catalogs: Catalogs, tmp_path: Path, address: str, public: str, file: str
) -> None:
    assert catalogs.find(address, public) == tmp_path / file


def test_what_no_entry_names_is_not_found(catalogs: Catalogs) -> None:
    assert catalogs.find("https://elsewhere.example/x.rng") is None


def test_the_environment_names_catalogs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "next.xml").write_text(NEXT)
    monkeypatch.setenv("XML_CATALOG_FILES", f"{tmp_path / 'next.xml'}")
    assert Catalogs.of_environment().find("urn:x:next") == tmp_path / "next.rng"
    monkeypatch.setenv("XML_CATALOG_FILES", (tmp_path / "next.xml").as_uri())
    assert Catalogs.of_environment().find("urn:x:next") == tmp_path / "next.rng"


def test_a_catalog_that_leads_to_itself_is_refused(tmp_path: Path) -> None:
    (tmp_path / "next.xml").write_text(
        NEXT.replace("</catalog>", "<nextCatalog catalog='next.xml'/></catalog>")
    )
    with pytest.raises(CatalogError, match="leads to itself"):
        Catalogs([tmp_path / "next.xml"]).find("urn:x:other")


def test_a_catalog_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(CatalogError, match="cannot be read"):
        Catalogs([tmp_path / "none.xml"]).find("urn:x:other")
