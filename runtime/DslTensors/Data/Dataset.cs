using System.Runtime.CompilerServices;

namespace DslTensors;

/// <summary>Datasets of tensors and lists.</summary>
public static class Dataset
{
    /// <summary>The rows of a tensor; a batch is a tensor of some of them.</summary>
    /// <param name="tensor">The rows along the first dimension.</param>
    /// <exception cref="ShapeException">The tensor is a scalar.</exception>
    [OverloadResolutionPriority(1)]
    public static Dataset<Tensor<T>> Of<T>(Tensor<T> tensor)
        where T : unmanaged => new TensorDataset<Tensor<T>>([tensor], rows => rows.Of(tensor));

    /// <summary>The rows of two tensors, of which the first belong together, the second, and so on (PyTorch's <c>TensorDataset</c>).</summary>
    /// <param name="first">For example images.</param>
    /// <param name="second">For example their labels.</param>
    /// <exception cref="ShapeException">The numbers of rows differ.</exception>
    public static Dataset<(Tensor<T1> First, Tensor<T2> Second)> Of<T1, T2>(Tensor<T1> first, Tensor<T2> second)
        where T1 : unmanaged
        where T2 : unmanaged => new TensorDataset<(Tensor<T1>, Tensor<T2>)>([first, second], rows => (rows.Of(first), rows.Of(second)));

    /// <summary>The rows of three tensors, of which the first belong together, the second, and so on (PyTorch's <c>TensorDataset</c>).</summary>
    /// <param name="first">For example images.</param>
    /// <param name="second">For example their labels.</param>
    /// <param name="third">For example their weights.</param>
    /// <exception cref="ShapeException">The numbers of rows differ.</exception>
    public static Dataset<(Tensor<T1> First, Tensor<T2> Second, Tensor<T3> Third)> Of<T1, T2, T3>(Tensor<T1> first, Tensor<T2> second, Tensor<T3> third)
        where T1 : unmanaged
        where T2 : unmanaged
        where T3 : unmanaged =>
        new TensorDataset<(Tensor<T1>, Tensor<T2>, Tensor<T3>)>([first, second, third], rows => (rows.Of(first), rows.Of(second), rows.Of(third)));

    /// <summary>The items of a list, which may make them when they are asked for; a function of one's own puts a batch together.</summary>
    /// <param name="items">The items. A loader that prefetches asks for them on another thread.</param>
    /// <param name="collate">Makes a batch of some items.</param>
    public static Dataset<TBatch> Of<TItem, TBatch>(IReadOnlyList<TItem> items, Func<IReadOnlyList<TItem>, TBatch> collate)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(collate);
        return new ListDataset<TItem, TBatch>(items, collate);
    }

    /// <summary>Numbers; a batch is a vector of some.</summary>
    /// <param name="items">The numbers.</param>
    public static Dataset<Tensor<T>> Of<T>(IReadOnlyList<T> items)
        where T : unmanaged => Of(items, batch => Tensor.From([.. batch]));

    /// <summary>Tensors of one shape; a batch stacks some along a new first dimension.</summary>
    /// <param name="items">The tensors.</param>
    public static Dataset<Tensor<T>> Of<T>(IReadOnlyList<Tensor<T>> items)
        where T : unmanaged => Of(items, batch => Tensor.Stack([.. batch], 0));

    /// <summary>Pairs of a tensor and a number, e.g. a label; a batch stacks the tensors, and has the numbers as a vector.</summary>
    /// <param name="items">The pairs.</param>
    public static Dataset<(Tensor<T> First, Tensor<TNumber> Second)> Of<T, TNumber>(IReadOnlyList<(Tensor<T>, TNumber)> items)
        where T : unmanaged
        where TNumber : unmanaged =>
        Of<(Tensor<T>, TNumber), (Tensor<T>, Tensor<TNumber>)>(
            items, batch => (Tensor.Stack([.. batch.Select(pair => pair.Item1)], 0), Tensor.From([.. batch.Select(pair => pair.Item2)])));

    /// <summary>Pairs of tensors; a batch stacks the first ones, and the second ones.</summary>
    /// <param name="items">The pairs.</param>
    public static Dataset<(Tensor<T1> First, Tensor<T2> Second)> Of<T1, T2>(IReadOnlyList<(Tensor<T1>, Tensor<T2>)> items)
        where T1 : unmanaged
        where T2 : unmanaged =>
        Of<(Tensor<T1>, Tensor<T2>), (Tensor<T1>, Tensor<T2>)>(
            items, batch => (Tensor.Stack([.. batch.Select(pair => pair.Item1)], 0), Tensor.Stack([.. batch.Select(pair => pair.Item2)], 0)));
}
