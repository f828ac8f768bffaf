using DslTensors.Analyzers.Declarations;
using DslTensors.Analyzers.Tests.Verification;

namespace DslTensors.Analyzers.Tests.Declarations;

/// <summary>Names that a renamed constructor parameter has left behind in attributes: where they are marked, and what is meant.</summary>
public class StaleNameTests
{
    [Theory]
    [InlineData("(int features)", "[Parameter(\"feature\")] public partial Tensor<float> W { get; set; }", "\"feature\"", "nameof(features)")]
    [InlineData("(int inFeatures, int outFeatures)", "[Parameter(\"outFeature\", \"inFeatures\")] public partial Tensor<float> W { get; set; }", "\"outFeature\"", "nameof(outFeatures)")]
    [InlineData("(int width)", "[Buffer(3, \"(2*size)\")] public partial Tensor<float> W { get; set; }", "\"(2*size)\"", "\"(2*width)\"")]
    [InlineData("(bool bias)", "[Parameter(3, When = \"biased\")] public partial Tensor<float>? W { get; set; }", "\"biased\"", "nameof(bias)")]
    [InlineData("(int left, int right)", "[Parameter(\"channels\")] public partial Tensor<float> W { get; set; }", "\"channels\"", null)]
    public async Task The_text_is_marked_and_the_parameter_that_comes_close_is_named(string parameters, string property, string marked, string? code)
    {
        var source = $"[Module] public partial class M{parameters} {{ {property} }}";
        Assert.Equal(marked, Assert.Single(await DeclarationCheck.Run<ModuleDeclarationAnalyzer>(source)).Marked);

        var found = Assert.Single(await ProgramCheck.RunAll(source), diagnostic => diagnostic.Id == "DSLT1005");
        Assert.Equal(code, found.Properties.GetValueOrDefault(SuggestedChange.Code));
    }
}
