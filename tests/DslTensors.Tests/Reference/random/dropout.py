"""Writes dropout.json beside it: what PyTorch's dropout gives after torch.manual_seed(5), by size, layout and type. Needs PyTorch 1.13 without MKL."""
import json
import os
import warnings

import torch
import torch.nn.functional as F

warnings.simplefilter("ignore")

# The shape in memory and how the input is seen: the same views are made in DropoutReferenceTests.
LAYOUTS = {
    "vector": ([7], lambda x: x),
    "scalar": ([], lambda x: x),
    "empty": ([0, 3], lambda x: x),
    "matrix": ([5, 9], lambda x: x),
    "large": ([17, 13], lambda x: x),
    "transposed": ([5, 9], lambda x: x.transpose(0, 1)),
    "permuted": ([2, 3, 4, 2], lambda x: x.permute(2, 0, 3, 1)),
    "narrowed": ([4, 6], lambda x: x.narrow(1, 1, 3)),
    "part of transposed": ([4, 6], lambda x: x.transpose(0, 1).narrow(0, 1, 3)),
    "expanded": ([3, 1], lambda x: x.expand(3, 4)),
    "expanded in front": ([3], lambda x: x.expand(2, 3)),
    "expanded and transposed": ([2, 1, 3], lambda x: x.expand(2, 4, 3).transpose(0, 2)),
    "three": ([2, 3, 4], lambda x: x),
    "four": ([2, 3, 2, 2], lambda x: x),
    "five": ([2, 3, 2, 1, 2], lambda x: x),
}
ALL = list(LAYOUTS)
CALLS = {
    "dropout": (F.dropout, ALL),
    "alpha_dropout": (F.alpha_dropout, ["vector", "matrix", "transposed", "permuted", "expanded"]),
    "dropout1d": (F.dropout1d, ["matrix", "transposed", "three"]),
    "dropout2d": (F.dropout2d, ["three", "four", "permuted"]),
    "dropout3d": (F.dropout3d, ["four", "five", "permuted"]),
    "feature_alpha_dropout": (F.feature_alpha_dropout, ["matrix", "four", "permuted"]),
}
cases = []
for name, (call, layouts) in CALLS.items():
    for layout in layouts:
        for dtype in (torch.float32, torch.float64):
            for p in (0.3, 0.5, 0.0, 1.0):
                if p not in (0.3, 0.5) and layout not in ("matrix", "four"):
                    continue
                shape, view = LAYOUTS[layout]
                count = int(torch.tensor(shape).prod()) if shape else 1
                base = (torch.arange(count, dtype=dtype).reshape(shape) * 0.25 - 1.5).requires_grad_()
                torch.manual_seed(5)
                result = call(view(base), p=p, training=True)
                following = torch.rand([]).item()
                result.sum().backward()
                cases.append({"op": name, "layout": layout, "shape": shape, "dtype": str(dtype)[6:], "p": p, "result": result.flatten().tolist(), "grad": base.grad.flatten().tolist(), "next": following})
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "dropout.json"), "w") as file:
    file.write("[\n" + ",\n".join(json.dumps(case) for case in cases) + "\n]\n")
