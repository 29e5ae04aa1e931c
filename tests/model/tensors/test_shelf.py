"""The tensors that are open."""

from __future__ import annotations

import numpy as np
import pytest

from fpviz.model.tensors.records import Named, TensorChoice
from fpviz.model.tensors.shelf import holds_tensors


@pytest.fixture
def shelf(session):
    return session.tensors.shelf


def open_(shelf, *paths):
    shelf.open_paths(paths)
    shelf.reading.wait()


def test_a_folder_is_all_files_of_tensors_in_it(shelf, tmp_path):
    for name in ("b", "a"):
        np.savez(tmp_path / f"{name}.npz", w=np.zeros(3), g=np.ones(2))
    (tmp_path / "notes.txt").write_text("no tensors")
    open_(shelf, tmp_path)
    assert [(each.open.file.path.name, each.tensor.name) for each in shelf.entries] == [
        ("a.npz", "w"),
        ("a.npz", "g"),
        ("b.npz", "w"),
        ("b.npz", "g"),
    ]


def test_what_is_chosen_is_of_its_file_where_names_are_twice(shelf, tmp_path):
    for name in ("a", "b"):
        np.savez(tmp_path / f"{name}.npz", w=np.zeros(3))
    open_(shelf, tmp_path)
    shelf.choose(shelf.entries[1])
    assert shelf.chosen is shelf.entries[1]
    assert shelf.choice == TensorChoice("w", 1, 0)
    shelf.show(TensorChoice("nobody", 7, 0))
    assert shelf.chosen is shelf.entries[0]


def test_another_file_is_looked_at_from_its_first_tensor_at_the_same_scale(shelf, tmp_path):
    np.savez(tmp_path / "a.npz", v=np.zeros(3), w=np.zeros(3))
    np.save(tmp_path / "b.npy", np.ones(2))
    open_(shelf, tmp_path / "a.npz")
    shelf.show(TensorChoice("w", 0, 5))
    open_(shelf, tmp_path / "b.npy")
    assert (shelf.chosen.tensor.count, shelf.scale) == (2, 5)


def test_an_empty_folder_changes_nothing_and_it_is_said(shelf, tmp_path, qtbot):
    np.save(tmp_path / "b.npy", np.ones(2))
    open_(shelf, tmp_path / "b.npy")
    (tmp_path / "empty").mkdir()
    with qtbot.waitSignal(shelf.refused) as refused:
        open_(shelf, tmp_path / "empty")
    assert str(refused.args[0]) == "there are no tensors"
    assert len(shelf.entries) == 1


def test_a_resource_outside_of_those_of_fpviz_is_none(shelf):
    shelf.open_named([Named("fpviz:../pyproject.toml", "")])
    shelf.reading.wait()
    assert shelf.entries == ()
    assert shelf.refusals


def test_files_and_folders_are_known_by_their_names(tmp_path):
    assert holds_tensors(tmp_path)
    assert holds_tensors(tmp_path / "model.safetensors.index.json")
    assert not holds_tensors(tmp_path / "memory.hex")
