using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace DslTensors.Tests.Tensors;

/// <summary>What a debugger shows, and the formats of texts.</summary>
public class DebuggerTests
{
    [Theory]
    [InlineData(false, "Tensor<float32> [2, 3] = 1, 2, 3, 4, 5, 6")]
    [InlineData(true, "Tensor<float32> [3, 2] = 1, 4, 2, 5, 3, 6")]
    public void One_line_tells_shape_and_elements(bool isTransposed, string expected)
    {
        var x = Tensor.From([1f, 2, 3, 4, 5, 6], 2, 3);
        Assert.Equal(expected, Line(isTransposed ? x.Transpose(0, 1) : x));
    }

    [Fact]
    public void One_line_tells_where_a_tensor_stands_in_the_graph()
    {
        var x = Tensor.Ones(2);
        x.RequiresGrad = true;
        var y = x * 2;
        Assert.EndsWith(" = 1, 1, requires grad", Line(x), StringComparison.Ordinal);
        Assert.EndsWith($" = 2, 2, {y.GradFn!.Name}", Line(y), StringComparison.Ordinal);
        y.Sum().Backward();
        Assert.EndsWith(", has a gradient", Line(x), StringComparison.Ordinal);
        Assert.Equal("Tensor<int64> [20] = 0, 1, 2, 3, 4, 5, 6, 7, ...", Line(Tensor.Arange<long>(20)));
        Assert.Equal("Tensor<float32> [] = 3", Line(Tensor.From(3f)));
    }

    [Fact]
    public void Unfolded_it_is_an_array_of_the_same_rank()
    {
        Assert.Equal(new[,] { { 1f, 3f }, { 2f, 4f } }, Unfolded(Tensor.From([1f, 2, 3, 4], 2, 2).Transpose(0, 1)));
        Assert.Equal(new[, ,] { { { 1f, 2f } }, { { 3f, 4f } } }, Unfolded(Tensor.From([1f, 2, 3, 4], 2, 1, 2)));
        Assert.Equal(new[] { 7f }, Unfolded(Tensor.From(7f)));
        Assert.Equal(10_000, Unfolded(Tensor.Zeros(300, 300)).Length);
    }

    [Theory]
    [InlineData("0.00", "tensor([[1.00, 2.50],\n        [3.25, 4.00]])")]
    [InlineData("e2", "tensor([[1.00e+000, 2.50e+000],\n        [3.25e+000, 4.00e+000]])")]
    [InlineData(null, "tensor([[1.0000, 2.5000],\n        [3.2500, 4.0000]])")]
    public void Elements_take_formats_of_numbers(string? format, string expected)
    {
        var x = Tensor.From([1f, 2.5f, 3.25f, 4f], 2, 2);
        Assert.Equal(expected, x.ToString(format));
    }

    [Fact]
    public void A_culture_is_asked_for()
    {
        var x = Tensor.From([1.5, 2.5]);
        Assert.Equal("tensor([1.5, 2.5], dtype=float64)", string.Format(CultureInfo.InvariantCulture, "{0:0.0}", x));
        Assert.Equal("tensor([07, 12])", Tensor.From([7L, 12L]).ToString("00"));
        Assert.Equal("tensor([ True, False])", Tensor.From([true, false]).ToString("00"));
    }

    private static string Line<T>(Tensor<T> tensor)
        where T : unmanaged
    {
        var name = typeof(Tensor<T>).GetCustomAttribute<DebuggerDisplayAttribute>()!.Value.Trim('{', '}').Split(',')[0];
        return (string)typeof(Tensor<T>).GetProperty(name, BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(tensor)!;
    }

    private static Array Unfolded(Tensor<float> tensor)
    {
        var view = Activator.CreateInstance(Type.GetType(typeof(Tensor<float>).GetCustomAttribute<DebuggerTypeProxyAttribute>()!.ProxyTypeName)!.MakeGenericType(typeof(float)), tensor)!;
        return (Array)view.GetType().GetProperty("Values")!.GetValue(view)!;
    }
}
