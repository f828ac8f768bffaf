namespace DslTensors.Tests.Operators.Fused;

/// <summary>Joined tensors have each element in its place, for pieces of every length.</summary>
public class JoiningTests
{
    [Theory]
    [InlineData(1, 3)]
    [InlineData(5, 9)]
    [InlineData(33, 17)]
    [InlineData(8, 600)]
    public void A_stack_has_each_tensor_in_its_place(int count, int size)
    {
        var parts = Enumerable.Range(0, count).Select(i => Samples.Random(i, 3, size)).ToArray();
        for (var dim = 0; dim < 3; dim++)
        {
            var stacked = Tensor.Stack(parts, dim);
            for (var i = 0; i < count; i++)
                AssertEqual(parts[i], stacked.Select(dim, i));
            AssertEqual(stacked, Tensor.Stack(parts.Select(part => part.Transpose(0, 1).Contiguous().Transpose(0, 1)).ToArray(), dim));
        }
    }

    [Fact]
    public void Doubles_and_bytes_are_interleaved_too()
    {
        var parts = Enumerable.Range(0, 9).Select(i => Samples.Random(i, 21) * 50).ToArray();
        var expected = Tensor.Stack(parts, 1);
        AssertEqual(expected.To<double>(), Tensor.Stack(parts.Select(part => part.To<double>()).ToArray(), 1));
        AssertEqual(expected.To<sbyte>(), Tensor.Stack(parts.Select(part => part.To<sbyte>()).ToArray(), 1));
    }

    [Fact]
    public void A_cat_has_pieces_of_different_and_of_no_length()
    {
        for (var dim = 0; dim < 2; dim++)
        {
            int[] lengths = [0, 3, 0, 0, 70, 1, 0];
            var parts = lengths.Select((length, i) => Samples.Random(i, dim == 0 ? [length, 300] : [300, length])).ToArray();
            var joined = Tensor.Cat(parts, dim);
            var start = 0;
            for (var i = 0; i < parts.Length; i++)
            {
                AssertEqual(parts[i], joined.Narrow(dim, start, lengths[i]));
                start += lengths[i];
            }
        }
    }

    [Theory]
    [InlineData(1, 7)]
    [InlineData(65, 130)]
    [InlineData(300, 203)]
    public void A_transposed_copy_has_each_element_in_its_place(int rows, int columns)
    {
        var x = Samples.Random(1, 2, rows, columns);
        var copy = x.Transpose(1, 2).Contiguous();
        for (var b = 0; b < 2; b++)
        {
            for (var i = 0; i < rows; i++)
                AssertEqual(x[b, i], copy[b].Select(1, i));
        }

        AssertEqual(x, x.Permute(2, 0, 1).Contiguous().Permute(1, 2, 0));
        AssertEqual(x.To<double>(), x.To<double>().Permute(2, 1, 0).Contiguous().Permute(2, 1, 0));
    }

    private static void AssertEqual<T>(Tensor<T> expected, Tensor<T> actual)
        where T : unmanaged
    {
        Assert.Equal(expected.Shape, actual.Shape);
        Assert.Equal<T[]>([.. expected], [.. actual]);
    }
}
