namespace DslTensors;

/// <summary>A Python name that a file refers to. Only those listed here mean anything; nothing is ever looked up or run by name.</summary>
/// <param name="Kind">What it stands for.</param>
/// <param name="Name">Module and name.</param>
/// <param name="DType">The element type of a storage.</param>
internal sealed record PickleGlobal(PickleGlobalKind Kind, string Name, DType DType = default)
{
    private static readonly Dictionary<string, PickleGlobal> s_known = new[]
    {
        new PickleGlobal(PickleGlobalKind.OrderedDict, "collections.OrderedDict"),
        new PickleGlobal(PickleGlobalKind.Counter, "collections.Counter"),
        new PickleGlobal(PickleGlobalKind.RebuildTensor, "torch._utils._rebuild_tensor_v2"),
        new PickleGlobal(PickleGlobalKind.RebuildParameter, "torch._utils._rebuild_parameter"),
        new PickleGlobal(PickleGlobalKind.Size, "torch.Size"),
        new PickleGlobal(PickleGlobalKind.Storage, "torch.FloatStorage", DType.Float32),
        new PickleGlobal(PickleGlobalKind.Storage, "torch.DoubleStorage", DType.Float64),
        new PickleGlobal(PickleGlobalKind.Storage, "torch.HalfStorage", DType.Float16),
        new PickleGlobal(PickleGlobalKind.Storage, "torch.BFloat16Storage", DType.BFloat16),
        new PickleGlobal(PickleGlobalKind.Storage, "torch.LongStorage", DType.Int64),
        new PickleGlobal(PickleGlobalKind.Storage, "torch.IntStorage", DType.Int32),
        new PickleGlobal(PickleGlobalKind.Storage, "torch.ShortStorage", DType.Int16),
        new PickleGlobal(PickleGlobalKind.Storage, "torch.CharStorage", DType.Int8),
        new PickleGlobal(PickleGlobalKind.Storage, "torch.ByteStorage", DType.UInt8),
        new PickleGlobal(PickleGlobalKind.Storage, "torch.BoolStorage", DType.Bool),
    }.ToDictionary(global => global.Name, StringComparer.Ordinal);

    /// <summary>What a name stands for, if it is one of the known.</summary>
    public static PickleGlobal? Find(string name) => s_known.GetValueOrDefault(name);

    /// <summary>The storage of an element type.</summary>
    public static PickleGlobal StorageOf(DType dtype) => s_known.Values.First(global => global.Kind == PickleGlobalKind.Storage && global.DType == dtype);
}

/// <summary>What a Python name stands for.</summary>
internal enum PickleGlobalKind
{
    /// <summary>A dictionary in order of insertion.</summary>
    OrderedDict,

    /// <summary>A dictionary of counts.</summary>
    Counter,

    /// <summary>A tensor from a storage, an offset, sizes and strides.</summary>
    RebuildTensor,

    /// <summary>A parameter from a tensor.</summary>
    RebuildParameter,

    /// <summary>A tuple of sizes.</summary>
    Size,

    /// <summary>The class of a storage.</summary>
    Storage,
}
