namespace DslTensors;

/// <summary>Numbers as operands of elementwise operators.</summary>
public static class ScalarTensor
{
    /// <summary>
    /// A tensor of rank 0 in main memory, which goes with tensors of any device; it broadcasts to any shape. Integers wrap around, as arithmetic with them does.
    /// </summary>
    public static Tensor<T> Like<T>(Tensor<T> other, Scalar value)
        where T : unmanaged
    {
        var tensor = Tensor<T>.Allocate(Device.Cpu, StridedLayout.Scalar);
        tensor.AsView().Origin = value.To<T>();
        return tensor;
    }

    /// <summary>Whether numbers are constants of a loop over elements of type <typeparamref name="T"/>, and need no tensor.</summary>
    public static bool IsConstant<T>()
        where T : unmanaged => typeof(T) == typeof(float) || typeof(T) == typeof(double);

    /// <summary>A number as a constant of a loop, rounded as an element is.</summary>
    public static double Constant<T>(Scalar value)
        where T : unmanaged => typeof(T) == typeof(float) ? (float)value.ToDouble() : value.ToDouble();

    /// <summary>As <see cref="Like"/>, of a number that becomes an element itself.</summary>
    /// <exception cref="TensorException">An integer has no place in the element type.</exception>
    public static Tensor<T> Exactly<T>(Tensor<T> other, Scalar value)
        where T : unmanaged
    {
        value.CheckRange<T>();
        return Like(other, value);
    }
}
