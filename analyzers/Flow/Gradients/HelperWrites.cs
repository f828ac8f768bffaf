using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslTensors.Analyzers.Flow;

/// <summary>Methods of the compilation that surely write into a tensor they are given, or give back an alias of it.</summary>
internal static class HelperWrites
{
    private const int Deepest = 4;

    // The same for every call of a method, and asked in every pass over every one of them.
    private static readonly ConditionalWeakTable<IParameterSymbol, Written> KnownWrites = new();
    private static readonly ConditionalWeakTable<IMethodSymbol, Alias> KnownResults = new();

    /// <summary>The alias through which a method always writes to a parameter; null where it does not, or not always.</summary>
    public static AliasKind? WriteTo(IMethodSymbol method, IParameterSymbol parameter) =>
        KnownWrites.GetValue(parameter.OriginalDefinition, key => new Written(FindWrite(method, key, 0))).Kind;

    /// <summary>The alias of a parameter that a method always returns; null where it returns something else.</summary>
    public static (IParameterSymbol Parameter, AliasKind Kind)? Returned(IMethodSymbol method) =>
        KnownResults.GetValue(method.OriginalDefinition, static key => new Alias(FindResult(key))).Value;

    private static AliasKind? FindWrite(IMethodSymbol method, IParameterSymbol parameter, int depth)
    {
        return CallTarget.Of(method, null) is null ? null : WriteTo(method, parameter.Name, depth)?.Alias;
    }

    /// <summary>The members of its object that a method always writes into.</summary>
    public static IReadOnlyList<WrittenMember> MembersWritten(IMethodSymbol method)
    {
        var written = new List<WrittenMember>();
        if (BodyOf(method) is not { } body || !body.DescendantNodesAndSelf().Any(node => node is SimpleNameSyntax { Identifier.ValueText: var name } && name.EndsWith("InPlace", System.StringComparison.Ordinal) || node is AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax }))
            return written;
        foreach (var member in method.ContainingType.GetMembers().Where(member => member is IFieldSymbol { Type: var field } && TensorFacts.IsTensor(field) || member is IPropertySymbol { Type: var property } && TensorFacts.IsTensor(property)))
        {
            if (method.Parameters.All(parameter => parameter.Name != member.Name) && WriteTo(method, member.Name, 0) is var (alias, write))
                written.Add(new WrittenMember(member, alias, write));
        }

        return written;
    }

    private static (AliasKind Alias, SyntaxNode Write)? WriteTo(IMethodSymbol method, string target, int depth)
    {
        if (depth > Deepest || BodyOf(method) is not { } body || IsAssigned(body, target))
            return null;
        var aliases = AliasesIn(body, target);
        var exits = ExitsOf(body);
        foreach (var node in body.DescendantNodesAndSelf().Where(node => node is InvocationExpressionSyntax or AssignmentExpressionSyntax && IsAlwaysRun(node, body, exits)))
        {
            switch (node)
            {
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name, Expression: var receiver } }
                    when name.EndsWith("InPlace", System.StringComparison.Ordinal) && !ViewOperators.IsView(name.Substring(0, name.Length - 7)) && RootOf(receiver, aliases) is { } kind:
                    return (kind, node);
                case AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax { Expression: var whole } } when RootOf(whole, aliases) is { } kind:
                    return (kind, node);
                case InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: var called }, ArgumentList.Arguments: var arguments }:
                    foreach (var next in method.ContainingType.GetMembers(called).OfType<IMethodSymbol>().Where(next => next.Parameters.Length == arguments.Count))
                    {
                        for (var i = 0; i < arguments.Count; i++)
                        {
                            if (RootOf(arguments[i].Expression, aliases) is { } given && FindWrite(next, next.Parameters[i], depth + 1) is { } written)
                                return (given | written, node);
                        }
                    }

                    break;
            }
        }

        return null;
    }

    /// <summary>Whether a <c>ref</c> parameter of a method of the compilation never gets another value: it is not assigned, nor handed on by reference.</summary>
    public static bool KeepsVariable(IParameterSymbol parameter) => parameter.ContainingSymbol is IMethodSymbol method && CallTarget.Of(method, null) is not null && BodyOf(method) is { } body
        && !body.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == parameter.Name && MayChange(name));

    private static bool MayChange(IdentifierNameSyntax name) => name.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == name,
        ArgumentSyntax argument => argument.RefKindKeyword.RawKind != 0 || argument.Parent is TupleExpressionSyntax,
        RefExpressionSyntax or PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: not (int)SyntaxKind.SuppressNullableWarningExpression } => true,
        _ => false,
    };

    private static (IParameterSymbol Parameter, AliasKind Kind)? FindResult(IMethodSymbol method)
    {
        if (CallTarget.Of(method, null) is null || BodyOf(method) is not { } body)
            return null;
        var returned = body is ExpressionSyntax single ? [single] : body.DescendantNodes().OfType<ReturnStatementSyntax>().Select(statement => statement.Expression).ToList();
        if (returned is not [{ } expression])
            return null;
        foreach (var parameter in method.Parameters)
        {
            if (!IsAssigned(body, parameter.Name) && RootOf(expression, AliasesIn(body, parameter.Name)) is { } kind)
                return (parameter, kind);
        }

        return null;
    }

    private static SyntaxNode? BodyOf(IMethodSymbol method) => method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() switch
    {
        BaseMethodDeclarationSyntax declaration => (SyntaxNode?)declaration.Body ?? declaration.ExpressionBody?.Expression,
        LocalFunctionStatementSyntax function => (SyntaxNode?)function.Body ?? function.ExpressionBody?.Expression,
        _ => null,
    };

    /// <summary>The parameter, and local variables that are declared as an alias of it.</summary>
    private static Dictionary<string, AliasKind> AliasesIn(SyntaxNode body, string parameter)
    {
        var aliases = new Dictionary<string, AliasKind> { [parameter] = AliasKind.Same };
        foreach (var variable in body.DescendantNodes().OfType<VariableDeclaratorSyntax>())
        {
            if (variable.Initializer?.Value is { } value && RootOf(value, aliases) is { } kind && !IsAssigned(body, variable.Identifier.ValueText))
                aliases[variable.Identifier.ValueText] = kind;
        }

        return aliases;
    }

    private static AliasKind? RootOf(ExpressionSyntax expression, Dictionary<string, AliasKind> aliases) => expression switch
    {
        IdentifierNameSyntax { Identifier.ValueText: var name } => aliases.TryGetValue(name, out var kind) ? kind : null,
        ParenthesizedExpressionSyntax { Expression: var inner } => RootOf(inner, aliases),
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name.Identifier.ValueText: var name } => aliases.TryGetValue(name, out var kind) ? kind : null,
        ConditionalAccessExpressionSyntax => null,
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression, Operand: var inner } => RootOf(inner, aliases),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Data", Expression: var inner } => RootOf(inner, aliases) | AliasKind.Data,
        ElementAccessExpressionSyntax { Expression: var inner } => RootOf(inner, aliases) | AliasKind.View,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Detach", Expression: var inner } } => RootOf(inner, aliases) | AliasKind.Detached,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name, Expression: var inner } } when ViewOperators.IsView(name) => RootOf(inner, aliases) | AliasKind.View,
        _ => null,
    };

    private static bool IsAssigned(SyntaxNode body, string name) => body.DescendantNodes().Any(node => node is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: var left } } && left == name);

    /// <summary>Whether a method comes to a node on every way.</summary>
    public static bool IsAlwaysRun(SyntaxNode node, IMethodSymbol method) => BodyOf(method) is { } body && body.Span.Contains(node.Span) && IsAlwaysRun(node, body, ExitsOf(body));

    private static List<SyntaxNode> ExitsOf(SyntaxNode body) => body.DescendantNodes().Where(node => node is ReturnStatementSyntax or ThrowStatementSyntax).ToList();

    private static bool IsAlwaysRun(SyntaxNode node, SyntaxNode body, List<SyntaxNode> exits)
    {
        for (var current = node; current is not null && current != body; current = current.Parent)
        {
            if (current is IfStatementSyntax or SwitchStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or ConditionalExpressionSyntax
                or SwitchExpressionSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or CatchClauseSyntax or ConditionalAccessExpressionSyntax)
                return false;
        }

        return !exits.Any(exit => exit.SpanStart < node.SpanStart && !node.AncestorsAndSelf().Contains(exit));
    }

    private sealed record Written(AliasKind? Kind);

    private sealed record Alias((IParameterSymbol Parameter, AliasKind Kind)? Value);
}
