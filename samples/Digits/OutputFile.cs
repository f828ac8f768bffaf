namespace Digits;

/// <summary>A file that a run writes at its end.</summary>
static class OutputFile
{
    /// <summary>Refuses a path that can't be written to, before the training rather than after it.</summary>
    /// <exception cref="IOException">The path is a directory, or its directory does not exist.</exception>
    public static void Check(string path, string option)
    {
        if (path.Length == 0 || Directory.Exists(path))
            throw new IOException($"{option} '{path}': is not a file name.");
        string directory = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (!Directory.Exists(directory))
            throw new IOException($"{option} '{path}': there is no directory {directory}.");
    }
}
