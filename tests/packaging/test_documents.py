"""The documents name files, folders and pages that are there."""

from __future__ import annotations

import re

import pytest

from tests.checkout import PACKAGE, ROOT

DOCUMENTS = ["README.md", "packaging/README.md"]
DOCUMENTS += sorted(f"packaging/docs/{path.name}" for path in (ROOT / "packaging/docs").iterdir())


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_paths_in_a_document_are_there(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    paths = re.findall(r"(?<![\w./-])((?:fpviz|tests|packaging|resources)/[\w./-]*\w/?)", text)
    assert [path for path in paths if not (ROOT / path).exists()] == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_links_in_a_document_lead_somewhere(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    links = re.findall(r"\]\(([^)#:]+)\)", text)
    assert [link for link in links if not ((ROOT / name).parent / link).exists()] == []


def test_the_readme_leads_to_every_page():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [name for name in DOCUMENTS[1:] if f"({name})" not in text] == []


def test_classes_that_the_words_are_for_are_in_the_package():
    page = (ROOT / "packaging/docs/GLOSSARY.md").read_text(encoding="utf-8")
    words = "\n".join(re.findall(r"^\| ([^|]*)\|", page, re.MULTILINE))
    named = set(re.findall(r"`([A-Z]\w+)`", words))
    assert len(named) > 20
    sources = "\n".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
    assert named - set(re.findall(r"^(?:class )?([A-Z]\w+)", sources, re.MULTILINE)) == set()
