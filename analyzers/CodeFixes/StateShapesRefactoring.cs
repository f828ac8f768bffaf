using System.Composition;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslTensors.CodeFixes;

/// <summary>Writes the shapes that a method's code shows on its parameters and its result, as <c>[Shape("b 64")]</c>.</summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(StateShapesRefactoring))]
[Shared]
public sealed class StateShapesRefactoring : CodeRefactoringProvider
{
    /// <inheritdoc/>
    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root
            || root.FindNode(context.Span).FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } declaration
            || context.Span.Start > declaration.ParameterList.Span.End
            || await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model
            || StatedShapes.Of(declaration, model, context.CancellationToken) is null)
        {
            return;
        }

        context.RegisterRefactoring(CodeAction.Create(StatedShapes.Title, cancellation => StatedShapes.Write(context.Document, [declaration], cancellation), StatedShapes.Title));
    }
}
