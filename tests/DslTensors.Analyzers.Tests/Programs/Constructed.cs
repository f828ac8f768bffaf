//~ _second = new Linear(hidden, outputs) => _second = new Linear(inputs + 1, outputs)
//~ : Base(inputs, 32) => : Base(inputs, 33)
//~ new Linear(32, 4) => new Linear(31, 4)
//~ new Deep(10, 4) => new Deep(11, 4)
//~ _table = Tensor.Zeros(7, 5) => _table = Tensor.Zeros(5, 7)
namespace Constructed;

[Module]
public partial class Net
{
    private readonly Linear _first;
    private readonly Linear _second;

    public Net(int inputs, int hidden, int outputs)
    {
        _first = new Linear(inputs, hidden);
        _second = new Linear(hidden, outputs);
    }

    public Tensor<float> Forward(Tensor<float> x) => _second.Forward(_first.Forward(x).Relu());
}

[Module]
public partial class Base(int inputs, int outputs)
{
    public Linear Layer { get; } = new(inputs, outputs);

    public Tensor<float> Encode(Tensor<float> x) => Layer.Forward(x);
}

[Module]
public partial class Deep(int inputs, int classes) : Base(inputs, 32)
{
    public Linear Head { get; } = new Linear(32, 4);

    public Tensor<float> Forward(Tensor<float> x) => Head.Forward(Encode(x)).Reshape(-1, classes);
}

public class Program
{
    private static readonly Tensor<float> _table = Tensor.Zeros(7, 5);

    private static Tensor<float> Rows(Tensor<float> x) => x.Matmul(_table);

    public static async Task<Tensor<float>> Run()
    {
        var net = new Net(10, 20, 3);
        var y = net.Forward(Tensor.Rand(8, 10));
        await Task.Yield();
        var deep = new Deep(10, 4);
        var z = deep.Forward(Tensor.Rand(8, 10));
        return y + z.Sum(1, keepDim: true) + Rows(Tensor.Rand(8, 7)).Mean(1, keepDim: true);
    }
}
