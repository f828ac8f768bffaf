namespace DslTensors.Tests.Tensors;

/// <summary><c>x.Expect("b 64")</c> at run time.</summary>
public class ExpectTests
{
    [Theory]
    [InlineData("2 3 4")]
    [InlineData("b t c")]
    [InlineData("... 4")]
    [InlineData("2 s...")]
    [InlineData("n (n + 1) (2 * n)")]
    [InlineData("(n / 2 - 0) k n")]
    public void A_shape_that_holds_gives_the_tensor_back(string shape)
    {
        var x = Tensor.Ones(2, 3, 4);
        Assert.Same(x, x.Expect(shape));
        Assert.Equal([], Tensor.Ones().Expect("()").Shape);
    }

    [Theory]
    [InlineData("2 3", "it has 3 dimension(s), where 2 are expected")]
    [InlineData("... 2 3 4 5", "it has 3 dimension(s), where at least 4 are expected")]
    [InlineData("2 3 5", "dimension 2 is 4, where 5 is expected")]
    [InlineData("b b c", "dimension 1 is 3, where b = 2 is expected")]
    [InlineData("n (2 * n) k", "dimension 1 is 3, where (2 * n) = 4 is expected")]
    public void A_shape_that_does_not_hold_is_refused(string shape, string reason)
    {
        var exception = Assert.Throws<ShapeException>(() => Tensor.Ones(2, 3, 4).Expect(shape));
        Assert.StartsWith("Expect: the tensor has shape [2, 3, 4], which is not", exception.Message);
        Assert.Contains(reason, exception.Message);
    }

    [Fact]
    public void List_patterns_read_shapes() => Assert.True(Tensor.Ones(2, 3).Shape is [var rows, 3] && rows == 2);
}
