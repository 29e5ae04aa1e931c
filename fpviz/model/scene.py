"""Scenes: everything a session can be reopened from, and its file, ``.fpviz``.

The file is a small JSON object. Reading checks every part of it: a scene is either whole and
sound, or refused with one line.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from fpviz.core.formats import Format, FormatError, find_format
from fpviz.core.literals import LiteralError, parse_literal
from fpviz.core.reading import State
from fpviz.core.rounding import Overflow, Rounding, Rules
from fpviz.experiments import ExperimentError, find_experiment
from fpviz.experiments.parameters import ParameterError

FILE_VERSION = 1
SUFFIX = ".fpviz"
_LARGEST_FILE = 1 << 20
_MOST_FORMATS = 64


class SceneError(ValueError):
    """A scene that cannot be read; the message is one line."""


@dataclass(frozen=True, slots=True)
class Setup:
    """An experiment by name, with the parameters that differ from its defaults, as typed."""

    name: str = "swamping"
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Scene:
    """A state, an experiment's setup, and what each view of the window shows.

    ``views`` maps a panel's id to what that panel wants to remember (texts and numbers); a panel
    that does not know a value ignores it.
    """

    state: State = field(default_factory=State)
    setup: Setup = field(default_factory=Setup)
    views: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


def dump_scene(scene: Scene) -> str:
    """A scene as the text of a ``.fpviz`` file."""
    state, rules = scene.state, scene.state.rules
    return json.dumps(
        {
            "fpviz": FILE_VERSION,
            "source": state.source.text,
            "formats": [fmt.name for fmt in state.formats],
            "active": state.active.name,
            "rules": {
                "rounding": rules.rounding.value,
                "overflow": rules.overflow.value,
                "flush": rules.flush,
                "random_bits": f"{rules.random_bits:#x}",
            },
            "experiment": {"name": scene.setup.name, "parameters": dict(scene.setup.values)},
            "views": {panel: dict(view) for panel, view in scene.views.items()},
        },
        indent=2,
        ensure_ascii=False,
    )


def parse_scene(text: str) -> Scene:
    """The scene that the text of a ``.fpviz`` file describes; what it leaves out is the default.

    Raises SceneError.
    """
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        raise SceneError("this is not a scene: its JSON is damaged or cut short") from None
    data = _typed(data, dict, "the scene")
    version = data.get("fpviz")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise SceneError("this is not a scene of fpviz")
    if version > FILE_VERSION:
        raise SceneError(f"this scene was made by a later fpviz (file version {version})")
    try:
        return Scene(_state(data), _setup(data), _views(data))
    except (LiteralError, FormatError, ExperimentError, ParameterError) as error:
        raise SceneError(f"the scene cannot be read: {error}") from None


def save_scene(scene: Scene, path: Path) -> None:
    """Write a scene so that a file is never left half written. Raises OSError."""
    part = path.with_name(path.name + ".part")
    part.write_text(dump_scene(scene) + "\n", encoding="utf-8")
    part.replace(path)


def load_scene(path: Path) -> Scene:
    """The scene in a file. Raises SceneError, whatever is wrong with the file."""
    try:
        if path.stat().st_size > _LARGEST_FILE:
            raise SceneError(f"{path.name} is too large to be a scene")
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise SceneError(f"{path.name} cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError:
        raise SceneError(f"{path.name} is not a scene: it is not text") from None
    try:
        return parse_scene(text)
    except SceneError as error:
        raise SceneError(f"{path.name}: {error}") from None


def _state(data: dict[str, Any]) -> State:
    default = State()
    source = parse_literal(_typed(data.get("source", default.source.text), str, "source"))
    names = _typed(data.get("formats", [fmt.name for fmt in default.formats]), list, "formats")
    formats = tuple(_format(name) for name in names[: _MOST_FORMATS + 1])
    if not 1 <= len(formats) <= _MOST_FORMATS:
        raise SceneError(f"a scene shows 1 to {_MOST_FORMATS} formats")
    if len(set(formats)) != len(formats):
        raise SceneError("the scene shows a format twice")
    active = _format(data["active"]) if "active" in data else formats[0]
    if active not in formats:
        raise SceneError(f"the scene's active format {active.name} is not among its formats")
    return State(source, formats, active, _rules(_typed(data.get("rules", {}), dict, "rules")))


def _format(name: object) -> Format:
    return find_format(_typed(name, str, "a format"))


def _rules(data: dict[str, Any]) -> Rules:
    default = Rules()
    bits = _typed(data.get("random_bits", "0x0"), str, "random_bits")
    try:
        return Rules(
            Rounding(data.get("rounding", default.rounding.value)),
            Overflow(data.get("overflow", default.overflow.value)),
            _typed(data.get("flush", False), bool, "flush"),
            int(bits, 16),
        )
    except SceneError:
        raise
    except (ValueError, TypeError) as error:
        raise SceneError(f"the scene's rules cannot be read: {error}") from None


def _setup(data: dict[str, Any]) -> Setup:
    experiment = _typed(data.get("experiment", {}), dict, "experiment")
    name = _typed(experiment.get("name", Setup().name), str, "the experiment's name")
    values = _typed(experiment.get("parameters", {}), dict, "the experiment's parameters")
    setup = Setup(name, {key: _typed(value, str, key) for key, value in values.items()})
    find_experiment(setup.name).settings(setup.values)
    return setup


def _views(data: dict[str, Any]) -> dict[str, dict[str, Any]]:
    views = _typed(data.get("views", {}), dict, "views")
    return {panel: _typed(view, dict, f"the view of {panel}") for panel, view in views.items()}


def _typed(value: Any, kind: type, what: str) -> Any:  # noqa: ANN401 - JSON is untyped
    if not isinstance(value, kind):
        raise SceneError(f"the scene cannot be read: {what[:40]} is no {_KINDS[kind]}")
    return value


_KINDS = {dict: "object", list: "list", str: "text", bool: "true or false"}
