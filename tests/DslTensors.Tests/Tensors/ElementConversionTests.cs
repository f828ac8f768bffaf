namespace DslTensors.Tests.Tensors;

public class ElementConversionTests
{
    [Fact]
    public void RealNumbersLoseTheirFraction() => Assert.Equal([-1, 1, 2], Convert<float, int>(-1.9f, 1.9f, 2));

    [Fact]
    public void SmallIntegersWrapAround()
    {
        Assert.Equal([255, 44], Convert<float, byte>(-1f, 300f));
        Assert.Equal([-128], Convert<long, sbyte>(128));
    }

    [Fact]
    public void EverythingButZeroIsTrue()
    {
        Assert.Equal([true, false, true], Convert<double, bool>(0.1, 0, double.NaN));
        Assert.Equal([1f, 0f], Convert<bool, float>(true, false));
    }

    [Fact]
    public void LongIntegersKeepAllDigits() => Assert.Equal([long.MaxValue], Convert<long, long>(long.MaxValue));

    [Fact]
    public void HalvesRoundToNearest() => Assert.Equal([(Half)0.1f], Convert<float, Half>(0.1f));

    private static TTo[] Convert<TFrom, TTo>(params ReadOnlySpan<TFrom> source)
        where TFrom : unmanaged
        where TTo : unmanaged
    {
        var target = new TTo[source.Length];
        ElementConversion.Run<TFrom, TTo>(source, target);
        return target;
    }
}
