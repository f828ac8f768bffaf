namespace DslTensors.Tests.Differentiation.Gradients;

/// <summary>Arguments of the operators that index, join and rearrange.</summary>
internal static class IndexingSamples
{
    private delegate Tensor<double> JoinOperator(ReadOnlySpan<Tensor<double>> tensors, Tensor<double>? destination);

    private delegate Tensor<double>[] GridOperator(ReadOnlySpan<Tensor<double>> tensors, string indexing);

    /// <summary>Operators whose results are drawn, or not specified at all.</summary>
    public static readonly HashSet<string> Drawn =
    [
        "NewEmpty", "RandLike", "RandnLike", "RandintLike", "Bernoulli", "Normal", "Multinomial", "EmptyLike",
        "Dropout", "Dropout1d", "Dropout2d", "Dropout3d", "AlphaDropout", "FeatureAlphaDropout",
    ];

    public static readonly Dictionary<(string Operator, string Parameter), object> Arguments = new()
    {
        [("BroadcastTo", "size")] = new[] { 2, -1, 3 },
        [("Movedim", "source")] = (Dims)0,
        [("Movedim", "destination")] = (Dims)1,
        [("Moveaxis", "source")] = (Dims)0,
        [("Moveaxis", "destination")] = (Dims)(-1),
        [("Swapaxes", "axis0")] = 0,
        [("Swapaxes", "axis1")] = 1,
        [("Swapdims", "dim0")] = 0,
        [("Swapdims", "dim1")] = 1,
        [("Unflatten", "dim")] = 1,
        [("Unflatten", "sizes")] = new[] { 3, -1 },
        [("RepeatInterleave", "repeats")] = 2,
        [("TensorSplit", "indicesOrSections")] = 2,
        [("IndexAdd", "dim")] = 1,
        [("IndexAdd", "index")] = Tensor.From([2L, 0L, 2L]),
        [("IndexCopy", "dim")] = 1,
        [("IndexCopy", "index")] = Tensor.From([2L, 0L]),
        [("IndexFill", "dim")] = 1,
        [("IndexFill", "index")] = Tensor.From([2L, 0L]),
        [("IndexPut", "indices")] = new TensorIndex[] { Tensor.From([1L, 0L]), Tensor.From([2L, -3L]) },
        [("MaskedScatter", "mask")] = Tensor.From([true, false, true]),
        [("Scatter", "dim")] = 1,
        [("Scatter", "index")] = Tensor.From([0L, 2L, 1L, 0L], 2, 2),
        [("ScatterReduce", "dim")] = 1,
        [("ScatterReduce", "index")] = Tensor.From([0L, 2L, 0L, 1L, 1L, 1L], 2, 3),
        [("ScatterReduce", "reduce")] = ScatterReduction.Prod,
        [("Take", "index")] = Tensor.From([4L, -6L, 4L]),
        [("TakeAlongDim", "dim")] = 1,
        [("TakeAlongDim", "indices")] = Tensor.From([2L, 0L], 1, 2),
    };

    public static readonly Dictionary<(string Operator, string Parameter), int[]> Shapes = new()
    {
        [("ExpandAs", "other")] = [4, 2, 3],
        [("ViewAs", "other")] = [3, 2],
        [("ReshapeAs", "other")] = [6],
        [("IndexCopy", "source")] = [2, 2],
        [("IndexFill", "value")] = [],
        [("IndexPut", "values")] = [2],
        [("MaskedFill", "value")] = [],
        [("MaskedScatter", "source")] = [5],
        [("Clamp", "min")] = [3],
        [("Clamp", "max")] = [2, 1],
        [("Clip", "min")] = [3],
        [("Clip", "max")] = [2, 1],
    };

    public static OperatorCall? OfList(DiscoveredOperator @operator, Type[] types)
    {
        var list = typeof(ReadOnlySpan<Tensor<double>>);
        if (types.SequenceEqual([list, typeof(Tensor<double>)]))
        {
            var join = @operator.Method.CreateDelegate<JoinOperator>();
            return new OperatorCall(values => join(values, null), @operator.Method.Name switch
            {
                "CartesianProd" => [Input("first", 1, 2), Input("second", 2, 3)],
                "MultiDot" or "ChainMatmul" => [Input("first", 1, 2, 3), Input("second", 2, 3, 4), Input("third", 3, 4, 2)],
                _ => [Input("first", 1, 2, 3), Input("second", 2, 2, 3)],
            });
        }

        if (!types.SequenceEqual([list, typeof(string)]))
            return null;
        var grid = @operator.Method.CreateDelegate<GridOperator>();
        return new OperatorCall(values => grid(values, "xy"), [Input("first", 1, 2), Input("second", 2, 3)]);
    }

    private static (string Name, Tensor<double> Value) Input(string name, int seed, params int[] shape) => (name, OperatorSamples.Values(seed, shape, -0.9, 0.9));
}
