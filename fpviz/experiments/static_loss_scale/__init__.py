"""Static loss scaling: gradients among the zones of a format, under one scale."""
