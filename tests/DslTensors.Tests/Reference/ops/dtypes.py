"""Writes dtypes.json beside it: what PyTorch answers for element types other than float and double. Needs PyTorch."""
import itertools
import json
import os

import torch
import torch.nn.functional as F

INTEGERS = ["int64", "int32", "int16", "int8", "uint8", "bool"]
HALVES = ["float16", "bfloat16"]
ALL = ["float32", "float64"] + HALVES + INTEGERS
cases = []


def number(value):
    value = float(value)
    if value != value:
        return "NaN"
    if value in (float("inf"), float("-inf")):
        return "Infinity" if value > 0 else "-Infinity"
    return value


def written(tensor):
    values = tensor.detach().reshape(-1)
    values = [int(v) for v in values.tolist()] if not tensor.dtype.is_floating_point else [number(v) for v in values.double().tolist()]
    return {"dtype": str(tensor.dtype)[len("torch."):], "shape": list(tensor.shape), "data": values}


def case(op, function, inputs, args=None, backward=False):
    """Records a call; what PyTorch has not for a type on the processor is left out."""
    args = dict(args or {})
    leaves = [t.detach().clone().requires_grad_(backward and t.dtype.is_floating_point) for t in inputs]
    arguments = {k: getattr(torch, v) if k == "dtype" else v for k, v in args.items()}
    record = {"op": op, "args": {k: number(v) if isinstance(v, float) else v for k, v in args.items()}, "inputs": [written(t) for t in inputs]}
    try:
        outputs = function(*leaves, **arguments)
        outputs = list(outputs) if isinstance(outputs, (tuple, list)) else [outputs]
        record["outputs"] = [written(t) for t in outputs]
        if backward:
            gradient = ramp(outputs[0].shape, outputs[0].dtype, 0.5, 0.25)
            outputs[0].backward(gradient)
            record["grad_outputs"] = [written(gradient)]
            record["grads"] = [written(t.grad) if t.grad is not None else None for t in leaves]
    except RuntimeError as error:
        text = str(error)
        if "not implemented for" in text or "not supported" in text or "expected scalar type" in text:
            return
        record.pop("outputs", None)
        record["error"] = {"type": "RuntimeError", "message": text}
    cases.append(record)


def ramp(shape, dtype, start, step):
    count = 1
    for size in shape:
        count *= size
    return (torch.arange(count, dtype=torch.float64) * step + start).reshape(shape).to(dtype)


def integers(dtype, values):
    return torch.tensor(values, dtype=torch.int64).to(getattr(torch, dtype))


for d in INTEGERS:
    a = integers(d, [[-7, 3, 0], [120, -128, 5]])
    b = integers(d, [[2, -2, 1], [100, -1, 3]])
    signed = d not in ("uint8", "bool")
    numeric = d != "bool"
    if numeric:
        for op in ("abs", "neg", "sign", "square", "bitwise_not"):
            case(op, getattr(torch, op), [a])
        for op in ("add", "sub", "mul", "remainder", "fmod", "maximum", "minimum", "floor_divide", "pow", "bitwise_and", "bitwise_or", "bitwise_xor"):
            case(op, getattr(torch, op), [a, b])
        for mode in ("floor", "trunc"):
            case("div", torch.div, [a, b], {"rounding_mode": mode})
        shifts = integers(d, [[1, 2, 3], [0, 1, 4]])
        case("bitwise_left_shift", torch.bitwise_left_shift, [a, shifts])
        case("bitwise_right_shift", torch.bitwise_right_shift, [a, shifts])
        case("clamp", torch.clamp, [a], {"min": 1, "max": 5})
        case("clamp", torch.clamp, [a], {"min": 2})
        case("clamp", torch.clamp, [a], {"max": 3})
        case("clamp_min", torch.clamp_min, [a], {"min": 2})
        for op in ("amax", "amin"):
            case(op, getattr(torch, op), [a], {"dim": 1})
            case(op, getattr(torch, op), [a], {"dim": [0, 1]})
        for op in ("max", "min"):
            case(op, getattr(torch, op), [a])
            case(op, getattr(torch, op), [a], {"dim": 1})
        for op in ("argmax", "argmin"):
            case(op, getattr(torch, op), [a], {"dim": 0})
        case("sort", torch.sort, [a], {"dim": 1})
        case("mm", torch.mm, [a, b.t().contiguous()])
        case("matmul", torch.matmul, [a, b[0]])
        case("bmm", torch.bmm, [a[None], b.t().contiguous()[None]])
        case("div", torch.div, [a, torch.zeros_like(a)], {"rounding_mode": "up"})
        case("scatter_add", lambda input, index, src, dim: input.scatter_add(dim, index, src), [a, torch.tensor([[0, 0, 1]]), b], {"dim": 0})
    else:
        for op in ("bitwise_and", "bitwise_or", "bitwise_xor"):
            case(op, getattr(torch, op), [a, b])
        case("bitwise_not", torch.bitwise_not, [a])
    for op in ("eq", "ne", "lt", "le", "gt", "ge", "logical_and", "logical_or", "logical_xor", "div"):
        case(op, getattr(torch, op), [a, b])
    case("logical_not", torch.logical_not, [a])
    case("where", torch.where, [torch.tensor([[True, False, True]]), a, b])
    case("masked_fill", torch.masked_fill, [a, torch.tensor([[True, False, True]])], {"value": 1})
    for op in ("sum", "prod"):
        case(op, getattr(torch, op), [a])
        case(op, getattr(torch, op), [a], {"dim": 1})
        case(op, getattr(torch, op), [a], {"dim": 0, "keepdim": True})
    case("cumsum", torch.cumsum, [a], {"dim": 1})
    case("flip", torch.flip, [a], {"dims": [1]})
    case("roll", torch.roll, [a], {"shifts": 1, "dims": 1})
    case("mean", torch.mean, [a])
    case("norm", torch.norm, [a], {"p": 2})

big = torch.tensor([2**31 + 1, -(2**40) - 1, 3], dtype=torch.int64)

for d in HALVES:
    t = getattr(torch, d)
    x = torch.tensor([[-1.75, 0.3, 0.0], [2.5, -0.01, 1.0]], dtype=torch.float64).to(t)
    positive = torch.tensor([[0.3, 1.0, 4.5], [0.02, 200.0, 1.1]], dtype=torch.float64).to(t)
    unit = torch.tensor([[-0.9, 0.3, 0.0], [0.6, -0.01, 0.99]], dtype=torch.float64).to(t)
    y = torch.tensor([[0.5, -3.0, 2.0], [1.5, 0.7, -0.2]], dtype=torch.float64).to(t)
    for backward in (False, True):
        for op in ("abs", "neg", "sign", "square", "exp", "exp2", "expm1", "sin", "cos", "tan", "sinh", "cosh", "tanh", "atan", "asinh", "erf", "sigmoid", "floor", "ceil", "round", "trunc"):
            case(op, getattr(torch, op), [x], backward=backward)
        for op in ("log", "log2", "log10", "sqrt", "rsqrt", "reciprocal", "log1p"):
            case(op, getattr(torch, op), [positive], backward=backward)
        for op in ("asin", "acos", "atanh"):
            case(op, getattr(torch, op), [unit], backward=backward)
        for op in ("relu", "gelu", "silu", "elu", "leaky_relu", "softplus", "hardtanh", "hardswish", "hardsigmoid", "mish", "relu6", "softsign", "logsigmoid"):
            case(op, getattr(F, op), [x], backward=backward)
        for op in ("add", "sub", "mul", "div", "maximum", "minimum", "atan2"):
            case(op, getattr(torch, op), [x, y], backward=backward)
        case("pow", torch.pow, [positive, y], backward=backward)
        for op in ("sum", "mean", "amax", "amin"):
            case(op, getattr(torch, op), [x], {"dim": 1}, backward=backward)
        case("sum", torch.sum, [x], backward=backward)
        case("prod", torch.prod, [y], {"dim": 1}, backward=backward)
        case("cumsum", torch.cumsum, [y], {"dim": 1}, backward=backward)
        case("logsumexp", torch.logsumexp, [x], {"dim": 1}, backward=backward)
        case("softmax", torch.softmax, [x], {"dim": 1}, backward=backward)
        case("softmax", torch.softmax, [x], {"dim": 0}, backward=backward)
        case("log_softmax", torch.log_softmax, [x], {"dim": 1}, backward=backward)
        for p in (1, 2, 3, float("inf")):
            case("norm", torch.norm, [y], {"p": p, "dim": 1} if p != float("inf") else {"p": p}, backward=backward)
        case("layer_norm", F.layer_norm, [x], {"normalized_shape": [3]}, backward=backward)
        case("mm", torch.mm, [x, y.t().contiguous()], backward=backward)
        case("bmm", torch.bmm, [x[None], y.t().contiguous()[None]], backward=backward)
        case("matmul", torch.matmul, [x, y[0]], backward=backward)
        case("linear", F.linear, [x, y, y[:, 0].contiguous()], backward=backward)
        case("mse_loss", F.mse_loss, [x, y], backward=backward)
        case("l1_loss", F.l1_loss, [x, y], backward=backward)
        case("clamp", torch.clamp, [x], {"min": -0.5, "max": 0.9}, backward=backward)
        case("var", torch.var, [x], {"dim": 1}, backward=backward)
        case("std", torch.std, [x], {"dim": 1}, backward=backward)
    for op in ("remainder", "fmod", "floor_divide", "eq", "lt", "logical_and"):
        case(op, getattr(torch, op), [x, y])
    # "trunc" rounds the quotient to the type before it cuts off its fraction; floor does not.
    case("div", torch.div, [x, y], {"rounding_mode": "floor"})
    for op in ("max", "min"):
        case(op, getattr(torch, op), [x], {"dim": 1})
    case("sort", torch.sort, [x], {"dim": 1})
    case("argmax", torch.argmax, [x], {"dim": 1})
    # Long sums of like elements, which end at 256 or 2048 where each step is rounded, as those of norm are in this version.
    ones = torch.full((3000,), 1.0).to(t)
    case("sum", torch.sum, [ones])
    case("mean", torch.mean, [ones])

for mode in ("floor", "trunc"):
    case("div", torch.div, [torch.tensor([7.0, -7.0, 1e-3, -1.0, 0.0]), torch.tensor([2.0, 2.0, 0.0, 0.1, -3.0])], {"rounding_mode": mode}, backward=True)

f = torch.tensor([[-1.75, 0.3, 2.0], [2.5, -0.01, 1.0]])
for d in ("float64", "float32", "float16", "bfloat16"):
    case("norm", torch.norm, [f], {"p": 1, "dim": 1, "dtype": d}, backward=True)
    case("mean", torch.mean, [f], {"dim": 1, "dtype": d}, backward=True)
    case("softmax", torch.softmax, [f], {"dim": 1, "dtype": d}, backward=True)
    case("log_softmax", torch.log_softmax, [f], {"dim": 1, "dtype": d}, backward=True)
    for op in ("sum", "prod", "cumsum"):
        case(op, getattr(torch, op), [f], {"dim": 1, "dtype": d}, backward=True)
    case("mean", torch.mean, [big], {"dim": 0, "dtype": d})
    case("sum", torch.sum, [torch.tensor([True, False, True])], {"dim": 0, "dtype": d})
for d in ("int64", "int32", "int16", "int8", "uint8"):
    for op in ("sum", "prod", "cumsum"):
        case(op, getattr(torch, op), [f], {"dim": 1, "dtype": d})
        case(op, getattr(torch, op), [big], {"dim": 0, "dtype": d})

for source, target in itertools.product(ALL, ALL):
    values = torch.tensor([0.0, 1.0, -1.0, 2.6, -2.6, 100.0, 127.4, 0.1, 1.00390625, 3.01171875], dtype=torch.float64)
    case("to", lambda x, dtype: x.to(dtype), [values.to(getattr(torch, source))], {"dtype": target})

path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "dtypes.json")
with open(path, "w") as file:
    file.write(json.dumps({"source": "PyTorch " + torch.__version__, "cases": cases}).replace('{"op"', '\n{"op"'))
    file.write("\n")
print(len(cases), "cases")
