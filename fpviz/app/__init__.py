"""The command line, the main window, its actions, themes and pictures. Importing this loads no Qt."""
