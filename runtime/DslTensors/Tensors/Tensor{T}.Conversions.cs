namespace DslTensors;

/// <summary>
/// Numbers where a tensor is expected, as in <c>x[mask] = 0</c>: a tensor of rank 0. The conversion from <see cref="Scalar"/> stands among them
/// so that overloads which take a scalar are preferred to those which take a tensor.
/// </summary>
public sealed partial class Tensor<T>
{
    /// <summary>A tensor of rank 0.</summary>
    /// <exception cref="TensorException">A real number is given for an integer type, which would lose its fraction.</exception>
    public static implicit operator Tensor<T>(Scalar? value) => value is { } number ? Tensor.From(number.To<T>()) : null!;

    /// <inheritdoc cref="op_Implicit(Scalar?)"/>
    public static implicit operator Tensor<T>(int value) => (Scalar)value;

    /// <inheritdoc cref="op_Implicit(Scalar?)"/>
    public static implicit operator Tensor<T>(long value) => (Scalar)value;

    /// <inheritdoc cref="op_Implicit(Scalar?)"/>
    public static implicit operator Tensor<T>(float value) => (Scalar)value;

    /// <inheritdoc cref="op_Implicit(Scalar?)"/>
    public static implicit operator Tensor<T>(double value) => (Scalar)value;

    /// <inheritdoc cref="op_Implicit(Scalar?)"/>
    public static implicit operator Tensor<T>(Half value) => (Scalar)value;

    /// <inheritdoc cref="op_Implicit(Scalar?)"/>
    public static implicit operator Tensor<T>(BFloat16 value) => (Scalar)value;

    /// <inheritdoc cref="op_Implicit(Scalar?)"/>
    public static implicit operator Tensor<T>(bool value) => (Scalar)(value ? 1 : 0);
}
