using System.Collections.Immutable;
using System.Linq;
using DslTensors.Generator.Kernels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DslTensors.Analyzers.Declarations;

/// <summary>DSLT1007: no launcher can be written for a <c>[Kernel]</c> method.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class KernelDeclarationAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The rule's id.</summary>
    public const string Id = "DSLT1007";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "The kernel cannot be launched",
        "{0}",
        RuleCategory.Declarations,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A [Kernel] method is static, in a partial class, without result; its first parameter is an ILGPU index, and the others are views and structs without references.",
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
            if (start.Compilation.GetTypeByMetadataName("DslTensors.KernelAttribute") is { } declares)
                start.RegisterSymbolAction(symbol => Analyze(symbol, declares), SymbolKind.Method);
        });
    }

    private static void Analyze(SymbolAnalysisContext context, INamedTypeSymbol declares)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (!method.GetAttributes().Any(data => SymbolEqualityComparer.Default.Equals(data.AttributeClass, declares)))
            return;
        foreach (var problem in KernelParser.Parse(method, context.CancellationToken).Problems)
            context.ReportDiagnostic(Diagnostic.Create(Rule, method.Locations[0], problem));
    }
}
