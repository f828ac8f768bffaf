using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DslTensors.Analyzers.Shapes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace DslTensors.CodeFixes;

/// <summary>The change that a shape rule has worked out: a transposition, a flattening, a dimension, where the call fits with it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SuggestedShapeCodeFix))]
[Shared]
public sealed class SuggestedShapeCodeFix : CodeFixProvider
{
    private const string Key = "DslTensors.SuggestedShape";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        ["DSLT2001", "DSLT2003", "DSLT2005", "DSLT2007", "DSLT2008", "DSLT2011", "DSLT2014", "DSLT2015"];

    /// <summary>All changes of a document at once; of two that overlap, the first.</summary>
    public override FixAllProvider GetFixAllProvider() =>
        FixAllProvider.Create(async (context, document, diagnostics) => await Apply(document, diagnostics, context.CancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics.Where(diagnostic => ChangeOf(diagnostic) is not null))
        {
            var code = diagnostic.Properties[SuggestedFix.Code]!;
            var title = code.StartsWith("(", System.StringComparison.Ordinal) ? "Name the dimension" : $"Write {code}";
            context.RegisterCodeFix(CodeAction.Create(title, cancellation => Apply(context.Document, [diagnostic], cancellation), equivalenceKey: Key), diagnostic);
        }

        return Task.CompletedTask;
    }

    private static async Task<Document> Apply(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        var end = 0;
        var changes = ImmutableArray.CreateBuilder<TextChange>();
        foreach (var change in diagnostics.Select(ChangeOf).OfType<TextChange>().OrderBy(change => change.Span.Start))
        {
            if (change.Span.Start < end || change.Span.End > text.Length)
                continue;
            changes.Add(change);
            end = change.Span.End;
        }

        return document.WithText(text.WithChanges(changes));
    }

    private static TextChange? ChangeOf(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(SuggestedFix.Start, out var start) && int.TryParse(start, NumberStyles.Integer, CultureInfo.InvariantCulture, out var first)
        && diagnostic.Properties.TryGetValue(SuggestedFix.Length, out var length) && int.TryParse(length, NumberStyles.Integer, CultureInfo.InvariantCulture, out var count)
        && diagnostic.Properties.TryGetValue(SuggestedFix.Code, out var code)
            ? new TextChange(new TextSpan(first, count), code ?? "")
            : null;
}
