namespace DslTensors;

public sealed partial class StateDict
{
    private static readonly string[] s_extensionsOfPyTorch = [".pt", ".pth", ".bin", ".ckpt"];

    /// <summary>
    /// Reads the tensors of a file that PyTorch's side wrote: <c>safetensors.torch.save_file(...)</c>, or
    /// <c>torch.save(model.state_dict(), path)</c>. Which of them it is, the content tells. Nothing in the file is executed, and a
    /// damaged one is refused as a whole.
    /// </summary>
    /// <exception cref="StateDictException">The file is damaged, or holds what this library has no type for.</exception>
    /// <exception cref="IOException">There is no such file, or it can't be read.</exception>
    public static StateDict Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return IsOfPyTorch(path) ? Checkpoint.Load(path).StateDict() : SafetensorsReader.Read(path);
    }

    /// <summary>
    /// Writes the tensors to a file, in the order of this dictionary: for <c>torch.load</c> if the name ends in .pt, .pth, .bin or
    /// .ckpt, otherwise in the safetensors format. The file appears complete or not at all: a failure leaves an earlier file of that
    /// name as it was.
    /// </summary>
    /// <exception cref="StateDictException">A tensor has a name or a type that the format has no place for.</exception>
    /// <exception cref="IOException">The file can't be written.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (Array.IndexOf(s_extensionsOfPyTorch, Path.GetExtension(path).ToLowerInvariant()) >= 0)
            new Checkpoint(this).Save(path);
        else
            AtomicFile.Write(path, stream => SafetensorsWriter.Write(this, stream));
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

    private static bool IsOfPyTorch(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        Span<byte> start = stackalloc byte[8];
        start = start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        return PyTorchFile.IsArchive(start) || PyTorchFile.IsLegacy(start);
    }
}
