using System.Collections.Immutable;
using System.Linq;
using DslTensors.Generator.Operators;
using DslTensors.Generator.Signatures;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DslTensors.Analyzers.Declarations;

/// <summary>DSLT1003: a <c>[TensorOp]</c> class declares no operator that the generator can write.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OperatorDeclarationAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The rule's id.</summary>
    public const string Id = "DSLT1003";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "The operator is not fully declared",
        "{0}",
        RuleCategory.Declarations,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A [TensorOp] class is static and partial, has a method Forward, View or Compose whose tensors are those of the signature, and gradient methods named after its inputs.",
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
            if (start.Compilation.GetTypeByMetadataName("DslTensors.TensorOpAttribute") is { } declares)
                start.RegisterSymbolAction(symbol => Analyze(symbol, declares), SymbolKind.NamedType);
        });
    }

    private static void Analyze(SymbolAnalysisContext context, INamedTypeSymbol declares)
    {
        var attribute = context.Symbol.GetAttributes().FirstOrDefault(data => SymbolEqualityComparer.Default.Equals(data.AttributeClass, declares));

        // A signature that does not parse is another rule's.
        if (attribute?.ConstructorArguments.FirstOrDefault().Value is not string signature || SignatureParser.Parse(signature).Error is not null)
            return;
        foreach (var problem in OperatorParser.Parse(context.Symbol, context.CancellationToken).Problems)
            context.ReportDiagnostic(Diagnostic.Create(Rule, problem.Location ?? context.Symbol.Locations[0], problem.Message));
    }
}
