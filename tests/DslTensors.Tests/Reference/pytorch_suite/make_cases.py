"""PyTorch's own operator suite as test cases: what its operators answer to the samples that its developers test them with.

    /usr/bin/python3 make_cases.py        # Debian's python3-torch; writes cases.jsonl.gz beside this file

The suite is `op_db` of torch.testing._internal.common_methods_invocations. For each of its operators the script draws samples,
evaluates them out of place, differentiates them with fixed gradients of the results, and writes one line of JSON each:

    {"op", "id", "args", "inputs", "outputs", "grad_outputs", "grads"}    or    {"op", "id", "args", "inputs", "error"}

- The first line is a header: PyTorch's version, and every operator of the suite with its other names ("aliases").
- `op` is the last part of PyTorch's name (`nn.functional.relu` is `relu`) unless another operator has it already.
- `id` is the element type and a number; the number begins with r for the suite's reference inputs. Errors are `error/0`, ...
- `args` has every argument by PyTorch's parameter name, or by its position where PyTorch does not name it. {"tensor": 2} stands for the third input, {"dtype": ...}, {"slice": ...},
  {"ellipsis": true} and {"other": text} for what JSON lacks; NaN and infinities are strings.
- A tensor has `dtype`, `shape`, `data` in row-major order, and `strides` where it is not contiguous. Results that depend on chance or
  on memory that nobody has written have no `data`.

Inputs are rounded to four decimals and results to ten digits, which keeps the file small; samples of many elements are left out, and of
many samples a fixed choice is taken. Everything is seeded: the same PyTorch writes the same bytes.
"""

import collections
import gzip
import inspect
import json
import math
import os
import random
import sys
import types
import unittest
import warnings

# The suite imports a test library that Debian does not ship; nothing here calls it.
stub = types.ModuleType("expecttest")
stub.TestCase, stub.ACCEPT = unittest.TestCase, False
sys.modules["expecttest"] = stub

# It also samples from sets, which Python 3.11 refuses.
random_sample = random.sample
random.sample = lambda population, k: random_sample(sorted(population) if isinstance(population, set) else population, k)

import torch
from torch.testing._internal import common_methods_invocations
from torch.testing._internal.common_methods_invocations import op_db

# Chance must show as such: the suite starts it at one seed.
common_methods_invocations.wrapper_set_seed = lambda op, *args, **kwargs: op(*args, **kwargs)

MOST_ELEMENTS = 800
MOST_SAMPLES = {torch.float64: 12, torch.float32: 2, torch.int64: 4, torch.bool: 3}
MOST_REFERENCE_SAMPLES = 10

# Namespaces whose operators answer a C# tensor library nothing: complex numbers, PyTorch's GPU compiler,
# prototypes; nor do names that begin with an underscore.
SKIPPED_NAMESPACES = ("fft.", "jiterator_", "masked.", "sparse.")
UNWRITTEN = {"empty", "empty_like", "new_empty", "new_empty_strided"}

WITHOUT_MEANING_HERE = {"device", "layout", "memory_format", "pin_memory", "requires_grad"}

# The documentation's names where the schema of the C++ operator has others.
DOCUMENTED = {("view", "size"): "shape"}


def short_name(name, names):
    last = name.split(".")[-1]
    clash = any(other != name and other.split(".")[-1] == last for other in names)
    return name.replace(".", "_") if "." in name and clash else last


class Schema:
    """Positional arguments by the names of PyTorch's parameters."""

    def __init__(self, info):
        last = info.name.split(".")[-1]
        self.op = last
        self.python = None
        self.schemas = []
        for candidate in (last, last.replace("logsigmoid", "log_sigmoid"), info.name.replace(".", "_"), "_" + last):
            self.schemas += torch._C._jit_get_schemas_for_operator("aten::" + candidate)
        for place in (torch.nn.functional, torch.functional):
            function = getattr(place, last, None)
            if inspect.isfunction(function) and set(inspect.signature(function).parameters) == {"args", "kwargs"}:
                function = getattr(place, "_" + last, None)  # max_pool2d and the like choose another function by an argument
            if inspect.isfunction(function) and not info.name.startswith(("linalg.", "special.", "Tensor.")):
                self.python = inspect.signature(function)
                break

    def named(self, args, kwargs):
        kwargs = {name: value for name, value in kwargs.items() if name not in WITHOUT_MEANING_HERE}
        if self.op == "where":
            return {"condition": args[1], "input": args[0], "other": args[2]}
        if self.python is not None:
            named = self.by_signature(args, kwargs)
            if named is not None:
                return named
        # Methods such as x.view(2, 3) take their sizes one by one.
        for is_right, is_variadic in ((fits, False), (fits, True), (lambda value, kind: True, False)):
            for schema in self.schemas:
                named = self.by_schema(schema, args, kwargs, is_right, is_variadic)
                if named is not None:
                    return named
        return None if self.schemas else {**{"input" if i == 0 else str(i): value for i, value in enumerate(args)}, **kwargs}

    def by_signature(self, args, kwargs):
        if any(p.kind == p.VAR_POSITIONAL for p in self.python.parameters.values()):
            if self.op == "einsum":
                return {"equation": args[0] if isinstance(args[0], str) else args[1], "operands": args[1] if isinstance(args[0], str) else args[0]}
            (name,) = [p.name for p in self.python.parameters.values() if p.kind == p.VAR_POSITIONAL]
            given = args[0] if len(args) == 1 and isinstance(args[0], (list, tuple)) else list(args)
            return {name: given, **kwargs}
        try:
            return dict(self.python.bind(*args, **kwargs).arguments)
        except TypeError:
            return None

    def by_schema(self, schema, args, kwargs, is_right, is_variadic):
        parameters = schema.arguments
        named = {}
        for i, value in enumerate(args):
            if i >= len(parameters) or parameters[i].kwarg_only:
                return None
            name, kind = parameters[i].name, str(parameters[i].type).replace("SymInt", "int")
            rest = args[i:]
            if is_variadic and kind.startswith("List[int]") and len(rest) > 1 and all(type(v) is int for v in rest):
                named[name] = list(rest)
                break
            if not is_right(value, kind):
                return None
            named[name] = value
        names = {p.name: str(p.type).replace("SymInt", "int") for p in parameters}
        for name, value in kwargs.items():
            if name == "input" and "input" not in names:
                name = "self"
            if name not in names or name in named or not is_right(value, names[name]):
                return None
            named[name] = value
        if any(p.name not in named and not p.has_default_value() and "Optional" not in str(p.type) for p in parameters):
            return None
        return {DOCUMENTED.get((self.op, name), "input" if name == "self" else name): value for name, value in named.items()}


def fits(value, kind):
    if kind.startswith("Optional["):
        return value is None or fits(value, kind[len("Optional["):-1])
    if kind == "Tensor":
        return isinstance(value, torch.Tensor)
    if kind.startswith("List[int]"):
        return type(value) is int or isinstance(value, (list, tuple)) and all(type(v) is int for v in value)
    if kind.startswith("List[Tensor]"):
        return isinstance(value, (list, tuple)) and all(isinstance(v, torch.Tensor) for v in value)
    if kind.startswith("List["):
        return isinstance(value, (list, tuple))
    if kind == "int":
        return type(value) is int or isinstance(value, (torch.dtype, torch.memory_format, torch.layout))
    if kind == "float":
        return type(value) in (int, float)
    if kind == "number":
        return type(value) in (int, float, bool)
    if kind == "bool":
        return type(value) is bool
    if kind == "str":
        return isinstance(value, str)
    if kind == "Device":
        return isinstance(value, (str, torch.device))
    return False


def rounded(tensor):
    """The same tensor, strides included, with short decimals."""
    tensor = tensor.detach()
    flat = torch.empty(0, dtype=tensor.dtype).set_(tensor.storage()).clone()
    if tensor.dtype.is_floating_point:
        flat = torch.tensor([round(x, 4) if abs(x) < 1e4 else float(f"{x:.5g}") for x in flat.tolist()], dtype=torch.float64).to(tensor.dtype)
    return flat.as_strided(tensor.size(), tensor.stride(), tensor.storage_offset())


class Inputs:
    """The tensors of one call, rounded, in the order in which its arguments name them."""

    def __init__(self, requires_grad):
        self.tensors = []
        self.requires_grad = requires_grad

    def convert(self, value):
        if isinstance(value, torch.Tensor):
            if value.device.type != "cpu" or value.is_complex() or value.layout != torch.strided:
                raise Left("complex, sparse or on another device")
            copy = rounded(value).requires_grad_(value.requires_grad or self.requires_grad and value.dtype.is_floating_point)
            self.tensors.append(copy)
            return copy
        if isinstance(value, torch.Size):
            return list(value)
        if isinstance(value, (list, tuple)):
            return type(value)(self.convert(v) for v in value)
        if isinstance(value, float) and math.isfinite(value):
            return round(value, 6) if abs(value) > 1e-4 else value
        return value

    def encode(self, value):
        if isinstance(value, torch.Tensor):
            return {"tensor": next(i for i, t in enumerate(self.tensors) if t is value)}
        if isinstance(value, (list, tuple)):
            return [self.encode(v) for v in value]
        if value is None or isinstance(value, (bool, int, str)):
            return value
        if isinstance(value, float):
            return number(value) if math.isfinite(value) else number(value)
        if isinstance(value, torch.dtype):
            return {"dtype": str(value)[len("torch."):]}
        if isinstance(value, slice):
            return {"slice": [self.encode(value.start), self.encode(value.stop), self.encode(value.step)]}
        if value is Ellipsis:
            return {"ellipsis": True}
        return {"other": str(value)[:40] if not callable(value) else "a function"}


def number(value):
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    return value


def digits(value):
    """Ten digits, without a point where it says nothing."""
    if not math.isfinite(value):
        return number(value)
    value = float(f"{value:.10g}")
    return int(value) if value.is_integer() and abs(value) < 1e15 and math.copysign(1, value) > 0 or value != 0 and value.is_integer() and abs(value) < 1e15 else value


def encoded(tensor, with_data=True):
    tensor = tensor.detach()
    result = {"dtype": str(tensor.dtype)[len("torch."):], "shape": list(tensor.shape)}
    if with_data:
        flat = tensor.reshape(-1).tolist()
        result["data"] = [digits(v) for v in flat] if tensor.dtype.is_floating_point else [int(v) for v in flat]
        if not tensor.is_contiguous():
            result["strides"] = list(tensor.stride())
    return result


def flattened(result):
    if isinstance(result, torch.Tensor):
        return [result]
    if isinstance(result, (list, tuple)):
        return [tensor for item in result for tensor in flattened(item)]
    if isinstance(result, bool):
        return [torch.tensor(result)]
    if isinstance(result, (int, float)):
        return [torch.tensor(result, dtype=torch.int64 if isinstance(result, int) else torch.float64)]
    raise NotImplementedError(f"an operator returned {type(result).__name__}")


class Left(Exception):
    """Why a sample is not in the file."""


def arguments(info, schema, sample, requires_grad=False):
    inputs = Inputs(requires_grad)
    args = [inputs.convert(v) for v in (sample.input, *sample.args)]
    kwargs = {k: inputs.convert(v) for k, v in sample.kwargs.items()}
    if sum(t.numel() for t in inputs.tensors) > MOST_ELEMENTS:
        raise Left("large")
    named = schema.named(args, kwargs)
    if named is None:
        raise Left("arguments without names")
    return inputs, args, kwargs, named


def evaluated(info, schema, sample, requires_grad):
    inputs, args, kwargs, named = arguments(info, schema, sample, requires_grad)
    torch.manual_seed(1)
    outputs = flattened(info.op(*args, **kwargs))
    if any(t.is_complex() or t.is_sparse or t.is_quantized for t in outputs):
        raise Left("complex or sparse")
    if sum(t.numel() for t in outputs) > MOST_ELEMENTS:
        raise Left("large")
    torch.manual_seed(2)
    again = flattened(info.op(*args, **kwargs))
    is_random = info.name in UNWRITTEN or any(not torch.equal(a, b) and not torch.allclose(a, b, equal_nan=True) for a, b in zip(outputs, again))
    case = {"args": {k: inputs.encode(v) for k, v in named.items()}, "inputs": [encoded(t) for t in inputs.tensors], "outputs": [encoded(t, not is_random) for t in outputs]}
    leaves = [t for t in inputs.tensors if t.requires_grad]
    recorded = [t for t in outputs if t.requires_grad]
    if leaves and recorded and not is_random:
        torch.manual_seed(3)
        weights = [torch.empty(t.shape, dtype=t.dtype).uniform_(-1, 1).mul(100).round().div(100) for t in recorded]
        try:
            grads = torch.autograd.grad(recorded, leaves, weights, allow_unused=True)
        except (RuntimeError, NotImplementedError):
            return case
        by_leaf = {id(leaf): grad for leaf, grad in zip(leaves, grads)}
        by_output = {id(t): w for t, w in zip(recorded, weights)}
        case["grad_outputs"] = [encoded(by_output[id(t)]) if id(t) in by_output else None for t in outputs]
        case["grads"] = [encoded(g) if (g := by_leaf.get(id(t))) is not None else None for t in inputs.tensors]
    return case


def refused(info, schema, sample):
    inputs, args, kwargs, named = arguments(info, schema, sample)
    try:
        info.op(*args, **kwargs)
    except Exception as error:  # noqa: BLE001: every kind is an answer
        if "invalid combination of arguments" in str(error) or "must be Tensor, not" in str(error) or isinstance(error, TypeError):
            raise Left("C# refuses the types") from error
        return {"args": {k: inputs.encode(v) for k, v in named.items()}, "inputs": [encoded(t) for t in inputs.tensors], "error": {"type": type(error).__name__, "message": str(error)}}
    raise Left("no error")


def chosen(samples, most):
    samples = list(samples)
    return list(enumerate(samples)) if len(samples) <= most else sorted(random.Random(7).sample(list(enumerate(samples)), most), key=lambda pair: pair[0])


def cases(info, schema, counters, left):
    for dtype, most in MOST_SAMPLES.items():
        if dtype not in info.supported_dtypes("cpu"):
            continue
        label = str(dtype)[len("torch."):]
        torch.manual_seed(0)
        random.seed(0)
        drawn = [("", sample) for sample in (s for _, s in chosen(info.sample_inputs("cpu", dtype, requires_grad=info.supports_autograd and dtype.is_floating_point), most))]
        if dtype == torch.float64 and info.reference_inputs_func is not None:
            torch.manual_seed(0)
            drawn += [("r", s) for _, s in chosen(info.reference_inputs("cpu", dtype), MOST_REFERENCE_SAMPLES)]
        for prefix, sample in drawn:
            try:
                case = evaluated(info, schema, sample, requires_grad=prefix == "r" and info.supports_autograd)
            except Left as reason:
                left[str(reason)] += 1
                continue
            except Exception as error:  # noqa: BLE001: samples that PyTorch itself refuses are not of use
                left[f"PyTorch refuses: {type(error).__name__}"] += 1
                continue
            kind = f"{label}/{prefix}"
            yield {"id": f"{kind}{counters[kind]}", **case}
            counters[kind] += 1
    if info.error_inputs_func is None:
        return
    torch.manual_seed(0)
    for error_input in info.error_inputs("cpu"):
        try:
            case = refused(info, schema, error_input.sample_input)
        except Left as reason:
            left[str(reason)] += 1
            continue
        yield {"id": f"error/{counters['error']}", **case}
        counters["error"] += 1


def main():
    warnings.simplefilter("ignore")
    torch.set_num_threads(1)
    infos = [info for info in op_db if not info.name.startswith(SKIPPED_NAMESPACES) and not info.name.startswith("nn.functional._")]
    names = sorted({info.name for info in infos})
    aliases = collections.defaultdict(set)
    for info in infos:
        short = short_name(info.name, names)
        aliases[short] |= {short_name(alias.name, names) for alias in info.aliases or () if alias.name.split(".")[-1] != short}
    lines = []
    left = collections.Counter()
    counters = collections.defaultdict(collections.Counter)
    for info in sorted(infos, key=lambda info: (info.name, info.variant_test_name)):
        short = short_name(info.name, names)
        for case in cases(info, Schema(info), counters[short], left):
            lines.append({"op": short, **case})
    header = {"source": f"PyTorch {torch.__version__}", "operators": {name: sorted(aliases[name]) for name in sorted(aliases)}}
    target = os.path.join(os.path.dirname(os.path.abspath(__file__)), "cases.jsonl.gz")
    with open(target, "wb") as raw, gzip.GzipFile(filename="", mode="wb", fileobj=raw, mtime=0, compresslevel=9) as file:
        for line in [header, *lines]:
            file.write(json.dumps(line, separators=(",", ":"), allow_nan=False).encode() + b"\n")
    print(f"{len(lines)} samples of {len(aliases)} operators, {os.path.getsize(target):,} bytes; left out: {dict(left)}")


if __name__ == "__main__":
    main()
