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
    /// <param name="isOverwritten">Whether nothing of these values is left.</param>
    /// <exception cref="AutogradException">The tensor is a leaf that requires gradients, or a view that can't be written, outside <see cref="Autograd.NoGrad"/>.</exception>
    public static Tensor<T> Before<T>(string operation, Tensor<T> target, bool keepsValues, bool isOverwritten = false)
        where T : unmanaged
    {
        target.CheckInPlace(operation);
        target.CheckRecordedWrite();

        // The tensor that a view shows gets zeros there anyway.
        return isOverwritten && target.IsView ? target.Detach() : target.WithSameHistory(keepsValues);
    }

    /// <summary>Ends a recorded write: where the tensor is a view, the tensor that it shows learns of it.</summary>
    /// <param name="target">The tensor, whose step is the one that wrote.</param>
    public static void After(Tensor target) => target.GiveHistoryToBase();

    /// <summary>An operand of an in-place kernel: a copy where it shares memory with the tensor that is written.</summary>
    /// <param name="operand">The operand.</param>
    /// <param name="target">The tensor about to be written.</param>
    public static TensorView<T> Operand<T>(Tensor<T> operand, Tensor target)
        where T : unmanaged => ReferenceEquals(operand.Storage, target.UntypedStorage) ? operand.AsView().Copy() : operand.AsView();
}
