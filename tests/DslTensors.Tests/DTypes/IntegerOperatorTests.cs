namespace DslTensors.Tests.DTypes;

/// <summary>The forms in which users call operators on integers; their values are compared with PyTorch's elsewhere.</summary>
public class IntegerOperatorTests
{
    private const long Beyond = (1L << 53) + 1;

    [Fact]
    public void Quotients_are_real()
    {
        Tensor<int> a = [7, -7];
        Tensor<byte> bytes = [7, 200];
        Assert.Equal([3.5f, -3.5f], (a / 2).ToArray());
        Assert.Equal([1f, 1f], (a / a).ToArray());
        Assert.Equal([0.5f, -0.5f], (3.5 / a).ToArray());
        Assert.Equal([3.5f, 100f], bytes.Div(2).ToArray());
        Assert.Equal([2f, -2f], Tensor.Div(a, 3.5).ToArray());
        Assert.Equal([1f, 0f], (Tensor.From([true, false]) / 1).ToArray());
    }

    [Fact]
    public void Rounded_quotients_stay_integers()
    {
        Tensor<short> a = [7, -7];
        Assert.Equal([3, -4], a.Div(2, roundingMode: "floor").ToArray());
        Assert.Equal([3, -3], Tensor.Div(a, 2, "trunc").ToArray());
        Assert.Equal([3, -4], a.FloorDivide(2).ToArray());
        Assert.Equal([1, 1], (a % 2).ToArray());
        Assert.Equal([1, -1], a.Fmod(2).ToArray());
        Assert.StartsWith("ZeroDivisionError", Assert.Throws<DivideByZeroException>(() => a.FloorDivide(0)).Message);
        Assert.StartsWith("ZeroDivisionError", Assert.Throws<DivideByZeroException>(() => a % 0).Message);
        Assert.StartsWith("div expected rounding_mode to be one of None, 'trunc', or 'floor' but found 'up'", Assert.Throws<TensorException>(() => a.Div(2, "up")).Message);
        Assert.Equal([long.MinValue], Tensor.From([long.MinValue]).Div(-1, "trunc").ToArray());
    }

    [Fact]
    public void Sums_and_products_have_64_bits()
    {
        Tensor<sbyte> a = [100, 100, -3];
        Tensor<long> sum = a.Sum();
        Assert.Equal(197, sum.Item());
        Assert.Equal(-30000, a.Prod().Item());
        Assert.Equal([100, 200, 197], a.Cumsum(0).ToArray());
        Assert.Equal(2, Tensor.From([true, true, false]).Sum().Item());
        Assert.Equal(0, Tensor.Prod(Tensor.From([true, true, false])).Item());
        Assert.Equal(Beyond, Tensor.From([Beyond]).Sum().Item());
    }

    [Fact]
    public void Bits_have_the_operators_of_the_language()
    {
        Tensor<int> a = [0b1100, 5];
        Tensor<int> b = [0b1010, 3];
        Assert.Equal([0b1000, 1], (a & b).ToArray());
        Assert.Equal([0b1110, 7], (a | b).ToArray());
        Assert.Equal([0b0110, 6], (a ^ b).ToArray());
        Assert.Equal([~0b1100, ~5], (~a).ToArray());
        Assert.Equal([0b100, 4], (a & 4).ToArray());
        Assert.Equal([0b11000, 10], (a << 1).ToArray());
        Assert.Equal([3, 1], (a >> 2).ToArray());
        Assert.Equal([24, 40], a.BitwiseLeftShift(Tensor.From([1, 3])).ToArray());
        Assert.Equal([true, false], (~Tensor.From([false, true])).ToArray());
        Assert.Equal([false, true], (Tensor.From([false, true]) & Tensor.From([true, true])).ToArray());
        Tensor<byte> column = [255, 1];
        Assert.Equal([255, 0, 1, 0], (column.Reshape(2, 1) & Tensor.From([(byte)255, (byte)0])).ToArray());
    }

    [Fact]
    public void Powers_wrap_around()
    {
        Tensor<byte> a = [200, 3];
        Assert.Equal([64, 9], a.Pow(2).ToArray());
        Assert.Equal([8, 27], Tensor.Pow(2, Tensor.From([3L, 3L])).Add(Tensor.From([0L, 19L])).ToArray());
        Assert.StartsWith("Integers to negative integer powers are not allowed.", Assert.Throws<TensorException>(() => a.Pow(-1)).Message);
        Assert.StartsWith("result type Float can't be cast", Assert.Throws<TensorException>(() => a.Pow(0.5)).Message);
    }

    [Fact]
    public void Bounds_of_integers_stay_integers()
    {
        Tensor<long> a = [Beyond - 1, Beyond, Beyond + 1];
        Assert.Equal([Beyond, Beyond, Beyond + 1], a.Clamp(min: Beyond).ToArray());
        Assert.Equal([Beyond - 1, Beyond, Beyond], a.Clamp(max: Beyond).ToArray());
        Assert.Equal([Beyond, Beyond, Beyond], a.Clamp(Beyond, Beyond).ToArray());
        Assert.Equal([Beyond, Beyond, Beyond + 1], a.ClampMin(Beyond).ToArray());
        Assert.Equal([Beyond - 1, Beyond, Beyond], a.Clone().ClampMaxInPlace(Beyond).ToArray());
        Assert.Equal([Beyond, Beyond, Beyond + 1], a.Maximum(Beyond).ToArray());
        Assert.Equal([false, true, false], a.Eq(Beyond).ToArray());
        Assert.Equal(Beyond + 1, a.Amax().Item());
        Assert.Equal(Beyond - 1, a.Min().Item());
        Assert.StartsWith("value cannot be converted to type UInt8 without overflow", Assert.Throws<TensorException>(() => Tensor.From([(byte)1]).Clamp(max: 300)).Message);
    }

    [Fact]
    public void The_least_and_the_greatest_start_from_the_ends_of_the_type()
    {
        Assert.Equal(-128, Tensor.From([(sbyte)-128, (sbyte)-128]).Amax().Item());
        Assert.Equal(127, Tensor.From([(sbyte)127]).Amin().Item());
        Assert.Equal(-5, Tensor.From([.. Enumerable.Repeat((short)-5, 100)]).Amax().Item());
        Assert.Equal(200, Tensor.From([(byte)200, (byte)201]).Amin().Item());
        Assert.Equal(long.MinValue, Tensor.From([long.MinValue]).Max().Item());
    }

    [Fact]
    public void Every_type_compares_and_takes_part_in_logic()
    {
        Tensor<bool> a = [true, false];
        Assert.Equal([true, true], a.Eq(a).ToArray());
        Assert.Equal([false, true], a.Lt(true).ToArray());
        Assert.Equal([true, false], Tensor.From([2L, 0L]).LogicalAnd(Tensor.From([1L, 1L])).ToArray());
        Assert.Equal([false, true], Tensor.From([0.5f, 0f]).LogicalNot().ToArray());
        Assert.Equal([false, false], Tensor.Where(a, Tensor.From([false, true]), Tensor.From([true, false])).ToArray());
    }

    [Fact]
    public void In_place_clamping_is_differentiated()
    {
        var leaf = Tensor.From([-2.0, 0.5, 3.0]);
        leaf.RequiresGrad = true;
        var x = leaf * 1;
        Assert.Same(x, x.ClampInPlace(min: 0, max: 1));
        Assert.Equal([0, 0.5, 1], x.ToArray());
        x.Sum().Backward();
        Assert.Equal([0, 1, 0], leaf.Grad!.ToArray());
        Assert.Equal([0, 1], Tensor.From([-1, 1]).ClampMinInPlace(0).ToArray());
    }
}
