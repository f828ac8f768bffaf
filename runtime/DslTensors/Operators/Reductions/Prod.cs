using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The product along a dimension (PyTorch's <c>prod</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="dim">The dimension; by default the whole tensor.</param>
/// <param name="keepDim">Keep the dimension with size 1.</param>
/// <returns>The products; 1 where there is nothing to multiply.</returns>
/// <exception cref="DimensionException">The dimension is out of range.</exception>
[TensorOp("s... -> reduce(s, dim, keepDim)", HalvesInFloat = false)]
public static partial class Prod
{
    private static Tensor<T> Compose<T>(Tensor<T> input, int? dim = null, bool keepDim = false)
        where T : unmanaged, IFloatingPointIeee754<T> => TypedProd.Apply(input, dim, keepDim, null);
}

/// <summary>For each element the product of the others along a dimension, exact also where one is 0.</summary>
[TensorOp("s... -> s...", Name = "prod_backward", IsInternal = true, NonDifferentiable = true)]
public static partial class ProductOfOthers
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> result, int? dim)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var source = input.Dense().Span;
        var (outer, inner) = dim is { } one ? SliceSizes.Around(input.Sizes, Dimension.Wrap(one, input.Rank)) : (1, 1);
        var count = outer * inner == 0 ? 0 : source.Length / (outer * inner);
        for (var line = 0; line < outer * inner; line++)
        {
            var first = (line / inner * count * inner) + (line % inner);
            var product = T.One;
            for (var i = 0; i < count; i++)
            {
                result.Span[first + (i * inner)] = product;
                product *= source[first + (i * inner)];
            }

            product = T.One;
            for (var i = count - 1; i >= 0; i--)
            {
                result.Span[first + (i * inner)] *= product;
                product *= source[first + (i * inner)];
            }
        }
    }
}
