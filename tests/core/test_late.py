from __future__ import annotations

import sys

import pytest

from fpviz.core.late import Late, loaded


def table(made: list[str]) -> Late[str]:
    def load(name: str) -> str:
        made.append(name)
        return name.upper()

    return Late(("a", "b", "c"), load)


def test_names_and_count_load_nothing():
    made: list[str] = []
    late = table(made)
    assert (late.names, len(late), made) == (("a", "b", "c"), 3, [])


def test_each_is_loaded_once_and_alone():
    made: list[str] = []
    late = table(made)
    assert (late.named("b"), late[1], late[-2], made) == ("B", "B", "B", ["b"])


def test_it_is_a_sequence():
    late = table([])
    assert list(late) == ["A", "B", "C"]
    assert late[1:] == ("B", "C")
    assert "C" in late
    assert late.index("B") == 1
    with pytest.raises(IndexError):
        late[3]


def test_a_place_is_a_module_and_a_name_in_it():
    found = loaded("fpviz.core", "integer_types:beyond_its_word")
    assert found is sys.modules["fpviz.core.integer_types"].beyond_its_word
    with pytest.raises(KeyError):
        loaded("fpviz.core", "integer_types:none_such")
