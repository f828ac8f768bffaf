using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DslTensors.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslTensors.Analyzers.Training;

/// <summary>What the code of one module does with its members, as it is written.</summary>
internal sealed class ModuleCode(INamedTypeSymbol type, CancellationToken cancellation)
{
    private static readonly HashSet<string> Draws = ["Randn", "Rand", "Init", "Normal", "RandnLike"];

    private static readonly HashSet<string> Walks = ["Children", "NamedChildren", "Modules", "NamedModules", "Parameters", "NamedParameters"];

    private readonly List<SyntaxNode> _nodes =
        [.. type.DeclaringSyntaxReferences.Where(reference => !reference.SyntaxTree.FilePath.EndsWith(".g.cs", System.StringComparison.OrdinalIgnoreCase)).SelectMany(reference => reference.GetSyntax(cancellation).DescendantNodes())];

    /// <summary>Whether it has a Forward with a body of its own.</summary>
    public bool HasForward => _nodes.Any(node => node is MethodDeclarationSyntax { Identifier.ValueText: "Forward", Modifiers: var modifiers } && !modifiers.Any(SyntaxKind.AbstractKeyword));

    /// <summary>Whether it runs through its members without naming them.</summary>
    public bool WalksMembers => _nodes.Any(node => node is InvocationExpressionSyntax call && Walks.Contains(GradMode.NameOf(call)));

    public bool Mentions(string name) => _nodes.Any(node => node is SimpleNameSyntax { Identifier.ValueText: var text } && text == name || node is MethodDeclarationSyntax { Identifier.ValueText: var method } && method == name);

    public bool Uses(string member) => _nodes.Any(node => IsName(node, member) && !IsTarget(node));

    public bool UsesInForward(string member) => _nodes.Any(node => IsName(node, member) && node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not null);

    /// <summary>Whether modules are created for a collection: in its initial value, in what is assigned to it, in what is added.</summary>
    public bool CreatesElements(string member) => Values(member).Any(value => value.DescendantNodesAndSelf().Any(node => IsElementCreation(node, value))) || Added(member).Any(IsModuleValue);

    /// <summary>Whether a member's value is drawn at random.</summary>
    public bool IsDrawn(string member) => Values(member).Any(value => value.DescendantNodesAndSelf().Any(node => node is SimpleNameSyntax { Identifier.ValueText: var name } && Draws.Contains(name)));

    /// <summary>
    /// Whether a member is ones that only multiply and divide, or zeros that are only added: a constant that nothing needs, unless it is trained.
    /// </summary>
    public bool IsNeutral(ISymbol member)
    {
        var isFixed = member switch
        {
            IFieldSymbol field => field.IsReadOnly && field.DeclaredAccessibility == Accessibility.Private,
            IPropertySymbol property => property.SetMethod is null && property.DeclaredAccessibility == Accessibility.Private,
            _ => false,
        };
        if (!isFixed || Values(member.Name).ToList() is not [InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Tensor" } } } value])
            return false;
        var symbols = GradMode.NameOf(value) switch
        {
            "Ones" => (SyntaxKind.MultiplyExpression, SyntaxKind.DivideExpression),
            "Zeros" => (SyntaxKind.AddExpression, SyntaxKind.SubtractExpression),
            _ => (SyntaxKind.None, SyntaxKind.None),
        };
        var uses = _nodes.Where(node => IsName(node, member.Name)).ToList();
        return symbols.Item1 != SyntaxKind.None && uses.Count > 0 && uses.All(use => use.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { Identifier.ValueText: "Forward" }
            && use.Parent is BinaryExpressionSyntax { Left: var left, Right: var right } operation && operation.Kind() is var kind && (kind == symbols.Item1 || kind == symbols.Item2)
            && !IsScalar(left) && !IsScalar(right) && (right == use || kind is SyntaxKind.MultiplyExpression or SyntaxKind.AddExpression));
    }

    public bool SetsRequiresGrad(string member) => _nodes.Any(node => node is AssignmentExpressionSyntax
    {
        Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "RequiresGrad", Expression: var whole },
        Right.RawKind: (int)SyntaxKind.TrueLiteralExpression,
    } && NameOf(whole) == member);

    public bool IsAssignedOutsideConstruction(string member) => _nodes.Any(node => node is AssignmentExpressionSyntax { Left: var target } && NameOf(target) == member && node.FirstAncestorOrSelf<ConstructorDeclarationSyntax>() is null);

    public bool IsRegistered(string member) => _nodes.Any(node => node is InvocationExpressionSyntax { ArgumentList.Arguments: var arguments } call
        && GradMode.NameOf(call) is "RegisterParameter" or "RegisterBuffer" && arguments.Any(argument => argument.DescendantNodes().Any(part => IsName(part, member))));

    /// <summary>Registrations under a name that another one has: in the same list of statements, or a declared member.</summary>
    public IEnumerable<(SyntaxNode Call, string Key, string Earlier)> Registrations(IReadOnlyDictionary<string, string> declared)
    {
        var seen = new Dictionary<(SyntaxNode?, string), SyntaxNode>();
        foreach (var call in _nodes.OfType<InvocationExpressionSyntax>())
        {
            if (GradMode.NameOf(call) is not ("RegisterParameter" or "RegisterBuffer") || call.Expression is not (SimpleNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax }))
                continue;
            if (call.ArgumentList.Arguments.FirstOrDefault()?.Expression is not LiteralExpressionSyntax { Token.Value: string key })
                continue;
            if (declared.TryGetValue(key, out var member))
                yield return (call, key, $"'{member}'");
            else if (seen.TryGetValue((call.Parent?.Parent, key), out var earlier))
                yield return (call, key, $"the one that line {LineOf.Node(earlier)} registers, which this one replaces");
            else
                seen.Add((call.Parent?.Parent, key), call);
        }
    }

    /// <summary>The change of a list's type to one that registers its modules; null where it would not be enough.</summary>
    public static ImmutableDictionary<string, string?>? ListInstead(ISymbol member, ITypeSymbol element)
    {
        var (declared, value) = member.DeclaringSyntaxReferences[0].GetSyntax() switch
        {
            PropertyDeclarationSyntax property => (property.Type, property.Initializer?.Value),
            VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1 } variables } field => (variables.Type, field.Initializer?.Value),
            _ => (null, null),
        };
        return declared is not null && value is CollectionExpressionSyntax or ImplicitObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: 0 } && declared is not GenericNameSyntax { Identifier.ValueText: not ("List" or "IReadOnlyList" or "IList") }
            ? SuggestedChange.Replacing(declared.Span, $"ModuleList<{element.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}>", "Use ModuleList, which registers its modules")
            : null;
    }

    private IEnumerable<ExpressionSyntax> Values(string member)
    {
        foreach (var node in _nodes)
        {
            switch (node)
            {
                case PropertyDeclarationSyntax { Identifier.ValueText: var name } property when name == member && (property.Initializer?.Value ?? property.ExpressionBody?.Expression) is { } initial:
                    yield return initial;
                    break;
                case VariableDeclaratorSyntax { Identifier.ValueText: var name, Initializer.Value: { } initial, Parent.Parent: FieldDeclarationSyntax } when name == member:
                    yield return initial;
                    break;
                case AssignmentExpressionSyntax { Left: var target, Right: var assigned } when NameOf(target is ElementAccessExpressionSyntax { Expression: var list } ? list : target) == member:
                    yield return assigned;
                    break;
            }
        }
    }

    private IEnumerable<ExpressionSyntax> Added(string member) => _nodes.OfType<InvocationExpressionSyntax>()
        .Where(call => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add" or "Insert" or "Enqueue" or "Push", Expression: var list } && NameOf(list) == member)
        .Select(call => call.ArgumentList.Arguments.LastOrDefault()?.Expression)
        .OfType<ExpressionSyntax>();

    private bool IsModuleValue(ExpressionSyntax value) => value is BaseObjectCreationExpressionSyntax
        || (value is IdentifierNameSyntax { Identifier.ValueText: var local } && _nodes.Any(node => node is VariableDeclaratorSyntax { Identifier.ValueText: var name, Initializer.Value: ObjectCreationExpressionSyntax, Parent.Parent: LocalDeclarationStatementSyntax } && name == local));

    // The list itself is an object too.
    private static bool IsElementCreation(SyntaxNode node, ExpressionSyntax value) => node switch
    {
        ObjectCreationExpressionSyntax { Type: GenericNameSyntax { Identifier.ValueText: "List" or "Dictionary" or "Queue" or "Stack" or "HashSet" or "LinkedList" } } => false,
        ObjectCreationExpressionSyntax => node != value || value.Parent is AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax },
        ImplicitObjectCreationExpressionSyntax => node != value || value.Parent is AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax },
        _ => false,
    };

    // A number times ones is a tensor of that number.
    private static bool IsScalar(ExpressionSyntax expression) => expression is LiteralExpressionSyntax or PrefixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax };

    private static bool IsName(SyntaxNode node, string member) => node is SimpleNameSyntax { Identifier.ValueText: var name } && name == member;

    private static bool IsTarget(SyntaxNode node) => node.Parent switch
    {
        AssignmentExpressionSyntax { Left: var target } => target == node,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Parent: AssignmentExpressionSyntax { Left: var target } } access => target == access,
        _ => false,
    };

    private static string? NameOf(ExpressionSyntax expression) => expression switch
    {
        SimpleNameSyntax { Identifier.ValueText: var name } => name,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name.Identifier.ValueText: var name } => name,
        PostfixUnaryExpressionSyntax { Operand: var operand } => NameOf(operand),
        _ => null,
    };
}
