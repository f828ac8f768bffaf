"""Writes sequence_layers.json: recurrent layers, attention and transformer layers as PyTorch runs them.

Run by hand where PyTorch is installed. A case holds the constructor's options, what a fresh layer looks like after
manual_seed, its outputs for given inputs, and every gradient of the sum of outputs times cos(0), cos(1), ...
"""
import json

import torch

DTYPES = {torch.float32: "float32", torch.float64: "float64", torch.bool: "bool"}


def number(x, dtype):
    if isinstance(x, float) and abs(x) == float("inf"):
        return "Infinity" if x > 0 else "-Infinity"
    return float(f"{x:.9g}") if dtype == torch.float32 else x


def tensor(value):
    return {"dtype": DTYPES[value.dtype], "shape": list(value.shape), "data": [
        number(x, value.dtype) for x in value.detach().reshape(-1).tolist()]}


def flatten(result):
    if result is None:
        return []
    if isinstance(result, torch.Tensor):
        return [result]
    return [leaf for part in result for leaf in flatten(part)]


def case(name, options, inputs, call_options=None, call=None, dtype=torch.float64, train=False, create=None):
    torch.manual_seed(7)
    layer = (create or getattr(torch.nn, name))(**options, dtype=dtype).train(train)
    state = {key: tensor(value) for key, value in layer.state_dict().items()}
    inputs = {key: value.to(dtype).detach().clone() if value.is_floating_point() else value for key, value in inputs.items()}
    for value in inputs.values():
        if value.is_floating_point() and not torch.isinf(value).any():
            value.requires_grad_(True)
    torch.manual_seed(11)
    outputs = flatten(call(layer, inputs) if call else layer(*inputs.values(), **(call_options or {})))
    loss = sum((y * torch.arange(y.numel(), dtype=dtype).cos().reshape(y.shape)).sum() for y in outputs)
    loss.backward()
    return {
        "layer": name, "options": options, "call": call_options or {}, "train": train, "dtype": DTYPES[dtype], "repr": repr(layer), "state": state,
        "inputs": {key: tensor(value) for key, value in inputs.items()},
        "outputs": [tensor(y) for y in outputs],
        "grads": {key: tensor(value.grad) for key, value in layer.named_parameters() if value.grad is not None},
        "input_grads": {key: tensor(value.grad) for key, value in inputs.items() if value.grad is not None},
    }


def recurrent(dtype):
    for name in ["RNN", "GRU", "LSTM"]:
        variants = [
            dict(input_size=3, hidden_size=4), dict(input_size=3, hidden_size=2, num_layers=2, bidirectional=True, batch_first=True),
            dict(input_size=2, hidden_size=3, bias=False), dict(input_size=3, hidden_size=3, num_layers=3, dropout=0.4)]
        if name == "RNN":
            variants.append(dict(input_size=3, hidden_size=4, nonlinearity="relu"))
        if name == "LSTM":
            variants.append(dict(input_size=3, hidden_size=4, proj_size=2, num_layers=2, bidirectional=True))
        for options in variants:
            rows = options.get("num_layers", 1) * (2 if options.get("bidirectional") else 1)
            x = torch.randn(2, 5, options["input_size"])
            size = options.get("proj_size", options["hidden_size"])
            batch = 2 if options.get("batch_first") else 5
            states = {"h0": torch.randn(rows, batch, size)}
            if name == "LSTM":
                states["c0"] = torch.randn(rows, batch, options["hidden_size"])
            pack = lambda values: tuple(values) if len(values) > 1 else values[0]
            yield case(name, options, {"input": x}, dtype=dtype, train="dropout" in options)
            yield case(name, options, {"input": x, **states}, dtype=dtype,
                       call=lambda layer, v: layer(v["input"], pack([v[k] for k in v if k != "input"])))
            single = {key: value[:, 0] for key, value in states.items()}
            yield case(name, options, {"input": x[0], **single}, dtype=dtype,
                       call=lambda layer, v: layer(v["input"], pack([v[k] for k in v if k != "input"])))
        cell = name + "Cell"
        for options in [dict(input_size=3, hidden_size=4), dict(input_size=3, hidden_size=2, bias=False)]:
            states = {"h0": torch.randn(5, options["hidden_size"])}
            if name == "LSTM":
                states["c0"] = torch.randn(5, options["hidden_size"])
            x = torch.randn(5, 3)
            yield case(cell, options, {"input": x}, dtype=dtype)
            yield case(cell, options, {"input": x, **states}, dtype=dtype,
                       call=lambda layer, v: layer(v["input"], pack([v[k] for k in v if k != "input"])))
            yield case(cell, options, {"input": x[0]}, dtype=dtype)
    yield case("RNNCell", dict(input_size=3, hidden_size=4, nonlinearity="relu"), {"input": torch.randn(2, 3)}, dtype=dtype)


def attention(dtype):
    for options in [
            dict(embed_dim=4, num_heads=2), dict(embed_dim=6, num_heads=3, batch_first=True, bias=False),
            dict(embed_dim=4, num_heads=1, kdim=3, vdim=5), dict(embed_dim=4, num_heads=2, add_bias_kv=True, add_zero_attn=True, batch_first=True),
            dict(embed_dim=4, num_heads=2, dropout=0.3)]:
        e, heads = options["embed_dim"], options["num_heads"]
        lead = [(3, 2), (5, 2)] if not options.get("batch_first") else [(2, 3), (2, 5)]
        q = torch.randn(*lead[0], e)
        k = torch.randn(*lead[1], options.get("kdim", e))
        v = torch.randn(*lead[1], options.get("vdim", e))
        padding = torch.tensor([[False, False, False, True, True], [False, True, False, False, False]])
        causal = torch.ones(3, 5).triu(2).bool()
        added = torch.randn(2 * heads, 3, 5)
        inputs = {"query": q, "key": k, "value": v}
        yield case("MultiheadAttention", options, inputs, dtype=dtype, train="dropout" in options)
        yield case("MultiheadAttention", options, {**inputs, "key_padding_mask": padding, "attn_mask": causal}, dtype=dtype,
                   call=lambda layer, x: layer(x["query"], x["key"], x["value"], key_padding_mask=x["key_padding_mask"], attn_mask=x["attn_mask"], average_attn_weights=False))
        yield case("MultiheadAttention", options, {**inputs, "attn_mask": added}, dtype=dtype,
                   call=lambda layer, x: layer(x["query"], x["key"], x["value"], attn_mask=x["attn_mask"], need_weights=False))
        one = 0 if options.get("batch_first") else 1
        yield case("MultiheadAttention", options, {key: value.select(one, 0) for key, value in inputs.items()}, dtype=dtype)


def transformer(dtype):
    base = dict(d_model=4, nhead=2, dim_feedforward=6, dropout=0.0)
    for extra in [dict(), dict(norm_first=True, batch_first=True), dict(activation="gelu"), dict(dropout=0.2)]:
        options = {**base, **extra}
        x, memory = torch.randn(3, 2, 4), torch.randn(*((3, 5) if extra.get("batch_first") else (5, 2)), 4)
        length = 2 if extra.get("batch_first") else 3
        mask = torch.ones(length, length).triu(1).bool()
        train = extra.get("dropout", 0) > 0
        yield case("TransformerEncoderLayer", options, {"src": x}, dtype=dtype, train=True)
        yield case("TransformerEncoderLayer", options, {"src": x, "src_mask": mask}, dtype=dtype, train=train)
        yield case("TransformerDecoderLayer", options, {"tgt": x, "memory": memory}, dtype=dtype, train=True)
        yield case("TransformerDecoderLayer", options, {"tgt": x, "memory": memory, "tgt_mask": mask}, dtype=dtype, train=train)


def stacks(dtype):
    def encoder(**options):
        layer = torch.nn.TransformerEncoderLayer(4, 2, 6, 0.0, dtype=options["dtype"])
        return torch.nn.TransformerEncoder(layer, options["num_layers"], torch.nn.LayerNorm(4, dtype=options["dtype"]) if options["norm"] else None)

    def decoder(**options):
        layer = torch.nn.TransformerDecoderLayer(4, 2, 6, 0.0, dtype=options["dtype"])
        return torch.nn.TransformerDecoder(layer, options["num_layers"], torch.nn.LayerNorm(4, dtype=options["dtype"]) if options["norm"] else None)

    x, memory = torch.randn(3, 2, 4), torch.randn(5, 2, 4)
    for norm in [False, True]:
        options = dict(num_layers=2, norm=norm)
        yield case("TransformerEncoder", options, {"src": x}, dtype=dtype, train=True, create=encoder)
        yield case("TransformerDecoder", options, {"tgt": x, "memory": memory}, dtype=dtype, train=True, create=decoder)
    for extra in [dict(), dict(batch_first=True, norm_first=True)]:
        options = dict(d_model=4, nhead=2, num_encoder_layers=2, num_decoder_layers=1, dim_feedforward=6, dropout=0.0, **extra)
        source = memory.transpose(0, 1) if extra else memory
        yield case("Transformer", options, {"src": source, "tgt": x.transpose(0, 1) if extra else x}, dtype=dtype, train=True)


if __name__ == "__main__":
    torch.manual_seed(3)
    cases = [entry for dtype in (torch.float64, torch.float32) for make in (recurrent, attention, transformer, stacks) for entry in make(dtype)]
    with open("sequence_layers.json", "w") as file:
        json.dump({"source": f"PyTorch {torch.__version__}, sequence_layers.py", "cases": cases}, file)
    print(len(cases), "cases")
