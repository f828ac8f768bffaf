using System.Text.Json;

namespace DslTensors;

/// <content>The entry of a tensor: its type, its sizes, and where its elements lie.</content>
internal ref partial struct SafetensorsHeaderParser
{
    private const int MaxRank = 64;

    private SafetensorsEntry ParseEntry(string name)
    {
        if (_json.TokenType != JsonTokenType.StartObject)
            throw Invalid(name, $"is {Describe()}; an object with dtype, shape and data_offsets is expected");
        StoredElement? element = null;
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

    private StoredElement ParseElement(string name)
    {
        if (_json.TokenType != JsonTokenType.String)
            throw Invalid(name, $"dtype is {Describe()}; a string is expected");
        var dtype = _json.GetString()!;
        return StoredElement.Find(dtype) ?? throw Invalid(
            name,
            $"dtype '{dtype}' has no element type here; supported are {string.Join(", ", StoredElement.All.Select(known => known.Name))}. " +
            "Convert the tensor to one of them before saving it");
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

    private StateDictException Missing(string name, string key) => Invalid(name, $"the key '{key}' is missing; dtype, shape and data_offsets are expected");

    private StateDictException Overflow(string name, string description) => _damage.Tensor("ValidationOverflow", name, $"{description}.");
}
