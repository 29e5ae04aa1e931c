"""What PyTorch writes by pickle: it is not opened, as opening it runs what is in it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NoReturn

from fpviz.core.phrase import Complaint, phrase, verbatim
from fpviz.data.content import Content

HOW = (
    "import torch, safetensors.torch; "
    "tensors = torch.load('FILE', weights_only=True); "
    "safetensors.torch.save_file(tensors, 'FILE.safetensors')"
)
"""What converts such a file."""


def is_pickled(content: Content) -> bool:
    """Whether a file is a pickle, or an archive with one."""
    head = bytes(content[:2])
    return (head[:1] == b"\x80" and head[1:2] in (b"\x02", b"\x03", b"\x04", b"\x05")) or (
        head == b"PK" and b"data.pkl" in bytes(content[:4096])
    )


def is_pickled_archive(names: Iterable[str]) -> bool:
    """Whether an archive of these members is one of PyTorch."""
    return any(name.rpartition("/")[2] == "data.pkl" for name in names)


def refuse_pickled() -> NoReturn:
    """Say what to do instead. Raises Complaint."""
    raise Complaint(
        phrase(
            "it is a pickle, which runs code when it is opened; in Python: {how}", how=verbatim(HOW)
        )
    )
