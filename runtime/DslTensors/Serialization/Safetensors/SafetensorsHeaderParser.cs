using System.Text.Json;

namespace DslTensors;

/// <summary>Reads the JSON of a header. Whatever is not as the format says is a <see cref="StateDictException"/>.</summary>
internal ref partial struct SafetensorsHeaderParser
{
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
            throw _damage.Header(
                "InvalidHeaderDeserialization", $"the header is not valid JSON near byte {_json.BytesConsumed}: {exception.Message}", exception);
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
}
