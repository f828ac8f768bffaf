using System.Numerics;

namespace DslTensors.Tests.Modules;

/// <summary>The model of <c>tinygpt.json</c>: two blocks with four heads, normalization first.</summary>
[Module]
public partial class TinyGpt<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public Embedding<T> Wte { get; } = new(11, 16);

    public Embedding<T> Wpe { get; } = new(6, 16);

    public ModuleList<GptBlock<T>> Blocks { get; } = [new(), new()];

    public LayerNorm<T> LnF { get; } = new(16);

    public Linear<T> Head { get; } = new(16, 11, bias: false);

    [return: Shape("b t 11")]
    public Tensor<T> Forward([Shape("b t")] Tensor<long> tokens)
    {
        var x = Wte.Forward(tokens) + Wpe.Forward(Tensor.Arange<long>(0, tokens.Shape[1]));
        foreach (var block in Blocks)
            x = block.Forward(x);
        return Head.Forward(LnF.Forward(x));
    }
}

/// <summary>One of its blocks.</summary>
[Module]
public partial class GptBlock<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public LayerNorm<T> Ln1 { get; } = new(16);

    public Linear<T> Qkv { get; } = new(16, 48);

    public Linear<T> Proj { get; } = new(16, 16);

    public LayerNorm<T> Ln2 { get; } = new(16);

    public ModuleList<Linear<T>> Mlp { get; } = [new(16, 64), new(64, 16)];

    [return: Shape("b t 16")]
    public Tensor<T> Forward([Shape("b t 16")] Tensor<T> x)
    {
        var (batch, length, width) = x.Shape;
        var heads = Qkv.Forward(Ln1.Forward(x)).Split(width, dim: 2).Select(part => part.Reshape(batch, length, 4, 4).Transpose(1, 2)).ToArray();
        var attended = Tensor.ScaledDotProductAttention(heads[0], heads[1], heads[2], isCausal: true);
        x += Proj.Forward(attended.Transpose(1, 2).Reshape(batch, length, width));
        return x + Mlp[1].Forward(Mlp[0].Forward(Ln2.Forward(x)).Gelu());
    }
}
