"""A run of an experiment beside its plot: parameters, results, why a step came out so."""
