"""How everything looks: colours by meaning, faces and palettes, pens and hatches."""
