using System.Numerics;

namespace DslTensors.Operators;

/// <summary>Elements of another tensor combined at given places along a dimension (PyTorch's <c>scatter_reduce</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="dim">The dimension.</param>
/// <param name="index">Where each element goes.</param>
/// <param name="src">The elements, at least as many in each dimension as there are indices.</param>
/// <param name="reduce">How elements that go to one place are combined.</param>
/// <param name="includeSelf">Whether the tensor's own element is one of them; otherwise it is only kept where nothing goes.</param>
/// <returns>A tensor of the shape of <paramref name="input"/>.</returns>
/// <exception cref="DimensionException">The dimension or an index is out of range.</exception>
/// <exception cref="ShapeException">The ranks differ, or the indices are larger than a tensor.</exception>
[TensorOp("s..., i..., e... -> scattered(s, i, dim, e)", InPlace = true)]
public static partial class ScatterReduce
{
    private static void Forward<T>(TensorView<T> input, int dim, TensorView<long> index, TensorView<T> src, TensorView<T> result, ScatterReduction reduce, bool includeSelf = true)
        where T : unmanaged, INumber<T>
    {
        var offsets = PickedOffsets.Of("scatter_reduce", result.Layout, dim, index, src.Layout);
        StridedCopy.RunUnlessSame(input, result);
        var elements = Scatter.Elements(index.Layout, src);
        var counts = new Dictionary<int, int>();
        for (var i = 0; i < offsets.Length; i++)
        {
            ref var place = ref result.Array[result.Offset + offsets[i]];
            var count = counts.GetValueOrDefault(offsets[i], includeSelf ? 1 : 0);
            place = count == 0 ? elements[i] : Combine(reduce, place, elements[i]);
            counts[offsets[i]] = count + 1;
        }

        if (reduce != ScatterReduction.Mean)
            return;
        foreach (var (offset, count) in counts)
            result.Array[result.Offset + offset] = FloorOfIntegers(result.Array[result.Offset + offset], T.CreateTruncating(count));
    }

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<T> input, Tensor<long> index, Tensor<T> src, Tensor<T> result, int dim, ScatterReduction reduce, bool includeSelf)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var gradient = ScatterReduceGradient.OfInput(grad, input, index, src, result, dim, reduce, includeSelf);
        return includeSelf ? gradient : gradient.Scatter(dim, index, 0);
    }

    private static Tensor<T> GradSrc<T>(Tensor<T> grad, Tensor<T> input, Tensor<long> index, Tensor<T> src, Tensor<T> result, int dim, ScatterReduction reduce, bool includeSelf)
        where T : unmanaged, IFloatingPointIeee754<T> => ScatterReduceGradient.OfSrc(grad, input, index, src, result, dim, reduce, includeSelf);

    private static T Combine<T>(ScatterReduction reduce, T sum, T element)
        where T : unmanaged, INumber<T> => reduce switch
        {
            ScatterReduction.Prod => sum * element,
            ScatterReduction.Amax => T.Max(sum, element),
            ScatterReduction.Amin => T.Min(sum, element),
            _ => sum + element,
        };

    private static T FloorOfIntegers<T>(T sum, T count)
        where T : unmanaged, INumber<T>
    {
        var quotient = sum / count;
        var isInteger = T.IsZero(T.One / (T.One + T.One));
        return isInteger && T.IsNegative(sum) && quotient * count != sum ? quotient - T.One : quotient;
    }
}
