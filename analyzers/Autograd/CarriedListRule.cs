using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DslTensors.Analyzers.Flow;
using DslTensors.Analyzers.Training;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DslTensors.Analyzers.Autograd;

/// <summary>DSLT3007 for a list: what earlier turns of a loop have added goes into the loss again, after backward has released it.</summary>
internal sealed class CarriedListRule : FlowRule
{
    // What cuts a graph, or asks for one that lasts: nothing is said of a loop that mentions it.
    private static readonly HashSet<string> Cuts = ["Detach", "Item", "Data", "NoGrad", "Inference", "InferenceMode", "retainGraph", "createGraph", "Grad", "Clone"];

    // Its sibling, the rule on second backwards, declares the descriptor.
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [];

    public override void OnEnd(EndEvent end, FlowReport report)
    {
        var body = TrainingBody.Of(end);
        foreach (var backward in body.Of(TrainingCallKind.Backward))
        {
            if (backward.Subject is not ILocalSymbol loss || GradMode.At(backward.Syntax).IsOff)
                continue;
            foreach (var add in body.Operations.OfType<IInvocationOperation>())
            {
                if (add is { TargetMethod.Name: "Add", Instance: { } target, Arguments: [{ Value: { } item }] } && TensorFacts.IsTensor(item.Type) && TensorFacts.SymbolOf(target) is { } list && Check(backward, loss, add, list, report))
                    return;
            }
        }
    }

    private static bool Check(TrainingCall backward, ILocalSymbol loss, IInvocationOperation add, ISymbol list, FlowReport report)
    {
        if (LoopOver(backward.Syntax, add.Syntax, list) is not { } loop || Loops.EndsAfter(backward.Syntax, loop) || loop.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => Cuts.Contains(name.Identifier.ValueText)) || loop.DescendantNodes().OfType<NameColonSyntax>().Any(name => Cuts.Contains(name.Name.Identifier.ValueText)))
            return false;
        if (Changes(list.Name, loop) || !Comes(((InvocationExpressionSyntax)add.Syntax).ArgumentList.Arguments[0].Expression, loop, IsForward) || Values(loss.Name, loop).ToList() is not [var value] || !Comes(value, loop, node => IsTake(node, list.Name)))
            return false;
        report.At(
            AutogradDescriptors.Twice,
            backward.Syntax,
            [add.Syntax],
            null,
            $"Trying to backward through the graph a second time. '{list.Name}' still holds what earlier turns of the loop have added (line {LineOf.Node(add.Syntax)}), whose graph is released. Clear it in each turn, or declare it inside the loop");
        return true;
    }

    /// <summary>The innermost loop around a backward that also adds to the list, which is declared outside of it.</summary>
    private static StatementSyntax? LoopOver(SyntaxNode backward, SyntaxNode add, ISymbol list)
    {
        for (var loop = Loops.Around(backward); loop is not null; loop = Loops.Around(loop))
        {
            if (!loop.Span.Contains(add.Span))
                continue;
            return list.DeclaringSyntaxReferences.All(reference => reference.SyntaxTree != loop.SyntaxTree || !loop.Span.Contains(reference.Span)) ? loop : null;
        }

        return null;
    }

    /// <summary>Whether a loop does anything with a list but add to it, count it, and take all of it.</summary>
    private static bool Changes(string list, StatementSyntax loop) => loop.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == list).Any(name => name.Parent switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add" or "Count" or "ToArray" or "Average" or "Sum" } access => access.Expression != name,
        SpreadElementSyntax => false,
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Tensor" } } } } => false,
        _ => true,
    });

    private static bool IsTake(SyntaxNode node, string list) => node is IdentifierNameSyntax { Identifier.ValueText: var name } && name == list && node.Parent is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Count" or "Add" };

    private static bool IsForward(SyntaxNode node) => node is InvocationExpressionSyntax call && GradMode.NameOf(call) == "Forward";

    /// <summary>Whether a value comes from something, through variables of the loop.</summary>
    private static bool Comes(SyntaxNode value, StatementSyntax loop, System.Func<SyntaxNode, bool> source, int depth = 0) => depth < 6 && value.DescendantNodesAndSelf().Any(node => source(node)
        || (node is IdentifierNameSyntax { Identifier.ValueText: var name } && !IsMemberName(node) && Values(name, loop).ToList() is [var only] && !only.Contains(node) && Comes(only, loop, source, depth + 1)));

    private static bool IsMemberName(SyntaxNode node) => node.Parent is MemberAccessExpressionSyntax access && access.Name == node;

    /// <summary>What a loop gives to a variable.</summary>
    private static IEnumerable<SyntaxNode> Values(string name, StatementSyntax loop)
    {
        foreach (var node in loop.DescendantNodes())
        {
            if (node is VariableDeclaratorSyntax { Identifier.ValueText: var declared, Initializer.Value: var initial } && declared == name)
                yield return initial;
            else if (node is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: var assigned }, Right: var value } && assigned == name)
                yield return value;
        }
    }
}
