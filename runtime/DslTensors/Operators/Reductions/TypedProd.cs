using System.Numerics;
using DslTensors.Cpu;
using DslTensors.Lanes;

namespace DslTensors.Operators;

/// <summary>The product along a dimension in the type of the elements (PyTorch's <c>prod</c> with <c>dtype</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="dim">The dimension; by default the whole tensor.</param>
/// <param name="keepDim">Keep the dimension with size 1.</param>
/// <returns>The products; integers wrap around.</returns>
[TensorOp("s... -> reduce(s, dim, keepDim)", Method = "Prod", IsInternal = true)]
public static partial class TypedProd
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> result, int? dim = null, bool keepDim = false)
        where T : unmanaged, INumber<T> => ReductionLoop.Run(default(ProductReduction), input, Along(dim).Flags(input.Rank), result);

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<T> input, int? dim, bool keepDim)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        ReducedGradient.KeepDims(grad, input.Shape, Along(dim), keepDim) * (Autograd.IsGradEnabled ? RecordedOthers(input, dim) : ProductOfOthers.Apply(input, dim, null));

    // For higher derivatives: the same in operators that have gradients, at a quadratic cost.
    private static Tensor<T> RecordedOthers<T>(Tensor<T> input, int? dim)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var line = dim is null || input.Rank == 0 ? input.Reshape(-1) : input;
        var at = dim is { } one ? Dimension.Wrap(one, line.Rank) : 0;
        var count = line.Shape[at];
        if (count == 0)
            return input;
        var others = new Tensor<T>[count];
        for (var i = 0; i < count; i++)
            others[i] = Tensor.Cat([line.Narrow(at, 0, i), line.Narrow(at, i + 1, count - i - 1)], at).Prod(at, keepDim: true);
        return Tensor.Cat(others, at).Reshape(input.Shape.ToArray());
    }

    private static Dims Along(int? dim) => dim is { } one ? one : default(Dims);
}
