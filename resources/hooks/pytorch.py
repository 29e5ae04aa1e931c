"""Weights and gradients of some steps of a PyTorch training, in files that fpviz reads:

fpviz census PATH-*.safetensors --pairs
"""

import json

import torch
from safetensors.torch import save_file


def record(model, optimizer, steps, path, scaler=None):
    """Write ``path-000100.safetensors`` and so on before each of ``steps``, until the handle that
    is returned is removed.

    With a ``scaler`` gradients are unscaled by then, and steps that it skips do not count.
    """
    at = 0

    def whole(tensor):
        return tensor.detach().clone(memory_format=torch.contiguous_format)

    def before_step(stepping, args, kwargs):
        nonlocal at
        if at in steps:
            named = dict(model.named_parameters())
            tensors = {f"w.{name}": whole(each) for name, each in named.items()}
            tensors |= {
                f"g.{name}": whole(p.grad) for name, p in named.items() if p.grad is not None
            }
            lr = float(stepping.param_groups[0]["lr"])
            scale = scaler.get_scale() if scaler else 1
            said = {"step": at, "lr": lr, "loss_scale": scale, "optimizer": type(stepping).__name__}
            save_file(tensors, f"{path}-{at:06}.safetensors", {"fpviz": json.dumps(said)})
        at += 1

    return optimizer.register_step_pre_hook(before_step)
