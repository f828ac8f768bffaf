"""Answers of PyTorch for operators that its own suite has no samples of.

    /usr/bin/python3 make_cases.py        # Debian's python3-torch; writes cases.jsonl beside this file

The lines have the form of those of ../pytorch_suite/make_cases.py. Everything is seeded: the same PyTorch writes the same bytes.
"""

import json
import math
import os

import torch
import torch.nn.functional as F

torch.manual_seed(0)
torch.set_default_dtype(torch.float64)
CASES = []


def number(value):
    if isinstance(value, float) and not math.isfinite(value):
        return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
    return float(f"{value:.12g}") if isinstance(value, float) else value


def tensor(value):
    return {"dtype": str(value.dtype).removeprefix("torch."), "shape": list(value.shape), "data": [number(x) for x in value.detach().reshape(-1).tolist()]}


def case(op, function, **arguments):
    inputs, written = [], {}
    for name, value in arguments.items():
        many = isinstance(value, list) and value and isinstance(value[0], torch.Tensor)
        places = []
        for one in value if many else [value] if isinstance(value, torch.Tensor) else []:
            inputs.append(one)
            places.append({"tensor": len(inputs) - 1})
        written[name] = places if many else places[0] if places else value
    leaves = [one.requires_grad_() if one.is_floating_point() else one for one in inputs]
    outputs = function(**arguments)
    outputs = list(outputs) if isinstance(outputs, (tuple, list)) else [outputs]
    gradients = [torch.linspace(0.5, 1.5, o.numel()).reshape(o.shape) if o.requires_grad else None for o in outputs]
    line = {"op": op, "id": f"float64/{sum(c['op'] == op for c in CASES)}", "args": written, "inputs": [tensor(one) for one in inputs], "outputs": [tensor(o) for o in outputs]}
    if any(g is not None for g in gradients):
        torch.autograd.backward([o for o, g in zip(outputs, gradients) if g is not None], [g for g in gradients if g is not None])
        line["grad_outputs"] = [g if g is None else tensor(g) for g in gradients]
        line["grads"] = [None if one.grad is None else tensor(one.grad) for one in leaves]
    CASES.append(line)


def rms_norm(input, normalized_shape, weight=None, eps=None):
    dims = tuple(range(-len(normalized_shape), 0))
    result = input * torch.rsqrt(input.square().mean(dims, keepdim=True) + (torch.finfo(input.dtype).eps if eps is None else eps))
    return result if weight is None else result * weight


def ctc_loss(log_probs, targets, input_lengths, target_lengths, **rest):
    # Values only: PyTorch's gradient is that by the logits of a log_softmax in front, not the derivative by log_probs.
    return F.ctc_loss(log_probs.detach(), targets, input_lengths, target_lengths, **rest)


r = torch.randn
for reduction in ("mean", "sum", "none"):
    case("ctc_loss", ctc_loss, log_probs=r(8, 3, 5).log_softmax(2).detach(), targets=torch.tensor([[1, 2, 2], [3, 1, 4], [4, 4, 1]]),
         input_lengths=torch.tensor([8, 6, 7]), target_lengths=torch.tensor([3, 2, 1]), reduction=reduction)
case("ctc_loss", ctc_loss, log_probs=r(6, 2, 4).log_softmax(2).detach(), targets=torch.tensor([0, 2, 1]), input_lengths=torch.tensor([6, 5]),
     target_lengths=torch.tensor([1, 2]), blank=3)
case("ctc_loss", ctc_loss, log_probs=r(2, 2, 4).log_softmax(2).detach(), targets=torch.tensor([[1, 1, 1], [2, 0, 0]]), input_lengths=torch.tensor([2, 2]),
     target_lengths=torch.tensor([3, 1]), reduction="none", zero_infinity=True)
case("rms_norm", rms_norm, input=r(2, 3, 4), normalized_shape=[3, 4], weight=r(3, 4))
case("rms_norm", rms_norm, input=r(2, 5), normalized_shape=[5], eps=0.1)
for align in (True, False):
    case("affine_grid", F.affine_grid, theta=r(2, 2, 3), size=[2, 1, 3, 4], align_corners=align)
    case("affine_grid", F.affine_grid, theta=r(1, 3, 4), size=[1, 2, 2, 3, 4], align_corners=align)
    case("grid_sample", F.grid_sample, input=r(1, 2, 3, 4, 3), grid=r(1, 2, 2, 2, 3), mode="bilinear", padding_mode="reflection", align_corners=align)
case("fold", F.fold, input=r(2, 8, 6), output_size=[3, 4], kernel_size=[2, 2])
case("fold", F.fold, input=r(4, 4), output_size=[4, 4], kernel_size=[2, 2], stride=[2, 2])
case("fold", F.fold, input=r(1, 6, 12), output_size=[4, 5], kernel_size=[2, 3], dilation=[2, 1], padding=[1, 0], stride=[1, 1])
case("lp_pool1d", F.lp_pool1d, input=r(2, 3, 7).abs(), norm_type=2.0, kernel_size=3)
case("lp_pool1d", F.lp_pool1d, input=r(1, 2, 7).abs(), norm_type=1.5, kernel_size=2, stride=2, ceil_mode=True)
case("lp_pool2d", F.lp_pool2d, input=r(1, 2, 5, 6).abs(), norm_type=3.0, kernel_size=[2, 3], stride=[1, 2])
case("chain_matmul", lambda matrices: torch.chain_matmul(*matrices), matrices=[r(2, 5), r(5, 3), r(3, 4)])
case("upsample", F.interpolate, input=r(1, 2, 3, 4), size=[5, 7], mode="bicubic", align_corners=True)
case("upsample", F.interpolate, input=r(1, 1, 2, 3, 4), size=[3, 5, 2], mode="trilinear", align_corners=False)
case("upsample", F.interpolate, input=r(1, 2, 5), size=[8], mode="nearest-exact")
case("vander", torch.vander, x=torch.tensor([2, -3, 1, 5]))
case("vander", lambda x, n, increasing: torch.vander(x, n, increasing), x=torch.tensor([2, -3, 4]), n=5, increasing=True)
case("linalg_vander", lambda x, n: torch.linalg.vander(x, N=n), x=torch.tensor([[2, -3, 4], [1, 0, 5]]), n=4)
case("bincount", lambda input, weights, minlength: torch.bincount(input, weights.detach(), minlength), input=torch.tensor([1, 4, 1, 0]), weights=r(4), minlength=7)
case("unique", lambda input: torch.unique(input, return_inverse=True, return_counts=True), input=torch.tensor([[3, 1, 2], [1, 3, 7]]))
case("unique", lambda input, dim: torch.unique(input, return_inverse=True, return_counts=True, dim=dim), input=torch.tensor([[3, 1, 3], [2, 2, 2], [3, 1, 3]]), dim=0)
case("unfold", lambda input, dimension, size, step: input.unfold(dimension, size, step), input=r(3, 7), dimension=1, size=3, step=2)
for kernel, dilation, padding, stride in ((2, 1, 0, 1), ([2, 3], [1, 2], [1, 0], [2, 1])):
    case("unfold", F.unfold, input=r(2, 2, 5, 6), kernel_size=kernel, dilation=dilation, padding=padding, stride=stride)
for n in (0, 1, 2, 5):
    case("polygamma", lambda n, input: torch.polygamma(n, input), n=n, input=torch.tensor([0.3, 1.0, 4.5, 20.0]))
case("triplet_margin_with_distance_loss", lambda anchor, positive, negative, margin, swap: F.triplet_margin_with_distance_loss(anchor, positive, negative, margin=margin, swap=swap),
     anchor=r(4, 3), positive=r(4, 3), negative=r(4, 3), margin=0.7, swap=True)
case("linalg_norm", lambda a, ord: torch.linalg.norm(a, ord), a=r(3, 4), ord="nuc")
case("cond", lambda a, p: torch.linalg.matrix_norm(a, p) * torch.linalg.matrix_norm(torch.linalg.inv(a), p), a=r(3, 3), p=1)
case("cond", lambda a, p: torch.linalg.matrix_norm(a, p) * torch.linalg.matrix_norm(torch.linalg.inv(a), p), a=r(3, 3), p="fro")
case("matrix_exp", torch.matrix_exp, a=r(2, 4, 4) * 3)
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "cases.jsonl"), "w") as file:
    for line in CASES:
        print(json.dumps(line, separators=(",", ":")), file=file)
print(len(CASES), "cases")
