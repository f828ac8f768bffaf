namespace DslTensors;

public sealed partial class Tensor<T>
{
    /// <summary>Overwrites the values with those of a tensor that broadcasts to this one's shape (PyTorch's <c>copy_</c>); gradients flow to the source.</summary>
    /// <param name="source">The values.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ShapeException">The source does not broadcast to this tensor's shape.</exception>
    /// <exception cref="AutogradException">This tensor is a leaf that requires gradients, outside <see cref="Autograd.NoGrad"/>.</exception>
    public Tensor<T> CopyInPlace(Tensor<T> source)
    {
        if (typeof(T) == typeof(float))
            return Operators.Copying.CopyInPlace(As<float>(), source.As<float>()).As<T>();
        if (typeof(T) == typeof(double))
            return Operators.Copying.CopyInPlace(As<double>(), source.As<double>()).As<T>();
        if (typeof(T) == typeof(BFloat16))
            return Operators.Copying.CopyInPlace(As<BFloat16>(), source.As<BFloat16>()).As<T>();
        if (typeof(T) == typeof(Half))
            return Operators.Copying.CopyInPlace(As<Half>(), source.As<Half>()).As<T>();
        return ElementwiseDispatch.RunInPlace("copy_", default(Operators.Copying.CopyMap), this, source);
    }
}
