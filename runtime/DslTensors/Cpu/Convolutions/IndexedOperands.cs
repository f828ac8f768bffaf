namespace DslTensors.Cpu;

/// <summary>
/// The operands of a matrix product whose elements are found by adding the entries of two tables: the right matrix at
/// <c>Source[Depth[i] + Columns[j]]</c>, and the left one likewise. So the windows of an image are a matrix without being copied out.
/// Several products of equal form, the groups, lie at equal distances.
/// </summary>
internal sealed class IndexedOperands<T>
    where T : unmanaged
{
    /// <summary>The rows of the left matrix and of the result.</summary>
    public required int Rows { get; init; }

    public int Groups { get; init; } = 1;

    public required T[] Left { get; init; }

    public required int LeftOffset { get; init; }

    public required int LeftRowStride { get; init; }

    /// <summary>Where the elements of a row of the left matrix lie.</summary>
    public required OffsetTable LeftDepth { get; init; }

    public int LeftGroupStride { get; init; }

    public required T[] Source { get; init; }

    public required int SourceOffset { get; init; }

    /// <summary>Where the rows of the right matrix lie.</summary>
    public required OffsetTable Depth { get; init; }

    /// <summary>Where the columns of the right matrix lie.</summary>
    public required OffsetTable Columns { get; init; }

    public int SourceGroupStride { get; init; }

    public required T[] Result { get; init; }

    public required int ResultOffset { get; init; }

    public required int ResultRowStride { get; init; }

    /// <summary>Where the columns of the result go.</summary>
    public required OffsetTable Targets { get; init; }

    public int ResultGroupStride { get; init; }

    /// <summary>What is added to each row, group by group; null for nothing.</summary>
    public T[]? Bias { get; init; }

    /// <summary>In how many parts the inner dimension is summed, each into a result of its own.</summary>
    public int Chunks { get; init; } = 1;

    public int ResultChunkStride { get; init; }
}
