"""The command line, the window, its actions, themes and pictures. Importing this loads no Qt."""
