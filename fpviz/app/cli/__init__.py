"""The command line: its commands, and what they print. Importing this loads no Qt."""
