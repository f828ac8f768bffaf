using System.Text.Json;

namespace DslTensors;

/// <summary>The index of a state dict in several files: which tensor is in which (Hugging Face's <c>*.index.json</c>).</summary>
internal sealed class ShardIndex
{
    /// <summary>How the names of such files end.</summary>
    public const string Extension = ".index.json";

    private const string WeightMap = "weight_map";
    private const int LongestFile = 100_000_000;

    private readonly string _path;

    private ShardIndex(string path) => _path = path;

    /// <summary>Names of tensors and of the files that hold them.</summary>
    public OrderedDictionary<string, string> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether a file begins as JSON. The header of a safetensors file is too short for the later bytes of its length to be text.</summary>
    public static bool IsIndex(ReadOnlySpan<byte> start) => start.TrimStart(" \t\r\n"u8) is [(byte)'{', ..] && !start.Contains((byte)0);

    public static ShardIndex Read(string path)
    {
        var index = new ShardIndex(path);
        if (new FileInfo(path).Length > LongestFile)
            throw index.Damage($"it is longer than {LongestFile} bytes");
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path), new JsonDocumentOptions { AllowDuplicateProperties = false });
            index.Parse(document.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new StateDictException($"{path}: this is no index of shards: it is not valid JSON: {exception.Message}", exception);
        }

        return index;
    }

    /// <summary>The path of a shard, which must lie in the folder of the index.</summary>
    public string PathOf(string file)
    {
        var folder = Path.GetFullPath(Path.GetDirectoryName(Path.GetFullPath(_path))!);
        var prefix = Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar;
        var full = file.Contains('\0') ? "" : Path.GetFullPath(Path.Combine(folder, file));
        return full.StartsWith(prefix, StringComparison.Ordinal) ? full : throw Damage($"shard '{file}' lies outside of the folder of the index");
    }

    public StateDictException Damage(string description) => new($"{_path}: the index of shards is damaged: {description}.");

    private void Parse(JsonElement root)
    {
        if (!root.TryGetProperty(WeightMap, out var map) || map.ValueKind != JsonValueKind.Object)
            throw Damage($"it has no object '{WeightMap}' from tensors to files");
        foreach (var tensor in map.EnumerateObject())
        {
            if (tensor.Value.ValueKind != JsonValueKind.String)
                throw Damage($"tensor '{tensor.Name}' is in {tensor.Value.GetRawText()[..Math.Min(40, tensor.Value.GetRawText().Length)]}, and the name of a file is expected");
            Files.Add(tensor.Name, tensor.Value.GetString()!);
        }
    }
}
