using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DslTensors.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace DslTensors.CodeFixes;

/// <summary>The change that a rule about declarations, gradients or training has worked out: a name, a clone, a scope, a call that is missing.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SuggestedChangeCodeFix))]
[Shared]
public sealed class SuggestedChangeCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        ["DSLT1005", "DSLT3001", "DSLT3003", "DSLT3006", "DSLT3007", "DSLT3010", "DSLT4001", "DSLT4008", "DSLT4011", "DSLT4013", "DSLT4014", "DSLT4016", "DSLT4017", "DSLT4018", "DSLT4019", "DSLT4021"];

    /// <summary>All changes of a document at once; of two at one place, the first.</summary>
    public override FixAllProvider GetFixAllProvider() =>
        FixAllProvider.Create(async (context, document, diagnostics) => await Apply(document, diagnostics, context.CancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (ChangeOf(diagnostic) is null || !diagnostic.Properties.TryGetValue(SuggestedChange.Title, out var title) || title is null)
                continue;
            context.RegisterCodeFix(CodeAction.Create(title, cancellation => Apply(context.Document, [diagnostic], cancellation), equivalenceKey: diagnostic.Id), diagnostic);
        }

        return Task.CompletedTask;
    }

    private static async Task<Document> Apply(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        var end = -1;
        var changes = ImmutableArray.CreateBuilder<TextChange>();
        foreach (var change in diagnostics.Select(ChangeOf).OfType<TextChange>().OrderBy(change => change.Span.Start))
        {
            if (change.Span.Start <= end || change.Span.End > text.Length)
                continue;
            changes.Add(change);
            end = change.Span.End;
        }

        return document.WithText(text.WithChanges(changes));
    }

    private static TextChange? ChangeOf(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(SuggestedChange.Start, out var start) && int.TryParse(start, NumberStyles.Integer, CultureInfo.InvariantCulture, out var first)
        && diagnostic.Properties.TryGetValue(SuggestedChange.Length, out var length) && int.TryParse(length, NumberStyles.Integer, CultureInfo.InvariantCulture, out var count)
        && diagnostic.Properties.TryGetValue(SuggestedChange.Code, out var code)
            ? new TextChange(new TextSpan(first, count), code ?? "")
            : null;
}
