namespace DslTensors;

public abstract partial class Tensor
{
    /// <summary>A leaf with the same values that requires gradients if this one does, as PyTorch's <c>deepcopy</c> makes it.</summary>
    internal Tensor CopyLeaf() => AsLeafLikeThis(CopyValues());

    /// <summary>Like <see cref="CopyLeaf"/>, with elements of another type.</summary>
    internal Tensor ConvertLeaf<TTo>()
        where TTo : unmanaged
    {
        using (Autograd.NoGrad())
            return AsLeafLikeThis(this is Tensor<TTo> ? CopyValues() : To<TTo>());
    }

    private protected abstract Tensor CopyValues();

    private Tensor AsLeafLikeThis(Tensor copy)
    {
        if (!IsLeaf)
        {
            throw new AutogradException(
                "Only Tensors created explicitly by the user (graph leaves) support the deepcopy protocol at the moment. " +
                $"A member of the module holds a result of a recorded operator, of shape {Shape}; keep x.Detach() of it instead.");
        }

        copy.RequiresGrad = RequiresGrad;
        return copy;
    }
}

public sealed partial class Tensor<T>
{
    private protected override Tensor CopyValues() => Detach().Clone();
}
