using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DslTensors.Analyzers.Declarations;

/// <summary>
/// DSLT1001 where the compiler does not hear analyzers: it stops at the partial members of a class that is not partial before any of them
/// has reported. What runs before that point is a generator, so this is one, which emits nothing.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ClosedModuleReporter : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var modules = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                "DslTensors.ModuleAttribute",
                static (node, _) => node is ClassDeclarationSyntax,
                static (declaration, cancellation) => ClosedModule.Of((INamedTypeSymbol)declaration.TargetSymbol, cancellation))
            .Where(static module => module is not null)
            .WithTrackingName(nameof(ClosedModule));

        context.RegisterSourceOutput(modules, static (output, module) =>
            output.ReportDiagnostic(Diagnostic.Create(PartialModuleAnalyzer.Rule, module!.Location, module.Name, $"'{module.Name}'")));
    }
}

/// <summary>A module that is not partial but has partial members, and where its name stands.</summary>
internal sealed record ClosedModule(string Name, string FilePath, TextSpan Span, LinePositionSpan Lines)
{
    public Location Location => Location.Create(FilePath, Span, Lines);

    /// <summary>The module, if it is of that kind.</summary>
    public static ClosedModule? Of(INamedTypeSymbol type, CancellationToken cancellation)
    {
        var declarations = type.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellation)).OfType<TypeDeclarationSyntax>().ToList();
        var isClosed = declarations.All(declaration => !declaration.Modifiers.Any(SyntaxKind.PartialKeyword));
        if (!isClosed || !declarations.SelectMany(declaration => declaration.Members).Any(member => member.Modifiers.Any(SyntaxKind.PartialKeyword)))
            return null;
        var location = type.Locations[0];
        var lines = location.GetLineSpan();
        return new ClosedModule(type.Name, lines.Path, location.SourceSpan, lines.Span);
    }
}
