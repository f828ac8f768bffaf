using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Tests.Cpu.Matrix;

/// <summary>Matrix products against the definition.</summary>
[Collection(nameof(Alone))]
public class MatrixProductTests
{
    private static readonly int[] s_edges = [1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33, 47, 63, 65];

    public static TheoryData<int, int, int> Sizes
    {
        get
        {
            var sizes = new TheoryData<int, int, int>();
            foreach (var edge in s_edges)
            {
                sizes.Add(edge, 5, 33);
                sizes.Add(9, edge, 34);
                sizes.Add(33, 40, edge);
                sizes.Add(edge, 70, edge);
            }

            foreach (var (rows, inner, columns) in new[] { (97, 257, 65), (96, 256, 64), (95, 255, 63), (193, 513, 33), (3, 300, 2049), (9, 5, 4100), (1, 3000, 1), (300, 1, 300), (1, 64, 2080) })
                sizes.Add(rows, inner, columns);
            return sizes;
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Products_of_any_size_and_strides(int rows, int inner, int columns)
    {
        Check<float>(rows, inner, columns, 1e-6);
        Check<double>(rows, inner, columns, 1e-15);
    }

    [Theory]
    [InlineData(3, 5, 4)]
    [InlineData(17, 33, 31)]
    [InlineData(40, 70, 50)]
    public void Products_of_integers_are_exact(int rows, int inner, int columns)
    {
        Check<long>(rows, inner, columns, 0);
        Check<int>(rows, inner, columns, 0);
    }

    [Theory]
    [InlineData(0, 3, 4)]
    [InlineData(3, 0, 4)]
    [InlineData(3, 4, 0)]
    public void Empty_products_are_zero(int rows, int inner, int columns)
    {
        var product = Tensor.Mm(Tensor.Ones<double>(rows, inner), Tensor.Ones<double>(inner, columns), destination: Tensor.Full<double>([rows, columns], 7));
        Assert.Equal(new double[rows * columns], product.ToArray());
    }

    [Fact]
    public void One_row_repeated_without_copying()
    {
        var (row, right) = (Tensor.Rand<double>(1, 40).Expand(30, 40), Tensor.Rand<double>(40, 50));
        Assert.Equal(row.Contiguous().Mm(right).ToArray(), row.Mm(right).ToArray());
    }

    [Theory]
    [InlineData(257, 300, 129)]
    [InlineData(64, 512, 2300)]
    [InlineData(1000, 64, 40)]
    public void The_number_of_threads_changes_no_bit(int rows, int inner, int columns)
    {
        var (left, right) = (Filled<float>(rows, inner, 1), Filled<float>(inner, columns, 2));
        var threads = Parallelism.Threads;
        try
        {
            Parallelism.Threads = 1;
            var alone = left.Mm(right).ToArray();
            foreach (var count in new[] { 2, 3, 8 })
            {
                Parallelism.Threads = count;
                Assert.Equal(alone, left.Mm(right).ToArray());
            }
        }
        finally
        {
            Parallelism.Threads = threads;
        }
    }

    private static void Check<T>(int rows, int inner, int columns, double tolerance)
        where T : unmanaged, INumber<T>
    {
        var (left, right) = (Filled<T>(rows, inner, 1), Filled<T>(inner, columns, 2));
        var (expected, magnitude) = Naive(left.ToArray(), right.ToArray(), rows, inner, columns);
        var leftDown = left.Transpose(0, 1).Contiguous().Transpose(0, 1);
        var rightDown = right.Transpose(0, 1).Contiguous().Transpose(0, 1);
        var leftWide = Within(left);
        var rightWide = Within(right);
        foreach (var (a, b, form) in new[] { (left, right, "plain"), (leftDown, right, "left transposed"), (left, rightDown, "right transposed"), (leftDown, rightDown, "both transposed"), (leftWide, rightWide, "parts") })
        {
            var actual = a.Mm(b).ToArray();
            for (var i = 0; i < actual.Length; i++)
            {
                var limit = tolerance * (magnitude[i] + 1) * Math.Max(1, Math.Sqrt(inner));
                Assert.True(Math.Abs(double.CreateChecked(actual[i]) - expected[i]) <= limit, $"{typeof(T).Name} {form} [{i / columns}, {i % columns}]: {actual[i]} instead of {expected[i]}");
            }
        }
    }

    /// <summary>The same matrix inside a greater one, every second column of it.</summary>
    private static Tensor<T> Within<T>(Tensor<T> matrix)
        where T : unmanaged
    {
        var (rows, columns) = matrix.Shape;
        var part = Tensor<T>.Allocate(Device.Cpu, StridedLayout.Contiguous(rows + 2, (2 * columns) + 3))
            .ViewAs(StridedLayout.Strided([rows, columns], [(2 * columns) + 3, 2]), (2 * columns) + 4);
        StridedCopy.Run(matrix.AsView(), part.AsView());
        return part;
    }

    private static Tensor<T> Filled<T>(int rows, int columns, int seed)
        where T : unmanaged, INumber<T>
    {
        var random = new System.Random(seed);
        var isInteger = T.CreateTruncating(0.5) == T.Zero;
        var values = new T[rows * columns];
        for (var i = 0; i < values.Length; i++)
            values[i] = isInteger ? T.CreateTruncating(random.Next(-9, 10)) : T.CreateTruncating((random.NextDouble() * 2) - 1);
        return Tensor.From(values, rows, columns);
    }

    private static (double[] Product, double[] Magnitude) Naive<T>(T[] left, T[] right, int rows, int inner, int columns)
        where T : unmanaged, INumber<T>
    {
        var (a, b) = (left.Select(double.CreateChecked).ToArray(), right.Select(double.CreateChecked).ToArray());
        var (product, magnitude) = (new double[rows * columns], new double[rows * columns]);
        for (var i = 0; i < rows; i++)
        {
            for (var k = 0; k < inner; k++)
            {
                for (var j = 0; j < columns; j++)
                {
                    var term = a[(i * inner) + k] * b[(k * columns) + j];
                    product[(i * columns) + j] += term;
                    magnitude[(i * columns) + j] += Math.Abs(term);
                }
            }
        }

        return (product, magnitude);
    }
}
