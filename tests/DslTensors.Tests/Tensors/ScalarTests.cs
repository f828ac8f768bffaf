namespace DslTensors.Tests.Tensors;

public class ScalarTests
{
    [Fact]
    public void Numbers_become_elements_of_any_type()
    {
        Assert.Equal([3, 6], (Tensor.From([1f, 2]) * 3).ToArray());
        Assert.Equal([0.5, 1], (Tensor.From([1.0, 2]) * 0.5).ToArray());
        Assert.Equal([3L, 4], (2 + Tensor.From([1L, 2])).ToArray());
        Assert.Equal([(byte)2, (byte)4], (Tensor.From(new byte[] { 1, 2 }) * 2.0).ToArray());
        Assert.Equal([9, 8], (10 - Tensor.From([1, 2])).ToArray());
        Assert.Equal((Half)0.1, ((Scalar)0.1).To<Half>());
        Assert.Equal(long.MaxValue, ((Scalar)long.MaxValue).To<long>());
        Assert.True(((Scalar)0.5).To<bool>());
        Assert.Equal(0.1f, ((Scalar)0.1f).To<float>());
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void A_real_number_is_no_integer(double value)
    {
        var error = Assert.Throws<TensorException>(() => Tensor.From([1, 2]) * value);
        Assert.StartsWith("result type Float can't be cast to the desired output type Int32: ", error.Message);
        Assert.EndsWith("is not an integer. Convert the tensor first: x.To<float>().", error.Message);
        Assert.Throws<TensorException>(() => ((Scalar)value).To<byte>());
    }

    [Fact]
    public void Text_is_the_number()
    {
        Assert.Equal("3", ((Scalar)3).ToString());
        Assert.Equal("0.5", ((Scalar)0.5).ToString());
        Assert.True(((Scalar)3L).IsInteger);
        Assert.False(((Scalar)3.0).IsInteger);
    }
}
