namespace DslTensors;

/// <summary>What a step holds in the place of a tensor that it saved inside <see cref="Autograd.Checkpoint{T}(Func{Tensor{T}, Tensor{T}}, Tensor{T})"/>.</summary>
/// <param name="recomputation">The part of the computation that made the tensor.</param>
/// <param name="index">Its number among those that the part saves.</param>
/// <param name="history">The step that made it.</param>
/// <param name="shape">Its shape.</param>
internal sealed class RecomputedTensor(Recomputation recomputation, int index, Node? history, Shape shape)
{
    public Tensor<T> Get<T>()
        where T : unmanaged
    {
        var value = recomputation.Value(index);
        if (value is not Tensor<T> typed || !typed.Shape.Equals(shape))
        {
            throw new AutogradException(
                "torch.utils.checkpoint: Recomputed values for the following tensors have different metadata than during the forward pass: " +
                $"shape {shape} was {value.DType} {value.Shape} the second time. The function given to Autograd.Checkpoint must compute the same each time.");
        }

        return typed.WithHistory(history);
    }

    public void Release() => recomputation.Release(index);
}
