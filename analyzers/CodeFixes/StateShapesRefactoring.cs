using System.Collections.Generic;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DslTensors.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslTensors.CodeFixes;

/// <summary>Writes the shapes that a method's code shows on its parameters and its result, as <c>[Shape("b 64")]</c>.</summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(StateShapesRefactoring))]
[Shared]
public sealed class StateShapesRefactoring : CodeRefactoringProvider
{
    private const string Title = "State the shapes that the code shows";

    /// <inheritdoc/>
    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root
            || root.FindNode(context.Span).FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } declaration
            || context.Span.Start > declaration.ParameterList.Span.End
            || await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model
            || model.GetDeclaredSymbol(declaration, context.CancellationToken) is not { } method)
        {
            return;
        }

        if (ShapeInference.Of(method, model.Compilation, context.CancellationToken) is { } shapes && (shapes.Result is not null || shapes.Parameters.Count > 0))
            context.RegisterRefactoring(CodeAction.Create(Title, cancellation => Write(context.Document, declaration, shapes.Parameters, shapes.Result, cancellation), Title));
    }

    private static async Task<Document> Write(
        Document document, MethodDeclarationSyntax declaration, IReadOnlyDictionary<string, string> parameters, string? result, CancellationToken cancellation)
    {
        if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root)
            return document;

        var changed = declaration.ReplaceNodes(
            declaration.ParameterList.Parameters.Where(parameter => parameters.ContainsKey(parameter.Identifier.ValueText)),
            (_, parameter) => parameter
                .WithoutLeadingTrivia()
                .AddAttributeLists(Shape(parameters[parameter.Identifier.ValueText]).WithTrailingTrivia(SyntaxFactory.Space))
                .WithLeadingTrivia(parameter.GetLeadingTrivia()));
        if (result is not null)
        {
            var first = declaration.GetFirstToken();
            var indentation = first.LeadingTrivia.LastOrDefault(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia));
            var list = Shape(result)
                .WithTarget(SyntaxFactory.AttributeTargetSpecifier(SyntaxFactory.Token(SyntaxKind.ReturnKeyword)).WithColonToken(SyntaxFactory.Token(SyntaxKind.ColonToken).WithTrailingTrivia(SyntaxFactory.Space)))
                .WithLeadingTrivia(first.LeadingTrivia)
                .WithTrailingTrivia(SyntaxFactory.ElasticLineFeed);
            changed = changed.WithLeadingTrivia(indentation);
            changed = changed.WithAttributeLists(changed.AttributeLists.Insert(0, list));
        }

        return document.WithSyntaxRoot(root.ReplaceNode(declaration, changed));
    }

    private static AttributeListSyntax Shape(string text) => SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(
        SyntaxFactory.Attribute(
            SyntaxFactory.IdentifierName("Shape"),
            SyntaxFactory.AttributeArgumentList(SyntaxFactory.SingletonSeparatedList(
                SyntaxFactory.AttributeArgument(SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(text))))))));
}
