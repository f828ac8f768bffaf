namespace DslTensors;

/// <summary>Reads a state dict from several files.</summary>
internal static class ShardReader
{
    public static StateDict Read(string path)
    {
        var index = ShardIndex.Read(path);
        var shards = new Dictionary<string, StateDict>(StringComparer.Ordinal);
        foreach (var file in index.Files.Values.Distinct())
        {
            var shard = Load(index, file);
            foreach (var name in shard.Keys)
                CheckPlace(index, name, file);
            shards.Add(file, shard);
        }

        var dict = new StateDict();
        foreach (var (name, file) in index.Files)
        {
            dict.Add(name, shards[file].TryGetValue(name, out var tensor)
                ? tensor
                : throw index.Damage($"tensor '{name}' is said to be in shard '{file}', which has no tensor of that name"));
        }

        foreach (var (key, text) in shards.Values.SelectMany(shard => shard.Metadata))
            dict.Metadata[key] = text;
        return dict;
    }

    private static StateDict Load(ShardIndex index, string file)
    {
        var path = index.PathOf(file);
        var first = index.Files.First(pair => pair.Value == file).Key;
        if (!File.Exists(path))
            throw index.Damage($"shard '{file}' is missing, which holds tensor '{first}' and {index.Files.Values.Count(other => other == file) - 1} more");
        return StateDict.LoadOne(path, mayBeIndex: false);
    }

    private static void CheckPlace(ShardIndex index, string name, string file)
    {
        if (!index.Files.TryGetValue(name, out var expected))
            throw index.Damage($"shard '{file}' has a tensor '{name}', which the index does not list");
        if (expected != file)
            throw index.Damage($"tensor '{name}' is in shard '{file}', and the index says that it is in '{expected}'");
    }
}
