"""The themes by their names; their colours are in ``fpviz.widgets.look.theme``."""

from __future__ import annotations

SYSTEM = "system"
"""Not one of them: whatever the system has. Languages are left to the system by this name, too."""

LIGHT, DARK, PRINT = "light", "dark", "print"

SCREEN_THEMES = (LIGHT, DARK)
"""What a window can have."""

THEMES = (*SCREEN_THEMES, PRINT)
"""What a picture can have."""
