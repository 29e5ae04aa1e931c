"""A virtual X server, and what windows it shows: enough of the X11 protocol to ask.

So that a program can be watched from outside: from its start until its window is there.
"""

from __future__ import annotations

import os
import shutil
import socket
import struct
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType

_QUERY_TREE, _GET_GEOMETRY, _GET_ATTRIBUTES = 15, 14, 3
_VIEWABLE = 2


@contextmanager
def virtual_screen() -> Iterator[str | None]:
    """Run Xvfb; the name of its display, or ``None`` where there is no Xvfb."""
    server = shutil.which("Xvfb")
    if server is None:
        yield None
        return
    reading, writing = os.pipe()
    size = ["-screen", "0", "1600x1000x24", "-nolisten", "tcp", "-noreset"]
    process = subprocess.Popen(
        [server, "-displayfd", str(writing), *size],
        pass_fds=[writing],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as pipe:
            number = pipe.readline().strip()
        if not number:
            raise OSError("Xvfb does not start")
        yield f":{number}"
    finally:
        process.terminate()
        process.wait(timeout=20)


class Screen:
    """A connection to a local X server."""

    def __init__(self, display: str) -> None:
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._socket.connect(f"/tmp/.X11-unix/X{display.removeprefix(':')}")
        self._root = self._greet()

    def __enter__(self) -> Screen:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._socket.close()

    def has_window(self, least_width: int = 400) -> bool:
        """Whether a window of at least that width is on the screen."""
        return any(
            self._is_viewable(window) and self._width(window) >= least_width
            for window in self._children()
        )

    def wait_for_window(self, process: subprocess.Popen[str], seconds: float) -> bool:
        """Wait until a window is there; False if the process ends, or patience does, before."""
        deadline = time.monotonic() + seconds
        while not self.has_window():
            if process.poll() is not None or time.monotonic() > deadline:
                return False
            time.sleep(0.005)
        return True

    def _greet(self) -> int:
        """Open the connection; the root window."""
        self._socket.sendall(struct.pack("<BxHHHHxx", ord("l"), 11, 0, 0, 0))
        accepted, words = struct.unpack("<BxHHH", self._receive(8))[::3]
        if accepted != 1:
            raise OSError("the X server accepts no connection")
        setup = self._receive(4 * words)
        vendor, formats = struct.unpack_from("<H", setup, 16)[0], setup[21]
        at = 32 + (vendor + 3) // 4 * 4 + 8 * formats
        root: int = struct.unpack_from("<I", setup, at)[0]
        return root

    def _children(self) -> list[int]:
        answer = self._ask(_QUERY_TREE, self._root)
        count = struct.unpack_from("<H", answer, 16)[0] if answer else 0
        return list(struct.unpack_from(f"<{count}I", answer, 32))

    def _is_viewable(self, window: int) -> bool:
        answer = self._ask(_GET_ATTRIBUTES, window)
        return bool(answer) and answer[26] == _VIEWABLE

    def _width(self, window: int) -> int:
        answer = self._ask(_GET_GEOMETRY, window)
        return struct.unpack_from("<H", answer, 16)[0] if answer else 0

    def _ask(self, request: int, window: int) -> bytes:
        """The server's answer about a window; empty if the window is gone by now."""
        self._socket.sendall(struct.pack("<BxHI", request, 2, window))
        answer = self._receive(32)
        if answer[0] != 1:
            return b""
        return answer + self._receive(4 * struct.unpack_from("<I", answer, 4)[0])

    def _receive(self, size: int) -> bytes:
        parts = b""
        while len(parts) < size:
            part = self._socket.recv(size - len(parts))
            if not part:
                raise OSError("the X server has gone")
            parts += part
        return parts
