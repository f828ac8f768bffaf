using DslTensors.Analyzers.Declarations;
using DslTensors.Analyzers.Tests.Verification;

namespace DslTensors.Analyzers.Tests.Declarations;

/// <summary>DSLT1006.</summary>
public class CapturedTwiceTests
{
    private const string Encoder = "[Module] public partial class Encoder(int width) { public int Width { get; } = width; } ";

    [Fact]
    public async Task A_parameter_that_is_kept_and_passed_on_is_marked_with_the_property_to_use()
    {
        var found = Assert.Single(await DeclarationCheck.Run<CapturedTwiceAnalyzer>(Encoder + "[Module] public partial class Net(int width) : Encoder(width) { public int Twice() => 2 * width; }"));
        Assert.Equal("width", found.Marked);
        Assert.Contains("'width' is passed to 'Encoder' and kept by 'Net' as well", found.Message);
        Assert.EndsWith("Use 'Width' of 'Encoder' in the method.", found.Message);
    }

    [Fact]
    public async Task Without_such_a_property_the_advice_is_to_make_one() =>
        Assert.EndsWith("Give 'Encoder' a property for it, and use that in the method.", Assert.Single(await DeclarationCheck.Run<CapturedTwiceAnalyzer>(
            "[Module] public partial class Encoder(int n) { public int Twice { get; } = 2 * n; } [Module] public partial class Net(int depth) : Encoder(depth) { public int Depth => depth; }")).Message);

    [Theory]
    [InlineData("[Module] public partial class Net(int width) : Encoder(width) { public Linear L { get; } = new(width, 1); [Parameter(nameof(width))] public partial Tensor<float> W { get; set; } }")]
    [InlineData("[Module] public partial class Net(int width) : Encoder(2 * width) { public int Given() => width; }")]
    [InlineData("[Module] public partial class Net(int width, int depth) : Encoder(width) { public int Depth() => depth; public int Of(int width) => width; public string Name() => nameof(width); }")]
    [InlineData("[Module] public partial class Net(int width) { public int Twice() => 2 * width; }")]
    public async Task Parameters_that_are_kept_once_are_left_alone(string source) => Assert.Empty(await DeclarationCheck.Run<CapturedTwiceAnalyzer>(Encoder + source));
}
