using DslTensors.Generator.Elementwise;
using DslTensors.Generator.Tests.Operators;
using Microsoft.CodeAnalysis;

namespace DslTensors.Generator.Tests.Elementwise;

/// <summary>What an edit may not do: make the generator of elementwise operators run again where nothing changed.</summary>
public class ElementwiseCacheTests
{
    private const string Source = SampleOperators.Elementwise;

    [Fact]
    public void Equal_sources_give_equal_models()
    {
        Assert.Equal(Model(Source), Model(Source));
        Assert.Equal(Model(Source).GetHashCode(), Model(Source).GetHashCode());
    }

    [Theory]
    [InlineData("float beta = 1", "float beta = 2")]
    [InlineData("-beta * x", "beta * x")]
    [InlineData("x times the sigmoid", "x by the sigmoid")]
    [InlineData("[Elementwise]", "[Elementwise(InPlace = false)]")]
    [InlineData("[Elementwise]", "[Elementwise(Name = \"silu\")]")]
    [InlineData("public static", "internal static")]
    public void A_difference_that_matters_gives_another_model(string text, string replacement) =>
        Assert.NotEqual(Model(Source), Model(Source.Replace(text, replacement)));

    [Fact]
    public void A_model_holds_nothing_of_the_compiler() => PlainValues.AssertOnly(Model(Source));

    [Theory]
    [InlineData(1, "class Elsewhere { int x = 2; int y; }")]
    [InlineData(0, "// Above the function, which moves down by a line.\n" + Source)]
    [InlineData(0, Source + "\nclass Below { int x; }")]
    public void An_edit_elsewhere_runs_nothing_again(int tree, string text)
    {
        var compilation = OperatorCompilation.Create(Source, "class Elsewhere { int x = 1; }");
        var driver = OperatorCompilation.Driver().RunGenerators(compilation);

        var edited = compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[tree], OperatorCompilation.Tree(text, tree));
        var result = driver.RunGenerators(edited).GetRunResult().Results.Single(run => run.TrackedSteps.ContainsKey(ElementwiseGenerator.ModelStep));

        var steps = result.TrackedSteps[ElementwiseGenerator.ModelStep];
        Assert.Single(steps);
        var reasons = steps.Concat(result.TrackedOutputSteps.SelectMany(step => step.Value)).SelectMany(step => step.Outputs).Select(output => output.Reason);
        Assert.All(reasons, reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, reason.ToString()));
    }

    private static ElementwiseOperator Model(string source)
    {
        var compilation = OperatorCompilation.Create(source);
        var method = compilation.GetTypeByMetadataName("Mine.Functions")!.GetMembers("Swish").OfType<IMethodSymbol>().Single();
        return ElementwiseOperator.Read(method, compilation, CancellationToken.None)!;
    }
}
