namespace DslTensors.Operators;

/// <summary>The numbers of elements before and after a dimension.</summary>
internal static class SliceSizes
{
    public static (int Outer, int Inner) Around(int[] sizes, int dim)
    {
        var (outer, inner) = (1, 1);
        for (var i = 0; i < sizes.Length; i++)
        {
            if (i < dim)
                outer *= sizes[i];
            else if (i > dim)
                inner *= sizes[i];
        }

        return (outer, inner);
    }
}
