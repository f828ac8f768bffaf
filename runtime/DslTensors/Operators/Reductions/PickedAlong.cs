using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The gradient of reductions that pick one element along a dimension.</summary>
internal static class PickedAlong
{
    public static Tensor<T> Gradient<T>(Tensor<T> grad, Tensor<long> indices, Shape input, int dim, bool keepDim)
        where T : unmanaged, IFloatingPointIeee754<T> => input.Rank == 0
            ? grad
            : grad.NewZeros(input.ToArray()).ScatterAdd(dim, ReducedGradient.KeepDims(indices, input, dim, keepDim), ReducedGradient.KeepDims(grad, input, dim, keepDim));
}
