"""How an expression is typed, and how what becomes of it is shown."""
