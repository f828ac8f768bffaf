namespace DslTensors.Tests.Differentiation;

/// <summary>
/// Random programs of views and in-place writes, of views of views, of bases with other strides, through constants and detached tensors:
/// their gradients must be those that differences of their values give, to the second order.
/// </summary>
public class RandomAliasTests
{
    private static readonly int s_programs = Nightly.IsOn ? 3_000 : 150;

    [Fact]
    public void First_derivatives()
    {
        for (var seed = 0; seed < s_programs; seed++)
            Check(seed, x => Autograd.GradCheck(t => Run(t, seed), x, eps: 1e-6, atol: 1e-5, rtol: 1e-5));
    }

    [Fact]
    public void Second_derivatives()
    {
        for (var seed = 0; seed < s_programs / 3; seed++)
            Check(seed, x => Autograd.GradGradCheck(t => Run(t, seed), x, eps: 1e-6, atol: 1e-4, rtol: 1e-4));
    }

    private static void Check(int seed, Action<Tensor<double>> check)
    {
        var x = Tensor.From([0.3, 0.5, -0.4, 0.7, 0.2, -0.6, 0.9, 0.1, -0.8, 0.4, 0.6, -0.2], 3, 4);
        x.RequiresGrad = true;
        try
        {
            check(x);
        }
        catch (Exception error)
        {
            throw new InvalidOperationException($"program {seed}: {error.Message}", error);
        }
    }

    private static Tensor<double> Run(Tensor<double> x, int seed)
    {
        var random = new System.Random(seed);
        var tensors = new List<Tensor<double>> { Start(x, random) };
        for (var step = random.Next(2, 8); step > 0; step--)
        {
            var tensor = tensors[random.Next(tensors.Count)];
            if (random.Next(2) == 0)
                tensors.Add(View(tensor, random));
            else if (!tensor.Layout.HasInternalOverlap)
                Write(tensor, tensors, x, random);
        }

        // Whatever was made is read in the end, the oldest views too.
        var result = x.Sum() * 0;
        foreach (var tensor in tensors)
            result += (tensor.Square() * (random.NextDouble() + 0.5)).Sum();
        return result;
    }

    private static Tensor<double> Start(Tensor<double> x, System.Random random) => random.Next(5) switch
    {
        0 => Tensor.Full<double>([3, 4], 0.5),
        1 => Tensor.Full<double>([4, 3], 0.5).Transpose(0, 1).Detach(),
        2 => x.Sin().Transpose(0, 1),
        3 => Tensor.Full<double>([3, 8], 0.5)[.., 2..6].Detach(),
        _ => x * 1,
    };

    private static Tensor<double> View(Tensor<double> tensor, System.Random random)
    {
        if (tensor.Rank == 0)
            return tensor.Unsqueeze(0);
        var dim = random.Next(tensor.Rank);
        var size = tensor.Shape[dim];
        return random.Next(7) switch
        {
            0 when size > 1 => Narrowed(tensor, dim, random),
            1 when tensor.Rank > 1 => tensor.Select(dim, random.Next(size)),
            2 when tensor.Rank > 1 => tensor.Transpose(0, tensor.Rank - 1),
            3 when tensor.IsContiguous => tensor.View(-1),
            4 when tensor.Rank > 1 => tensor.Diagonal(0, 0, 1),
            5 when tensor.Rank == 1 => tensor.Expand(2, tensor.Shape[0]),
            _ => tensor.Unsqueeze(dim),
        };
    }

    private static Tensor<double> Narrowed(Tensor<double> tensor, int dim, System.Random random)
    {
        var start = random.Next(tensor.Shape[dim] - 1);
        return tensor.Narrow(dim, start, random.Next(1, tensor.Shape[dim] - start));
    }

    private static void Write(Tensor<double> target, List<Tensor<double>> tensors, Tensor<double> x, System.Random random)
    {
        switch (random.Next(6))
        {
            case 0:
                target.MulInPlace(0.7);
                break;
            case 1:
                target.MulInPlace(x.Sum());
                break;
            case 2:
                target.SinInPlace();
                break;
            case 3:
                target.CopyInPlace(Like(target, x));
                break;
            case 4:
                target.AddInPlace(tensors[random.Next(tensors.Count)].Mean());
                break;
            default:
                target.MulInPlace(Like(target, x) + 1);
                break;
        }
    }

    private static Tensor<double> Like(Tensor<double> target, Tensor<double> x)
    {
        var elements = x.Flatten();
        while (elements.Count < target.Count)
            elements = Tensor.Cat([elements, elements * 2]);
        return elements.Narrow(0, 0, (int)target.Count).Reshape(target.Shape.ToArray());
    }
}
