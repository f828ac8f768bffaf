namespace DslTensors;

/// <summary>What a file's header says: where in the data each tensor lies, in the order of the header.</summary>
internal sealed record SafetensorsHeader(IReadOnlyList<SafetensorsEntry> Entries, IReadOnlyList<KeyValuePair<string, string>> Metadata)
{
    /// <summary>The format's limit, so that a damaged length can't ask for all memory.</summary>
    public const int MaxLength = 100_000_000;

    /// <summary>The key of the texts.</summary>
    public const string MetadataKey = "__metadata__";
}

/// <summary>A tensor in the header; offsets count bytes from the end of the header.</summary>
internal sealed record SafetensorsEntry(string Name, StoredElement Element, StridedLayout Layout, long Begin, long End);

/// <summary>Makes the exceptions for a damaged file; each opens with the reference implementation's word for the damage.</summary>
internal sealed class SafetensorsDamage(string path)
{
    public StateDictException Header(string kind, string description, Exception? inner = null)
    {
        var message = $"Error while deserializing header: {kind}. {path}: {description}";
        return inner is null ? new StateDictException(message) : new StateDictException(message, inner);
    }

    public StateDictException Tensor(string kind, string name, string description) => Header(kind, $"tensor '{name}': {description}");
}
