namespace DslTensors.Operators;

/// <summary>What splits along one fixed dimension have in common.</summary>
internal static class DimensionSplit
{
    /// <summary>So many parts of one size.</summary>
    public static Tensor<T>[] Equal<T>(string name, Tensor<T> input, int sections, int dim, int rank)
        where T : unmanaged
    {
        Check(name, input, rank);
        var at = input.Rank == 1 ? 0 : dim;
        if (sections <= 0 || input.Shape[at] % sections != 0)
            throw new ShapeException($"{name} attempted to split along dimension {at}, but the size of the dimension {input.Shape[at]} is not divisible by the split_size {sections}! TensorSplit takes numbers that do not divide it.");
        return TensorSplit.Apply(input, sections, at);
    }

    /// <summary>Parts that begin at given indices.</summary>
    public static Tensor<T>[] At<T>(string name, Tensor<T> input, int[] indices, int dim, int rank)
        where T : unmanaged
    {
        Check(name, input, rank);
        return TensorSplitAt.Apply(input, indices, input.Rank == 1 ? 0 : dim);
    }

    private static void Check(string name, Tensor input, int rank)
    {
        if (input.Rank < rank)
            throw new ShapeException($"{name} requires a tensor with at least {rank} dimension, but got a tensor with {input.Rank} dimensions! Its shape is {input.Shape}.");
    }
}
