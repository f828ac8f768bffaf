using DslTensors.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace DslTensors.Analyzers.Tests.Verification;

/// <summary>Runs the flow rules over a source, with the library once as source and once as a compiled reference.</summary>
internal sealed class FlowTest : CSharpAnalyzerTest<TensorFlowAnalyzer, DefaultVerifier>
{
    private FlowTest(string source, MetadataReference? library)
    {
        TestCode = source;
        DisabledDiagnostics.Add("DSLT2900");
        TestBehaviors |= TestBehaviors.SkipSuppressionCheck | TestBehaviors.SkipGeneratedCodeCheck | TestBehaviors.SkipGeneratedSourcesCheck;
        ReferenceAssemblies = Framework.Name;
        TestState.AdditionalReferences.AddRange(Framework.References);
        if (library is not null)
            TestState.AdditionalReferences.Add(library);
        else
            TestState.Sources.Add(("StubApi.cs", StubApi.Source));
    }

    /// <summary>Statements in a method with a few values that nothing is known of.</summary>
    public static Task Statements(string statements) => Members($$"""
            void M(bool flag, int n, Tensor<float> unknown)
            {
        {{statements}}
            }
        """);

    /// <summary>Statements that use the real library.</summary>
    public static Task Library(string statements) => new FlowTest(
        $"using DslTensors;\n\nclass C\n{{\n    void M(int n)\n    {{\n{statements}\n    }}\n}}\n",
        MetadataReference.CreateFromFile(typeof(Tensor).Assembly.Location)).RunAsync();

    /// <summary>Members of a class.</summary>
    public static Task Members(string members) => File($$"""
        #nullable enable
        #pragma warning disable CS8321
        using System;
        using System.Linq;
        using System.Threading.Tasks;
        using DslTensors;

        class C
        {
        {{members}}
        }
        """);

    public static async Task File(string source, params DiagnosticResult[] expected)
    {
        foreach (var library in new[] { null, StubApi.Reference })
        {
            var test = new FlowTest(source, library);
            test.ExpectedDiagnostics.AddRange(expected);
            await test.RunAsync();
        }
    }

    protected override ParseOptions CreateParseOptions() => Framework.ParseOptions;

    protected override CompilationOptions CreateCompilationOptions() =>
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true);
}
