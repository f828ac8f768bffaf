using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace DslTensors.Analyzers.Tests.Verification;

/// <summary>Runs a rule, and where there is one its code fix, over a source that uses the compiled library.</summary>
internal sealed class RuleTest<TAnalyzer, TCodeFix> : CSharpCodeFixTest<TAnalyzer, TCodeFix, DefaultVerifier>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TCodeFix : CodeFixProvider, new()
{
    /// <param name="source">Marked up with the expected diagnostics.</param>
    /// <param name="fixedSource">What the code fix makes of it, one by one and all at once; null where nothing is fixed.</param>
    public static Task Run(string source, string? fixedSource = null)
    {
        var test = new RuleTest<TAnalyzer, TCodeFix> { TestCode = source, ReferenceAssemblies = Framework.Name };
        test.TestBehaviors |= TestBehaviors.SkipSuppressionCheck | TestBehaviors.SkipGeneratedCodeCheck;
        if (fixedSource is not null)
            test.FixedCode = fixedSource;
        foreach (var state in new ProjectState[] { test.TestState, test.FixedState })
        {
            state.AdditionalReferences.AddRange(Framework.References);
            state.AdditionalReferences.Add(StubApi.Reference);
        }

        return test.RunAsync();
    }

    protected override ParseOptions CreateParseOptions() => Framework.ParseOptions;
}
