using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DslTensors.Analyzers.Declarations;

/// <summary>Takes CS9107 off modules, where <see cref="CapturedTwiceAnalyzer"/> says the same with the fix.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CapturedTwiceSuppressor : DiagnosticSuppressor
{
    private static readonly SuppressionDescriptor Rule = new("DSLT1006S", "CS9107", "DSLT1006 reports the parameter, and names the property to use instead.");

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = [Rule];

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        if (context.Compilation.GetTypeByMetadataName("DslTensors.ModuleAttribute") is not { } declares)
            return;
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            var tree = diagnostic.Location.SourceTree;
            var declaration = tree?.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<TypeDeclarationSyntax>();
            if (declaration is null || context.GetSemanticModel(tree!).GetDeclaredSymbol(declaration, context.CancellationToken) is not { } type)
                continue;
            if (type.GetAttributes().Any(data => SymbolEqualityComparer.Default.Equals(data.AttributeClass, declares)))
                context.ReportSuppression(Suppression.Create(Rule, diagnostic));
        }
    }
}
