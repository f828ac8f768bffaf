using DslTensors.Cpu;

namespace DslTensors.Tests.Cpu.Convolutions;

/// <summary>Convolutions and their two gradients against the definition, on whole numbers, so that every sum is exact.</summary>
public class ConvolutionKernelTests
{
    /// <summary>Images, weight, stride, zeros before, dilation, groups; the size of the result follows, with some places that reach beyond the input.</summary>
    public static TheoryData<int[], int[], int[], int[], int[], int> Cases => new()
    {
        { [1, 1, 1], [1, 1, 1], [1], [0], [1], 1 },
        { [3, 4, 50], [5, 4, 3], [1], [1], [1], 1 },
        { [2, 40, 30], [9, 40, 7], [1], [3], [1], 1 },
        { [2, 6, 33], [4, 3, 4], [3], [2], [2], 2 },
        { [20, 3, 9, 8], [5, 3, 3, 3], [1, 1], [1, 1], [1, 1], 1 },
        { [2, 32, 9, 8], [10, 32, 3, 3], [1, 1], [1, 1], [1, 1], 1 },
        { [3, 70, 5, 6], [17, 70, 2, 2], [2, 1], [0, 1], [1, 2], 1 },
        { [2, 12, 13, 17], [12, 1, 3, 3], [1, 1], [1, 1], [1, 1], 12 },
        { [2, 12, 13, 17], [6, 4, 3, 5], [2, 3], [1, 2], [1, 1], 3 },
        { [1, 20, 40, 40], [3, 20, 1, 1], [1, 1], [0, 0], [1, 1], 1 },
        { [1, 2, 31, 64], [4, 2, 3, 3], [1, 1], [1, 1], [1, 1], 1 },
        { [2, 4, 5, 6, 7], [6, 2, 2, 3, 2], [1, 2, 3], [1, 0, 1], [2, 1, 1], 2 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Results_and_gradients_are_those_of_the_definition(int[] input, int[] weight, int[] stride, int[] before, int[] dilation, int groups)
    {
        var geometry = new ConvolutionGeometry(stride, before, dilation, groups);
        int[] result = [input[0], weight[0], .. Enumerable.Range(0, geometry.Rank).Select(i => 1 + ((input[2 + i] + before[i]) / stride[i]))];
        var (a, b, c) = (Elements(Numbers<double>(input, 1)), Elements(Numbers<double>(weight, 2)), Elements(Numbers<double>(result, 3)));
        var (products, inputGradient, weightGradient) = (new double[c.Length], new double[a.Length], new double[b.Length]);
        ConvolutionDefinition.Visit(input, weight, result, geometry, (i, k, o) =>
        {
            products[o] += a[i] * b[k];
            inputGradient[i] += c[o] * b[k];
            weightGradient[k] += c[o] * a[i];
        });

        Check<double>(input, weight, result, geometry, products, inputGradient, weightGradient);
        Check<float>(input, weight, result, geometry, products, inputGradient, weightGradient);
        Check<long>(input, weight, result, geometry, products, inputGradient, weightGradient);
    }

    private static void Check<T>(int[] input, int[] weight, int[] result, ConvolutionGeometry geometry, double[] products, double[] inputGradient, double[] weightGradient)
        where T : unmanaged, System.Numerics.INumber<T>
    {
        var (x, w, g) = (Numbers<T>(input, 1), Numbers<T>(weight, 2), Numbers<T>(result, 3));
        var (y, dx, dw) = (Room<T>(result), Room<T>(input), Room<T>(weight));
        ConvolutionKernel.Run(x, w, null, y, geometry);
        ConvolutionInputKernel.Run(g, w, null, dx, geometry);
        ConvolutionWeightKernel.Run(x, g, dw, geometry);
        Assert.Equal(products, Elements(y));
        Assert.Equal(inputGradient, Elements(dx));
        Assert.Equal(weightGradient, Elements(dw));
    }

    private static TensorView<T> Numbers<T>(int[] sizes, int seed)
        where T : unmanaged, System.Numerics.INumber<T>
    {
        var view = Room<T>(sizes);
        var random = new System.Random(seed);
        for (var i = 0; i < view.Count; i++)
            view.Span[i] = T.CreateChecked(random.Next(-3, 4));
        return view;
    }

    // Filled with what would be noticed if it were read.
    private static TensorView<T> Room<T>(int[] sizes)
        where T : unmanaged, System.Numerics.INumber<T>
    {
        var layout = StridedLayout.Contiguous(sizes);
        var array = new T[layout.Count + 3];
        array.AsSpan().Fill(T.CreateChecked(1_000_003));
        return new TensorView<T>(array, 3, layout);
    }

    private static double[] Elements<T>(TensorView<T> view)
        where T : unmanaged, System.Numerics.INumber<T> => [.. view.Span.ToArray().Select(double.CreateChecked)];
}
