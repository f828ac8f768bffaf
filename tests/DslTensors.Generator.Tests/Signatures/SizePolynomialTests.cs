using DslTensors.Generator.Signatures;

namespace DslTensors.Generator.Tests.Signatures;

/// <summary>Arithmetic over sizes that are only known by name.</summary>
public class SizePolynomialTests
{
    private static readonly SymbolicSize B = SymbolicSize.Named("b");
    private static readonly SymbolicSize N = SymbolicSize.Named("n");

    [Fact]
    public void Equal_arithmetic_is_one_size()
    {
        Assert.Equal((B * N) + B, B * (N + 1));
        Assert.Equal(N, (B * N) / B);
        Assert.Equal(2 * N, ((4 * N) + 8 - 8) / 2);
        Assert.Equal(0, (B - B).Number);
        Assert.Equal("2*b*n - 3", ((2 * N * B) - 3).ToString());
        Assert.Equal("(n / 2)", (N / 2).ToString());
        Assert.Equal(7, (-7 / (SymbolicSize)(-1)).Number);
    }

    [Fact]
    public void Sizes_conflict_where_no_value_makes_them_equal()
    {
        Assert.True(N.ConflictsWith(N + 1));
        Assert.True(N.ConflictsWith(2 * N));
        Assert.True((2 * N).ConflictsWith(5));
        Assert.False((2 * N).ConflictsWith(6));
        Assert.False(N.ConflictsWith(B));
        Assert.False(N.ConflictsWith(5));
        Assert.False(SymbolicSize.Unknown.ConflictsWith(N));
        Assert.False(SymbolicSize.Integer("i").ConflictsWith(2 * SymbolicSize.Integer("i")));
    }

    [Fact]
    public void A_name_is_replaced_everywhere()
    {
        Assert.Equal(6, ((B * N) / 2).Substitute("b", 3).Substitute("n", 4).Number);
        Assert.Equal(B, N.Substitute("n", B));
        Assert.Equal("(b / 2)", (N / 2).Substitute("n", B).ToString());
    }

    [Fact]
    public void What_overflows_is_unknown() => Assert.False((SymbolicSize.Of(long.MaxValue) * 2).IsKnown || (N * long.MaxValue * 2).IsKnown);
}
