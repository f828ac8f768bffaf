"""What PyTorch saves for backward, found out by writing in place: `python3 saved.py > saved.json`.

For one case of every operator of the reference files, each input and each result in turn is written to (its version goes up, its values
stay), and then backward runs. If that raises, PyTorch had saved it. Inputs are no leaves, as a leaf's own rules would get in the way.
"""
import json
import math
import os

import torch
import torch.nn.functional as F

HERE = os.path.dirname(os.path.abspath(__file__))
FILES = ["unary", "binary", "clamp", "join", "create", "view", "reduce", "norm", "bmm", "nn_ops"]


def tensor(entry):
    values = [float(v) if isinstance(v, str) else v for v in entry["data"]]
    return torch.tensor(values, dtype=getattr(torch, entry["dtype"])).reshape(entry["shape"])


def function(op):
    for home in (torch, F, torch.Tensor):
        if hasattr(home, op):
            return getattr(home, op)
    return None


def call(case, inputs):
    args = {name: float(value) if isinstance(value, str) and value in ("NaN", "Infinity", "-Infinity") else value for name, value in case["args"].items()}
    positional = args.pop("args", [])
    op = {"scaled_dot_product_attention": None, "batch_norm_train": None, "bmm_transposed_input": None}.get(case["op"], case["op"])
    if op is None:
        return None
    if case["op"] == "einsum":
        return torch.einsum(args["equation"], *inputs)
    if case.get("inputs_are_list"):
        return function(op)(inputs, **args)
    return function(op)(*inputs, *positional, **args)


def results(value):
    values = value if isinstance(value, (tuple, list)) else [value]
    return [item for item in values if isinstance(item, torch.Tensor)]


def raises(case, written):
    leaves = [tensor(entry) for entry in case["inputs"]]
    for leaf, gradient in zip(leaves, case["grads"]):
        leaf.requires_grad_(gradient is not None)
    inputs = [leaf.clone() if leaf.requires_grad else leaf for leaf in leaves]
    outputs = results(call(case, inputs))
    with torch.no_grad():
        (inputs + outputs)[written].detach().zero_()
    try:
        sum(output.sum() for output in outputs if output.requires_grad).backward()
        return False
    except RuntimeError as error:
        if "modified by an inplace operation" not in str(error):
            raise
        return True


def main():
    lines, seen, counts = [], set(), {}
    for name in FILES:
        with open(os.path.join(HERE, "..", "ops", name + ".json")) as file:
            cases = json.load(file)["cases"]
        for case in cases:
            index = counts[case["op"]] = counts.get(case["op"], -1) + 1
            grads = case.get("grads") or []
            if case["op"] in seen or not any(g is not None for g in grads) or function(case["op"]) is None:
                continue
            try:
                sizes = [math.prod(e["shape"]) for e in case["inputs"]]
                outputs = results(call(case, [tensor(e) for e in case["inputs"]]))
                if not outputs or min(sizes) == 0:
                    continue
                saved = [raises(case, i) for i in range(len(sizes) + len(outputs))]
            except (TypeError, RuntimeError, IndexError):
                continue
            seen.add(case["op"])
            names = [f"input{i}" for i in range(len(sizes))] + [f"result{i}" for i in range(len(outputs))]
            kept = [n for n, s in zip(names, saved) if s]
            lines.append(json.dumps({"op": case["op"], "case": index, "saved": kept}))
    print('{"source": "PyTorch %s", "cases": [' % torch.__version__)
    print(",\n".join(lines))
    print("]}")


main()
