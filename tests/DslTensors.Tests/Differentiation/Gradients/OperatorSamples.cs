using System.Reflection;

namespace DslTensors.Tests.Differentiation.Gradients;

/// <summary>The few arguments that can't be deduced, and the operators that have no gradient to check.</summary>
internal static class OperatorSamples
{
    private delegate Tensor<double> ListOperator(ReadOnlySpan<Tensor<double>> tensors, int dim, Tensor<double>? destination);

    private delegate Tensor<double> JoiningOperator(ReadOnlySpan<Tensor<double>> tensors);

    private delegate Tensor<double>[] SeveralOperator(ReadOnlySpan<Tensor<double>> tensors);

    private delegate Tensor<double> EquationOperator(string equation, ReadOnlySpan<Tensor<double>> operands);

    /// <summary>Operators with real results and real inputs that no gradient is asked of, each with the reason.</summary>
    public static readonly Dictionary<string, string> WithoutGradient = new()
    {
        ["FullLike"] = "takes only the shape of its input",
        ["ZerosLike"] = "takes only the shape of its input",
        ["OnesLike"] = "takes only the shape of its input",
        ["EmptyLike"] = "takes only the shape of its input",
        ["RandLike"] = "takes only the shape of its input",
        ["RandnLike"] = "takes only the shape of its input",
        ["RandintLike"] = "takes only the shape of its input",
        ["Bernoulli"] = "draws ones and zeros",
        ["Normal"] = "draws; PyTorch's gradient is zero as well",
        ["Heaviside"] = "has steps only",
        ["Nextafter"] = "takes a step of the element type's precision",
        ["NewZeros"] = "takes only the element type of its input",
        ["NewOnes"] = "takes only the element type of its input",
        ["NewFull"] = "takes only the element type of its input",
        ["NewEmpty"] = "takes only the element type of its input",
        ["Histc"] = "counts",
        ["Bincount"] = "PyTorch has no gradient by the weights either",
        ["Geqrf"] = "PyTorch has no gradient of it either",
        ["Unique"] = "PyTorch has no gradient of it either",
        ["UniqueConsecutive"] = "PyTorch has no gradient of it either",
        ["ModifiedBesselI0"] = "PyTorch has no gradient of it either",
        ["ModifiedBesselI1"] = "PyTorch has no gradient of it either",
        ["ModifiedBesselK0"] = "PyTorch has no gradient of it either",
        ["ModifiedBesselK1"] = "PyTorch has no gradient of it either",
        ["ScaledModifiedBesselK0"] = "PyTorch has no gradient of it either",
        ["ScaledModifiedBesselK1"] = "PyTorch has no gradient of it either",
        ["BesselJ0"] = "PyTorch has no gradient of it either",
        ["BesselJ1"] = "PyTorch has no gradient of it either",
        ["BesselY0"] = "PyTorch has no gradient of it either",
        ["BesselY1"] = "PyTorch has no gradient of it either",
        ["SphericalBesselJ0"] = "PyTorch has no gradient of it either",
        ["HermitePolynomialH"] = "PyTorch has no gradient of it either",
        ["HermitePolynomialHe"] = "PyTorch has no gradient of it either",
        ["LaguerrePolynomialL"] = "PyTorch has no gradient of it either",
        ["LegendrePolynomialP"] = "PyTorch has no gradient of it either",
        ["ChebyshevPolynomialT"] = "PyTorch has no gradient of it either",
        ["ChebyshevPolynomialU"] = "PyTorch has no gradient of it either",
        ["ChebyshevPolynomialV"] = "PyTorch has no gradient of it either",
        ["ChebyshevPolynomialW"] = "PyTorch has no gradient of it either",
        ["ShiftedChebyshevPolynomialT"] = "PyTorch has no gradient of it either",
        ["ShiftedChebyshevPolynomialU"] = "PyTorch has no gradient of it either",
        ["ShiftedChebyshevPolynomialV"] = "PyTorch has no gradient of it either",
        ["ShiftedChebyshevPolynomialW"] = "PyTorch has no gradient of it either",
    };

    private static readonly Dictionary<(string Operator, string Parameter), object> s_arguments = new()
    {
        [("Reshape", "shape")] = new[] { 3, -1 },
        [("View", "shape")] = new[] { 6 },
        [("Permute", "dims")] = new[] { 1, 0 },
        [("Transpose", "dim0")] = 0,
        [("Transpose", "dim1")] = -1,
        [("Unsqueeze", "dim")] = 1,
        [("Select", "dim")] = 1,
        [("Select", "index")] = -2,
        [("Narrow", "dim")] = 1,
        [("Narrow", "start")] = 1,
        [("Narrow", "length")] = 2,
        [("Expand", "size")] = new[] { 2, -1, 3 },
        [("SumToSize", "size")] = new[] { 1, 3 },
        [("Softmax", "dim")] = 1,
        [("LogSoftmax", "dim")] = 0,
        [("IndexSelect", "dim")] = 1,
        [("IndexSelect", "index")] = Tensor.From([2L, 0L, 2L]),
        [("CrossEntropy", "target")] = Tensor.From([2L, 0L]),
        [("NllLoss", "target")] = Tensor.From([2L, 0L]),
        [("ScaledDotProductAttention", "attnMask")] = Tensor.From([true, false, true, true, true, true, false, true], 2, 4),
        [("Chunk", "chunks")] = 2,
        [("Split", "splitSizeOrSections")] = 1,
        [("Clamp", "min")] = (Scalar)(-0.5),
        [("Clamp", "max")] = (Scalar)0.4,
        [("Clip", "min")] = (Scalar)(-0.5),
        [("Clip", "max")] = (Scalar)0.4,
        [("Max", "dim")] = 1,
        [("Min", "dim")] = 1,
        [("Cumsum", "dim")] = 1,
        [("Div", "roundingMode")] = "floor",
        [("Logsumexp", "dim")] = (Dims)1,
        [("Topk", "k")] = 2,
        [("Flip", "dims")] = new[] { 1 },
        [("Roll", "shifts")] = (Dims)1,
        [("Roll", "dims")] = (Dims)1,
        [("Tile", "dims")] = new[] { 2, 1 },
        [("Repeat", "repeats")] = new[] { 2, 1 },
        [("Pad", "pad")] = new[] { 1, 2 },
        [("Gather", "dim")] = 1,
        [("Gather", "index")] = Tensor.From([0L, 2L, 1L, 1L], 2, 2),
        [("ScatterAdd", "dim")] = 1,
        [("ScatterAdd", "index")] = Tensor.From([0L, 2L, 1L, 1L, 1L, 0L], 2, 3),
        [("Embedding", "input")] = Tensor.From([0L, 1L, 1L]),
        [("LayerNorm", "normalizedShape")] = new[] { 3 },
        [("RmsNorm", "normalizedShape")] = new[] { 3 },
        [("GroupNorm", "numGroups")] = 3,
        [("Threshold", "threshold")] = 0.2,
        [("Threshold", "value")] = 0.7,
        [("Round", "decimals")] = 1,
        [("Add", "alpha")] = (Scalar)2.5,
        [("Sub", "alpha")] = (Scalar)2.5,
        [("Var", "dim")] = (Dims)1,
        [("Var", "unbiased")] = false,
        [("Std", "dim")] = (Dims)1,
        [("Std", "unbiased")] = false,
        [("VarMean", "dim")] = (Dims)1,
        [("VarMean", "unbiased")] = false,
        [("StdMean", "dim")] = (Dims)1,
        [("StdMean", "unbiased")] = false,
        [("Glu", "dim")] = 0,
        [("Softmin", "dim")] = 1,
        [("Kthvalue", "k")] = 2,
        [("Cumprod", "dim")] = 1,
        [("Cummax", "dim")] = 1,
        [("Cummin", "dim")] = 1,
        [("Logcumsumexp", "dim")] = 1,
        [("Median", "dim")] = 1,
        [("Nanmedian", "dim")] = 1,
        [("LocalResponseNorm", "size")] = 2,
        [("MultiMarginLoss", "target")] = Tensor.From([2L, 0L]),
        [("PixelShuffle", "upscaleFactor")] = 2,
        [("PixelUnshuffle", "downscaleFactor")] = 2,
        [("Tensordot", "dims")] = 2,
        [("FloatPower", "exponent")] = (Scalar)1.5,
        [("MaxPool1d", "kernelSize")] = (PerDimension)2,
        [("MaxPool1dWithIndices", "kernelSize")] = (PerDimension)2,
        [("AvgPool1d", "kernelSize")] = (PerDimension)2,
        [("MaxPool2d", "kernelSize")] = (PerDimension)(2, 3),
        [("MaxPool2dWithIndices", "kernelSize")] = (PerDimension)(2, 3),
        [("AvgPool2d", "kernelSize")] = (PerDimension)(2, 3),
        [("Conv2d", "stride")] = (PerDimension)(2, 1),
        [("ConvTranspose2d", "stride")] = (PerDimension)(2, 1),
        [("MaxPool2d", "stride")] = (PerDimension)(2, 1),
        [("AvgPool2d", "stride")] = (PerDimension)(1, 2),
        [("Conv1d", "padding")] = (Padding)"same",
        [("Conv2d", "padding")] = (Padding)(1, 0),
        [("ConvTranspose2d", "padding")] = (PerDimension)(1, 0),
        [("AvgPool2d", "padding")] = (PerDimension)1,
        [("Conv2d", "groups")] = 2,
        [("ConvTranspose2d", "groups")] = 2,
        [("AdaptiveAvgPool1d", "outputSize")] = (PerDimension)3,
        [("AdaptiveMaxPool1d", "outputSize")] = (PerDimension)3,
        [("AdaptiveMaxPool1dWithIndices", "outputSize")] = (PerDimension)3,
        [("AdaptiveAvgPool2d", "outputSize")] = (PerDimension)(2, 3),
        [("AdaptiveMaxPool2d", "outputSize")] = (PerDimension)(2, 3),
        [("AdaptiveMaxPool2dWithIndices", "outputSize")] = (PerDimension)(2, 3),
    };

    // Where the signature does not tell.
    private static readonly Dictionary<(string Operator, string Parameter), int[]> s_shapes = new()
    {
        [("Matmul", "input")] = [2, 2, 3],
        [("Matmul", "other")] = [3, 4],
        [("CrossEntropy", "weight")] = [3],
        [("NllLoss", "weight")] = [3],
        [("LayerNorm", "weight")] = [3],
        [("RmsNorm", "weight")] = [3],
        [("LayerNorm", "bias")] = [3],
        [("CosineSimilarity", "x2")] = [2, 3],
        [("Addmm", "input")] = [2, 4],
        [("Addmv", "input")] = [2],
        [("Addr", "input")] = [2, 3],
        [("Addbmm", "input")] = [3, 5],
        [("Prelu", "weight")] = [3],
        [("Inner", "other")] = [4, 3],
        [("Tensordot", "a")] = [4, 2, 3],
        [("Tensordot", "b")] = [2, 3, 2],
        [("Cross", "input")] = [2, 3],
        [("Cross", "other")] = [2, 3],
        [("LocalResponseNorm", "input")] = [2, 3, 2],
        [("PixelShuffle", "input")] = [4, 2, 3],
        [("PixelUnshuffle", "input")] = [1, 2, 4],
        [("CosineEmbeddingLoss", "input1")] = [2, 3],
        [("CosineEmbeddingLoss", "input2")] = [2, 3],
        [("CosineEmbeddingLoss", "target")] = [2],
        [("MultiMarginLoss", "weight")] = [3],
        [("MultilabelSoftMarginLoss", "weight")] = [3],
        [("InstanceNorm", "input")] = [2, 3, 4],
        [("TripletMarginLoss", "positive")] = [2, 3],
        [("TripletMarginLoss", "negative")] = [2, 3],
        [("Diff", "prepend")] = [2, 1],
        [("Diff", "append")] = [2, 2],
        [("Baddbmm", "input")] = [2, 3, 5],
        [("ScaledDotProductAttention", "attnMask")] = [2, 4],
        [("LstmCell", "wIh")] = [12, 3],
        [("LstmCell", "wHh")] = [12, 4],
        [("LstmCell", "bIh")] = [12],
        [("LstmCell", "bHh")] = [12],
        [("LstmCell", "input")] = [2, 3],
        [("LstmCell", "hx")] = [2, 4],
        [("LstmCell", "cx")] = [2, 3],
        [("GruCell", "wIh")] = [6, 3],
        [("GruCell", "wHh")] = [6, 2],
        [("GruCell", "bIh")] = [6],
        [("GruCell", "bHh")] = [6],
        [("GruCell", "input")] = [2, 3],
        [("GruCell", "hx")] = [2, 2],
        [("Conv1d", "input")] = [2, 2, 4],
        [("Conv1d", "weight")] = [3, 2, 2],
        [("Conv1d", "bias")] = [3],
        [("Conv2d", "input")] = [2, 4, 4, 3],
        [("Conv2d", "weight")] = [2, 2, 3, 2],
        [("Conv2d", "bias")] = [2],
        [("Conv3d", "input")] = [1, 1, 3, 2, 3],
        [("Conv3d", "weight")] = [2, 1, 2, 1, 2],
        [("Conv3d", "bias")] = [2],
        [("ConvTranspose1d", "input")] = [2, 3],
        [("ConvTranspose1d", "weight")] = [2, 3, 2],
        [("ConvTranspose1d", "bias")] = [3],
        [("ConvTranspose2d", "input")] = [2, 2, 3, 2],
        [("ConvTranspose2d", "weight")] = [2, 2, 3, 2],
        [("ConvTranspose2d", "bias")] = [4],
        [("ConvTranspose3d", "input")] = [1, 1, 2, 2, 2],
        [("ConvTranspose3d", "weight")] = [1, 2, 2, 1, 2],
        [("ConvTranspose3d", "bias")] = [2],
        [("MaxPool1d", "input")] = [2, 5],
        [("MaxPool1dWithIndices", "input")] = [2, 5],
        [("AvgPool1d", "input")] = [2, 5],
        [("AdaptiveAvgPool1d", "input")] = [2, 5],
        [("AdaptiveMaxPool1d", "input")] = [2, 5],
        [("AdaptiveMaxPool1dWithIndices", "input")] = [2, 5],
        [("MaxPool2d", "input")] = [1, 2, 4, 5],
        [("MaxPool2dWithIndices", "input")] = [1, 2, 4, 5],
        [("AvgPool2d", "input")] = [1, 2, 4, 5],
        [("AdaptiveAvgPool2d", "input")] = [1, 2, 4, 5],
        [("AdaptiveMaxPool2d", "input")] = [1, 2, 4, 5],
        [("AdaptiveMaxPool2dWithIndices", "input")] = [1, 2, 4, 5],
    };

    // Beside these, values lie between -0.9 and 0.9 and off zero, or between 0.1 and 0.9 where the result would be NaN.
    private static readonly Dictionary<string, (double From, double To)> s_ranges = new()
    {
        ["Acosh"] = (1.2, 3),
        ["GaussianNllLoss"] = (0.2, 1.5),
    };

    /// <summary>Operators on lists of tensors: reflection can't pass spans, a delegate can.</summary>
    public static OperatorCall? OfList(DiscoveredOperator @operator)
    {
        Type[] types = [typeof(ReadOnlySpan<Tensor<double>>), typeof(int), typeof(Tensor<double>)];
        var actual = @operator.Method.GetParameters().Select(parameter => parameter.ParameterType).ToArray();
        if (actual.SequenceEqual([typeof(string), typeof(ReadOnlySpan<Tensor<double>>)]))
        {
            var equation = @operator.Method.CreateDelegate<EquationOperator>();
            return new OperatorCall(values => equation("ij,jk->ik", values), [("first", Values(1, [2, 3], -0.9, 0.9)), ("second", Values(2, [3, 4], -0.9, 0.9))]);
        }

        if (actual.SequenceEqual([typeof(ReadOnlySpan<Tensor<double>>)]) && @operator.Method.ReturnType.IsArray)
        {
            var several = @operator.Method.CreateDelegate<SeveralOperator>();
            return new OperatorCall(values => several(values), [("first", Values(1, [2, 3], -0.9, 0.9)), ("second", Values(2, [3], -0.9, 0.9))]);
        }

        if (actual.SequenceEqual([typeof(ReadOnlySpan<Tensor<double>>)]))
        {
            var join = @operator.Method.CreateDelegate<JoiningOperator>();
            return new OperatorCall(values => join(values), [("first", Values(1, [2, 3], -0.9, 0.9)), ("second", Values(2, [2, 3], -0.9, 0.9))]);
        }

        if (!actual.SequenceEqual(types))
            return IndexingSamples.OfList(@operator, actual);
        var function = @operator.Method.CreateDelegate<ListOperator>();
        return new OperatorCall(values => function(values, 1, null), [("first", Values(1, [2, 3], -0.9, 0.9)), ("second", Values(2, [2, 3], -0.9, 0.9))]);
    }

    /// <summary>The sample of an argument that is no real tensor, if it has one.</summary>
    public static object? Argument(DiscoveredOperator @operator, ParameterInfo parameter)
    {
        var key = (@operator.Method.Name, parameter.Name!);
        var sample = s_arguments.GetValueOrDefault(key) ?? IndexingSamples.Arguments.GetValueOrDefault(key) ?? PartSamples.Arguments.GetValueOrDefault(key) ?? MatrixSamples.Arguments.GetValueOrDefault(key);
        if (sample is double && parameter.ParameterType == typeof(string))
            return "fro";
        if (sample is int size && parameter.ParameterType == typeof(int[]))
            return new[] { size, size };
        if (sample is int number && parameter.ParameterType == typeof(Tensor<long>))
            return Tensor.From([(long)number]).Reshape();
        if (sample is int && parameter.ParameterType == typeof(int[][]))
            return new int[][] { [1, 2], [0, 1] };
        return sample is null && parameter.ParameterType == typeof(double) && !parameter.HasDefaultValue ? 0.3 : sample;
    }

    /// <summary>Values for a real input in the operator's domain.</summary>
    public static Tensor<double> Real(DiscoveredOperator @operator, string input, int[] shape)
    {
        var name = @operator.Method.Name;
        var (from, to) = s_ranges.GetValueOrDefault(name, PartSamples.Ranges.GetValueOrDefault(name, (-0.9, 0.9)));
        var sizes = s_shapes.GetValueOrDefault((name, input)) ?? IndexingSamples.Shapes.GetValueOrDefault((name, input)) ?? PartSamples.Shapes.GetValueOrDefault((name, input)) ?? MatrixSamples.Shapes.GetValueOrDefault((name, input), shape);
        return MatrixSamples.Adapted(name, input, Values(input.Aggregate(17, (seed, letter) => (seed * 31) + letter), sizes, from, to));
    }

    /// <summary>Values away from zero, where many functions have a kink.</summary>
    public static Tensor<double> Values(int seed, int[] shape, double from, double to)
    {
        var random = new System.Random(seed);
        var values = new double[shape.Aggregate(1, (product, size) => product * size)];
        for (var i = 0; i < values.Length; i++)
        {
            do
                values[i] = from + ((to - from) * random.NextDouble());
            while (Math.Abs(values[i]) < 0.1);
        }

        return Tensor.From(values).Reshape(shape).Detach();
    }
}
