namespace DslTensors.Tests.DTypes;

/// <summary>A user's operators have the same means as the library's: overloads for some types, types of computation, halves in float.</summary>
public class TypedOperatorTests
{
    [Fact]
    public void Overloads_exist_for_the_types_of_the_declaration()
    {
        Assert.Equal([3, 32], Tensor.From([7, -1]).CountBits().ToArray());
        Assert.Equal([8], Tensor.CountBits(Tensor.From([(byte)255])).ToArray());
        var methods = typeof(TensorOperators).GetMethods().Where(method => method.Name == nameof(CountBits)).Select(method => method.GetParameters()[0].ParameterType);
        Assert.Equal([typeof(Tensor<int>), typeof(Tensor<byte>)], methods);
    }

    [Fact]
    public void A_type_argument_names_the_type_of_computation()
    {
        Assert.Equal([-27], Tensor.From([-3.5f]).Cubed<long>().ToArray());
        Assert.Equal([15.625], Tensor.Cubed<double>(Tensor.From([2.5f])).ToArray());
    }

    [Fact]
    public void Kernels_over_real_numbers_see_halves_as_float()
    {
        var x = Tensor.Ones<BFloat16>(3000);
        Assert.Equal(0f, (float)x.Centered().Abs().Amax().Item());
        x.RequiresGrad = true;
        x.Centered().Sum().Backward();
        Assert.Equal(0f, (float)((Tensor<BFloat16>)x.Grad!).Abs().Amax().Item());
    }
}
