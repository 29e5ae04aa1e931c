"""What training does with floating point: repeated updates and what repairs them.

Imports core alone. An experiment is one record in one file: what it can be told, a plain function
of that, the script that does the same elsewhere; a new one is a file here and its line in the
table of ``EXPERIMENTS``. One that fills more than a file is a folder. What all of them are made of
is the ``engine``.
"""

from typing import cast

from fpviz.core.late import Late, loaded
from fpviz.core.phrase import Complaint, phrase, quoted
from fpviz.experiments.engine.experiment import Experiment

_PLACES = {
    "swamping": "swamping:SWAMPING",
    "drift": "swamping:DRIFT",
    "counting": "counting:COUNTING",
    "master-copy": "master_copy:MASTER_COPY",
    "static-loss-scale": "static_loss_scale.experiment:STATIC_LOSS_SCALE",
    "dynamic-loss-scale": "dynamic_loss_scale.experiment:DYNAMIC_LOSS_SCALE",
    "accumulation": "accumulation:ACCUMULATION",
    "dot-product": "dot_product:DOT_PRODUCT",
    "stochastic-rounding": "stochastic.experiment:STOCHASTIC_ROUNDING",
    "kahan": "kahan:KAHAN",
    "adam": "adam.experiment:ADAM",
}
"""Where each experiment stands, by its name."""

EXPERIMENTS = Late(_PLACES, lambda name: cast("Experiment", loaded(__name__, _PLACES[name])))
"""Every experiment, in the order in which lists show them."""


class ExperimentError(Complaint):
    """A name that no experiment has."""


def find_experiment(name: str) -> Experiment:
    """The experiment of that name.

    Raises ExperimentError, naming the bad text and what would be accepted.
    """
    wanted = name.strip().lower()
    if wanted in EXPERIMENTS.names:
        return EXPERIMENTS.named(wanted)
    names = ", ".join(EXPERIMENTS.names)
    raise ExperimentError(
        phrase("unknown experiment {name}; there are {names}", name=quoted(name), names=names)
    )
