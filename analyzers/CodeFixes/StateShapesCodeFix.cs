using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslTensors.CodeFixes;

/// <summary>DSLT2900: where shapes are shown, those of the method around can be written on its parameters and its result.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StateShapesCodeFix))]
[Shared]
public sealed class StateShapesCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["DSLT2900"];

    /// <summary>Every method of a document once, however many shapes are shown in it.</summary>
    public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(static async (context, document, diagnostics) =>
        await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is { } root
            ? await StatedShapes.Write(document, diagnostics.Select(diagnostic => MethodAt(root, diagnostic)).OfType<MethodDeclarationSyntax>(), context.CancellationToken).ConfigureAwait(false)
            : document);

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root
            || await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            if (MethodAt(root, diagnostic) is { } method && StatedShapes.Of(method, model, context.CancellationToken) is not null)
                context.RegisterCodeFix(CodeAction.Create(StatedShapes.Title, cancellation => StatedShapes.Write(context.Document, [method], cancellation), StatedShapes.Title), diagnostic);
        }
    }

    private static MethodDeclarationSyntax? MethodAt(SyntaxNode root, Diagnostic diagnostic) =>
        root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<MethodDeclarationSyntax>();
}
