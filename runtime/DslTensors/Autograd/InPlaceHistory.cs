namespace DslTensors;

/// <summary>What an in-place write to a tensor of a graph has to keep; generated code calls it.</summary>
public static class InPlaceHistory
{
    /// <summary>
    /// The tensor as it is before the write: with the history that it has until then, and, where backward needs them, with its values.
    /// </summary>
    /// <param name="operation">The operator about to write.</param>
    /// <param name="target">The tensor about to be written.</param>
    /// <param name="keepsValues">Whether the gradient names the values that are about to go.</param>
    /// <exception cref="AutogradException">The tensor is a leaf that requires gradients or a view, outside <see cref="Autograd.NoGrad"/>.</exception>
    public static Tensor<T> Before<T>(string operation, Tensor<T> target, bool keepsValues)
        where T : unmanaged
    {
        target.CheckInPlace(operation);
        if (target.ViewBase is not null)
        {
            throw new AutogradException(
                $"{operation}: a value that requires gradients can't be written through a view, of shape {target.Shape} into a tensor of shape {target.ViewBase.Shape}, " +
                "whose history would not know of it. Put the parts together with operators that return new tensors, or write inside 'using (Autograd.NoGrad())'.");
        }

        return target.WithSameHistory(keepsValues);
    }

    /// <summary>An operand of an in-place kernel: a copy where it shares memory with the tensor that is written.</summary>
    /// <param name="operand">The operand.</param>
    /// <param name="target">The tensor about to be written.</param>
    public static TensorView<T> Operand<T>(Tensor<T> operand, Tensor target)
        where T : unmanaged => ReferenceEquals(operand.Storage, target.UntypedStorage) ? operand.AsView().Copy() : operand.AsView();
}
