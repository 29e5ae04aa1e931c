"""Adam with state and weights in 16 bits: the experiment, its parameters and its script."""
