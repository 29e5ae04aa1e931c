"""Phrases in the language of the window."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication

from fpviz.core.phrase import Phrase

CONTEXT = "Phrase"
"""The context under which translation files have the templates of phrases."""


def said(phrase: Phrase) -> str:
    """The phrase in the language of the window, in English where that has no translation."""
    values = {name: _value(value) for name, value in phrase.values}
    return _template(phrase).format(**values)


def said_in_html(phrase: Phrase) -> str:
    """The same as HTML, with its values set bold."""
    values = {name: f"<b>{escape(_value(value))}</b>" for name, value in phrase.values}
    return escape(_template(phrase), quote=False).format(**values)


def _template(phrase: Phrase) -> str:
    return QCoreApplication.translate(CONTEXT, phrase.template)


def _value(value: str | Phrase) -> str:
    return said(value) if isinstance(value, Phrase) else value
