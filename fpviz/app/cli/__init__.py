"""The command line: a file a command, and what their arguments mean. Importing this loads no Qt."""
