using DslTensors.Analyzers.Declarations;
using DslTensors.Analyzers.Tests.Verification;

namespace DslTensors.Analyzers.Tests.Declarations;

/// <summary>DSLT1004.</summary>
public class ElementwiseBodyTests
{
    [Fact]
    public async Task What_cannot_be_compiled_is_marked_where_it_stands()
    {
        var (marked, message) = Assert.Single(await DeclarationCheck.Run<ElementwiseBodyAnalyzer>(
            "static partial class C { [Elementwise] static float Noisy(float x) => x + Random.Shared.NextSingle(); }"));
        Assert.Contains("Random.Shared", marked);
        Assert.NotEmpty(message);
    }

    [Fact]
    public async Task A_loop_is_marked()
    {
        var found = await DeclarationCheck.Run<ElementwiseBodyAnalyzer>(
            "static partial class C { [Elementwise] static float Power(float x) { for (var i = 0; i < 3; i++) x *= x; return x; } }");
        Assert.StartsWith("for", Assert.Single(found).Marked);
    }

    [Fact]
    public async Task Bodies_that_compile_and_other_methods_are_left_alone() => Assert.Empty(await DeclarationCheck.Run<ElementwiseBodyAnalyzer>("""
        static partial class C
        {
            [Elementwise] static float Silu(float x) => x / (1 + MathF.Exp(-x));
            [Elementwise] static float Leaky(float x, float slope = 0.01f) => x > 0 ? x : slope * x;
            static float Noisy(float x) => x + Random.Shared.NextSingle();
        }
        """));
}
