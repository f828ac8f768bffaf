using System.Numerics;

namespace DslTensors.Operators;

/// <summary>PyTorch's gradients of <c>scatter_reduce</c>.</summary>
internal static class ScatterReduceGradient
{
    public static Tensor<T> OfInput<T>(Tensor<T> grad, Tensor<T> input, Tensor<long> index, Tensor<T> src, Tensor<T> result, int dim, ScatterReduction reduce, bool includeSelf)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        switch (reduce)
        {
            case ScatterReduction.Sum:
                return grad;
            case ScatterReduction.Mean:
                return grad / Counts(grad, index, src, dim, includeSelf);
            case ScatterReduction.Prod:
                var nonzero = Tensor.Where(input.Eq(0), 1, input);
                return grad * nonzero.ScatterReduce(dim, index, src, reduce, includeSelf) / nonzero;
            default:
                return Chosen(grad, input, index, src, result, dim).Share * input.Eq(result).To<T>();
        }
    }

    public static Tensor<T> OfSrc<T>(Tensor<T> grad, Tensor<T> input, Tensor<long> index, Tensor<T> src, Tensor<T> result, int dim, ScatterReduction reduce, bool includeSelf)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        switch (reduce)
        {
            case ScatterReduction.Sum:
                return PickedGradient.Of(grad, dim, index, src.Shape);
            case ScatterReduction.Mean:
                return PickedGradient.Of(grad / Counts(grad, index, src, dim, includeSelf), dim, index, src.Shape);
            case ScatterReduction.Prod:
                return OfFactor(grad, input, index, src, result, dim, includeSelf);
            default:
                var (share, isChosen) = Chosen(grad, input, index, src, result, dim);
                return PickedGradient.Of(share, dim, index, src.Shape) * isChosen;
        }
    }

    // The one factor 0 of a product has the product of the others as its derivative, which a division would not find.
    private static Tensor<T> OfFactor<T>(Tensor<T> grad, Tensor<T> input, Tensor<long> index, Tensor<T> src, Tensor<T> result, int dim, bool includeSelf)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var isZero = src.Eq(0);
        var zeros = PickedGradient.Of(Tensor.ZerosLike(grad).ScatterAdd(dim, index, isZero.To<T>()), dim, index, src.Shape);
        var isOnlyZero = isZero.LogicalAnd(zeros.Eq(1));
        var others = input.ScatterReduce(dim, index, Tensor.Where(isOnlyZero, 1, src), ScatterReduction.Prod, includeSelf);
        return Tensor.Where(
            isOnlyZero,
            PickedGradient.Of(grad * others, dim, index, src.Shape),
            PickedGradient.Of(grad * result, dim, index, src.Shape) / Tensor.Where(isZero, 1, src));
    }

    private static Tensor<T> Counts<T>(Tensor<T> grad, Tensor<long> index, Tensor<T> src, int dim, bool includeSelf)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var counts = (includeSelf ? Tensor.OnesLike(grad) : Tensor.ZerosLike(grad)).ScatterAdd(dim, index, Tensor.OnesLike(src));
        return Tensor.Where(counts.Eq(0), 1, counts);
    }

    private static (Tensor<T> Share, Tensor<T> IsChosen) Chosen<T>(Tensor<T> grad, Tensor<T> input, Tensor<long> index, Tensor<T> src, Tensor<T> result, int dim)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var isChosen = src.Eq(PickedGradient.Of(result, dim, index, src.Shape)).To<T>();
        var chosen = input.Eq(result).To<T>().ScatterAdd(dim, index, isChosen);
        return (grad / Tensor.Where(chosen.Eq(0), 1, chosen), isChosen);
    }
}
