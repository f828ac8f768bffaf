using DslTensors.Cpu;

namespace DslTensors.Tests.Cpu.Convolutions;

/// <summary>Visits every product that a convolution sums, straight from the definition.</summary>
internal static class ConvolutionDefinition
{
    /// <summary>Calls back with the positions in contiguous images, weight and result.</summary>
    public static void Visit(int[] input, int[] weight, int[] result, ConvolutionGeometry geometry, Action<int, int, int> visit)
    {
        var rows = weight[0] / geometry.Groups;
        foreach (var place in Indices(result))
        {
            foreach (var tap in Indices([1, .. weight[1..]]))
            {
                int[] from = [place[0], (place[1] / rows * weight[1]) + tap[1], .. Enumerable.Range(0, geometry.Rank).Select(i => (place[2 + i] * geometry.Stride[i]) - geometry.Before[i] + (tap[2 + i] * geometry.Dilation[i]))];
                if (from.Zip(input).All(pair => pair.First >= 0 && pair.First < pair.Second))
                    visit(Position(input, from), Position(weight, [place[1], .. tap[1..]]), Position(result, place));
            }
        }
    }

    private static IEnumerable<int[]> Indices(int[] sizes)
    {
        var count = sizes.Aggregate(1, (product, size) => product * size);
        for (var i = 0; i < count; i++)
        {
            var (index, rest) = (new int[sizes.Length], i);
            for (var dim = sizes.Length - 1; dim >= 0; dim--)
                (rest, index[dim]) = Math.DivRem(rest, sizes[dim]);
            yield return index;
        }
    }

    private static int Position(int[] sizes, int[] index) => index.Zip(sizes).Aggregate(0, (position, pair) => (position * pair.Second) + pair.First);
}
