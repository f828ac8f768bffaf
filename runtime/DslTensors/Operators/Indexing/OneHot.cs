namespace DslTensors.Operators;

/// <summary>For each class index a row that is 1 at that class and 0 elsewhere (PyTorch's <c>nn.functional.one_hot</c>).</summary>
/// <param name="input">The classes, 0 or more.</param>
/// <param name="numClasses">The number of classes; by default the greatest one and 1.</param>
/// <returns>A tensor with one dimension more.</returns>
/// <exception cref="DimensionException">A class is out of range.</exception>
[TensorOp("s... -> oneHot(s, numClasses)", NonDifferentiable = true)]
public static partial class OneHot
{
    private static Tensor<long> Compose(Tensor<long> input, int numClasses = -1)
    {
        var classes = input.ToArray();
        var width = numClasses < 0 && classes.Length > 0 ? (int)classes.Max() + 1 : numClasses;
        var rows = new long[classes.Length * Math.Max(0, width)];
        for (var i = 0; i < classes.Length; i++)
        {
            if (classes[i] < 0)
                throw new DimensionException($"Class values must be non-negative. one_hot: the class at position {i} is {classes[i]}.");
            if (classes[i] >= width)
                throw new DimensionException($"Class values must be smaller than num_classes. one_hot: the class at position {i} is {classes[i]}, and numClasses is {width}.");
            rows[(i * width) + (int)classes[i]] = 1;
        }

        return Tensor.From(rows, [.. input.Layout.Sizes, width]).To(input.Device);
    }
}
