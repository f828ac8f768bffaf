"""Writes printing.json beside it: how PyTorch 1.13 prints tensors. Each case says how to make the tensor again."""
import json
import os

import torch

INF, NAN = float("inf"), float("nan")
cases = []


def case(values, shape=None, dtype="float32", **more):
    t = torch.tensor(values, dtype=getattr(torch, dtype))
    t = t.reshape(shape if shape is not None else t.shape)
    cases.append({"dtype": dtype, "shape": list(t.shape), "data": [str(v) for v in t.flatten().tolist()] if t.numel() < 200 else "arange", **more, "text": str(t)})


def ramp(*shape, dtype="float32", scale=1.0):
    """Counts up from 0 in steps of scale; written as such."""
    count = torch.Size(shape).numel()
    t = (torch.arange(count, dtype=torch.float64) * scale).to(getattr(torch, dtype)).reshape(shape)
    cases.append({"dtype": dtype, "shape": list(shape), "scale": scale, "text": str(t)})


for dtype in ["float32", "float64", "float16", "bfloat16"]:
    for values in [3.5, 1.0, 0.0, -0.0, NAN, INF, -INF, 1e-5, 123456789.0, 1e8, 65504.0, 1e-4, 0.00012345, [], [1.0], [1.5, -2.25], [1.0, 1000.0], [0.5, 1000.0], [0.001, 1.5], [0.001, 1.0], [0.9999999, 2.0],
                   [1e-8, 1.0], [100000.5, 3.0], [1.0, NAN], [1.5, INF], [NAN, INF, -INF], [1.0, INF, 2.0], [0.0, 0.0], [0.0, 1e-10], [-1.0, 10.0, -100.0], [1e-5, 2e-5], [99999.0, 1.0], [12345.678, 0.1],
                   [9.99999], [0.99996], [999.99999, 1.5], [5e-324, 1.0], [1e-3, 1e-3], [20000.0, 10.5], [1.0, 1001.0], [1.0, 1e9], [2.5, 0.0, -0.0]]:
        case(values, dtype=dtype)
for value in [3.4028234663852886e38, 1e-45, 1e10, 1.17e-38, [1e30, 1.0], [3e38, 1e-38]]:
    case(value)
for value in [1.7976931348623157e308, 1e-300, [1e200, 1.0], [1e-200, 1e-200], [1e100, 1e-100]]:
    case(value, dtype="float64")
for dtype, most in [("int64", 2**62), ("int32", 2**31 - 1), ("int16", 32767), ("int8", 127), ("uint8", 255)]:
    for values in [7, 0, most, [], [1, 20, 100], [0, 0], [most, 1]] + ([[-1, 10], -5, [-most, 3]] if dtype != "uint8" else []):
        case(values, dtype=dtype)
for values in [True, False, [], [True], [True, False], [[True, True], [True, True]]]:
    case(values, dtype="bool")
for shape in [(0, 3), (2, 0), (0, 0, 2)]:
    for dtype in ["float32", "int64", "float64", "bool"]:
        case([], shape, dtype)
for shape in [(2, 2), (1, 1), (3, 1, 2), (2, 2, 2), (1, 2, 2, 2), (2, 1, 1, 1, 2), (25,), (3, 20), (2, 15), (13,), (12,), (6, 6), (1, 40), (2, 3, 12)]:
    ramp(*shape)
    ramp(*shape, dtype="int64")
    ramp(*shape, dtype="float64", scale=0.37)
    ramp(*shape, scale=-1234.5)
    ramp(*shape, scale=1e-7)
for shape in [(1001,), (1000,), (40, 40), (2, 600), (600, 2), (11, 11, 11), (7, 200), (6, 200), (3, 7, 60), (1, 1, 1200), (1200, 1), (2, 2, 2, 200), (1000, 3, 2), (5, 5, 50)]:
    ramp(*shape)
    ramp(*shape, dtype="int64")
    ramp(*shape, scale=0.01)
    ramp(*shape, dtype="float64", scale=-123.456)
for values in [[1.0, 2.0], 1.5, [[1.0], [2.0]], list(range(30))]:
    t = torch.tensor(values, dtype=torch.float32, requires_grad=True)
    made = {"dtype": "float32", "shape": list(t.shape), "data": [str(v) for v in t.detach().flatten().tolist()]}
    cases.append({**made, "requires_grad": True, "text": str(t)})
    cases.append({**made, "history": True, "text": str(t * t.detach())})
    d = torch.tensor(values, dtype=torch.float64, requires_grad=True)
    cases.append({**made, "dtype": "float64", "requires_grad": True, "text": str(d)})
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "printing.json"), "w") as file:
    file.write("[\n" + ",\n".join(json.dumps(c, separators=(",", ":")) for c in cases) + "\n]\n")
print(len(cases))
