"""Phrases in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from fpviz.core.markup import escape
from fpviz.core.phrase import Phrase, in_series, verbatim

CONTEXT = "Phrase"
"""The context under which translation files have the templates of phrases."""


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:  # noqa: N802 - Qt's name for it
    """``text`` of a table, marked for translation: Qt's own has no type."""
    return text


def said(phrase: Phrase) -> str:
    """The phrase in the language of the window, in English where that has no translation."""
    values = {n: said(v) if isinstance(v, Phrase) else v for n, v in phrase.values}
    return _template(phrase).format(**values)


def said_in_html(phrase: Phrase) -> str:
    """The same as HTML; values are bold, words that stand in a value's place are not."""
    values = {
        n: said_in_html(v) if isinstance(v, Phrase) else f"<b>{escape(v)}</b>"
        for n, v in phrase.values
    }
    return escape(_template(phrase), quote=False).format(**values)


def told(*facts: str) -> str:
    """Texts one after another, as facts in one sentence."""
    return said(in_series(*map(verbatim, facts))) if facts else ""


def _template(phrase: Phrase) -> str:
    return QCoreApplication.translate(CONTEXT, phrase.template)
