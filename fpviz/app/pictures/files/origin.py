"""What a picture is made from: everything that is needed to make it again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from fpviz import __version__
from fpviz.core.phrase import phrase
from fpviz.model.files.scene import Scene, SceneError, dump_scene, parse_scene
from fpviz.model.languages import ENGLISH
from fpviz.model.themes import LIGHT

_LONGEST_WORD = 200


@dataclass(frozen=True, slots=True)
class Origin:
    """A scene, and how it was drawn.

    ``panel`` is a panel's id, empty for the whole window; ``size`` is a text that
    ``fpviz.app.pictures.size`` reads, empty for the natural size; ``drawn_with`` names the
    libraries and the fonts that pixels depend on.
    """

    scene: Scene
    panel: str = ""
    size: str = ""
    scale: float = 1.0
    theme: str = LIGHT
    language: str = ENGLISH
    drawn_with: Mapping[str, str] = field(default_factory=dict)
    program: str = __version__


def dump_origin(origin: Origin) -> str:
    """An origin as a JSON text, of ASCII alone: what holds it may know nothing else."""
    return json.dumps(
        {
            "fpviz": origin.program,
            "panel": origin.panel,
            "size": origin.size,
            "scale": origin.scale,
            "theme": origin.theme,
            "language": origin.language,
            "drawn_with": dict(origin.drawn_with),
            "scene": json.loads(dump_scene(origin.scene)),
        }
    )


def parse_origin(text: str) -> Origin:
    """The origin in a text. Only the scene has to be sound: words that are not are left out.

    Raises SceneError.
    """
    try:
        data = json.loads(text)
        scene = json.dumps(data["scene"])
    except (ValueError, TypeError, KeyError, RecursionError):
        raise SceneError(phrase("the scene in this picture is damaged")) from None
    drawn_with = data.get("drawn_with")
    return Origin(
        parse_scene(scene),
        _word(data, "panel"),
        _word(data, "size"),
        _number(data.get("scale")),
        _word(data, "theme"),
        _word(data, "language"),
        drawn_with if isinstance(drawn_with, dict) else {},
        _word(data, "fpviz"),
    )


def _word(data: dict[str, Any], key: str) -> str:
    value = data.get(key)
    return value if isinstance(value, str) and len(value) <= _LONGEST_WORD else ""


def _number(value: object) -> float:
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return float(value) if is_number and isinstance(value, (int, float)) else 1.0
