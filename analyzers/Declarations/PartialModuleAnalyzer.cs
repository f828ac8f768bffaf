using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DslTensors.Analyzers.Declarations;

/// <summary>DSLT1001: a <c>[Module]</c> class, or a type around it, is not partial, so that the generator can add nothing to it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PartialModuleAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The rule's id.</summary>
    public const string Id = "DSLT1001";

    internal static readonly DiagnosticDescriptor Rule = new(
        Id,
        "A module has to be partial",
        "The module '{0}' gets its parameters, buffers and state dict from generated code, so {1} has to be partial",
        RuleCategory.Declarations,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The generator writes the other part of a [Module] class. Without 'partial' on the class and on every type around it there is no other part.",
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
            if (start.Compilation.GetTypeByMetadataName("DslTensors.ModuleAttribute") is { } module)
                start.RegisterSymbolAction(symbol => Analyze(symbol, module), SymbolKind.NamedType);
        });
    }

    private static void Analyze(SymbolAnalysisContext context, INamedTypeSymbol module)
    {
        if (!context.Symbol.GetAttributes().Any(attribute => SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, module)))
            return;

        var closed = new List<string>();
        for (var type = (INamedTypeSymbol?)context.Symbol; type is not null; type = type.ContainingType)
        {
            if (!IsPartial(type, context))
                closed.Add($"'{type.Name}'");
        }

        if (closed.Count == 0)
            return;
        var names = closed.Count == 1 ? closed[0] : $"each of {string.Join(", ", closed)}";
        context.ReportDiagnostic(Diagnostic.Create(Rule, context.Symbol.Locations[0], context.Symbol.Name, names));
    }

    private static bool IsPartial(INamedTypeSymbol type, SymbolAnalysisContext context) => type.DeclaringSyntaxReferences
        .Select(reference => reference.GetSyntax(context.CancellationToken))
        .OfType<TypeDeclarationSyntax>()
        .Any(declaration => declaration.Modifiers.Any(SyntaxKind.PartialKeyword));
}
