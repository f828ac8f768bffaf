//~ Gates { get; } = new(inputs + hidden, 4 * hidden) => Gates { get; } = new(inputs + hidden, 3 * hidden)
//~ Tensor.Cat([x, h], 1) => Tensor.Cat([x, h], 2)
//~ Tensor.Zeros(b, hidden) => Tensor.Zeros(b, inputs)
//~ Head { get; } = new(hidden, classes) => Head { get; } = new(2 * hidden, classes)
//~ new Classifier(1000, 64, 128, 5) => new Classifier(1000, 64, 128, -5)
//~ Tensor.Zeros<long>(32) => Tensor.Zeros<long>(31)
//~ Chunk(4, 1) => Chunk(4, 2)
namespace Lstms;

[Module]
public partial class Cell(int inputs, int hidden)
{
    public Linear Gates { get; } = new(inputs + hidden, 4 * hidden);

    public (Tensor<float> H, Tensor<float> C) Forward(Tensor<float> x, Tensor<float> h, Tensor<float> c)
    {
        var gates = Gates.Forward(Tensor.Cat([x, h], 1)).Chunk(4, 1);
        var (i, f, g, o) = (gates[0].Sigmoid(), gates[1].Sigmoid(), gates[2].Tanh(), gates[3].Sigmoid());
        c = f * c + i * g;
        return (o * c.Tanh(), c);
    }
}

[Module]
public partial class Classifier(int vocabulary, int inputs, int hidden, int classes)
{
    public Embedding Table { get; } = new(vocabulary, inputs);
    public Cell Cell { get; } = new(inputs, hidden);
    public Linear Head { get; } = new(hidden, classes);

    public Tensor<float> Forward(Tensor<long> words)
    {
        var (b, t) = words.Shape;
        var x = Table.Forward(words);
        var h = Tensor.Zeros(b, hidden);
        var c = Tensor.Zeros(b, hidden);
        var outputs = new List<Tensor<float>>();
        for (var i = 0; i < t; i++)
        {
            (h, c) = Cell.Forward(x[.., i], h, c);
            outputs.Add(h);
        }

        var all = Tensor.Stack(outputs.ToArray(), dim: 1);
        return Head.Forward(h);
    }
}

public static class Program
{
    public static void Main()
    {
        var model = new Classifier(1000, 64, 128, 5);
        var words = Tensor.Randint(1000, [32, 20]);
        var loss = Tensor.CrossEntropy(model.Forward(words), Tensor.Zeros<long>(32));
        loss.Backward();
    }
}
