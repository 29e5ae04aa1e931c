"""Weights and gradients of a step of a MindSpore training, in a file that fpviz reads:

fpviz census PATH-*.safetensors --pairs
"""

import json

import mindspore
from safetensors.numpy import save_file


def record(step, parameters, gradients, path, lr, loss_scale=1):
    """Write ``path-000100.safetensors`` for the step 100, of the trainable parameters and what
    ``mindspore.value_and_grad`` gives for them, unscaled; call it before the optimizer.

    numpy has no bfloat16: such elements are written as float32, which holds them.
    """

    def array(tensor):
        is_bfloat16 = tensor.dtype == mindspore.bfloat16
        return (tensor.astype(mindspore.float32) if is_bfloat16 else tensor).asnumpy()

    tensors = {f"w.{each.name}": array(each) for each in parameters}
    pairs = zip(parameters, gradients)
    tensors |= {f"g.{each.name}": array(gradient) for each, gradient in pairs}
    said = {"step": step, "lr": float(lr), "loss_scale": float(loss_scale)}
    save_file(tensors, f"{path}-{step:06}.safetensors", {"fpviz": json.dumps(said)})
