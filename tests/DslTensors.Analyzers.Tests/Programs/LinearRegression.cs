//~ x.Matmul(w) => w.Matmul(x)
//~ Tensor.Zeros(3, 1) => Tensor.Zeros(1, 3)
//~ Tensor.Randn(100, 1) => Tensor.Randn(100)
//~ y.Mean(0) => y.Mean(2)
namespace Regression;

public static class Program
{
    public static void Main()
    {
        var x = Tensor.Randn(100, 3);
        var y = x.Matmul(Tensor.From<float>([2f, -1f, 0.5f], 3, 1)) + 0.1 * Tensor.Randn(100, 1);
        var w = Tensor.Zeros(3, 1);
        w.RequiresGrad = true;
        var b = Tensor.Zeros(1);
        b.RequiresGrad = true;
        var optimizer = new Sgd([w, b], lr: 0.1);
        for (var epoch = 0; epoch < 200; epoch++)
        {
            var predicted = x.Matmul(w) + b;
            var loss = Tensor.MseLoss(predicted, y);
            optimizer.ZeroGrad();
            loss.Backward();
            optimizer.Step();
        }

        var mean = y.Mean(0);
        Console.WriteLine($"{w} {b} {mean}");
    }
}
