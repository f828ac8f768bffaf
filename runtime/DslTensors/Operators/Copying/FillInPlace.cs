namespace DslTensors;

public sealed partial class Tensor<T>
{
    /// <summary>Overwrites all values with zeros (PyTorch's <c>zero_</c>).</summary>
    /// <returns>This tensor.</returns>
    /// <exception cref="AutogradException">This tensor is a leaf that requires gradients, outside <see cref="Autograd.NoGrad"/>.</exception>
    public Tensor<T> ZeroInPlace() => FillInPlace(0);

    /// <summary>Overwrites all values with one number (PyTorch's <c>fill_</c>).</summary>
    /// <param name="value">The number.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="AutogradException">This tensor is a leaf that requires gradients, outside <see cref="Autograd.NoGrad"/>.</exception>
    public Tensor<T> FillInPlace(Scalar value) => CopyInPlace(ScalarTensor.Exactly(this, value));

    /// <summary>Overwrites all values with one element (PyTorch's <c>fill_</c>); gradients flow to it.</summary>
    /// <param name="value">The element, of rank 0.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ShapeException">There are several elements.</exception>
    /// <exception cref="AutogradException">This tensor is a leaf that requires gradients, outside <see cref="Autograd.NoGrad"/>.</exception>
    public Tensor<T> FillInPlace(Tensor<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Rank != 0)
            throw new ShapeException($"fill_ only supports 0-dimension value tensor but got tensor with {value.Rank} dimensions. Use CopyInPlace for tensors that broadcast.");
        return CopyInPlace(value);
    }
}
