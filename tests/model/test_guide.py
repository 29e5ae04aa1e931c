"""Reading the pages of the Guide."""

from __future__ import annotations

import pytest

from fpviz.model.guide import Page, read_pages


@pytest.fixture
def folder(tmp_path):
    for language, name, text in (
        ("en", "01-adding.md", "# Adding\n\nOne and one."),
        ("en", "00-start.md", "# Start\n\nHere."),
        ("zh_CN", "01-adding.md", "# 加法\n\n一加一。"),
        ("zh_CN", "02-only-here.md", "# 多"),
    ):
        (tmp_path / language).mkdir(exist_ok=True)
        (tmp_path / language / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_a_page_has_a_name_a_title_and_its_whole_text(folder):
    start, adding = read_pages(folder, "en")
    assert start == Page("start", "Start", "# Start\n\nHere.")
    assert adding.name == "adding"


def test_another_language_falls_back_page_by_page(folder):
    titles = [page.title for page in read_pages(folder, "zh_CN")]
    assert titles == ["Start", "加法"]
    assert [page.title for page in read_pages(folder, "xx")] == ["Start", "Adding"]
