"""What a window reads and writes: scenes, recent files, whole files and their errors."""
