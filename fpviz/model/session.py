"""What the panels of one window share: the document and the run of its experiment."""

from __future__ import annotations

from dataclasses import dataclass

from fpviz.model.document import Document


@dataclass(frozen=True, slots=True)
class Session:
    """The shared model of a window."""

    document: Document
