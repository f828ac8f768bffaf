using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslTensors.Analyzers.Flow;

/// <summary>Which names a type's own code writes to, or adds to, outside its constructors: the values of those members do not last.</summary>
internal sealed class MemberWrites(Compilation compilation)
{
    private readonly ConcurrentDictionary<ISymbol, HashSet<string>> _written = new(SymbolEqualityComparer.Default);

    /// <summary>Whether a field or property keeps the value that its declaration or constructor gives it.</summary>
    public bool Lasts(ISymbol member)
    {
        var isOpen = member switch
        {
            IFieldSymbol field => !field.IsReadOnly && field.DeclaredAccessibility != Accessibility.Private,
            IPropertySymbol property when IsState(property) => CallNames.Of(compilation).AssignsMember(property.Name),
            IPropertySymbol { SetMethod: { IsInitOnly: false, DeclaredAccessibility: not Accessibility.Private } } => true,
            IPropertySymbol { SetMethod.IsInitOnly: true } property when property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is PropertyDeclarationSyntax => property.IsVirtual || CallNames.Of(compilation).AssignsMember(property.Name),
            IPropertySymbol property => property.IsVirtual || property.IsAbstract,
            _ => true,
        };
        return !isOpen && !WrittenIn(member.ContainingType).Contains(member.Name);
    }

    /// <summary>Whether a property is a parameter or a buffer of a module, which anybody may set and hardly anybody does.</summary>
    public static bool IsState(ISymbol member) => member is IPropertySymbol
        && member.GetAttributes().Any(attribute => attribute.AttributeClass is { Name: "ParameterAttribute" or "BufferAttribute", ContainingNamespace.Name: "DslTensors" });

    /// <summary>Whether a primary constructor's parameter, as a field, keeps its value.</summary>
    public bool Lasts(IParameterSymbol parameter) => !WrittenIn(parameter.ContainingType).Contains(parameter.Name);

    private HashSet<string> WrittenIn(INamedTypeSymbol type) => _written.GetOrAdd(type, static symbol =>
    {
        var names = new HashSet<string>();
        foreach (var node in symbol.DeclaringSyntaxReferences.SelectMany(reference => reference.GetSyntax().DescendantNodes()))
        {
            var target = node switch
            {
                AssignmentExpressionSyntax { Left: var left } when !IsInConstructor(left) => left,
                AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax { Expression: var list } } => list,
                PostfixUnaryExpressionSyntax { Operand: var operand } when !node.IsKind(SyntaxKind.SuppressNullableWarningExpression) => operand,
                PrefixUnaryExpressionSyntax { Operand: var operand } when node.IsKind(SyntaxKind.PreIncrementExpression) || node.IsKind(SyntaxKind.PreDecrementExpression) => operand,
                ArgumentSyntax { RefKindKeyword.RawKind: not 0, Expression: var argument } => argument,
                InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add" or "AddRange" or "Insert" or "Clear" or "Remove" or "RemoveAt", Expression: var list } } => list,
                _ => null,
            };
            if (target is not null)
                Collect(target, names);
        }

        return names;
    });

    private static void Collect(ExpressionSyntax target, HashSet<string> names)
    {
        switch (target)
        {
            case IdentifierNameSyntax { Identifier.ValueText: var name }:
                names.Add(name);
                break;
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name }:
                names.Add(name);
                break;
            case ElementAccessExpressionSyntax { Expression: var list }:
                Collect(list, names);
                break;
            case TupleExpressionSyntax { Arguments: var arguments }:
                foreach (var argument in arguments)
                    Collect(argument.Expression, names);
                break;
        }
    }

    private static bool IsInConstructor(SyntaxNode node) => node.FirstAncestorOrSelf<MemberDeclarationSyntax>() is ConstructorDeclarationSyntax
        && node.FirstAncestorOrSelf<AnonymousFunctionExpressionSyntax>() is null && node.FirstAncestorOrSelf<LocalFunctionStatementSyntax>() is null;
}
