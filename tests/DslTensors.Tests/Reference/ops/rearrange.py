"""Writes rearrange.json beside it: what PyTorch answers for operators that index, join, pad and create. Needs PyTorch 1.13."""
import json
import os
import re

import torch
import torch.nn.functional as F

torch.manual_seed(5)
cases = []
X = torch.randn(2, 3, dtype=torch.float64)
Y = torch.randn(2, 3, 4, dtype=torch.float64)
BAD = (IndexError, RuntimeError, NotImplementedError, ValueError)


def ids(*values):
    return torch.tensor(values)


def number(value):
    if isinstance(value, float) and (value != value or abs(value) == float("inf")):
        return "NaN" if value != value else "Infinity" if value > 0 else "-Infinity"
    return value


def written(t):
    return {"dtype": str(t.dtype)[6:], "shape": list(t.shape), "data": [number(v) for v in t.detach().flatten().tolist()]}


def plain(message):
    """Without how PyTorch writes tensors in messages."""
    return re.sub(r"torch\.\w+\{(\[.*?\])\}", r"\1", message).split("[ torch.")[0]


def case(op, function, inputs, is_list=False, **args):
    """One call; arguments that are None are left out of the call and kept out of the file."""
    leaves = [t.detach().clone().requires_grad_(t.is_floating_point()) for t in inputs]
    record = {"op": op, "args": {key: number(value) for key, value in args.items()}, "inputs": [written(t) for t in inputs]}
    if is_list:
        record["inputs_are_list"] = True
    try:
        result = function(*leaves)
        results = list(result) if isinstance(result, (tuple, list)) else [result]
        record["outputs"] = [written(t) for t in results]
        wanted = [t for t in results if t.requires_grad]
        if wanted:
            gradients = [torch.randn(t.shape, dtype=t.dtype).round(decimals=3) if t.requires_grad else None for t in results]
            torch.autograd.backward(wanted, [g for g in gradients if g is not None])
            record["grad_outputs"] = [g if g is None else written(g) for g in gradients]
            record["grads"] = [None if t.grad is None else written(t.grad) for t in leaves]
    except BAD as error:
        for key in ("outputs", "grad_outputs", "grads"):
            record.pop(key, None)
        record["error"] = {"type": type(error).__name__, "message": plain(str(error).split("\n")[0])}
    cases.append(record)


def indexed(op, dim, index, *tensors, **args):
    case(op, lambda x, i, *rest: getattr(x, op)(dim, i, *rest, **args), [X, index, *tensors], dim=dim, **args)


for index, source in [(ids(0, 2, 0), torch.randn(2, 3)), (ids(1), torch.randn(2, 1)), (ids(0, 5), torch.randn(2, 2)), (ids(0, -1), torch.randn(2, 2)), (ids(0), torch.randn(2, 3))]:
    indexed("index_add", 1, index, source.double())
    indexed("index_copy", 1, index, source.double())
indexed("index_add", 0, ids(1, 1), torch.randn(2, 3).double(), alpha=-2.5)
indexed("index_copy", 0, ids(1, 0), torch.randn(2, 4).double())
indexed("index_copy", 0, ids(1, 0), torch.randn(2).double())
indexed("index_copy", 0, ids(1, 0).reshape(1, 2), X)
indexed("index_add", 0, ids(1, 0).reshape(1, 2), X)
for index in [ids(0, -1), ids(5), ids(1, 0).reshape(1, 2)]:
    case("index_fill", lambda x, i: x.index_fill(1, i, 2.5), [X, index], dim=1, value=2.5)
for mask in [X > 0, torch.tensor([True, False, True]), torch.ones(4, dtype=torch.bool), torch.ones(2, 1, 1, dtype=torch.bool)]:
    case("masked_select", torch.masked_select, [X, mask])
    case("masked_scatter", lambda x, m, s: x.masked_scatter(m, s), [X, mask, torch.randn(12).double()])
case("masked_scatter", lambda x, m, s: x.masked_scatter(m, s), [X, X < 9, torch.randn(2).double()])
PLACES = torch.tensor([[0, 2], [1, 1]])
for index in [PLACES, PLACES + 2, torch.zeros(3, 2, dtype=torch.long), torch.zeros(2, 4, dtype=torch.long)]:
    case("scatter", lambda x, i, s: x.scatter(1, i, s), [X, index, X[:, :2] + 1], dim=1)
    case("scatter", lambda x, i: x.scatter(1, i, 7.5), [X, index], dim=1, value=7.5)
REPEATED = torch.tensor([[0, 2, 0], [1, 1, 1]])
ZEROS = torch.tensor([[0.5, 0.0, 0.0], [2.0, 0.0, 0.5]], dtype=torch.float64)
for reduce in ["sum", "prod", "mean", "amax", "amin"]:
    for include in [True, False]:
        for source in [X + 1, ZEROS]:
            case("scatter_reduce", lambda x, i, s: x.scatter_reduce(1, i, s, reduce=reduce, include_self=include), [X, REPEATED, source], dim=1, reduce=reduce, include_self=include)
case("take", torch.take, [X, torch.tensor([[0, 5], [-6, 0]])])
case("take", torch.take, [X, ids(6)])
case("take", torch.take, [X, ids(-7)])
case("take_along_dim", lambda x, i: torch.take_along_dim(x, i, 1), [X, torch.tensor([[2, 0]])], dim=1)
case("take_along_dim", torch.take_along_dim, [X, ids(5, 0)])
case("take_along_dim", lambda x, i: torch.take_along_dim(x, i, 1), [X, ids(1)], dim=1)
case("take_along_dim", lambda x, i: torch.take_along_dim(x, i, 1), [X, torch.tensor([[3, 0]])], dim=1)
case("take_along_dim", lambda x, i: torch.take_along_dim(x, i, 0), [X, torch.zeros(1, 5, dtype=torch.long)], dim=0)
for x in [ids(0, 3, 0, -1).reshape(2, 2), torch.tensor([[True, False]]), torch.tensor(1.0), torch.tensor(0.0), torch.zeros(0, 2), torch.tensor([float("nan"), -0.0])]:
    case("nonzero", torch.nonzero, [x])
    case("argwhere", torch.argwhere, [x])
case("where", lambda c: torch.where(c), [X > 0])
for source, destination in [(0, 2), (-1, 0), ([0, 1], [2, 0]), (0, 5), ([0, 0], [0, 1]), ([0, 1], [1, 1]), ([0, 1], [0])]:
    case("movedim", lambda y: y.movedim(source, destination), [Y], source=source, destination=destination)
case("swapaxes", lambda y: y.swapaxes(0, -1), [Y], axis0=0, axis1=-1)
case("swapaxes", lambda y: y.swapaxes(0, 3), [Y], axis0=0, axis1=3)
for size in [[2, 2, 3], [2, -1], [3, 3], [3], [-1, 2, 3]]:
    case("broadcast_to", lambda x: torch.broadcast_to(x, size), [X], size=size)
for sizes in [[2, 2], [-1, 2], [3, 2], [-1, 3]]:
    case("unflatten", lambda y: y.unflatten(2, sizes), [Y], dim=2, sizes=sizes)
for repeats in [2, 0, -1]:
    case("repeat_interleave", lambda x: x.repeat_interleave(repeats), [X], repeats=repeats)
    case("repeat_interleave", lambda x: x.repeat_interleave(repeats, dim=1), [X], repeats=repeats, dim=1)
for repeats in [ids(1, 0, 2), ids(2), ids(1, 2), ids(1, -1, 2)]:
    case("repeat_interleave", lambda x, r: x.repeat_interleave(r, dim=1), [X, repeats], dim=1)
case("repeat_interleave", torch.repeat_interleave, [ids(1, 0, 3)])
for parts in [2, 3, 5, 0, [1, 3], [3, 1], [-1], [9]]:
    case("tensor_split", lambda y: y.tensor_split(parts, 2), [Y], indices_or_sections=parts, dim=2)
case("tensor_split", lambda x: x.tensor_split(2), [torch.tensor(1.0)], indices_or_sections=2)
S, V, W = torch.tensor(2.0).double(), torch.randn(3).double(), torch.randn(1, 3).double()
for name in ["hstack", "vstack", "dstack"]:
    for tensors in [[S, S], [V, V], [X, X], [Y, Y], [X, W], [X, V], []]:
        case(name, lambda *t: getattr(torch, name)(t), tensors, is_list=True)
for mode in ["reflect", "replicate", "circular"]:
    for x, widths in [(X, [1, 2]), (X, [2, 1]), (X, [3, 0]), (X, [0, 0]), (Y, [1, 2]), (Y, [-1, 2]), (Y, [1, 1, 2, 0]), (Y, [-2, -2]), (Y.reshape(2, 3, 2, 2), [1, 1, 1, 0]),
                      (Y.reshape(1, 2, 3, 2, 2), [1, 1, 1, 0, 2, 1]), (X, [1, 1, 1, 1]), (V, [1, 1]), (Y, [1]), (torch.zeros(2, 3, 0).double(), [1, 1])]:
        # Reflection's message of a width that leaves nothing lacks spaces; PyTorch's circular one of a border wider than the tensor tells of its inner workings.
        if not (mode == "reflect" and widths == [-2, -2]) and not (mode == "circular" and (max(widths) > x.shape[-1] or x.numel() == 0)):
            case("pad", lambda t: F.pad(t, widths, mode), [x], pad=widths, mode=mode)
for widths in [[1, -1], [-1, -1], [0, 1, 2, -1], [0, 0]]:
    case("pad", lambda t: F.pad(t, widths, "constant", -1.5), [X], pad=widths, mode="constant", value=-1.5)
LOW, HIGH = torch.tensor([[-0.5], [0.2]]).double(), torch.tensor([0.3, 0.3, 0.1]).double()
case("clamp", lambda x, low, high: torch.clamp(x, low, high), [X, LOW, HIGH])
case("clamp", lambda x, low, high: torch.clamp(x, low, high), [X, X.clone(), X.clone()])
case("clip", lambda x, low: torch.clip(x, low), [X, LOW])
case("clip", lambda x, low: torch.clip(x, low), [X, X.clone()])
case("clamp", lambda x, low: torch.clamp(x, low), [X, torch.zeros(4).double()])
for k, largest in [(2, True), (3, False), (4, True)]:
    case("topk", lambda x: x.topk(k, 1, largest, True), [X], k=k, dim=1, largest=largest, sorted=True)
for row, col, offset in [(3, 4, 0), (3, 2, 1), (2, 4, -1), (0, 3, 0), (2, 2, -5)]:
    case("tril_indices", lambda: torch.tril_indices(row, col, offset), [], row=row, col=col, offset=offset)
    case("triu_indices", lambda: torch.triu_indices(row, col, offset), [], row=row, col=col, offset=offset)
for start, end, steps, base in [(0, 3, 4, 10.0), (-1.5, 2.0, 7, 2.0), (1, 1, 1, 10.0), (0, 1, 0, 10.0), (0, 1, -1, 10.0)]:
    case("logspace", lambda: torch.logspace(start, end, steps, base), [], start=start, end=end, steps=steps, base=base)
    case("linspace", lambda: torch.linspace(start, end, steps), [], start=start, end=end, steps=steps)
for given in [[5], [0], [2, 7], [7, 2, -2], [1, 10, 4], [0.5], [2.5], [1, 2.5, 0.5], [5.0, 1.0, -1.5], [0.1, 0.8, 0.1], [0, 5, 0], [5, 0], [-1], [0.0, 1.0, -0.5]]:
    case("arange", lambda: torch.arange(*given), [], args=given)
for name in ["zeros_like", "ones_like"]:
    case(name, getattr(torch, name), [X.detach()])
    case(name, getattr(torch, name), [ids(1, 2)])
case("eye", lambda: torch.eye(-1), [], n=-1)
case("randint", lambda: torch.randint(3, 3, [2]), [], low=3, high=3, size=[2])
case("normal", lambda: torch.normal(0.0, -1.0, [2]), [], mean=0.0, std=-1.0, size=[2])
case("multinomial", lambda x: torch.multinomial(x, 3), [torch.tensor([0.5, 0.5])], num_samples=3)
case("multinomial", lambda x: torch.multinomial(x, 1), [torch.tensor([0.5, -0.5])], num_samples=1)
case("multinomial", lambda x: torch.multinomial(x, 1), [torch.tensor([0.0, 0.0])], num_samples=1)
case("multinomial", lambda x: torch.multinomial(x, 0), [torch.tensor([1.0, 0.0])], num_samples=0)

with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "rearrange.json"), "w") as file:
    file.write('{"source": "PyTorch 1.13.1", "cases": [\n' + ",\n".join(json.dumps(c, separators=(",", ":")) for c in cases) + "\n]}\n")
