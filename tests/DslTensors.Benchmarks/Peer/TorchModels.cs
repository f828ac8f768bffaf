using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Benchmarks.Peer;

/// <summary>Two linear layers.</summary>
internal sealed class TorchMlp : nn.Module<Tensor, Tensor>
{
    private readonly Linear _fc1;
    private readonly Linear _fc2;

    public TorchMlp(int inputs, int hidden, int outputs)
        : base(nameof(TorchMlp))
    {
        _fc1 = nn.Linear(inputs, hidden);
        _fc2 = nn.Linear(hidden, outputs);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => _fc2.forward(nn.functional.relu(_fc1.forward(x)));
}

/// <summary>Two convolutions and a linear layer.</summary>
internal sealed class TorchConvNet : nn.Module<Tensor, Tensor>
{
    private readonly Conv2d _conv1 = nn.Conv2d(1, 16, 3, padding: 1);
    private readonly Conv2d _conv2 = nn.Conv2d(16, 32, 3, padding: 1);
    private readonly Linear _fc = nn.Linear(32 * 4 * 4, 10);

    public TorchConvNet()
        : base(nameof(TorchConvNet)) => RegisterComponents();

    public override Tensor forward(Tensor x) =>
        _fc.forward(nn.functional.relu(_conv2.forward(nn.functional.max_pool2d(nn.functional.relu(_conv1.forward(x)), 2))).flatten(1));
}

/// <summary>A small GPT.</summary>
internal sealed class TorchGpt : nn.Module<Tensor, Tensor>
{
    private readonly Embedding _wte;
    private readonly Embedding _wpe;
    private readonly ModuleList<TorchGptBlock> _blocks;
    private readonly LayerNorm _lnF;
    private readonly Linear _head;

    public TorchGpt(int vocabulary, int context, int width, int layers, int heads)
        : base(nameof(TorchGpt))
    {
        _wte = nn.Embedding(vocabulary, width);
        _wpe = nn.Embedding(context, width);
        _blocks = new ModuleList<TorchGptBlock>([.. Enumerable.Range(0, layers).Select(_ => new TorchGptBlock(width, heads))]);
        _lnF = nn.LayerNorm(width);
        _head = nn.Linear(width, vocabulary, hasBias: false);
        RegisterComponents();
    }

    public override Tensor forward(Tensor tokens)
    {
        var x = _wte.forward(tokens) + _wpe.forward(arange(0, tokens.shape[1], int64));
        foreach (var block in _blocks)
            x = block.forward(x);
        return _head.forward(_lnF.forward(x));
    }
}

/// <summary>One of its blocks.</summary>
internal sealed class TorchGptBlock : nn.Module<Tensor, Tensor>
{
    private readonly int _heads;
    private readonly LayerNorm _ln1;
    private readonly Linear _qkv;
    private readonly Linear _proj;
    private readonly LayerNorm _ln2;
    private readonly Linear _up;
    private readonly Linear _down;

    public TorchGptBlock(int width, int heads)
        : base(nameof(TorchGptBlock))
    {
        _heads = heads;
        _ln1 = nn.LayerNorm(width);
        _qkv = nn.Linear(width, 3 * width);
        _proj = nn.Linear(width, width);
        _ln2 = nn.LayerNorm(width);
        _up = nn.Linear(width, 4 * width);
        _down = nn.Linear(4 * width, width);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var (batch, length, size) = (x.shape[0], x.shape[1], x.shape[2]);
        var qkv = _qkv.forward(_ln1.forward(x)).reshape(batch, length, 3, _heads, size / _heads).permute(2, 0, 3, 1, 4);
        var attended = nn.functional.scaled_dot_product_attention(qkv[0], qkv[1], qkv[2], is_casual: true);
        x = x + _proj.forward(attended.transpose(1, 2).reshape(batch, length, size));
        return x + _down.forward(nn.functional.gelu(_up.forward(_ln2.forward(x))));
    }
}
