namespace DslTensors.Operators;

/// <summary>The quotient of each pair of integers as a real number (PyTorch's <c>div</c>); truth values count as 0 and 1.</summary>
/// <param name="input">The dividend.</param>
/// <param name="other">The divisor.</param>
/// <returns>The quotients, in the shape that the inputs broadcast to.</returns>
/// <exception cref="ShapeException">The shapes don't broadcast.</exception>
[TensorOp("..., ... -> ...", Method = "Div", Symbol = "/", ElementTypes = ElementTypes.IntegersAndBool, Aliases = ["divide", "true_divide"])]
public static partial class DivOfIntegers
{
    private static Tensor<float> Compose<T>(Tensor<T> input, Tensor<T> other)
        where T : unmanaged => input.To<float>() / other.To<float>();
}

/// <summary>The quotient of each integer and a number as a real number (PyTorch's <c>div</c>).</summary>
/// <param name="input">The dividends.</param>
/// <param name="other">The divisor.</param>
/// <returns>The quotients.</returns>
[TensorOp("s... -> s...", Method = "Div", Symbol = "/", ElementTypes = ElementTypes.IntegersAndBool, Aliases = ["divide", "true_divide"])]
public static partial class DivOfIntegersByNumber
{
    private static Tensor<float> Compose<T>(Tensor<T> input, Scalar other)
        where T : unmanaged => input.To<float>() / other;
}

/// <summary>The quotient of a number and each integer as a real number (PyTorch's <c>div</c>).</summary>
/// <param name="input">The dividend.</param>
/// <param name="other">The divisors.</param>
/// <returns>The quotients.</returns>
[TensorOp("s... -> s...", Method = "Div", Symbol = "/", ElementTypes = ElementTypes.IntegersAndBool, Aliases = ["divide", "true_divide"])]
public static partial class DivOfNumberByIntegers
{
    private static Tensor<float> Compose<T>(Scalar input, Tensor<T> other)
        where T : unmanaged => input / other.To<float>();
}
