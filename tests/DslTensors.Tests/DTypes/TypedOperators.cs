using System.Numerics;

namespace DslTensors.Tests.DTypes;

/// <summary>How many bits of each element are set: for integers only, and of another type than they are.</summary>
[TensorOp("s... -> s...", ElementTypes = ElementTypes.Int | ElementTypes.Byte, NonDifferentiable = true)]
internal static partial class CountBits
{
    private static void Forward<T>(TensorView<T> input, TensorView<long> result)
        where T : unmanaged, IBinaryInteger<T>
    {
        var elements = input.Dense().Span;
        for (var i = 0; i < elements.Length; i++)
            result.Span[i] = long.CreateTruncating(T.PopCount(elements[i]));
    }
}

/// <summary>The cubes, computed in the type <c>TResult</c>.</summary>
[TensorOp("s... -> s...", Method = "Cubed")]
internal static partial class CubedAs
{
    private static Tensor<TResult> Compose<TResult>(Tensor input)
        where TResult : unmanaged, INumber<TResult> => input.To<TResult>() * input.To<TResult>() * input.To<TResult>();
}

/// <summary>Each element less the mean of all, whose sum small types would round at every step.</summary>
[TensorOp("s... -> s...")]
internal static partial class Centered
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> result)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var elements = input.Dense().Span;
        var sum = T.Zero;
        foreach (var element in elements)
            sum += element;
        for (var i = 0; i < elements.Length; i++)
            result.Span[i] = elements[i] - (sum / T.CreateTruncating(elements.Length));
    }

    private static Tensor<T> GradInput<T>(Tensor<T> grad)
        where T : unmanaged, IFloatingPointIeee754<T> => grad - grad.Mean();
}
