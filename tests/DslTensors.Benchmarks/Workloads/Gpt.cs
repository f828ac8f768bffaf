using DslTensors;

namespace Benchmarks.Workloads;

/// <summary>A GPT of a few thousand parameters.</summary>
[Module]
internal sealed partial class Gpt(int vocabulary, int context, int width, int layers, int heads)
{
    public Embedding Wte { get; } = new(vocabulary, width);

    public Embedding Wpe { get; } = new(context, width);

    public ModuleList<GptBlock> Blocks { get; } = new(layers, _ => new GptBlock(width, heads));

    public LayerNorm LnF { get; } = new(width);

    public Linear Head { get; } = new(width, vocabulary, bias: false);

    public Tensor<float> Forward(Tensor<long> tokens)
    {
        var x = Wte.Forward(tokens) + Wpe.Forward(Tensor.Arange<long>(0, tokens.Shape[1]));
        foreach (var block in Blocks)
            x = block.Forward(x);
        return Head.Forward(LnF.Forward(x));
    }
}

/// <summary>Attention that looks back, and a perceptron; both after a normalization.</summary>
[Module]
internal sealed partial class GptBlock(int width, int heads)
{
    public LayerNorm Ln1 { get; } = new(width);

    public Linear Qkv { get; } = new(width, 3 * width);

    public Linear Proj { get; } = new(width, width);

    public LayerNorm Ln2 { get; } = new(width);

    public Linear Up { get; } = new(width, 4 * width);

    public Linear Down { get; } = new(4 * width, width);

    public Tensor<float> Forward(Tensor<float> x)
    {
        var (batch, length, size) = x.Shape;
        var qkv = Qkv.Forward(Ln1.Forward(x)).Reshape(batch, length, 3, heads, size / heads).Permute(2, 0, 3, 1, 4);
        var attended = Tensor.ScaledDotProductAttention(qkv[0], qkv[1], qkv[2], isCausal: true);
        x += Proj.Forward(attended.Transpose(1, 2).Reshape(batch, length, size));
        return x + Down.Forward(Up.Forward(Ln2.Forward(x)).Gelu());
    }
}
