//~ x.Mean(2) => x.Mean(3)
//~ images.Shape is [var n, 3, var h, var w] => images.Shape is [var n, 4, var h, var w]
//~ Reshape(n, 3 * h * w) => Reshape(n, 2 * h * w)
//~ Expect("b 16") => Expect("b 17")
//~ rows.Matmul(Tensor.Rand(6, 2)) => rows.Matmul(Tensor.Rand(5, 2))
namespace Branches;

public static class Program
{
    public static Tensor<float> Pool(Tensor<float> x) => x.Rank switch
    {
        3 => x.Mean(2),
        2 => x,
        _ => throw new ArgumentException("rank"),
    };

    public static Tensor<float> Rows(Tensor<float> images)
    {
        if (images.Shape is [var n, 3, var h, var w])
            return images.Reshape(n, 3 * h * w);
        if (images.Rank != 2)
            throw new ArgumentException("rank");
        return images.Sum(1, keepDim: true);
    }

    public static Tensor<float> Checked(Tensor<float> x, bool twice)
    {
        var pictures = Rows(Tensor.Rand(5, 3, 2, 2));
        var y = x.Expect("b 16");
        var factor = twice ? 2 : 1;
        using var scope = Autograd.NoGrad();
        try
        {
            y = y.Matmul(Tensor.Rand(16, 4));
        }
        finally
        {
            Console.WriteLine(factor);
        }

        foreach (var row in Tensor.Rand(4, 3, 2).Unbind(0))
            Console.WriteLine(row.Transpose(0, 1).Shape);
        var rows = Tensor.Stack(Enumerable.Repeat(Tensor.Rand(6), 3).ToArray());
        var products = Enumerable.Range(0, 4).Select(i => rows.Matmul(Tensor.Rand(6, 2))).ToArray();
        return Tensor.Cat(products, 1) + y.Sum() + pictures.Sum();
    }
}
