namespace DslTensors;

/// <content>The calls that build tensors.</content>
internal sealed partial class PickleMachine
{
    private object? Call(object? function, object?[] arguments) => function switch
    {
        PickleGlobal { Kind: PickleGlobalKind.OrderedDict } => OrderedDict(arguments),
        PickleGlobal { Kind: PickleGlobalKind.Counter } => arguments is [OrderedDictionary<object, object?> counts] ? counts : throw Damage("makes counts of something that is no dictionary"),
        PickleGlobal { Kind: PickleGlobalKind.RebuildTensor } => RebuildTensor(arguments),
        PickleGlobal { Kind: PickleGlobalKind.RebuildParameter } => arguments is [Tensor tensor, ..] ? tensor : throw Damage("makes a parameter of something that is no tensor"),
        PickleGlobal { Kind: PickleGlobalKind.Size } => arguments is [object?[] sizes] ? sizes : throw Damage("makes sizes of something that is no tuple"),
        PickleGlobal global => throw Damage($"calls '{global.Name}'"),
        _ => throw Damage("calls something that is no function"),
    };

    private OrderedDictionary<object, object?> OrderedDict(object?[] arguments)
    {
        var dictionary = new OrderedDictionary<object, object?>();
        if (arguments is [])
            return dictionary;
        if (arguments is not [List<object?> pairs])
            throw Damage("makes a dictionary of something that is no list");
        foreach (var pair in pairs)
        {
            if (pair is not (object?[] or List<object?>) || (pair as IReadOnlyList<object?>) is not [string key, var value])
                throw Damage("makes a dictionary of something that is no list of pairs");
            dictionary[key] = value;
        }

        return dictionary;
    }

    /// <summary>The memory that <c>('storage', class, key, location, count)</c> names. Where it lay does not matter.</summary>
    private Tensor Storage(object? id)
    {
        if (id is not object?[] { Length: >= 5 } parts || parts is not ["storage", PickleGlobal { Kind: PickleGlobalKind.Storage } type, string key, _, long count, ..])
            throw Damage("names a storage in an unknown way");
        if (count is < 0 or > int.MaxValue)
            throw Damage($"has a storage '{key}' of {count} elements; up to {int.MaxValue} fit");
        return archive.Storage(key, type.DType, (int)count);
    }

    private Tensor RebuildTensor(object?[] arguments)
    {
        if (arguments is not [Tensor storage, long offset, var sizes, var strides, ..])
            throw Damage("builds a tensor from unknown arguments");
        var layout = Layout(Numbers(sizes), Numbers(strides), storage, offset);
        return storage.InSameMemory(layout, (int)offset);
    }

    private long[] Numbers(object? tuple)
    {
        if (tuple is not object?[] items || !items.All(item => item is long))
            throw Damage("has sizes or strides that are no integers");
        return [.. items.Cast<long>()];
    }

    private StridedLayout Layout(long[] sizes, long[] strides, Tensor storage, long offset)
    {
        const int maxRank = 64;
        if (sizes.Length != strides.Length || sizes.Length > maxRank)
            throw Damage($"has a tensor of {sizes.Length} sizes and {strides.Length} strides");
        long count = 1, last = offset;
        for (var i = 0; i < sizes.Length; i++)
        {
            if (sizes[i] is < 0 or > int.MaxValue || strides[i] is < 0 or > int.MaxValue)
                throw Damage($"has a tensor of sizes [{string.Join(", ", sizes)}] and strides [{string.Join(", ", strides)}]");
            count = Math.Min(count * sizes[i], 1L << 32);
            last = sizes[i] == 0 ? last : Math.Min(last + ((sizes[i] - 1) * strides[i]), 1L << 62);
        }

        if (offset < 0 || offset > int.MaxValue || count > int.MaxValue || (count > 0 && last >= storage.Count))
            throw Damage($"has a tensor of sizes [{string.Join(", ", sizes)}] and strides [{string.Join(", ", strides)}] at {offset}, beyond the {storage.Count} elements of its storage");
        return StridedLayout.Strided([.. sizes.Select(size => (int)size)], [.. strides.Select(stride => (int)stride)]);
    }
}
