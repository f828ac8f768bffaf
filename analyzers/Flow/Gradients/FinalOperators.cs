using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslTensors.Analyzers.Flow;

/// <summary>The operator that a module of the compilation ends with, as its Forward is written.</summary>
internal static class FinalOperators
{
    private static readonly Dictionary<string, string> Methods = new()
    {
        ["Softmax"] = "softmax",
        ["LogSoftmax"] = "log_softmax",
        ["Sigmoid"] = "sigmoid",
        ["Relu"] = "relu",
        ["Tanh"] = "tanh",
        ["Matmul"] = "matmul",
        ["Linear"] = "linear",
    };

    /// <summary>PyTorch's name of the operator; null where it cannot be seen.</summary>
    public static string? Of(INamedTypeSymbol type, int depth = 0)
    {
        if (depth > 3 || type.GetMembers("Forward").OfType<IMethodSymbol>().ToList() is not [{ } forward])
            return LayerGradients.Of(type)?.Operator;
        if (LayerGradients.Of(type) is { Operator: var layer })
            return layer;
        return forward.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is MethodDeclarationSyntax declaration && Returned(declaration) is { } value ? Of(value, declaration, type, depth) : null;
    }

    private static ExpressionSyntax? Returned(MethodDeclarationSyntax declaration)
    {
        if (declaration.ExpressionBody is { Expression: var single })
            return single;
        var returns = declaration.DescendantNodes(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).OfType<ReturnStatementSyntax>().ToList();
        return returns is [{ Expression: { } value }] ? value : null;
    }

    private static string? Of(ExpressionSyntax value, MethodDeclarationSyntax declaration, INamedTypeSymbol type, int depth)
    {
        switch (value)
        {
            case ParenthesizedExpressionSyntax { Expression: var inner }:
                return Of(inner, declaration, type, depth);
            case IdentifierNameSyntax { Identifier.ValueText: var name }:
                return LastValueOf(name, declaration) is { } last ? Of(last, declaration, type, depth + 1) : null;
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Forward", Expression: var receiver } }:
                return MemberType(type, receiver) is var (member, symbol) ? OfMember(member, symbol, depth) : null;
            case InvocationExpressionSyntax call when depth <= 3 && Methods.TryGetValue(GradMode.NameOf(call), out var found):
                return found;
            default:
                return null;
        }
    }

    /// <summary>The value a local has at the end, where each assignment is in the method's own list of statements.</summary>
    private static ExpressionSyntax? LastValueOf(string name, MethodDeclarationSyntax declaration)
    {
        ExpressionSyntax? last = null;
        foreach (var statement in declaration.Body?.Statements ?? default)
        {
            var assigned = statement switch
            {
                LocalDeclarationStatementSyntax { Declaration.Variables: [{ Identifier.ValueText: var local, Initializer.Value: var first }] } when local == name => first,
                ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: var local }, Right: var next } assignment } when local == name && assignment.OperatorToken.ValueText == "=" => next,
                _ => null,
            };
            if (assigned is null && statement.DescendantNodes().Any(node => node is AssignmentExpressionSyntax { Left: var left } && left.DescendantNodesAndSelf().Any(part => part is IdentifierNameSyntax identifier && identifier.Identifier.ValueText == name)))
                return null;
            last = assigned ?? last;
        }

        return last;
    }

    private static (ITypeSymbol Type, ISymbol Member)? MemberType(INamedTypeSymbol type, ExpressionSyntax receiver)
    {
        if (receiver is not IdentifierNameSyntax { Identifier.ValueText: var name })
            return null;
        return type.GetMembers(name).FirstOrDefault() switch
        {
            IPropertySymbol property => (property.Type, property),
            IFieldSymbol field => (field.Type, field),
            _ => null,
        };
    }

    private static string? OfMember(ITypeSymbol type, ISymbol member, int depth)
    {
        if (type.Name == "Sequential")
        {
            var creation = member.DeclaringSyntaxReferences.SelectMany(reference => reference.GetSyntax().DescendantNodes()).OfType<BaseObjectCreationExpressionSyntax>().FirstOrDefault();
            return creation?.ArgumentList?.Arguments.LastOrDefault()?.Expression is ObjectCreationExpressionSyntax { Type: SimpleNameSyntax { Identifier.ValueText: var layer } } && Methods.TryGetValue(layer, out var name) ? name : null;
        }

        return type is INamedTypeSymbol named ? LayerGradients.Of(named)?.Operator ?? Of(named, depth + 1) : null;
    }
}
