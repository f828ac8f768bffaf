using System.Collections.Immutable;
using System.Linq;
using DslTensors.Generator.Modules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DslTensors.Analyzers.Declarations;

/// <summary>DSLT1005: a <c>[Module]</c> class has a member, key or base class that the generator refuses.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ModuleDeclarationAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The rule's id.</summary>
    public const string Id = "DSLT1005";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "The module is not well declared",
        "{0}",
        RuleCategory.Declarations,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Parameters and buffers are partial properties of type Tensor<T>, keys are unique, sizes are integers or primary-constructor parameters, and the base class is a module.",
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
            if (start.Compilation.GetTypeByMetadataName("DslTensors.ModuleAttribute") is { } declares)
                start.RegisterSymbolAction(symbol => Analyze(symbol, declares), SymbolKind.NamedType);
        });
    }

    private static void Analyze(SymbolAnalysisContext context, INamedTypeSymbol declares)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!type.GetAttributes().Any(data => SymbolEqualityComparer.Default.Equals(data.AttributeClass, declares)))
            return;
        foreach (var problem in ModuleParser.Parse(type, context.CancellationToken).Problems)
        {
            // That a class is not partial is another rule's, with a code fix.
            if (problem.Kind == ModuleProblemKind.NotPartial)
                continue;
            var member = problem.Member is { } name ? type.GetMembers(name).FirstOrDefault() : null;
            var argument = member is null || problem.Argument is null ? null : StaleName.ArgumentOf(member, problem.Argument, context.CancellationToken);
            context.ReportDiagnostic(Diagnostic.Create(
                Rule,
                argument?.GetLocation() ?? (member ?? type).Locations[0],
                argument is null ? null : StaleName.FixFor(argument, problem, type),
                problem.Message));
        }
    }
}
