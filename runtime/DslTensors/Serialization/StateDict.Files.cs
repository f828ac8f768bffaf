namespace DslTensors;

public sealed partial class StateDict
{
    /// <summary>
    /// Reads the tensors of a file in the safetensors format, which PyTorch's <c>safetensors.torch.save_file</c> writes.
    /// Nothing in the file is executed, and a damaged one is refused as a whole.
    /// </summary>
    /// <exception cref="StateDictException">The file is damaged, or holds what this library has no type for.</exception>
    /// <exception cref="IOException">There is no such file, or it can't be read.</exception>
    public static StateDict Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return SafetensorsReader.Read(path);
    }

    /// <summary>
    /// Writes the tensors to a file in the safetensors format, in the order of this dictionary. The file appears complete or not at
    /// all: a failure leaves an earlier file of that name as it was.
    /// </summary>
    /// <exception cref="StateDictException">A tensor has a name or a type that the format has no place for.</exception>
    /// <exception cref="IOException">The file can't be written.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        AtomicFile.Write(path, stream => SafetensorsWriter.Write(this, stream));
    }
}
