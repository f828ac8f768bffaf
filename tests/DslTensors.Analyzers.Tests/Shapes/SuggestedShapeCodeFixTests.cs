using DslTensors.Analyzers.Flow;
using DslTensors.Analyzers.Tests.Verification;
using DslTensors.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace DslTensors.Analyzers.Tests.Shapes;

/// <summary>The changes that the shape rules offer, one by one and all at once.</summary>
public class SuggestedShapeCodeFixTests
{
    [Fact]
    public Task A_missing_dimension_a_transposition_and_a_dimension_are_written() => Run(
        """
        using DslTensors;

        class C
        {
            void M()
            {
                var a = Tensor.Rand(2, 3);
                var b = Tensor.Rand(4, 3);
                {|DSLT2001:Tensor.Mm(a, b)|};
                {|DSLT2001:Tensor.Bmm(a, Tensor.Rand(1, 3, 3))|};
                {|DSLT2005:a.Sum(2)|};
                {|DSLT2001:Tensor.Mm(a + a, b)|};
            }
        }
        """,
        """
        using DslTensors;

        class C
        {
            void M()
            {
                var a = Tensor.Rand(2, 3);
                var b = Tensor.Rand(4, 3);
                Tensor.Mm(a, b.Transpose(0, 1));
                Tensor.Bmm(a.Unsqueeze(0), Tensor.Rand(1, 3, 3));
                a.Sum(1);
                Tensor.Mm(a + a, b.Transpose(0, 1));
            }
        }
        """);

    [Fact]
    public Task A_column_is_squeezed() => Run(
        """
        using DslTensors;

        class C
        {
            void M() => {|DSLT2015:Tensor.MseLoss(Tensor.Rand(5, 1), Tensor.Rand(5))|};
        }
        """,
        """
        using DslTensors;

        class C
        {
            void M() => Tensor.MseLoss(Tensor.Rand(5, 1).Squeeze(1), Tensor.Rand(5));
        }
        """);

    private static async Task Run(string source, string fixedSource)
    {
        var test = new FixTest { TestCode = source, FixedCode = fixedSource, ReferenceAssemblies = Framework.Name };
        test.TestBehaviors |= TestBehaviors.SkipSuppressionCheck | TestBehaviors.SkipGeneratedCodeCheck;
        test.DisabledDiagnostics.Add("DSLT2900");
        foreach (var state in new ProjectState[] { test.TestState, test.FixedState })
        {
            state.AdditionalReferences.AddRange(Framework.References);
            state.AdditionalReferences.Add(Microsoft.CodeAnalysis.MetadataReference.CreateFromFile(typeof(Tensor).Assembly.Location));
        }

        await test.RunAsync();
    }

    private sealed class FixTest : CSharpCodeFixTest<TensorFlowAnalyzer, SuggestedShapeCodeFix, DefaultVerifier>
    {
        protected override Microsoft.CodeAnalysis.ParseOptions CreateParseOptions() => Framework.ParseOptions;
    }
}
