"""Writes windows.json in this folder: convolutions and poolings with PyTorch's answers.

Run with Python 3 and PyTorch 1.13: python3 make_windows.py
Inputs are not listed but follow from a seed: element i is ((37 i + 101 seed) mod 64 - 32) / 16, which is exact, so that the file stays small.
An input with "permute" is laid out in another order in memory.
"""
import json
import os
import warnings

import torch
import torch.nn.functional as F

warnings.simplefilter("ignore")
CASES = []


def values(seed, shape):
    count = torch.Size(shape).numel()
    return (((37 * torch.arange(count) + 101 * seed) % 64 - 32).double() / 16).reshape(shape)


def described(seed, shape, dtype="float64", permute=None):
    entry = {"dtype": dtype, "shape": list(shape), "seed": seed}
    if permute:
        entry["permute"] = permute
    return entry


def created(entry):
    x = values(entry["seed"], entry["shape"])
    x = x.to(getattr(torch, entry["dtype"]))
    return x.permute(entry["permute"]) if "permute" in entry else x


def listed(t):
    return {"dtype": str(t.dtype)[6:], "shape": list(t.shape), "data": [round(v, 12) if t.is_floating_point() else v for v in t.flatten().tolist()]}


def case(op, inputs, **args):
    tensors = [created(i) for i in inputs]
    real = all(t.is_floating_point() for t in tensors)
    if real:
        tensors = [t.requires_grad_() for t in tensors]
    entry = {"op": op, "args": args, "inputs": inputs}
    function = getattr(F, op)
    try:
        results = function(*tensors, **args)
    except (RuntimeError, IndexError) as error:
        entry["error"] = {"type": type(error).__name__, "message": str(error).split("\n")[0]}
        CASES.append(entry)
        return
    results = results if isinstance(results, tuple) else (results,)
    entry["outputs"] = [listed(r) for r in results]
    if real:
        seeds = described(9, results[0].shape)
        entry["grad_outputs"] = [seeds]
        results[0].backward(created(seeds))
        entry["grads"] = [listed(t.grad) for t in tensors]
    CASES.append(entry)


def convolutions():
    image, weight, bias = described(1, [2, 4, 6, 5]), described(2, [6, 4, 3, 2]), described(3, [6])
    case("conv2d", [image, weight])
    for args in [
        dict(stride=2), dict(stride=[2, 1]), dict(stride=[1, 3], padding=[2, 0]), dict(padding=1), dict(dilation=2), dict(dilation=[1, 3], padding=[0, 2]),
        dict(stride=3, padding=2, dilation=[2, 1]), dict(padding="same"), dict(padding="same", dilation=[2, 3]), dict(padding="valid", stride=2), dict(padding=[3]),
    ]:
        case("conv2d", [image, weight, bias], **args)
    case("conv2d", [image, described(2, [6, 2, 3, 3]), bias], groups=2, padding=1)
    case("conv2d", [image, described(2, [8, 1, 3, 3])], groups=4, stride=2, padding=1)
    case("conv2d", [image, described(2, [4, 1, 2, 2]), described(3, [4])], groups=4, dilation=2)
    case("conv2d", [described(1, [4, 6, 5]), weight, bias], padding=1)
    case("conv2d", [described(1, [0, 4, 6, 5]), weight, bias])
    case("conv2d", [described(1, [2, 4, 6, 5]), described(2, [3, 4, 1, 1]), described(3, [3])])
    case("conv2d", [described(1, [2, 6, 5, 4], permute=[0, 3, 1, 2]), described(2, [3, 2, 4, 6], permute=[3, 2, 0, 1]), bias], stride=2, padding=1)
    case("conv2d", [described(1, [5, 6, 4, 2], permute=[3, 2, 1, 0]), described(2, [6, 4, 3, 2]), bias])
    case("conv2d", [described(1, [1, 3, 9, 10]), described(2, [10, 3, 3, 3]), described(3, [10])], padding=1)
    case("conv2d", [described(1, [3, 2, 3, 3]), described(2, [17, 2, 2, 2]), described(3, [17])])
    case("conv2d", [described(1, [1, 2, 4, 4], "int64"), described(2, [2, 2, 2, 2], "int64")])
    line = described(1, [3, 4, 9])
    for args in [dict(stride=2), dict(padding=2, dilation=2), dict(padding="same"), dict(stride=3, padding=1)]:
        case("conv1d", [line, described(2, [5, 4, 4]), described(3, [5])], **args)
    case("conv1d", [line, described(2, [6, 2, 2])], groups=2)
    case("conv1d", [described(1, [4, 9]), described(2, [5, 4, 3])])
    case("conv1d", [described(1, [9, 4, 3], permute=[2, 1, 0]), described(2, [5, 4, 3])], padding=1)
    volume = described(1, [2, 2, 4, 3, 5])
    case("conv3d", [volume, described(2, [4, 2, 2, 3, 2]), described(3, [4])], stride=[1, 2, 2], padding=[0, 1, 1])
    case("conv3d", [volume, described(2, [4, 1, 2, 2, 3])], groups=2, dilation=[2, 1, 1], padding="same")


def transposed():
    image, weight, bias = described(1, [2, 4, 3, 4]), described(2, [4, 3, 3, 2]), described(3, [3])
    case("conv_transpose2d", [image, weight])
    for args in [
        dict(stride=2), dict(stride=[3, 1], padding=[1, 0]), dict(stride=2, padding=1, output_padding=1), dict(dilation=[2, 3]),
        dict(stride=3, dilation=2, output_padding=[2, 1]), dict(stride=4),
    ]:
        case("conv_transpose2d", [image, weight, bias], **args)
    case("conv_transpose2d", [image, described(2, [4, 3, 2, 2]), described(3, [6])], groups=2, stride=2)
    case("conv_transpose2d", [image, described(2, [4, 1, 3, 3])], groups=4, stride=2, padding=1, output_padding=1)
    case("conv_transpose2d", [described(1, [4, 3, 4]), weight, bias], padding=1)
    case("conv_transpose2d", [described(1, [2, 3, 4, 4], permute=[0, 3, 2, 1]), described(2, [3, 2, 3, 4], permute=[3, 0, 1, 2])], stride=2)
    case("conv_transpose2d", [described(1, [0, 4, 3, 4]), weight, bias])
    for args in [dict(), dict(stride=2, padding=1, output_padding=1), dict(dilation=2), dict(stride=5)]:
        case("conv_transpose1d", [described(1, [2, 4, 5]), described(2, [4, 3, 3]), bias], **args)
    case("conv_transpose1d", [described(1, [4, 5]), described(2, [4, 2, 3]), described(3, [4])], groups=2, stride=2)
    case("conv_transpose3d", [described(1, [1, 2, 2, 3, 2]), described(2, [2, 2, 2, 2, 3])], stride=[2, 1, 2], padding=[0, 1, 0])


def pools():
    image = described(1, [2, 3, 7, 6])
    sizes = [
        dict(kernel_size=2), dict(kernel_size=[3, 2]), dict(kernel_size=3, stride=2, padding=1), dict(kernel_size=[2, 3], stride=[3, 1], padding=[1, 0]),
        dict(kernel_size=2, ceil_mode=True), dict(kernel_size=3, stride=2, ceil_mode=True), dict(kernel_size=3, stride=[3, 4], padding=1, ceil_mode=True),
    ]
    for args in sizes:
        case("max_pool2d", [image], **args)
        case("max_pool2d_with_indices", [image], **args)
        case("avg_pool2d", [image], **args)
    for args in [dict(kernel_size=2, dilation=2), dict(kernel_size=3, stride=2, padding=1, dilation=[2, 1]), dict(kernel_size=3, stride=2, padding=1, dilation=3, ceil_mode=True)]:
        case("max_pool2d_with_indices", [image], **args)
    for args in [
        dict(kernel_size=3, stride=2, padding=1, count_include_pad=False), dict(kernel_size=3, stride=2, padding=1, divisor_override=5),
        dict(kernel_size=3, stride=[3, 4], padding=1, ceil_mode=True, count_include_pad=False), dict(kernel_size=3, stride=2, ceil_mode=True, divisor_override=2),
    ]:
        case("avg_pool2d", [image], **args)
    for op in ["max_pool2d_with_indices", "avg_pool2d"]:
        case(op, [described(1, [3, 7, 6])], kernel_size=2)
        case(op, [described(1, [0, 3, 7, 6])], kernel_size=2)
        case(op, [described(1, [6, 7, 3, 2], permute=[3, 2, 1, 0])], kernel_size=2)
    line = described(1, [2, 3, 9])
    for args in [dict(kernel_size=2), dict(kernel_size=3, stride=2, padding=1), dict(kernel_size=2, stride=4, ceil_mode=True)]:
        case("max_pool1d", [line], **args)
        case("max_pool1d_with_indices", [line], **args)
        case("avg_pool1d", [line], **args)
    case("max_pool1d", [line], kernel_size=3, dilation=2)
    case("avg_pool1d", [described(1, [3, 9])], kernel_size=3, stride=2, padding=1, count_include_pad=False)
    for op in ["adaptive_avg_pool2d", "adaptive_max_pool2d_with_indices"]:
        for size in [1, 3, [2, 5], [7, 6], [9, 4]]:
            case(op, [image], output_size=size)
        case(op, [described(1, [3, 7, 6])], output_size=[3, 2])
        case(op, [described(1, [6, 7, 3, 2], permute=[3, 2, 1, 0])], output_size=2)
    case("adaptive_max_pool2d", [image], output_size=2)
    for size in [1, 4, 9, 12]:
        case("adaptive_avg_pool1d", [line], output_size=size)
        case("adaptive_max_pool1d", [line], output_size=size)


def errors():
    image = described(1, [1, 4, 4, 4])
    weight, bias = described(2, [6, 4, 3, 3]), described(3, [6])
    case("conv2d", [described(1, [4, 4]), weight])
    case("conv2d", [described(1, [1, 1, 4, 4, 4]), weight])
    case("conv1d", [described(1, [4]), described(2, [6, 4, 3])])
    case("conv3d", [described(1, [4, 4]), described(2, [6, 4, 3, 3, 3])])
    for shape in [[5], [6, 1]]:
        case("conv2d", [image, weight, described(3, shape)])
    case("conv2d", [described(1, [1, 4, 2, 2]), weight])
    case("conv2d", [described(1, [1, 4, 2, 2]), described(2, [6, 4, 3, 5])], padding=[0, 1])
    case("conv1d", [described(1, [1, 4, 2]), described(2, [6, 4, 3])])
    for args in [dict(dilation=2), dict(stride=0), dict(dilation=0), dict(padding=-1), dict(padding="same", stride=2), dict(padding="foo"), dict(stride=[1, 2, 3]), dict(padding=[1, 2, 3])]:
        case("conv2d", [image, weight, bias], **args)
    case("conv2d", [image, described(2, [5, 2, 3, 3])], groups=2)
    case("conv2d", [image, described(2, [2, 1, 3, 3])], groups=4)
    case("conv2d", [described(1, [1, 5, 4, 4]), described(2, [6, 2, 3, 3])], groups=2)
    case("conv2d", [described(1, [2, 4, 0, 5]), weight], padding=1)
    case("conv2d", [image, described(2, [6, 4, 0, 3])])
    weight = described(2, [4, 6, 3, 3])
    case("conv_transpose2d", [described(1, [2, 3, 5, 5]), weight])
    case("conv_transpose2d", [described(1, [5, 5]), weight])
    case("conv_transpose1d", [described(1, [5]), described(2, [4, 6, 3])])
    case("conv_transpose2d", [image, weight, described(3, [5])])
    for args in [dict(stride=2, output_padding=2), dict(stride=2, output_padding=-1), dict(stride=0), dict(groups=3)]:
        case("conv_transpose2d", [image, weight], **args)
    case("conv_transpose2d", [described(1, [2, 4, 1, 1]), weight], padding=3)
    case("conv_transpose1d", [described(1, [2, 4, 1]), described(2, [4, 6, 3])], padding=3)
    case("conv_transpose1d", [described(1, [2, 4, 5]), described(2, [4, 6, 3])], output_padding=1)
    plane, line = described(1, [1, 3, 4, 4]), described(1, [1, 3, 4])
    for shape in [[4, 4], [1, 1, 1, 4, 4]]:
        case("max_pool2d", [described(1, shape)], kernel_size=2)
        case("adaptive_avg_pool2d", [described(1, shape)], output_size=2)
        case("adaptive_max_pool2d", [described(1, shape)], output_size=2)
    case("avg_pool2d", [described(1, [1, 1, 1, 4, 4])], kernel_size=2)
    for shape in [[4], [1, 1, 1, 4]]:
        case("max_pool1d", [described(1, shape)], kernel_size=2)
        case("avg_pool1d", [described(1, shape)], kernel_size=2)
        case("adaptive_avg_pool1d", [described(1, shape)], output_size=2)
    for args in [dict(kernel_size=2, padding=2), dict(kernel_size=2, stride=0)]:
        case("max_pool2d", [plane], **args)
        case("avg_pool2d", [plane], **args)
        case("avg_pool1d", [line], **args)
    case("max_pool1d", [line], kernel_size=2, padding=2)
    case("max_pool2d", [plane], kernel_size=2, padding=-1)
    case("max_pool2d", [plane], kernel_size=3, dilation=2)
    case("avg_pool2d", [plane], kernel_size=2, divisor_override=0)
    for op in ["max_pool2d", "avg_pool2d"]:
        for shape in [[1, 3, 1, 1], [3, 1, 1], [1, 0, 4, 4], [1, 3, 0, 4]]:
            case(op, [described(1, shape)], kernel_size=2)
    case("avg_pool1d", [described(1, [1, 3, 1])], kernel_size=2)


convolutions()
transposed()
pools()
errors()
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "windows.json"), "w") as file:
    file.write('{"source": "PyTorch %s", "cases": [\n' % torch.__version__)
    file.write(",\n".join(json.dumps(entry, separators=(",", ":")) for entry in CASES))
    file.write("\n]}\n")
