using DslTensors.Analyzers.Declarations;
using DslTensors.Analyzers.Tests.Verification;

namespace DslTensors.Analyzers.Tests.Declarations;

/// <summary>DSLT1005.</summary>
public class ModuleDeclarationTests
{
    [Theory]
    [InlineData("\"feature\"", "feature", "[Module] public partial class M(int features) { [Parameter(\"feature\")] public partial Tensor<float> Weight { get; set; } }")]
    [InlineData("Weight", "Tensor", "[Module] public partial class M { [Parameter(3)] public partial string Weight { get; set; } }")]
    [InlineData("M", "record", "[Module] public partial record M;")]
    [InlineData("M", "Exception", "[Module] public partial class M : Exception;")]
    public async Task A_refused_module_is_marked_at_the_member(string marked, string message, string source)
    {
        var found = Assert.Single(await DeclarationCheck.Run<ModuleDeclarationAnalyzer>(source));
        Assert.Equal(marked, found.Marked);
        Assert.Contains(message, found.Message);
    }

    [Fact]
    public async Task Good_modules_and_modules_that_are_not_partial_are_left_alone() => Assert.Empty(await DeclarationCheck.Run<ModuleDeclarationAnalyzer>("""
        [Module]
        public partial class Scale(int features)
        {
            [Parameter(nameof(features))] public partial Tensor<float> Weight { get; set; }
            public Linear Fc { get; } = new(3, 4);
        }

        [Module]
        public class Closed;
        """));
}
