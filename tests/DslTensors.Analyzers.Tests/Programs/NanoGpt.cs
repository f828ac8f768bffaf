//~ parts[1].Reshape(b, t, heads, size) => parts[1].Reshape(b, t, heads, 2 * size)
//~ q.Matmul(k.Transpose(-2, -1)) => q.Matmul(k)
//~ .Reshape(b, t, c) => .Reshape(b, t, c, heads)
//~ new(4 * width, width) => new(3 * width, width)
//~ Head { get; } = new(width, => Head { get; } = new(2 * width,
//~ scores.Reshape(b * t, vocabulary) => scores.Reshape(b, t * vocabulary)
//~ targets.Reshape(b * t) => targets.Unsqueeze(-1)
//~ TokenTable { get; } = new(vocabulary, width) => TokenTable { get; } = new(vocabulary, width + 1)
//~ Norm1 { get; } = new(width) => Norm1 { get; } = new(2 * width)
namespace NanoGpt;

[Module]
public partial class Attention(int width, int heads, int longest)
{
    public Linear Projection { get; } = new(width, 3 * width);
    public Linear Output { get; } = new(width, width);

    public Tensor<float> Forward(Tensor<float> x)
    {
        var (b, t, c) = x.Shape;
        var parts = Projection.Forward(x).Split(c, 2);
        var size = c / heads;
        var q = parts[0].Reshape(b, t, heads, size).Transpose(1, 2);
        var k = parts[1].Reshape(b, t, heads, size).Transpose(1, 2);
        var v = parts[2].Reshape(b, t, heads, size).Transpose(1, 2);
        var weights = q.Matmul(k.Transpose(-2, -1)) * (1 / Math.Sqrt(size));
        var mask = Tensor.Ones(longest, longest).Tril()[..t, ..t].Eq(0);
        weights = weights.MaskedFill(mask, float.NegativeInfinity).Softmax(-1);
        return Output.Forward(weights.Matmul(v).Transpose(1, 2).Reshape(b, t, c));
    }
}

[Module]
public partial class Block(int width, int heads, int longest)
{
    public LayerNorm Norm1 { get; } = new(width);
    public LayerNorm Norm2 { get; } = new(width);
    public Attention Attention { get; } = new(width, heads, longest);
    public Linear Up { get; } = new(width, 4 * width);
    public Linear Down { get; } = new(4 * width, width);

    public Tensor<float> Forward(Tensor<float> x)
    {
        x = x + Attention.Forward(Norm1.Forward(x));
        return x + Down.Forward(Up.Forward(Norm2.Forward(x)).Gelu());
    }
}

[Module]
public partial class Gpt(int vocabulary, int width, int heads, int layers, int longest)
{
    public Embedding TokenTable { get; } = new(vocabulary, width);
    public Embedding PositionTable { get; } = new(longest, width);
    public ModuleList<Block> Blocks { get; } = new(layers, _ => new Block(width, heads, longest));
    public LayerNorm Norm { get; } = new(width);
    public Linear Head { get; } = new(width, vocabulary, bias: false);

    public (Tensor<float> Scores, Tensor<float>? Loss) Forward(Tensor<long> tokens, Tensor<long>? targets = null)
    {
        var (b, t) = tokens.Shape;
        var x = TokenTable.Forward(tokens) + PositionTable.Forward(Tensor.Arange(t));
        foreach (var block in Blocks)
            x = block.Forward(x);
        var scores = Head.Forward(Norm.Forward(x));
        if (targets is null)
            return (scores, null);
        return (scores, Tensor.CrossEntropy(scores.Reshape(b * t, vocabulary), targets.Reshape(b * t)));
    }

    public Tensor<long> Generate(Tensor<long> tokens, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var recent = tokens[.., Math.Max(0, tokens.Shape[1] - longest)..];
            var (scores, _) = Forward(recent);
            var next = scores[.., -1].Softmax(-1).Multinomial(1);
            tokens = Tensor.Cat([tokens, next], 1);
        }

        return tokens;
    }
}

public static class Training
{
    public static void Run()
    {
        var model = new Gpt(65, 384, 6, 6, 256);
        var optimizer = new AdamW(model.Parameters(), lr: 3e-4);
        for (var step = 0; step < 100; step++)
        {
            var x = Tensor.Randint(65, [64, 256]);
            var y = Tensor.Randint(65, [64, 256]);
            var (_, loss) = model.Forward(x, y);
            optimizer.ZeroGrad();
            loss!.Backward();
            optimizer.Step();
        }
    }
}
