"""Writes layers.json beside it: what PyTorch's layers print, start from, compute and pass back. Needs PyTorch 1.13 without MKL.

A case holds the layer's name and options in PyTorch's names, the inputs, and for float32 and float64: the state after `manual_seed(1)`, and
then, with parameters moved by `shift(i)`, the training-mode output after `manual_seed(2)`, gradients for an output gradient of `slope(i)`, the
state that is left, and the output in evaluation mode.
"""
import json
import math
import os
import warnings

import torch
from torch import nn

warnings.simplefilter("ignore")
CASES = []


class RMSNorm(nn.Module):
    """As PyTorch 2 documents it; 1.13 has none."""

    def __init__(self, normalized_shape, eps=None, elementwise_affine=True):
        super().__init__()
        self.normalized_shape = (normalized_shape,) if isinstance(normalized_shape, int) else tuple(normalized_shape)
        self.eps, self.elementwise_affine = eps, elementwise_affine
        if elementwise_affine:
            self.weight = nn.Parameter(torch.ones(self.normalized_shape))
        else:
            self.register_parameter("weight", None)

    def forward(self, x):
        dims = tuple(range(-len(self.normalized_shape), 0))
        eps = torch.finfo(x.dtype).eps if self.eps is None else self.eps
        x = x * torch.rsqrt(x.pow(2).mean(dims, keepdim=True) + eps)
        return x if self.weight is None else x * self.weight

    def extra_repr(self):
        return f"{self.normalized_shape}, eps={self.eps}, elementwise_affine={self.elementwise_affine}"


class LayerNormWithoutBias(nn.LayerNorm):
    """PyTorch 2's option `bias=False`."""

    def __init__(self, bias, **options):
        super().__init__(**options)
        if not bias:
            self.register_parameter("bias", None)

    def _get_name(self):
        return "LayerNorm"


class CircularPad(nn.Module):
    """PyTorch 2's `CircularPad1d` to `3d`."""

    mode = "circular"

    def __init__(self, padding, dims):
        super().__init__()
        self.padding = (padding,) * 2 * dims if isinstance(padding, int) else tuple(padding)

    def forward(self, x):
        return nn.functional.pad(x, self.padding, mode=self.mode)

    def extra_repr(self):
        return f"{self.padding}"


class ZeroPad(CircularPad):
    """PyTorch 2's `ZeroPad1d` and `3d`."""

    mode = "constant"


class ChannelShuffle(nn.ChannelShuffle):
    """That of 1.13 has no derivative."""

    def forward(self, x):
        return x.unflatten(1, (self.groups, -1)).transpose(1, 2).flatten(1, 2)


def border(cls, dims):
    """The class with its number of dimensions."""
    return type(f"{cls.__name__}{dims}d", (cls,), {"__init__": lambda self, padding: cls.__init__(self, padding, dims)})


def values(count, scale=1.0, add=0.0):
    """Numbers of either sign without ties, the same for every type."""
    return [((37 * i + 11) % 101 - 50) / 32.0 * scale + add for i in range(count)]


def shift(i):
    return ((5 * i) % 7 - 3) / 16.0


def slope(i):
    return ((3 * i) % 11 - 4) / 8.0


def real(*shape, scale=1.0, add=0.0):
    return {"dtype": "real", "shape": list(shape), "data": values(math.prod(shape), scale, add)}


def positive(*shape):
    return {"dtype": "real", "shape": list(shape), "data": [(abs(v) + 0.1) / 2 for v in values(math.prod(shape))]}


def share(*shape):
    return {"dtype": "real", "shape": list(shape), "data": [(v + 1.6) / 3.3 for v in values(math.prod(shape))]}


def signs(*shape):
    return {"dtype": "real", "shape": list(shape), "data": [1.0 if v > 0 else -1.0 for v in values(math.prod(shape))]}


def bits(*shape):
    return {"dtype": "real", "shape": list(shape), "data": [1.0 if v > 0 else 0.0 for v in values(math.prod(shape))]}


def index(shape, data):
    return {"dtype": "int64", "shape": list(shape), "data": list(data)}


def tensor(spec, dtype):
    return torch.tensor(spec["data"], dtype=torch.int64 if spec["dtype"] == "int64" else dtype).reshape(spec["shape"])


def numbers(t):
    return {"shape": list(t.shape), "data": [v if not isinstance(v, float) or math.isfinite(v) else str(v) for v in t.flatten().tolist()]}


def run(cls, options, inputs, dtype, trains):
    torch.set_default_dtype(dtype)
    made = {key: tensor(value, dtype) if isinstance(value, dict) else tuple(value) if isinstance(value, list) else value for key, value in options.items()}
    torch.manual_seed(1)
    layer = cls(**made)
    result = {"state": {key: numbers(value) for key, value in layer.state_dict().items()}}
    with torch.no_grad():
        for parameter in layer.parameters():
            parameter += torch.tensor([shift(i) for i in range(parameter.numel())], dtype=dtype).reshape(parameter.shape)
    given = [tensor(spec, dtype) for spec in inputs]
    for x, spec in zip(given, inputs):
        x.requires_grad_(spec["dtype"] == "real" and spec.get("grad", True))
    torch.manual_seed(2)
    # A layer may write over its input, which must then be no leaf.
    output = layer(*[x * 1 if x.requires_grad else x for x in given])
    result["output"] = numbers(output)
    if output.requires_grad:
        output.backward(torch.tensor([slope(i) for i in range(output.numel())], dtype=dtype).reshape(output.shape))
    result["grads"] = [None if x.grad is None else numbers(x.grad) for x in given]
    result["parameter_grads"] = {key: None if value.grad is None else numbers(value.grad) for key, value in layer.named_parameters()}
    result["state_after"] = {key: numbers(value) for key, value in layer.state_dict().items()}
    layer.eval()
    try:
        result["output_eval"] = numbers(layer(*[x.detach().clone() for x in given]))
    except Exception as error:
        result["error_eval"] = str(error)
    return layer, result


def case(layer, options=None, *inputs, cls=None):
    options, inputs = options or {}, inputs or (real(2, 3),)
    made, single = run(cls or getattr(nn, layer), options, inputs, torch.float32, True)
    text = repr(made)
    CASES.append({"layer": layer, "options": options, "inputs": list(inputs), "repr": text, "float32": single, "float64": run(cls or getattr(nn, layer), options, inputs, torch.float64, True)[1]})


# Activations
for name in ("ReLU", "ReLU6", "SiLU", "Mish", "SELU", "Hardswish", "Hardsigmoid"):
    case(name, None, real(2, 5, scale=4.0))
    case(name, {"inplace": True}, real(3, 2, scale=4.0))
for name in ("Sigmoid", "Tanh", "LogSigmoid", "Softsign", "Tanhshrink"):
    case(name, None, real(2, 5, scale=4.0))
for name in ("ELU", "CELU"):
    case(name, None, real(7))
    case(name, {"alpha": 1.5, "inplace": True}, real(7))
case("LeakyReLU")
case("LeakyReLU", {"negative_slope": 0.2, "inplace": True})
case("Threshold", {"threshold": 0.1, "value": 20.0}, real(9))
case("Threshold", {"threshold": 0.1, "value": -2.5, "inplace": True}, real(9))
case("Hardtanh")
case("Hardtanh", {"min_val": -0.5, "max_val": 1e-05, "inplace": True}, real(9))
case("RReLU", None, real(4, 5))
case("RReLU", {"lower": 0.25, "upper": 0.5, "inplace": True}, real(9))
case("GELU", None, real(9, scale=2.0))
case("GELU", {"approximate": "tanh"}, real(9, scale=2.0))
case("Hardshrink", None, real(9))
case("Hardshrink", {"lambd": 1.0}, real(9))
case("Softshrink", None, real(9))
case("Softshrink", {"lambd": 0.25}, real(9))
case("Softplus", {"beta": 2.0, "threshold": 2.0}, real(9))
case("Softplus", {"beta": 1.0, "threshold": 20.0}, real(9, scale=20.0))
for name in ("Softmax", "LogSoftmax", "Softmin"):
    case(name, {"dim": -1}, real(2, 3))
    case(name, None, real(2, 3))
    case(name, None, real(2, 3, 2))
case("Softmax2d", None, real(2, 3, 2, 2))
case("Softmax2d", None, real(3, 2, 2))
case("GLU", None, real(3, 4))
case("GLU", {"dim": 0}, real(4, 3))
case("PReLU", None, real(2, 3, 2))
case("PReLU", {"num_parameters": 3, "init": 0.5}, real(2, 3, 2))

# Dropout
for name in ("Dropout", "AlphaDropout"):
    case(name, None, real(4, 6))
    case(name, {"p": 0.25, "inplace": True}, real(3, 7))
case("Dropout", {"p": 1.0}, real(5))
case("Dropout", {"p": 0.0}, real(5))
case("Dropout1d", {"p": 0.4}, real(3, 4, 2))
case("Dropout1d", {"p": 0.4}, real(4, 2))
case("Dropout2d", {"p": 0.4}, real(3, 4, 2, 2))
case("Dropout3d", {"p": 0.4, "inplace": True}, real(2, 4, 2, 1, 2))
case("Dropout3d", {"p": 0.4}, real(4, 2, 1, 2))
case("FeatureAlphaDropout", {"p": 0.4}, real(3, 4, 2))

# Normalization
case("BatchNorm1d", {"num_features": 3}, real(4, 3))
case("BatchNorm1d", {"num_features": 3, "eps": 0.001, "momentum": 0.5}, real(2, 3, 4))
case("BatchNorm1d", {"num_features": 3, "momentum": None}, real(4, 3))
case("BatchNorm1d", {"num_features": 3, "affine": False}, real(4, 3))
case("BatchNorm1d", {"num_features": 3, "track_running_stats": False}, real(4, 3))
case("BatchNorm2d", {"num_features": 2}, real(2, 2, 3, 2))
case("BatchNorm3d", {"num_features": 2}, real(2, 2, 2, 1, 3))
case("InstanceNorm1d", {"num_features": 3}, real(2, 3, 4))
case("InstanceNorm1d", {"num_features": 3, "affine": True, "track_running_stats": True, "momentum": 0.25}, real(2, 3, 4))
case("InstanceNorm1d", {"num_features": 3, "affine": True}, real(3, 4))
case("InstanceNorm2d", {"num_features": 2, "affine": True}, real(2, 2, 3, 2))
case("InstanceNorm3d", {"num_features": 2, "track_running_stats": True}, real(2, 2, 2, 1, 3))
case("LayerNorm", {"normalized_shape": 4}, real(2, 3, 4))
case("LayerNorm", {"normalized_shape": [3, 4], "eps": 0.01}, real(2, 3, 4))
case("LayerNorm", {"normalized_shape": 4, "elementwise_affine": False}, real(2, 4))
case("LayerNorm", {"normalized_shape": 4, "bias": False}, real(2, 4), cls=LayerNormWithoutBias)
case("RMSNorm", {"normalized_shape": 4}, real(2, 3, 4), cls=RMSNorm)
case("RMSNorm", {"normalized_shape": [3, 4], "eps": 0.01}, real(2, 3, 4), cls=RMSNorm)
case("RMSNorm", {"normalized_shape": 4, "elementwise_affine": False}, real(2, 4), cls=RMSNorm)
case("GroupNorm", {"num_groups": 2, "num_channels": 4}, real(2, 4, 3))
case("GroupNorm", {"num_groups": 1, "num_channels": 4, "eps": 1e-06, "affine": False}, real(2, 4, 2, 2))
case("LocalResponseNorm", {"size": 2}, real(2, 4, 3))
case("LocalResponseNorm", {"size": 3, "alpha": 0.5, "beta": 0.5, "k": 2.0}, real(2, 4, 2, 2))

# Linear maps and tables
case("Linear", {"in_features": 3, "out_features": 4}, real(2, 3))
case("Linear", {"in_features": 3, "out_features": 2, "bias": False}, real(2, 2, 3))
case("Bilinear", {"in1_features": 3, "in2_features": 2, "out_features": 4}, real(5, 3), real(5, 2))
case("Bilinear", {"in1_features": 3, "in2_features": 2, "out_features": 4, "bias": False}, real(3), real(2))
case("Embedding", {"num_embeddings": 5, "embedding_dim": 3}, index([2, 3], [0, 4, 1, 1, 2, 0]))
case("Embedding", {"num_embeddings": 5, "embedding_dim": 3, "padding_idx": -1}, index([4], [0, 4, 1, 1]))
case("Embedding", {"num_embeddings": 5, "embedding_dim": 3, "padding_idx": 0, "max_norm": 1.0}, index([5], [0, 4, 1, 1, 0]))
case("Embedding", {"num_embeddings": 6, "embedding_dim": 3, "max_norm": 0.5, "norm_type": 1.0}, index([3], [5, 4, 5]))
for mode in ("sum", "mean", "max"):
    case("EmbeddingBag", {"num_embeddings": 5, "embedding_dim": 3, "mode": mode}, index([2, 3], [0, 4, 1, 1, 2, 1]))
    case("EmbeddingBag", {"num_embeddings": 5, "embedding_dim": 3, "mode": mode, "padding_idx": -4}, index([6], [0, 4, 1, 1, 2, 0]), index([3], [0, 2, 2]))
case("EmbeddingBag", {"num_embeddings": 5, "embedding_dim": 3, "max_norm": 1.0, "norm_type": 1.0, "include_last_offset": True}, index([5], [0, 4, 1, 1, 0]), index([3], [0, 2, 5]))
case("EmbeddingBag", {"num_embeddings": 5, "embedding_dim": 3, "mode": "sum", "max_norm": 0.5}, index([5], [0, 4, 1, 1, 0]), index([2], [0, 2]), real(5))

# Convolutions
case("Conv1d", {"in_channels": 2, "out_channels": 3, "kernel_size": 3}, real(2, 2, 6))
case("Conv1d", {"in_channels": 4, "out_channels": 4, "kernel_size": 2, "stride": 2, "padding": 1, "dilation": 2, "groups": 2, "bias": False}, real(4, 7))
case("Conv1d", {"in_channels": 1, "out_channels": 2, "kernel_size": 4, "padding": "same"}, real(1, 1, 5))
case("Conv1d", {"in_channels": 1, "out_channels": 2, "kernel_size": 3, "padding": "valid", "stride": 2}, real(1, 1, 5))
case("Conv1d", {"in_channels": 1, "out_channels": 2, "kernel_size": 4, "padding": "same", "dilation": 2, "padding_mode": "circular"}, real(1, 1, 7))
case("Conv2d", {"in_channels": 2, "out_channels": 3, "kernel_size": 3}, real(2, 2, 4, 5))
case("Conv2d", {"in_channels": 2, "out_channels": 3, "kernel_size": 3, "padding": "valid", "padding_mode": "circular"}, real(2, 2, 4, 5))
case("Conv2d", {"in_channels": 2, "out_channels": 4, "kernel_size": [2, 3], "stride": [2, 1], "padding": [1, 2], "groups": 2}, real(1, 2, 4, 3))
for mode in ("reflect", "replicate", "circular"):
    case("Conv2d", {"in_channels": 1, "out_channels": 2, "kernel_size": [3, 2], "padding": [1, 2], "padding_mode": mode}, real(1, 1, 3, 4))
    case("Conv1d", {"in_channels": 2, "out_channels": 1, "kernel_size": 3, "stride": 2, "padding": 1, "padding_mode": mode}, real(1, 2, 4))
case("Conv3d", {"in_channels": 1, "out_channels": 2, "kernel_size": 2}, real(1, 1, 3, 2, 3))
case("Conv3d", {"in_channels": 1, "out_channels": 1, "kernel_size": [1, 2, 3], "padding": [1, 0, 1], "padding_mode": "replicate"}, real(1, 1, 2, 3, 3))
case("ConvTranspose1d", {"in_channels": 2, "out_channels": 3, "kernel_size": 3}, real(2, 2, 4))
case("ConvTranspose1d", {"in_channels": 2, "out_channels": 4, "kernel_size": 3, "stride": 2, "padding": 1, "output_padding": 1, "groups": 2, "bias": False, "dilation": 2}, real(2, 4))
case("ConvTranspose2d", {"in_channels": 2, "out_channels": 3, "kernel_size": [2, 3], "stride": [2, 1]}, real(2, 2, 2, 3))
case("ConvTranspose3d", {"in_channels": 1, "out_channels": 2, "kernel_size": 2, "stride": 2, "output_padding": [1, 0, 1]}, real(1, 1, 2, 1, 2))

# Pooling
for name in ("MaxPool1d", "AvgPool1d"):
    case(name, {"kernel_size": 3}, real(2, 2, 7))
    case(name, {"kernel_size": 3, "stride": 2, "padding": 1, "ceil_mode": True}, real(2, 6))
case("MaxPool1d", {"kernel_size": 2, "stride": 1, "dilation": 2}, real(1, 2, 6))
case("AvgPool1d", {"kernel_size": 3, "stride": 2, "padding": 1, "count_include_pad": False}, real(2, 6))
for name in ("MaxPool2d", "AvgPool2d"):
    case(name, {"kernel_size": 2}, real(1, 2, 4, 5))
    case(name, {"kernel_size": [2, 3], "stride": [1, 2], "padding": [1, 0], "ceil_mode": True}, real(2, 4, 6))
case("MaxPool2d", {"kernel_size": 2, "dilation": [1, 2]}, real(1, 4, 5))
case("AvgPool2d", {"kernel_size": 2, "padding": 1, "count_include_pad": False}, real(1, 4, 5))
case("AvgPool2d", {"kernel_size": 2, "divisor_override": 3}, real(1, 4, 4))
for name in ("MaxPool3d", "AvgPool3d"):
    case(name, {"kernel_size": 2}, real(1, 2, 4, 3, 5))
    case(name, {"kernel_size": [2, 1, 3], "stride": [1, 2, 2], "padding": [1, 0, 1], "ceil_mode": True}, real(2, 3, 3, 4))
case("MaxPool3d", {"kernel_size": 2, "dilation": [1, 2, 1], "stride": 1}, real(1, 3, 4, 3))
case("AvgPool3d", {"kernel_size": 2, "padding": 1, "count_include_pad": False}, real(1, 3, 2, 3))
case("AvgPool3d", {"kernel_size": 2, "divisor_override": 3}, real(1, 2, 4, 2))
case("LPPool1d", {"norm_type": 2.0, "kernel_size": 3}, positive(2, 2, 7))
case("LPPool1d", {"norm_type": 3.0, "kernel_size": 2, "stride": 1, "ceil_mode": True}, positive(2, 6))
case("LPPool2d", {"norm_type": 2.0, "kernel_size": 2}, positive(1, 2, 4, 5))
case("LPPool2d", {"norm_type": 1.5, "kernel_size": [2, 3], "stride": [1, 2]}, positive(1, 2, 4, 5))
case("MaxUnpool1d", {"kernel_size": 2}, real(1, 2, 3), index([1, 2, 3], [0, 3, 4, 1, 2, 5]))
case("MaxUnpool2d", {"kernel_size": [2, 1], "stride": [2, 3]}, real(1, 2, 2), index([1, 2, 2], [4, 3, 8, 15]))
case("MaxUnpool3d", {"kernel_size": 2, "stride": 2, "padding": [0, 1, 0]}, real(1, 1, 1, 2, 2), index([1, 1, 1, 2, 2], [0, 6, 9, 15]))
for name in ("AdaptiveAvgPool3d", "AdaptiveMaxPool3d"):
    case(name, {"output_size": 2}, real(1, 2, 3, 4, 5))
    case(name, {"output_size": [1, 2, 3]}, real(2, 3, 5, 4))
for name in ("AdaptiveAvgPool1d", "AdaptiveMaxPool1d"):
    case(name, {"output_size": 3}, real(2, 2, 7))
for name in ("AdaptiveAvgPool2d", "AdaptiveMaxPool2d"):
    case(name, {"output_size": 2}, real(1, 2, 3, 5))
    case(name, {"output_size": [2, 3]}, real(2, 3, 5))
    case(name, {"output_size": [None, 2]}, real(2, 3, 5))

# Borders and shapes
for name, shape in (("1d", (2, 3, 4)), ("2d", (1, 2, 3, 4)), ("3d", (1, 1, 2, 3, 3))):
    widths = list(range(1, 2 * int(name[0]) + 1))
    sides = [w % 2 + 1 if i < 4 else 1 for i, w in enumerate(widths)]
    case("ConstantPad" + name, {"padding": sides, "value": 2.5}, real(*shape))
    case("ConstantPad" + name, {"padding": 1, "value": 0.0}, real(*shape))
    case("ReplicationPad" + name, {"padding": sides}, real(*shape))
    case("ReflectionPad" + name, {"padding": sides}, real(*shape))
    case("ReflectionPad" + name, {"padding": 1}, real(*shape[1:]))
case("ZeroPad2d", {"padding": [1, 0, 2, 1]}, real(1, 2, 3))
case("ZeroPad2d", {"padding": 1}, real(1, 1, 2, 2))
for dims, shape in ((1, (2, 3, 4)), (2, (1, 2, 3, 4)), (3, (1, 1, 2, 3, 3))):
    sides = [1, 2, 0, 1, 1, 0][:2 * dims]
    case(f"CircularPad{dims}d", {"padding": sides}, real(*shape), cls=border(CircularPad, dims))
    case(f"CircularPad{dims}d", {"padding": 1}, real(*shape), cls=border(CircularPad, dims))
    if dims != 2:
        case(f"ZeroPad{dims}d", {"padding": sides}, real(*shape), cls=border(ZeroPad, dims))
        case(f"ZeroPad{dims}d", {"padding": 2}, real(*shape[1:]), cls=border(ZeroPad, dims))
case("Identity")
case("Flatten", None, real(2, 3, 2))
case("Flatten", {"start_dim": 0, "end_dim": 1}, real(2, 3, 2))
case("Unflatten", {"dim": 1, "unflattened_size": [2, 3]}, real(2, 6))
case("Unflatten", {"dim": -1, "unflattened_size": [-1, 2]}, real(2, 6))
case("PixelShuffle", {"upscale_factor": 2}, real(1, 8, 2, 3))
case("PixelUnshuffle", {"downscale_factor": 2}, real(1, 1, 4, 6))
case("ChannelShuffle", {"groups": 2}, real(2, 6, 2), cls=ChannelShuffle)
case("ChannelShuffle", {"groups": 3}, real(1, 6, 2, 2), cls=ChannelShuffle)
case("Unfold", {"kernel_size": 2}, real(1, 2, 3, 4))
case("Unfold", {"kernel_size": [2, 3], "dilation": [2, 1], "padding": [1, 0], "stride": 2}, real(2, 2, 4, 5))
case("Fold", {"output_size": [3, 4], "kernel_size": 2}, real(1, 8, 6))
case("Fold", {"output_size": 4, "kernel_size": [2, 2], "stride": [2, 2]}, real(4, 4))
case("Fold", {"output_size": [4, 5], "kernel_size": [2, 3], "dilation": [2, 1], "padding": [1, 0], "stride": 1}, real(1, 6, 12))
case("Upsample", {"scale_factor": 2}, real(1, 2, 3))
case("Upsample", {"size": [4, 5], "mode": "bilinear", "align_corners": False}, real(1, 2, 3, 3))
case("Upsample", {"scale_factor": [2, 1.5], "mode": "bicubic", "align_corners": True}, real(1, 1, 3, 4))
case("Upsample", {"scale_factor": [1.7, 1.4], "mode": "bilinear", "recompute_scale_factor": True}, real(1, 1, 3, 4))
case("Upsample", {"size": 4, "mode": "trilinear"}, real(1, 1, 2, 3, 2))
for name in ("UpsamplingNearest2d", "UpsamplingBilinear2d"):
    case(name, {"scale_factor": 2}, real(1, 2, 3, 2))
    case(name, {"size": [4, 5]}, real(1, 2, 3, 3))

# Distances and losses
case("CosineSimilarity", None, real(4, 3), real(4, 3, scale=-0.5, add=0.3))
case("CosineSimilarity", {"dim": 0, "eps": 0.001}, real(4, 3), real(4, 3, scale=-0.5, add=0.3))
case("PairwiseDistance", None, real(4, 3), real(4, 3, scale=-0.5, add=0.3))
case("PairwiseDistance", {"p": 1.0, "eps": 0.0, "keepdim": True}, real(4, 3), real(4, 3, scale=-0.5, add=0.3))
classes = index([4], [0, 2, 1, 2])
weight = {"dtype": "real", "shape": [3], "data": [0.5, 2.0, 1.25]}
for reduction in ("mean", "sum", "none"):
    case("CrossEntropyLoss", {"reduction": reduction}, real(4, 3), classes)
    case("MSELoss", {"reduction": reduction}, real(4, 3), real(4, 3, scale=0.5))
    case("L1Loss", {"reduction": reduction}, real(4, 3), real(4, 3, scale=0.5))
    case("KLDivLoss", {"reduction": reduction}, real(4, 3), share(4, 3))
case("CrossEntropyLoss", {"weight": weight, "ignore_index": 1, "label_smoothing": 0.1}, real(4, 3), classes)
case("CrossEntropyLoss", None, real(2, 3, 2), index([2, 2], [0, 2, 1, 2]))
for reduction in ("mean", "sum", "none"):
    case("CrossEntropyLoss", {"reduction": reduction}, real(4, 3), share(4, 3))
    case("CrossEntropyLoss", {"reduction": reduction, "weight": weight, "label_smoothing": 0.2}, real(2, 3, 2, 2), share(2, 3, 2, 2))
    case("CrossEntropyLoss", {"reduction": reduction, "weight": weight, "label_smoothing": 0.2, "ignore_index": 1}, real(2, 3, 2, 2), index([2, 2, 2], [0, 2, 1, 2, 1, 0, 0, 2]))
    case("NLLLoss", {"reduction": reduction, "weight": weight, "ignore_index": 1}, real(2, 3, 2, 2), index([2, 2, 2], [0, 2, 1, 2, 1, 0, 0, 2]))
    case("BCEWithLogitsLoss", {"reduction": reduction, "pos_weight": weight}, real(2, 2, 3), share(2, 2, 3) | {"grad": False})
case("CrossEntropyLoss", {"label_smoothing": 0.1}, real(3), share(3))
case("NLLLoss", None, real(4, 3), classes)
case("NLLLoss", {"weight": weight, "ignore_index": 0, "reduction": "sum"}, real(4, 3), classes)
case("KLDivLoss", {"reduction": "batchmean", "log_target": True}, real(4, 3), real(4, 3, scale=0.5))
case("BCELoss", None, share(4, 3), bits(4, 3))
case("BCELoss", {"weight": weight, "reduction": "sum"}, share(4, 3), share(4, 3) | {"grad": False})
case("BCEWithLogitsLoss", None, real(4, 3), share(4, 3) | {"grad": False})
case("BCEWithLogitsLoss", {"weight": weight, "pos_weight": weight, "reduction": "none"}, real(4, 3), bits(4, 3) | {"grad": False})
for name, option in (("SmoothL1Loss", {"beta": 0.5}), ("HuberLoss", {"delta": 0.5})):
    case(name, None, real(4, 3), real(4, 3, scale=-0.5))
    case(name, option | {"reduction": "sum"}, real(4, 3), real(4, 3, scale=-0.5))
case("PoissonNLLLoss", None, real(4, 3), positive(4, 3) | {"grad": False})
case("PoissonNLLLoss", {"log_input": False, "full": True, "eps": 1e-06, "reduction": "sum"}, positive(4, 3), {"dtype": "real", "shape": [4, 3], "data": [0.0, 1.0, 2.0, 3.0] * 3, "grad": False})
case("GaussianNLLLoss", None, real(4, 3), real(4, 3, scale=0.5), positive(4, 3))
case("GaussianNLLLoss", {"full": True, "eps": 0.5, "reduction": "none"}, real(4, 3), real(4, 3, scale=0.5), positive(4, 3))
case("HingeEmbeddingLoss", None, real(4, 3), signs(4, 3) | {"grad": False})
case("HingeEmbeddingLoss", {"margin": 0.5, "reduction": "sum"}, real(4, 3), signs(4, 3) | {"grad": False})
case("SoftMarginLoss", None, real(4, 3), signs(4, 3) | {"grad": False})
case("CosineEmbeddingLoss", None, real(4, 3), real(4, 3, scale=-0.5, add=0.3), signs(4) | {"grad": False})
case("CosineEmbeddingLoss", {"margin": 0.25, "reduction": "none"}, real(4, 3), real(4, 3, scale=-0.5, add=0.3), signs(4) | {"grad": False})
case("MarginRankingLoss", None, real(5), real(5, scale=-0.5), signs(5) | {"grad": False})
case("MarginRankingLoss", {"margin": 0.25, "reduction": "sum"}, real(5), real(5, scale=-0.5), signs(5) | {"grad": False})
case("MultiMarginLoss", None, real(4, 3), classes)
case("MultiMarginLoss", {"p": 2, "margin": 0.5, "weight": weight, "reduction": "sum"}, real(4, 3), classes)
case("MultiLabelSoftMarginLoss", None, real(4, 3), bits(4, 3) | {"grad": False})
case("MultiLabelSoftMarginLoss", {"weight": weight, "reduction": "none"}, real(4, 3), bits(4, 3) | {"grad": False})
case("TripletMarginLoss", None, real(4, 3), real(4, 3, scale=0.5), real(4, 3, scale=-0.5, add=0.1))
case("TripletMarginLoss", {"margin": 2.0, "p": 1.0, "eps": 1e-05, "swap": True, "reduction": "sum"}, real(4, 3), real(4, 3, scale=0.5), real(4, 3, scale=-0.5, add=0.1))
case("TripletMarginWithDistanceLoss", None, real(4, 3), real(4, 3, scale=0.5), real(4, 3, scale=-0.5, add=0.1))
case("TripletMarginWithDistanceLoss", {"margin": 2.0, "swap": True, "reduction": "none"}, real(4, 3), real(4, 3, scale=0.5), real(4, 3, scale=-0.5, add=0.1))
case("MultiLabelMarginLoss", None, real(3, 4), index([3, 4], [2, 0, -1, 1, 3, -1, 0, 0, 1, 2, 3, 0]))
case("MultiLabelMarginLoss", {"reduction": "none"}, real(2, 3), index([2, 3], [-1, 0, 1, 2, 1, -1]))
case("MultiLabelMarginLoss", {"reduction": "sum"}, real(4), index([4], [2, 0, -1, 1]))
# Without gradients: PyTorch's is that by the logits of a log_softmax in front.
probabilities = real(6, 2, 4, scale=0.5, add=-1.5) | {"grad": False}
for reduction in ("mean", "sum", "none"):
    case("CTCLoss", {"reduction": reduction}, probabilities, index([2, 3], [1, 2, 2, 3, 1, 1]), index([2], [6, 5]), index([2], [3, 2]))
case("CTCLoss", {"blank": 3, "zero_infinity": True}, probabilities, index([5], [1, 1, 1, 2, 0]), index([2], [4, 5]), index([2], [3, 2]))

with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "layers.json"), "w") as file:
    file.write("[\n" + ",\n".join(json.dumps(entry) for entry in CASES) + "\n]\n")
