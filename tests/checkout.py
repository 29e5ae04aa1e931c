"""Where the checkout and the package are that the tests test."""

from __future__ import annotations

from pathlib import Path

import fpviz

ROOT = Path(__file__).parents[1]
"""The checkout."""

PACKAGE = Path(fpviz.__file__).parent
"""The package, of the checkout or installed."""
