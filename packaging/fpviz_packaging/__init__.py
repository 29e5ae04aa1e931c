"""What the programs of ``packaging/`` are made of. Importing a module of it starts nothing."""
