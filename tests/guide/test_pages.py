"""The pages of the Guide: short, linked, and true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from fpviz.app.session.opening import resource_scenes
from fpviz.core.literals import parse_literal
from fpviz.model.files.resources import resource
from fpviz.model.guide import read_pages
from fpviz.model.links import read_link
from fpviz.panels import PANELS
from tests.guide.facts import FACTS
from tests.guide.figures import holds, is_claim, loose_numbers, plain, spans, terms

FOLDER = resource("guide")
ENGLISH = {page.name: page.text for page in read_pages(FOLDER, "en")}
FILES = sorted(path.name for path in (FOLDER / "en").iterdir())
LANGUAGES = sorted(
    path.name for path in FOLDER.iterdir() if path.is_dir() and path.name not in ("en", "scenes")
)
TRANSLATED = [(language, name) for language in LANGUAGES or ["zh_CN"] for name in FILES]

WRONG = {
    "special-values-and-subnormals": ["all zeros"],
    "overflow-underflow-and-the-zones": ["Overflow gives NaN", "Everything between 0"],
    "rounding-and-ulps": ["look at the next bit", "0.000067 in FP16"],
    "a-tenth-and-two-tenths": ["only approximate"],
    "fp32-to-fp16-by-hand": ["grows by 122"],
    "division-and-square-root": ["Dividing by 3"],
    "an-expression-has-an-order": ["nearly equal"],
    "loss-scaling": ["multiplies the parameters"],
    "other-ways-to-write-a-number": ["from −1 to 1"],
    "reading-a-dump": ["bytes of a file"],
    "which-format-holds-these-gradients": ["FP16 has range enough"],
}
"""The widely repeated statements, each with the page that puts it right."""


def links(text: str) -> list[str]:
    return re.findall(r"\]\(([^)\s]+)\)", text)


@pytest.fixture(params=ENGLISH, ids=str)
def name(request):
    return request.param


def test_there_are_seventeen_lessons_after_the_start():
    assert len(ENGLISH) == 18
    assert list(FACTS) == list(ENGLISH)


def test_a_page_is_short_and_says_how_to_try_it(name):
    text = ENGLISH[name]
    assert 250 <= len(re.sub(r"\]\([^)]*\)", "]", text).split()) <= 500
    assert text.count("\n# ") == 0
    assert "## Try this" in text
    assert "**Load the scene**" in text.partition("## Try this")[2]


def test_links_lead_somewhere(name):
    panels = set(PANELS)
    for link in links(ENGLISH[name]):
        kind, _, rest = link.partition(":")
        match kind:
            case "lesson":
                assert rest in ENGLISH
            case "scene":
                assert rest in resource_scenes()
            case "panel":
                assert rest in panels
            case "value":
                parse_literal(rest)
            case _:
                assert kind == "fpviz", link
                read_link(link)


def test_every_claim_is_true(name):
    claims = [span for span in spans(ENGLISH[name]) if is_claim(span)]
    assert [claim for claim in claims if not holds(claim)] == []


def test_every_fact_is_said(name):
    assert [fact for fact in FACTS[name]() if fact not in ENGLISH[name]] == []


def test_no_figure_stands_unchecked(name):
    """A number is part of a claim or of a fact, or is typed by the reader or set by a link."""
    text = ENGLISH[name]
    claimed = {term for span in spans(text) if is_claim(span) for term in terms(span)}
    facts = " ".join(FACTS[name]())
    figures = [span for span in spans(text) if not is_claim(span)] + loose_numbers(text)
    unchecked = [
        figure
        for figure in figures
        if figure not in claimed and figure not in facts and f":{plain(figure)}" not in text
    ]
    assert unchecked == []


def test_claims_can_be_false():
    for claim in (
        "1.25 = 0x3d01 (FP16)",
        "65520 → 65504 (FP16)",
        "2⁻²⁵ ≈ 2.97e-8",
        "1.01₂ = 1.125",
        "1 = 0 01111 0000000001 (FP16)",
        "1.125 = 0x3c80 = 0x3c81 (FP16)",
    ):
        assert not holds(claim), claim


@pytest.mark.parametrize("page", WRONG, ids=str)
def test_what_is_often_said_wrongly_is_put_right(page):
    said = [line for line in ENGLISH[page].splitlines() if line.startswith("> You may have read:")]
    assert len(said) == len(WRONG[page])
    assert all(words in line for words, line in zip(WRONG[page], said, strict=True))


def test_our_words():
    whole = "\n".join(ENGLISH.values())
    assert whole.count("mantissa") == 1
    assert not re.findall(r"denormal|raw bits|machine epsilon", whole)
    assert '"' not in whole


@pytest.mark.parametrize(("language", "file"), TRANSLATED, ids=str)
def test_another_language_says_the_same(language, file):
    """The same figures and links, whatever the words; a page that is not there yet is skipped."""
    path: Path = FOLDER / language / file
    if not path.exists():
        pytest.skip(f"{language} has no {file} yet")
    own, english = path.read_text(encoding="utf-8"), (FOLDER / "en" / file).read_text("utf-8")
    assert sorted(spans(own)) == sorted(spans(english))
    assert sorted(loose_numbers(own)) == sorted(loose_numbers(english))
    assert sorted(links(own)) == sorted(links(english))
    assert re.findall(r"^#+ |^> |^\d\. |^\|", own, re.MULTILINE) == re.findall(
        r"^#+ |^> |^\d\. |^\|", english, re.MULTILINE
    )


def test_no_language_has_a_page_of_its_own():
    extra = [
        path for language in LANGUAGES for path in (FOLDER / language).iterdir()
        if path.name not in FILES
    ]  # fmt: skip
    assert extra == []
