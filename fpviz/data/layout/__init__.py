"""How bytes are read as codes: orders, places, and which of them is plausible."""
