using DslTensors.Operators;

namespace DslTensors;

public abstract partial class Tensor
{
    /// <summary>
    /// The elements converted to another type (PyTorch's <c>to(dtype)</c>): reals to integers towards zero, booleans to 0 and 1, anything
    /// but 0 to true. A tensor that has the type already is returned as it is.
    /// </summary>
    /// <typeparam name="TResult">The other type.</typeparam>
    /// <returns>A tensor of the other type.</returns>
    [OperatorSignature("to", "s... -> s...", Differentiable = ["input"])]
    public Tensor<TResult> To<TResult>()
        where TResult : unmanaged => this as Tensor<TResult> ?? ConvertTo<TResult>();

    private protected abstract Tensor<TResult> ConvertTo<TResult>()
        where TResult : unmanaged;
}

public sealed partial class Tensor<T>
{
    private protected override Tensor<TResult> ConvertTo<TResult>() => Converted.Apply<T, TResult>(this, null);
}
