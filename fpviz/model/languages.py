"""What fpviz speaks. Importing this loads no Qt."""

from __future__ import annotations

ENGLISH = "en"
"""The language of the source, which needs no translation, and of the command line."""

CHINESE = "zh_CN"

LANGUAGES = {ENGLISH: "English", CHINESE: "简体中文"}
"""What the window and its pictures speak, each by its own name."""
