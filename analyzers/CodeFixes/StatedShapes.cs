using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DslTensors.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslTensors.CodeFixes;

/// <summary>Writes the shapes that the code of methods shows on their parameters and results, as <c>[Shape("b 64")]</c>.</summary>
internal static class StatedShapes
{
    public const string Title = "State the shapes that the code shows";

    /// <summary>What a method could state; null where it states all that its code shows.</summary>
    public static ShapeInference? Of(MethodDeclarationSyntax declaration, SemanticModel model, CancellationToken cancellation) =>
        model.GetDeclaredSymbol(declaration, cancellation) is { } method
            && ShapeInference.Of(method, model.Compilation, cancellation) is { } shapes && (shapes.Result is not null || shapes.Parameters.Count > 0)
            ? shapes
            : null;

    /// <summary>A document with the shapes on some of its methods.</summary>
    public static async Task<Document> Write(Document document, IEnumerable<MethodDeclarationSyntax> methods, CancellationToken cancellation)
    {
        if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model)
            return document;
        var shapes = new Dictionary<MethodDeclarationSyntax, ShapeInference>();
        foreach (var method in methods.Distinct())
        {
            if (Of(method, model, cancellation) is { } known)
                shapes.Add(method, known);
        }

        return document.WithSyntaxRoot(root.ReplaceNodes(shapes.Keys, (method, _) => Changed(method, shapes[method])));
    }

    private static MethodDeclarationSyntax Changed(MethodDeclarationSyntax declaration, ShapeInference shapes)
    {
        var changed = declaration.ReplaceNodes(
            declaration.ParameterList.Parameters.Where(parameter => shapes.Parameters.ContainsKey(parameter.Identifier.ValueText)),
            (_, parameter) => parameter
                .WithoutLeadingTrivia()
                .AddAttributeLists(Shape(shapes.Parameters[parameter.Identifier.ValueText]).WithTrailingTrivia(SyntaxFactory.Space))
                .WithLeadingTrivia(parameter.GetLeadingTrivia()));
        if (shapes.Result is null)
            return changed;

        var first = declaration.GetFirstToken();
        var indentation = first.LeadingTrivia.LastOrDefault(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia));
        var list = Shape(shapes.Result)
            .WithTarget(SyntaxFactory.AttributeTargetSpecifier(SyntaxFactory.Token(SyntaxKind.ReturnKeyword)).WithColonToken(SyntaxFactory.Token(SyntaxKind.ColonToken).WithTrailingTrivia(SyntaxFactory.Space)))
            .WithLeadingTrivia(first.LeadingTrivia)
            .WithTrailingTrivia(SyntaxFactory.ElasticLineFeed);
        changed = changed.WithLeadingTrivia(indentation);
        return changed.WithAttributeLists(changed.AttributeLists.Insert(0, list));
    }

    private static AttributeListSyntax Shape(string text) => SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(
        SyntaxFactory.Attribute(
            SyntaxFactory.IdentifierName("Shape"),
            SyntaxFactory.AttributeArgumentList(SyntaxFactory.SingletonSeparatedList(
                SyntaxFactory.AttributeArgument(SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(text))))))));
}
