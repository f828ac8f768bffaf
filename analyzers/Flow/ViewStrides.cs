using System.Linq;
using DslTensors.Generator.Models;
using DslTensors.Generator.Signatures;

namespace DslTensors.Analyzers.Flow;

/// <summary>Whether a view of other sizes can show elements that lie in another order than the dimensions: the rule by which the run time decides.</summary>
internal static class ViewStrides
{
    /// <summary>Whether a view of a tensor with these sizes must fail.</summary>
    public static bool Fails(GivenTensor tensor, SymbolicShape target) => tensor.Order.Count > 0
        ? !Fit(tensor.Shape, tensor.Order, target)
        : tensor.IsContiguous == false && target.Rank < tensor.Shape.Rank
            && target.Dims.All(size => size.Number is > 1) && tensor.Shape.Dims.All(size => size.Number is > 1) && Joins(tensor.Shape, target);

    // Where only that they are out of order is known. More dimensions may only split some, which a view can do in any order.
    private static bool Joins(SymbolicShape shape, SymbolicShape target) => target.Rank == 1 || shape.Rank == 2;

    /// <summary>True also where the sizes are not known.</summary>
    /// <param name="shape">The sizes of the tensor.</param>
    /// <param name="order">Its dimensions as they lie, the outermost first.</param>
    /// <param name="target">The sizes of the view.</param>
    public static bool Fit(SymbolicShape shape, EquatableArray<int> order, SymbolicShape target)
    {
        if (order.Count != shape.Rank || shape.Dims.Concat(target.Dims).Any(static size => size.Number is not > 0))
            return true;
        var sizes = shape.Dims.Select(static size => size.Number!.Value).ToArray();
        var strides = new long[sizes.Length];
        var stride = 1L;
        foreach (var dim in order.Reverse())
        {
            strides[dim] = stride;
            stride *= sizes[dim];
        }

        // Dimensions that lie one inside the other are one chunk, which the new sizes may divide as they like.
        var at = target.Rank - 1;
        var (chunk, last) = (1L, shape.Rank == 0 ? 1 : strides[shape.Rank - 1]);
        for (var dim = shape.Rank - 1; dim >= 0; dim--)
        {
            chunk *= sizes[dim];
            if (dim > 0 && (sizes[dim - 1] == 1 || strides[dim - 1] == chunk * last))
                continue;
            var filled = 1L;
            while (at >= 0 && (filled < chunk || target.Dims[at].Number == 1))
                filled *= target.Dims[at--].Number!.Value;
            if (filled != chunk)
                return false;
            if (dim > 0)
                (chunk, last) = (1, strides[dim - 1]);
        }

        return true;
    }
}
