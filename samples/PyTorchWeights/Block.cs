using DslTensors;

namespace PyTorchWeights;

/// <summary>Causal attention and a small network, each behind a normalization and beside a path around it.</summary>
[Module]
partial class Block(int width, int heads)
{
    public LayerNorm Ln1 { get; } = new(width);

    public Linear Qkv { get; } = new(width, 3 * width);

    public Linear Proj { get; } = new(width, width);

    public LayerNorm Ln2 { get; } = new(width);

    public ModuleList<Linear> Mlp { get; } = [new(width, 4 * width), new(4 * width, width)];

    public int Heads { get; } = heads;

    [return: Shape("b t width")]
    public Tensor<float> Forward([Shape("b t width")] Tensor<float> x)
    {
        x += Proj.Forward(Attend(Qkv.Forward(Ln1.Forward(x))));
        return x + Mlp[1].Forward(Mlp[0].Forward(Ln2.Forward(x)).Gelu());
    }

    private Tensor<float> Attend(Tensor<float> qkv)
    {
        var (batch, length, width) = (qkv.Shape[0], qkv.Shape[1], qkv.Shape[2] / 3);
        var parts = qkv.Split(width, dim: 2).Select(part => part.Reshape(batch, length, Heads, width / Heads).Transpose(1, 2)).ToArray();
        var attended = Tensor.ScaledDotProductAttention(parts[0], parts[1], parts[2], isCausal: true);
        return attended.Transpose(1, 2).Reshape(batch, length, width);
    }
}
