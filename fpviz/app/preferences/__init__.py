"""How the user wants the program: theme, language, size of text. Each tells everyone."""
