namespace DslTensors;

public abstract partial class Tensor
{
    /// <summary>All memory that the tensor lies in, as a tensor of rank 1.</summary>
    internal abstract Tensor WholeStorage();

    /// <summary>The same memory with another layout; <paramref name="offset"/> counts from the beginning of the memory.</summary>
    internal abstract Tensor InSameMemory(StridedLayout layout, int offset);
}

public sealed partial class Tensor<T>
{
    internal override Tensor WholeStorage() => new Tensor<T>(Storage, StridedLayout.Contiguous(Storage.Length));

    internal override Tensor InSameMemory(StridedLayout layout, int offset) => Alias(layout, offset);
}
