using System.Text.Json;

namespace DslTensors;

/// <summary>Reads the JSON of a header. Whatever is not as the format says is a <see cref="StateDictException"/>.</summary>
internal ref struct SafetensorsHeaderParser
{
    private const int MaxRank = 64;

    private readonly SafetensorsDamage _damage;
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly List<SafetensorsEntry> _entries = [];
    private readonly List<KeyValuePair<string, string>> _metadata = [];
    private readonly List<int> _sizes = [];
    private Utf8JsonReader _json;

    public SafetensorsHeaderParser(ReadOnlySpan<byte> json, SafetensorsDamage damage)
    {
        _json = new Utf8JsonReader(json);
        _damage = damage;
    }

    public SafetensorsHeader Parse()
    {
        try
        {
            _json.Read();
            while (NextProperty() is { } name)
            {
                if (!_names.Add(name))
                    throw Invalid($"the key '{name}' stands there twice; names must be unique");
                _json.Read();
                if (name == SafetensorsHeader.MetadataKey)
                    ParseMetadata();
                else
                    _entries.Add(ParseEntry(name));
            }

            // Also finds what follows the object: only white space may.
            _json.Read();
            return new SafetensorsHeader(_entries, _metadata);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw _damage.Header("InvalidHeaderDeserialization", $"the header is not valid JSON near byte {_json.BytesConsumed}: {exception.Message}", exception);
        }
    }

    private void ParseMetadata()
    {
        if (_json.TokenType != JsonTokenType.StartObject)
            throw Invalid($"{SafetensorsHeader.MetadataKey} is {Describe()}; a map from strings to strings is expected");
        var keys = new HashSet<string>(StringComparer.Ordinal);
        while (NextProperty() is { } key)
        {
            if (!keys.Add(key))
                throw Invalid($"{SafetensorsHeader.MetadataKey} has the key '{key}' twice");
            _json.Read();
            if (_json.TokenType != JsonTokenType.String)
                throw Invalid($"{SafetensorsHeader.MetadataKey} has {Describe()} for '{key}'; a string is expected");
            _metadata.Add(new(key, _json.GetString()!));
        }
    }

    private SafetensorsEntry ParseEntry(string name)
    {
        if (_json.TokenType != JsonTokenType.StartObject)
            throw Invalid(name, $"is {Describe()}; an object with dtype, shape and data_offsets is expected");
        SafetensorsElement? element = null;
        StridedLayout? layout = null;
        (long Begin, long End)? offsets = null;
        while (NextProperty() is { } key)
        {
            _json.Read();
            var repeated = false;
            switch (key)
            {
                case "dtype":
                    repeated = element is not null;
                    element = ParseElement(name);
                    break;
                case "shape":
                    repeated = layout is not null;
                    layout = ParseShape(name);
                    break;
                case "data_offsets":
                    repeated = offsets is not null;
                    offsets = ParseOffsets(name);
                    break;
                default:
                    // The reference implementation passes over keys of later versions too.
                    _json.Skip();
                    break;
            }

            if (repeated)
                throw Invalid(name, $"has the key '{key}' twice");
        }

        return new SafetensorsEntry(
            name,
            element ?? throw Missing(name, "dtype"),
            layout ?? throw Missing(name, "shape"),
            (offsets ?? throw Missing(name, "data_offsets")).Begin,
            offsets.Value.End);
    }

    private SafetensorsElement ParseElement(string name)
    {
        if (_json.TokenType != JsonTokenType.String)
            throw Invalid(name, $"dtype is {Describe()}; a string is expected");
        var dtype = _json.GetString()!;
        return SafetensorsElement.Find(dtype) ?? throw Invalid(
            name,
            $"dtype '{dtype}' has no element type here; supported are {string.Join(", ", SafetensorsElement.All.Select(known => known.Name))}. Convert the tensor to one of them before saving it");
    }

    private StridedLayout ParseShape(string name)
    {
        if (_json.TokenType != JsonTokenType.StartArray)
            throw Invalid(name, $"shape is {Describe()}; an array of sizes is expected");
        _sizes.Clear();
        long count = 1;
        while (_json.Read() && _json.TokenType != JsonTokenType.EndArray)
        {
            var size = ParseNumber(name, "shape");
            if (_sizes.Count == MaxRank)
                throw Invalid(name, $"shape has more than {MaxRank} dimensions");
            if (size > int.MaxValue)
                throw Overflow(name, $"size {size} in dimension {_sizes.Count} is above {int.MaxValue}");
            _sizes.Add((int)size);
            count *= size;
            if (count > int.MaxValue)
                throw Overflow(name, $"shape [{string.Join(", ", _sizes)}{(_sizes.Count > 0 ? ", ..." : "")}] has more than {int.MaxValue} elements");
        }

        return StridedLayout.Contiguous([.. _sizes]);
    }

    private (long Begin, long End) ParseOffsets(string name)
    {
        if (_json.TokenType != JsonTokenType.StartArray)
            throw Invalid(name, $"data_offsets is {Describe()}; two offsets are expected");
        Span<long> offsets = stackalloc long[2];
        var count = 0;
        while (_json.Read() && _json.TokenType != JsonTokenType.EndArray)
        {
            if (count == offsets.Length)
                throw Invalid(name, "data_offsets has more than two numbers; begin and end are expected");
            offsets[count++] = ParseNumber(name, "data_offsets");
        }

        return count == offsets.Length
            ? (offsets[0], offsets[1])
            : throw Invalid(name, $"data_offsets has {count} of two numbers; begin and end are expected");
    }

    private long ParseNumber(string name, string key) =>
        _json.TokenType == JsonTokenType.Number && _json.TryGetInt64(out var number) && number >= 0
            ? number
            : throw Invalid(name, $"{key} holds {Describe()}; whole numbers from 0 are expected");

    /// <summary>The next key of the current object, or <see langword="null"/> at its end.</summary>
    private string? NextProperty()
    {
        _json.Read();
        return _json.TokenType == JsonTokenType.PropertyName ? _json.GetString() : null;
    }

    /// <summary>The current token, as the file has it if it is short.</summary>
    private string Describe() => _json.TokenType switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a string",
        _ when _json.ValueSpan.Length <= 40 => System.Text.Encoding.UTF8.GetString(_json.ValueSpan),
        _ => "a long number",
    };

    private StateDictException Invalid(string description) => _damage.Header("InvalidHeaderDeserialization", $"{description}.");

    private StateDictException Invalid(string name, string description) => _damage.Tensor("InvalidHeaderDeserialization", name, $"{description}.");

    private StateDictException Missing(string name, string key) => Invalid(name, $"the key '{key}' is missing; dtype, shape and data_offsets are expected");

    private StateDictException Overflow(string name, string description) => _damage.Tensor("ValidationOverflow", name, $"{description}.");
}
