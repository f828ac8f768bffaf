using DslTensors.Cpu;
using DslTensors.Lanes;

namespace DslTensors.Tests.Cpu.Convolutions;

/// <summary>Products of matrices that tables address, with every width of vectors.</summary>
public class IndexedProductTests
{
    [Theory]
    [InlineData(1, 1, 1, 1)]
    [InlineData(3, 5, 32, 1)]
    [InlineData(8, 256, 33, 1)]
    [InlineData(9, 257, 64, 2)]
    [InlineData(17, 700, 31, 3)]
    public void Each_width_gives_the_definition(int rows, int depth, int columns, int chunks)
    {
        Check<Lane512<double>>(rows, depth, columns, chunks, 4);
        Check<Lane512<double>>(rows, depth, columns, chunks, 8);
        Check<Lane256<double>>(rows, depth, columns, chunks, 4);
        Check<Lane128<double>>(rows, depth, columns, chunks, 4);
        Check<ScalarLane<double>>(rows, depth, columns, chunks, 4);
    }

    private static void Check<L>(int rows, int depth, int columns, int chunks, int tileRows)
        where L : struct, IMemoryLane<L, double>
    {
        var random = new System.Random(5);
        double[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => (double)random.Next(-4, 5))];
        int[] Places(int count, int most) => [.. Enumerable.Range(0, count).Select(_ => random.Next(most))];
        var (left, source, bias) = (Numbers(rows * 900), Numbers(4000), Numbers(rows));
        var (leftDepth, sourceDepth, sourceColumns) = (Places(depth, 900), Places(depth, 2000), Places(columns, 2000));
        var targets = Enumerable.Range(0, columns).ToArray();
        random.Shuffle(targets);
        var result = new double[chunks * rows * columns];
        IndexedProduct<L, double>.Run(
            new IndexedOperands<double>
            {
                Rows = rows,
                Left = left,
                LeftOffset = 0,
                LeftRowStride = 900,
                LeftDepth = new OffsetTable(leftDepth),
                Source = source,
                SourceOffset = 0,
                Depth = new OffsetTable(sourceDepth),
                Columns = new OffsetTable(sourceColumns),
                Result = result,
                ResultOffset = 0,
                ResultRowStride = columns,
                Targets = new OffsetTable(targets),
                Bias = chunks == 1 ? bias : null,
                Chunks = chunks,
                ResultChunkStride = rows * columns,
            },
            tileRows);

        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                var expected = chunks == 1 ? bias[row] : 0;
                for (var i = 0; i < depth; i++)
                    expected += left[(row * 900) + leftDepth[i]] * source[sourceDepth[i] + sourceColumns[column]];
                var actual = Enumerable.Range(0, chunks).Sum(chunk => result[(((chunk * rows) + row) * columns) + targets[column]]);
                Assert.Equal(expected, actual);
            }
        }
    }
}
