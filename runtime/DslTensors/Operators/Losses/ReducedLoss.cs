using System.Numerics;

namespace DslTensors.Operators;

/// <summary>What losses of single elements have in common: their mean, their sum, or all of them.</summary>
internal static class ReducedLoss
{
    public static Tensor<T> Of<T>(Tensor<T> losses, Reduction reduction)
        where T : unmanaged, IFloatingPointIeee754<T> => reduction switch
        {
            Reduction.None => losses,
            Reduction.Sum => losses.Sum(),
            _ => losses.Mean(),
        };
}
