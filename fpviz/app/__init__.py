"""The command line, the main window, actions, theme, export. Importing this package imports no Qt."""
