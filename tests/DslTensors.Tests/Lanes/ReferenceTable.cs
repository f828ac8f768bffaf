using System.Runtime.CompilerServices;

namespace DslTensors.Tests.Lanes;

/// <summary>Arguments and correctly rounded results, as <c>Reference/math/make_tables.py</c> wrote them.</summary>
internal sealed record ReferenceTable<T>(T[] A, T[] B, T[] Expected)
    where T : unmanaged
{
    public static ReferenceTable<T> Read(string function)
    {
        var kind = typeof(T) == typeof(float) ? "float" : "double";
        var lines = File.ReadAllLines(Path.Combine(Folder(), $"{function}.{kind}.txt"));
        var cells = lines.Select(line => line.Split(' ').Select(Ulp.Parse<T>).ToArray()).ToArray();
        return new([.. cells.Select(row => row[0])], [.. cells.Select(row => row[^2])], [.. cells.Select(row => row[^1])]);
    }

    private static string Folder([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "Reference", "math");
}
