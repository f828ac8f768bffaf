"""Asks PyTorch 1.13 what random indices read and write; writes indexing.json beside this file.

A position is an integer, [start, stop, step], "...", null, {"ids": nested list} or {"mask": nested list}.
"""
import json
import random

import torch

random.seed(7)


def flat(t):
    return {"shape": list(t.shape), "data": t.flatten().tolist()}


def indices(size, wild):
    shape = random.choice([[], [1], [2], [3], [2, 2], [2, 1], [0]] if wild else [[2], [2], [1], [2, 2]])
    low, high = (-size, size - 1) if size else (0, 0)
    if wild and random.random() < 0.15:
        high += 2
    t = torch.empty(shape, dtype=torch.long)
    return torch.tensor([random.randint(low, high) for _ in range(t.numel())], dtype=torch.long).reshape(shape)


def mask(sizes, wild):
    sizes = list(sizes)
    if wild and random.random() < 0.15:
        sizes[random.randrange(len(sizes))] += 1
    return torch.rand(sizes) > 0.5


def case(wild):
    rank = random.choice([0, 1, 2, 2, 3, 3, 3, 4]) if wild else random.choice([2, 3, 3, 4])
    sizes = [random.choice([0, 1, 2, 3, 4] if wild else [2, 3, 4]) for _ in range(rank)]
    x = torch.arange(1, 1 + torch.Size(sizes).numel(), dtype=torch.float64).reshape(sizes)
    positions, native, dim = [], [], 0
    seen_wide_mask = False
    for _ in range(random.randint(1, rank + 2)):
        size = sizes[dim] if dim < rank else 2
        kinds = ["int", "slice", "none", "ids", "ids"] + (["mask"] if dim < rank else []) + ([] if "..." in positions else ["ellipsis"])
        kind = random.choice(kinds)
        # PyTorch counts a mask as one dimension when it places what follows.
        if seen_wide_mask and kind in ("int", "slice", "none", "ellipsis"):
            break
        if dim >= rank and random.random() < 0.9 and kind not in ("none", "ellipsis"):
            break
        if kind == "int":
            at = random.randint(-size, size - 1) if size and random.random() < 0.95 else size
            positions.append(at), native.append(at)
            dim += 1
        elif kind == "slice":
            bounds = [random.choice([None, random.randint(-5, 5)]), random.choice([None, random.randint(-5, 5)]), random.choice([1, 1, 2, 3])]
            positions.append(bounds), native.append(slice(*bounds))
            dim += 1
        elif kind == "none":
            positions.append(None), native.append(None)
        elif kind == "ellipsis":
            positions.append("..."), native.append(Ellipsis)
            dim = max(0, rank - random.choice([0, 1]))
        elif kind == "ids":
            ids = indices(size, wild)
            positions.append({"ids": flat(ids)}), native.append(ids)
            dim += 1
        else:
            wide = random.randint(1, max(1, min(2, rank - dim)))
            m = mask(sizes[dim:dim + wide], wild)
            positions.append({"mask": flat(m)}), native.append(m)
            seen_wide_mask |= wide > 1
            dim += wide
    return x, positions, tuple(native)


def ask(x, positions, native):
    answer = {"shape": list(x.shape), "index": positions}
    leaf = x.clone().requires_grad_()
    try:
        part = leaf[native]
    except (IndexError, RuntimeError) as error:
        answer["error"] = str(error).split("\n")[0]
        return answer
    answer["read"] = flat(part.detach())
    if part.numel():
        (part * torch.arange(1, part.numel() + 1).reshape(part.shape)).sum().backward()
        answer["grad"] = leaf.grad.flatten().tolist()
    number = x.clone()
    number[native] = -7
    answer["number"] = number.flatten().tolist()
    shape = list(part.shape)
    for i in range(len(shape)):
        if random.random() < 0.3 and shape[i] > 1:
            shape[i] = 1
    shape = random.choice([shape, shape, [1] + shape, shape[random.randint(0, len(shape)):], shape + [2]])
    value = -torch.arange(1, 1 + torch.Size(shape).numel(), dtype=torch.float64).reshape(shape)
    answer["value"] = flat(value)
    written = x.clone()
    try:
        written[native] = value
        answer["written"] = written.flatten().tolist()
    except (IndexError, RuntimeError) as error:
        answer["refused"] = str(error).split("\n")[0]
    return answer


answers, seen = [], set()
while len(answers) < 400:
    drawn = case(wild=len(answers) % 2 == 0)
    answer = ask(*drawn)
    key = json.dumps(answer["index"])
    # Repeated places are written in an order that PyTorch does not promise; errors are asked for, but not mostly.
    repeated = any(isinstance(p, dict) and "ids" in p for p in answer["index"]) and len(answer.get("read", {"data": []})["data"]) != len(set(answer.get("read", {"data": []})["data"]))
    if repeated:
        answer.pop("written", None)
    if key in seen or ("error" in answer and random.random() < 0.6):
        continue
    seen.add(key)
    answers.append(answer)

with open("indexing.json", "w") as file:
    file.write("[\n" + ",\n".join(json.dumps(answer, separators=(",", ":")) for answer in answers) + "\n]\n")
