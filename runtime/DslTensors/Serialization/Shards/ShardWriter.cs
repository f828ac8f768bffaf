using System.Text.Json;
using System.Text.RegularExpressions;

namespace DslTensors;

/// <summary>
/// Writes a state dict to several files. The index is what makes them one: it is replaced last, and the files of an earlier save that it
/// names keep their names until then.
/// </summary>
internal static partial class ShardWriter
{
    public static void Write(StateDict dict, string path, long maxShardSize)
    {
        var stem = Path.GetFileName(path)[..^ShardIndex.Extension.Length];
        if (stem.EndsWith(".safetensors", StringComparison.Ordinal))
            stem = stem[..^".safetensors".Length];
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var shards = Divide(dict, maxShardSize);
        var files = NewNames(folder, stem, shards.Count);
        for (var i = 0; i < shards.Count; i++)
        {
            var shard = shards[i];
            AtomicFile.Write(Path.Combine(folder, files[i]), stream => SafetensorsWriter.Write(shard, stream));
        }

        AtomicFile.Write(path, stream => WriteIndex(stream, shards, files));
        DeleteOthers(folder, stem, files);
    }

    private static List<StateDict> Divide(StateDict dict, long maxShardSize)
    {
        var shards = new List<StateDict>();
        var room = 0L;
        foreach (var (name, tensor) in dict)
        {
            var size = tensor.Count * tensor.DType.Size();
            if (shards.Count == 0 || (size > room && shards[^1].Count > 0))
            {
                shards.Add(NewShard(dict));
                room = maxShardSize;
            }

            shards[^1].Add(name, tensor);
            room -= size;
        }

        return shards;
    }

    private static StateDict NewShard(StateDict dict)
    {
        var shard = new StateDict();
        foreach (var (key, text) in dict.Metadata)
            shard.Metadata.Add(key, text);
        return shard;
    }

    // A file that an index may name is never written to.
    private static string[] NewNames(string folder, string stem, int count)
    {
        string[] names = [.. Enumerable.Range(1, count).Select(i => $"{stem}-{i:D5}-of-{count:D5}.safetensors")];
        if (!names.Any(name => File.Exists(Path.Combine(folder, name))))
            return names;
        var tag = Guid.NewGuid().ToString("N")[..8];
        return [.. Enumerable.Range(1, count).Select(i => $"{stem}-{tag}-{i:D5}-of-{count:D5}.safetensors")];
    }

    private static void WriteIndex(Stream stream, List<StateDict> shards, string[] files)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        json.WriteStartObject();
        json.WriteStartObject("metadata");
        json.WriteNumber("total_size", shards.Sum(shard => shard.Values.Sum(tensor => tensor.Count * tensor.DType.Size())));
        json.WriteEndObject();
        json.WriteStartObject("weight_map");
        for (var i = 0; i < shards.Count; i++)
        {
            foreach (var name in shards[i].Keys)
                json.WriteString(name, files[i]);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Deletes the shards of earlier saves, also of those that were cut off.</summary>
    private static void DeleteOthers(string folder, string stem, string[] files)
    {
        foreach (var path in Directory.EnumerateFiles(folder, $"{stem}-*-of-*.safetensors"))
        {
            var name = Path.GetFileName(path);
            if (IsShard(name) && Array.IndexOf(files, name) < 0)
                File.Delete(path);
        }

        AtomicFile.DeleteLeftOver(folder, IsShard);

        bool IsShard(string name) => name.StartsWith(stem + "-", StringComparison.Ordinal) && OfShard().IsMatch(name[(stem.Length + 1)..]);
    }

    [GeneratedRegex(@"^([0-9a-f]{8}-)?\d{5}-of-\d{5}\.safetensors$")]
    private static partial Regex OfShard();
}
