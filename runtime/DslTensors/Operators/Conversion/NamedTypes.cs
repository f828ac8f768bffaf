namespace DslTensors.Operators;

/// <summary>The elements as 64-bit reals (PyTorch's <c>double</c>); a tensor of that type is returned as it is.</summary>
/// <param name="input">The tensor.</param>
/// <returns>The converted tensor.</returns>
[TensorOp("s... -> s...", Method = "Double")]
public static partial class ToDouble
{
    private static Tensor<double> Compose<T>(Tensor<T> input)
        where T : unmanaged => input.To<double>();
}

/// <summary>The elements as 32-bit reals (PyTorch's <c>float</c>); a tensor of that type is returned as it is.</summary>
/// <param name="input">The tensor.</param>
/// <returns>The converted tensor.</returns>
[TensorOp("s... -> s...", Method = "Float")]
public static partial class ToFloat
{
    private static Tensor<float> Compose<T>(Tensor<T> input)
        where T : unmanaged => input.To<float>();
}

/// <summary>The elements as 16-bit reals (PyTorch's <c>half</c>); a tensor of that type is returned as it is.</summary>
/// <param name="input">The tensor.</param>
/// <returns>The converted tensor.</returns>
[TensorOp("s... -> s...", Method = "Half")]
public static partial class ToHalf
{
    private static Tensor<System.Half> Compose<T>(Tensor<T> input)
        where T : unmanaged => input.To<System.Half>();
}

/// <summary>The elements as 16-bit reals with the range of <see langword="float"/> (PyTorch's <c>bfloat16</c>); a tensor of that type is returned as it is.</summary>
/// <param name="input">The tensor.</param>
/// <returns>The converted tensor.</returns>
[TensorOp("s... -> s...", Method = "Bfloat16")]
public static partial class ToBfloat16
{
    private static Tensor<BFloat16> Compose<T>(Tensor<T> input)
        where T : unmanaged => input.To<BFloat16>();
}

/// <summary>The elements as 64-bit integers (PyTorch's <c>long</c>); a tensor of that type is returned as it is.</summary>
/// <param name="input">The tensor.</param>
/// <returns>The converted tensor.</returns>
[TensorOp("s... -> s...", Method = "Long")]
public static partial class ToLong
{
    private static Tensor<long> Compose<T>(Tensor<T> input)
        where T : unmanaged => input.To<long>();
}

/// <summary>The elements as 32-bit integers (PyTorch's <c>int</c>); a tensor of that type is returned as it is.</summary>
/// <param name="input">The tensor.</param>
/// <returns>The converted tensor.</returns>
[TensorOp("s... -> s...", Method = "Int")]
public static partial class ToInt
{
    private static Tensor<int> Compose<T>(Tensor<T> input)
        where T : unmanaged => input.To<int>();
}

/// <summary>The elements as 16-bit integers (PyTorch's <c>short</c>); a tensor of that type is returned as it is.</summary>
/// <param name="input">The tensor.</param>
/// <returns>The converted tensor.</returns>
[TensorOp("s... -> s...", Method = "Short")]
public static partial class ToShort
{
    private static Tensor<short> Compose<T>(Tensor<T> input)
        where T : unmanaged => input.To<short>();
}

/// <summary>The elements as 8-bit integers with a sign (PyTorch's <c>char</c>); a tensor of that type is returned as it is.</summary>
/// <param name="input">The tensor.</param>
/// <returns>The converted tensor.</returns>
[TensorOp("s... -> s...", Method = "Char")]
public static partial class ToChar
{
    private static Tensor<sbyte> Compose<T>(Tensor<T> input)
        where T : unmanaged => input.To<sbyte>();
}

/// <summary>The elements as 8-bit integers without a sign (PyTorch's <c>byte</c>); a tensor of that type is returned as it is.</summary>
/// <param name="input">The tensor.</param>
/// <returns>The converted tensor.</returns>
[TensorOp("s... -> s...", Method = "Byte")]
public static partial class ToByte
{
    private static Tensor<byte> Compose<T>(Tensor<T> input)
        where T : unmanaged => input.To<byte>();
}

/// <summary>The elements as truth values (PyTorch's <c>bool</c>); a tensor of that type is returned as it is.</summary>
/// <param name="input">The tensor.</param>
/// <returns>The converted tensor.</returns>
[TensorOp("s... -> s...", Method = "Bool")]
public static partial class ToBool
{
    private static Tensor<bool> Compose<T>(Tensor<T> input)
        where T : unmanaged => input.To<bool>();
}
