"""Many values: what a text or a file is (syntaxes), and how it is read (layouts). Knows no Qt."""
