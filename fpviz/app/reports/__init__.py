"""What commands print, and a window copies and exports: a file for each thing and form.

The keys of the JSON and the heads of the CSV are a contract. A code is a hex string of the
format's width, a value an exact decimal string, or a fraction ``"1/3"`` where no decimal ends;
what has no value is ``null``, in CSV nothing.
"""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]
"""A report as ``json`` writes it."""
