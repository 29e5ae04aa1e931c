"""What the system says of a file that could not be read or written, in words of fpviz's own.

The system has words for it, too, but not in the language of the window.
"""

from __future__ import annotations

import errno
from pathlib import Path

from fpviz.core.phrase import Phrase, phrase, template, verbatim

_REASONS = {
    errno.ENOENT: template("there is no such file or folder"),
    errno.EACCES: template("permission is denied"),
    errno.EPERM: template("permission is denied"),
    errno.EISDIR: template("it is a folder"),
    errno.ENOTDIR: template("a part of its path is no folder"),
    errno.ENAMETOOLONG: template("its name is too long"),
    errno.ENOSPC: template("the disk is full"),
    errno.EDQUOT: template("the disk is full"),
    errno.EFBIG: template("the file would be larger than the system allows"),
    errno.ELOOP: template("it is a link that leads back to itself"),
    errno.EROFS: template("the disk can only be read"),
    errno.EIO: template("the disk does not answer"),
}


def why(error: OSError) -> Phrase:
    """The reason of an error of the system."""
    known = _REASONS.get(error.errno or 0)
    return phrase(known) if known else verbatim(error.strerror or str(error))


def of_file(path: Path, error: OSError) -> Phrase:
    """The name of a file, and the reason."""
    return phrase("{file}: {reason}", file=path.name, reason=why(error))
