"""What a window works on: opened, saved, kept while it runs, and saved from a crash."""
