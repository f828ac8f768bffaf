using System.Collections.Immutable;
using System.Linq;
using DslTensors.Generator.Elementwise;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace DslTensors.Analyzers.Declarations;

/// <summary>DSLT1004: an <c>[Elementwise]</c> function has a body that can not be compiled to lanes and gradients.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ElementwiseBodyAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The rule's id.</summary>
    public const string Id = "DSLT1004";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "The elementwise function cannot be compiled",
        "{0}",
        RuleCategory.Declarations,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "An [Elementwise] function is differentiated and vectorised from its body: arithmetic, comparisons, MathF functions, other [Elementwise] functions, locals, if and return.",
        helpLinkUri: RuleHelp.LinkTo(Id));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName("DslTensors.ElementwiseAttribute") is { } declares)
                start.RegisterSymbolAction(symbol => Analyze(symbol, declares), SymbolKind.Method);
        });
    }

    private static void Analyze(SymbolAnalysisContext context, INamedTypeSymbol declares)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (!method.GetAttributes().Any(data => SymbolEqualityComparer.Default.Equals(data.AttributeClass, declares)))
            return;
        foreach (var problem in ElementwiseParser.Parse(method, context.Compilation, context.CancellationToken).Problems)
            context.ReportDiagnostic(Diagnostic.Create(Rule, Locate(problem, method), problem.Message));
    }

    // A problem may lie in a function that the body calls, in another file.
    private static Location Locate(ElementwiseProblem problem, IMethodSymbol method)
    {
        var tree = method.Locations[0].SourceTree!;
        return tree.FilePath == problem.FilePath && problem.Start + problem.Length <= tree.Length
            ? Location.Create(tree, new TextSpan(problem.Start, problem.Length))
            : method.Locations[0];
    }
}
