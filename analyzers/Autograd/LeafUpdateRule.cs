using System.Collections.Immutable;
using System.Linq;
using DslTensors.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslTensors.Analyzers.Autograd;

/// <summary>DSLT3011: <c>w = w - lr * w.Grad</c> in a loop, where the next turn needs the gradient of the new tensor.</summary>
internal sealed class LeafUpdateRule : FlowRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [AutogradDescriptors.Update];

    public override void OnAssignment(AssignmentEvent assignment, FlowReport report)
    {
        if (assignment.Operation.Syntax is not AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: var name } } written || Loops.Around(written) is not { } loop)
            return;
        var isCompound = !written.IsKind(SyntaxKind.SimpleAssignmentExpression);
        if (!written.Right.DescendantNodesAndSelf().Any(node => IsGradOf(node, name)) || !(isCompound || written.Right.DescendantNodes().Any(node => IsPlain(node, name))))
            return;

        // A new leaf made of it is right: the flag is set again, or its history is cut and it is declared anew.
        var turns = loop.DescendantNodes().ToList();
        if (turns.Any(node => node is AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "RequiresGrad", Expression: IdentifierNameSyntax { Identifier.ValueText: var flagged } } } && flagged == name)
            || turns.Any(node => node is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: var again } } && node != written && again == name)
            || turns.Any(node => node is VariableDeclaratorSyntax { Identifier.ValueText: var declared } && declared == name)
            || turns.OfType<InvocationExpressionSyntax>().Any(call => GradMode.NameOf(call) == "RetainGrad")
            || !turns.OfType<InvocationExpressionSyntax>().Any(call => GradMode.NameOf(call) == "Backward")
            || Loops.EndsAfter(written, loop))
            return;
        report.At(
            AutogradDescriptors.Update,
            written,
            null,
            null,
            $"'{name}' holds a new tensor from here on, which is no leaf that requires gradients: in the next turn {name}.Grad is null. Write into the leaf: using (Autograd.NoGrad()) {name}.SubInPlace(...), or let an optimizer do it");
    }

    private static bool IsGradOf(SyntaxNode node, string name) => node is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Grad", Expression: IdentifierNameSyntax { Identifier.ValueText: var whole } } && whole == name;

    private static bool IsPlain(SyntaxNode node, string name) => node is IdentifierNameSyntax { Identifier.ValueText: var text } && text == name && node.Parent is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Grad" };
}
