namespace DslTensors;

public sealed partial class StateDict
{
    private static readonly string[] s_extensionsOfPyTorch = [".pt", ".pth", ".bin", ".ckpt"];

    /// <summary>
    /// Reads the tensors of a file that PyTorch's side wrote: <c>safetensors.torch.save_file(...)</c>, <c>torch.save(model.state_dict(),
    /// path)</c>, or the index <c>model.safetensors.index.json</c> of a model in several files, which lie in the folder of the index.
    /// Which of them it is, the content tells. Nothing in the file is executed, and a damaged one is refused as a whole.
    /// </summary>
    /// <exception cref="StateDictException">The file is damaged, or holds what this library has no type for; a file that an index names is missing, or has other tensors.</exception>
    /// <exception cref="IOException">There is no such file, or it can't be read.</exception>
    public static StateDict Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return LoadOne(path, mayBeIndex: true);
    }

    /// <summary>
    /// Writes the tensors to a file, in the order of this dictionary: for <c>torch.load</c> if the name ends in .pt, .pth, .bin or
    /// .ckpt, in several files if it ends in .index.json, otherwise in the safetensors format. The file appears complete or not at all: a
    /// failure leaves an earlier file of that name as it was.
    /// </summary>
    /// <exception cref="StateDictException">A tensor has a name or a type that the format has no place for.</exception>
    /// <exception cref="IOException">The file can't be written.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (path.EndsWith(ShardIndex.Extension, StringComparison.Ordinal))
            SaveSharded(path);
        else if (Array.IndexOf(s_extensionsOfPyTorch, Path.GetExtension(path).ToLowerInvariant()) >= 0)
            new Checkpoint(this).Save(path);
        else
            AtomicFile.Write(path, stream => SafetensorsWriter.Write(this, stream));
    }

    /// <summary>
    /// Writes the tensors to several files in the safetensors format and an index of them, as Hugging Face's libraries do:
    /// <c>model.safetensors.index.json</c> beside <c>model-00001-of-00002.safetensors</c> and so on. Until the new index is there the
    /// earlier one and its files are whole; then they are deleted.
    /// </summary>
    /// <param name="path">The index; its name ends in .index.json.</param>
    /// <param name="maxShardSize">How many bytes of tensors go into one file; a greater tensor has a file of its own.</param>
    /// <exception cref="StateDictException">A tensor has a name or a type that the format has no place for, or <paramref name="path"/> is no name of an index.</exception>
    /// <exception cref="IOException">A file can't be written.</exception>
    public void SaveSharded(string path, long maxShardSize = 5_000_000_000)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxShardSize);
        if (!path.EndsWith(ShardIndex.Extension, StringComparison.Ordinal))
            throw new StateDictException($"The index of shards has a name that ends in {ShardIndex.Extension}, e.g. model.safetensors{ShardIndex.Extension}, and not '{path}'.");
        ShardWriter.Write(this, path, maxShardSize);
    }

    /// <summary>
    /// The same tensors under names without a prefix, e.g. <c>"module."</c> of models that were wrapped for training; other names stay.
    /// </summary>
    /// <exception cref="StateDictException">Two tensors would have one name.</exception>
    public StateDict WithoutPrefix(string prefix)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        var dict = new StateDict();
        foreach (var (name, tensor) in this)
            dict.Add(name.StartsWith(prefix, StringComparison.Ordinal) ? name[prefix.Length..] : name, tensor);
        foreach (var (key, text) in Metadata)
            dict.Metadata.Add(key, text);
        return dict;
    }

    internal static StateDict LoadOne(string path, bool mayBeIndex)
    {
        Span<byte> start = stackalloc byte[8];
        using (var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0))
            start = start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        if (PyTorchFile.IsArchive(start) || PyTorchFile.IsLegacy(start))
            return Checkpoint.Load(path).StateDict();
        return mayBeIndex && ShardIndex.IsIndex(start) ? ShardReader.Read(path) : SafetensorsReader.Read(path);
    }
}
