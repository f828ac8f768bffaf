using System.Numerics;

namespace DslTensors.Cpu;

/// <summary>Adds rows of numbers, as vectors where the processor has some for the type.</summary>
internal static class RowSum
{
    /// <summary>Adds each element of a row to that of another at the same place.</summary>
    public static void Add<T>(ReadOnlySpan<T> row, Span<T> sums)
        where T : unmanaged, INumber<T>
    {
        var i = 0;
        if (Vector<T>.IsSupported)
        {
            for (; i <= row.Length - Vector<T>.Count; i += Vector<T>.Count)
                (new Vector<T>(sums[i..]) + new Vector<T>(row[i..])).CopyTo(sums[i..]);
        }

        for (; i < row.Length; i++)
            sums[i] += row[i];
    }
}
