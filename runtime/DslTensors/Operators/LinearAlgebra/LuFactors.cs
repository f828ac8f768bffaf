using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The steps that all LU decompositions share.</summary>
internal static class LuFactors
{
    /// <summary>The packed factors of flat matrices, the exchanges, the order of the rows, and which pivots are 0.</summary>
    public static (Tensor<T> Packed, Tensor<int> Pivots, Tensor<long> Order, Tensor<int> Info) Of<T>(Tensor<T> matrices, bool pivot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (rows, columns) = (matrices.Shape[1], matrices.Shape[2]);
        var size = Math.Min(rows, columns);
        var (pivots, order, info) = PivotedLu.Apply(matrices.Detach(), size, pivot);
        var ordered = pivot ? matrices.Gather(1, order.Unsqueeze(2).Expand(matrices.Shape.ToArray())) : matrices;
        var packed = SquareLu.Apply(ordered.Narrow(1, 0, size).Narrow(2, 0, size), null);
        if (columns > size)
            packed = Cat.Apply<T>([packed, TriangularSolution.Apply(packed, ordered.Narrow(2, size, columns - size), false, true, false, null)], 2, null);
        else if (rows > size)
            packed = Cat.Apply<T>([packed, TriangularSolution.Apply(packed, ordered.Narrow(1, size, rows - size).Transpose(1, 2), true, false, true, null).Transpose(1, 2)], 1, null);
        return (packed, pivots, order, info);
    }

    /// <summary>The lower factors, with their diagonal of ones, and the upper ones.</summary>
    public static (Tensor<T> L, Tensor<T> U) Unpacked<T>(Tensor<T> packed)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (rows, columns) = (packed.Shape[-2], packed.Shape[-1]);
        var size = Math.Min(rows, columns);
        return (packed.Narrow(-1, 0, size).Tril(-1) + Tensor.Eye<T>(rows, size), packed.Narrow(-2, 0, size).Triu());
    }

    /// <summary>The matrices P of P L U, for rows in an order.</summary>
    public static Tensor<T> Permutations<T>(Tensor<long> order)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var rows = order.Shape[-1];
        return Tensor.Eye<T>(rows).IndexSelect(0, order.Reshape(-1)).Reshape([.. order.Shape.ToArray(), rows]).Transpose(-2, -1);
    }
}
