//~ Query { get; } = new(width, width) => Query { get; } = new(width, 2 * width)
//~ .Permute(0, 2, 1, 3) => .Permute(0, 2, 1)
//~ new MultiHead(512, 8) => new MultiHead(500, 8)
//~ Norm { get; } = new(512) => Norm { get; } = new(8)
//~ Tensor.Rand(4, 100, 512) => Tensor.Rand(4, 512, 100)
//~ Memory { get; } = new(256, 512) => Memory { get; } = new(256, 256)
//~ Tensor.Einsum("bhld,bhsd->bhls", q, k) => Tensor.Einsum("bhld,bhds->bhls", q, k)
namespace Attentions;

[Module]
public partial class MultiHead(int width, int heads)
{
    public Linear Query { get; } = new(width, width);
    public Linear Key { get; } = new(width, width);
    public Linear Value { get; } = new(width, width);
    public Linear Output { get; } = new(width, width);

    private Tensor<float> Split(Tensor<float> x) => x.Reshape(x.Shape[0], x.Shape[1], heads, width / heads).Permute(0, 2, 1, 3);

    public Tensor<float> Forward(Tensor<float> x, Tensor<float> memory)
    {
        var (q, k, v) = (Split(Query.Forward(x)), Split(Key.Forward(memory)), Split(Value.Forward(memory)));
        var scores = Tensor.Einsum("bhld,bhsd->bhls", q, k) / Math.Sqrt(width / heads);
        var mixed = scores.Softmax(-1).Matmul(v).Permute(0, 2, 1, 3);
        return Output.Forward(mixed.Reshape(x.Shape[0], x.Shape[1], width));
    }
}

[Module]
public partial class Decoder
{
    public MultiHead Self { get; } = new MultiHead(512, 8);
    public MultiHead Cross { get; } = new(512, 8);
    public LayerNorm Norm { get; } = new(512);
    public Linear Memory { get; } = new(256, 512);

    public Tensor<float> Forward(Tensor<float> x, Tensor<float> encoded)
    {
        x = Norm.Forward(x + Self.Forward(x, x));
        return x + Cross.Forward(x, Memory.Forward(encoded));
    }
}

public static class Program
{
    public static Tensor<float> Run(Decoder decoder)
    {
        var y = decoder.Forward(Tensor.Rand(4, 100, 512), Tensor.Rand(4, 77, 256));
        return y.Sum(2);
    }
}
