"""``fpviz hook``: what it prints runs, and what that writes is read."""

from __future__ import annotations

import json
import sys
from types import ModuleType, SimpleNamespace

import numpy as np
import pytest

from fpviz.app.cli.commands.hook import FRAMEWORKS


@pytest.fixture
def hook(run):
    """The program for a framework, run; its names."""

    def command(framework):
        status, out, err = run("hook", framework)
        assert (status, err) == (0, "")
        names = {}
        exec(compile(out, framework, "exec"), names)
        return names

    return command


@pytest.fixture
def census(run, tmp_path):
    def command():
        files = map(str, sorted(tmp_path.glob("run-*.safetensors")))
        status, out, err = run("census", *files, "--pairs", "--json", "-f", "bf16")
        assert (status, err) == (0, "")
        return [each for each in json.loads(out) if "gradient" in each]

    return command


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_it_is_a_program(run, framework):
    status, out, _ = run("hook", framework)
    assert status == 0
    compile(out, framework, "exec")


def test_another_framework_is_refused(run):
    status, out, err = run("hook", "abacus")
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert "pytorch" in err


class FakeTensor:
    """As much of MindSpore's as the hook needs."""

    def __init__(self, values, dtype, name=""):
        self.values, self.dtype, self.name = np.asarray(values, np.float32), dtype, name

    def astype(self, dtype):
        return FakeTensor(self.values, dtype)

    def asnumpy(self):
        assert self.dtype == "float32", "numpy has no bfloat16"
        return self.values


def test_what_mindspore_writes_is_read(monkeypatch, tmp_path, hook, census):
    pytest.importorskip("safetensors.numpy")
    fake = ModuleType("mindspore")
    fake.bfloat16, fake.float32 = "bfloat16", "float32"
    monkeypatch.setitem(sys.modules, "mindspore", fake)
    weights = [FakeTensor([1, 2], "bfloat16", "a"), FakeTensor([3], "float32", "b")]
    gradients = [FakeTensor([1, 2.0**-20], "bfloat16"), FakeTensor([0], "float32")]
    hook("mindspore")["record"](7, weights, gradients, f"{tmp_path}/run", 0.5)
    first, second = census()
    assert (first["tensor"], first["gradient"], first["lr"]) == ("w.a", "g.a", "0.5")
    counts = [(each["swallowed"]["bf16"][n]) for each in (first, second)
              for n in ("zero_update", "swallowed", "moved")]  # fmt: skip
    assert counts == [0, 1, 1, 1, 0, 0]


@pytest.mark.sweep
def test_what_pytorch_writes_is_read(tmp_path, hook, census):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    pytest.importorskip("safetensors.torch")
    model = torch.nn.Linear(4, 3)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.25)
    handle = hook("pytorch")["record"](model, optimizer, {0, 2}, f"{tmp_path}/run")
    for _ in range(4):
        optimizer.zero_grad()
        model(torch.ones(2, 4)).square().sum().backward()
        optimizer.step()
    handle.remove()
    assert [each["tensor"] for each in census()] == ["w.bias", "w.weight"] * 2
    assert {each["lr"] for each in census()} == {"0.25"}


def test_what_pytorch_writes_is_asked_for_at_the_right_steps(monkeypatch, tmp_path, hook):
    """With as much of PyTorch as the hook needs."""
    saved = {}
    torch, package, part = ModuleType("torch"), ModuleType("safetensors"), ModuleType("st")
    torch.contiguous_format = "contiguous"
    part.save_file = lambda tensors, path, said: saved.update({path: (tensors, said)})
    for name, module in (("torch", torch), ("safetensors", package), ("safetensors.torch", part)):
        monkeypatch.setitem(sys.modules, name, module)

    class Tensor:
        grad = None

        def detach(self):
            return self

        def clone(self, memory_format):
            return memory_format

    weight, frozen = Tensor(), Tensor()
    weight.grad = Tensor()
    model = SimpleNamespace(named_parameters=lambda: [("a", weight), ("b", frozen)])
    hooks = []
    optimizer = SimpleNamespace(
        param_groups=[{"lr": 0.5}],
        register_step_pre_hook=lambda each: hooks.append(each) or "handle",
    )
    scaler = SimpleNamespace(get_scale=lambda: 1024.0)
    record = hook("pytorch")["record"]
    assert record(model, optimizer, {1, 3}, "run", scaler) == "handle"
    for _ in range(5):
        hooks[0](optimizer, (), {})
    assert list(saved) == ["run-000001.safetensors", "run-000003.safetensors"]
    tensors, said = saved["run-000003.safetensors"]
    assert set(tensors) == {"w.a", "g.a", "w.b"}
    assert json.loads(said["fpviz"]) == {
        "step": 3, "lr": 0.5, "loss_scale": 1024.0, "optimizer": "SimpleNamespace",
    }  # fmt: skip
