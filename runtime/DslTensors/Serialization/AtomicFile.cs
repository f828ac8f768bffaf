using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace DslTensors;

/// <summary>Replaces files as a whole.</summary>
internal static class AtomicFile
{
    private const string Extension = ".tmp";

    private static readonly ConcurrentDictionary<string, bool> s_own = new(StringComparer.Ordinal);

    /// <summary>
    /// Writes to a temporary file in the same folder, has the disk take it, and only then gives it its name. If anything fails the
    /// temporary file is removed and a file of that name is as before. What processes that were killed have left is removed too.
    /// </summary>
    public static void Write(string path, Action<Stream> write)
    {
        path = Path.GetFullPath(path);
        var temporary = $"{path}.{Environment.ProcessId}.{Guid.NewGuid():N}{Extension}";
        s_own.TryAdd(temporary, true);
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
        finally
        {
            s_own.TryRemove(temporary, out _);
        }

        DeleteLeftOver(Path.GetDirectoryName(path)!, name => name == Path.GetFileName(path));
    }

    /// <summary>Deletes the temporary files that processes have left which are no more.</summary>
    /// <param name="folder">Where to look.</param>
    /// <param name="isTarget">Chooses by the names that the files were to have in the end.</param>
    public static void DeleteLeftOver(string folder, Func<string, bool> isTarget)
    {
        foreach (var file in Directory.EnumerateFiles(folder, $"*{Extension}"))
        {
            if (s_own.ContainsKey(file) || Path.GetFileName(file).Split('.') is not [.. { Length: > 0 } target, var process, { Length: 32 }, _])
                continue;
            if (!isTarget(string.Join('.', target)) || !int.TryParse(process, NumberStyles.None, CultureInfo.InvariantCulture, out var id) || IsAlive(id))
                continue;
            try
            {
                // Who still writes has locked it, be it on another machine.
                new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose).Dispose();
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // Another one's, or gone already: the next save looks again.
            }
        }
    }

    // The process of that number may be this one, if numbers are given anew as in containers; its own files are known.
    private static bool IsAlive(int id)
    {
        if (id == Environment.ProcessId)
            return false;
        try
        {
            using var process = Process.GetProcessById(id);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
