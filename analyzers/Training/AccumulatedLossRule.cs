using System.Collections.Immutable;
using System.Linq;
using DslTensors.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace DslTensors.Analyzers.Training;

/// <summary>DSLT4016: a loss whose backward has run is added to a tensor, or a list of tensors, that outlives the loop.</summary>
internal sealed class AccumulatedLossRule : FlowRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [TrainingDescriptors.Accumulated];

    public override void OnEnd(EndEvent end, FlowReport report)
    {
        var body = TrainingBody.Of(end);
        foreach (var backward in body.Of(TrainingCallKind.Backward))
        {
            if (backward.Subject is not ILocalSymbol loss || Loops.Around(backward.Syntax) is not { } loop)
                continue;
            foreach (var operation in body.Operations.Where(operation => loop.Span.Contains(operation.Syntax.Span)))
            {
                if (Kept(operation, loss) is not var (total, use) || IsDeclaredIn(total, loop) || HasBackward(total, body) || GradMode.At(operation.Syntax).IsOff)
                    continue;
                report.At(
                    TrainingDescriptors.Accumulated,
                    operation.Syntax,
                    [backward.Syntax],
                    SuggestedChange.Replacing(new TextSpan(use.Syntax.Span.End, 0), operation is IInvocationOperation ? ".Detach()" : ".Item()", operation is IInvocationOperation ? "Keep the value only: Detach()" : "Add the number: Item()"),
                    $"'{total.Name}' keeps the graph of every '{loss.Name}' in memory. Add its value: {loss.Name}.Item()");
            }
        }
    }

    /// <summary>What an operation adds a loss to, and the place of the loss in it.</summary>
    private static (ISymbol Total, IOperation Use)? Kept(IOperation operation, ILocalSymbol loss)
    {
        var (target, value) = operation switch
        {
            ICompoundAssignmentOperation compound => (compound.Target, compound.Value),
            ISimpleAssignmentOperation { Value: var sum } simple when TensorFacts.Unconverted(sum) is IBinaryOperation or IInvocationOperation => (simple.Target, sum),
            IInvocationOperation { TargetMethod.Name: "Add", Instance: { } list, Arguments: [{ Value: var item }] } when IsListOfTensors(list.Type) => (list, item),
            _ => (null, null),
        };
        if (target is null || (TrainingBody.SymbolOf(target) ?? (operation is IInvocationOperation ? ListOf(target) : null)) is not { } total || SymbolEqualityComparer.Default.Equals(total, loss))
            return null;
        if (operation is not IInvocationOperation && !TensorFacts.IsTensor(target.Type))
            return null;
        if (operation is ISimpleAssignmentOperation && !value!.DescendantsAndSelf().Any(part => SymbolEqualityComparer.Default.Equals(TrainingBody.SymbolOf(part), total)))
            return null;
        var use = value!.DescendantsAndSelf().FirstOrDefault(part => part is ILocalReferenceOperation { Local: var local } && SymbolEqualityComparer.Default.Equals(local, loss) && !IsCut(part, operation));
        return use is null ? null : (total, use);
    }

    /// <summary>The list that an object outside of the method's own keeps, as a member of it.</summary>
    private static ISymbol? ListOf(IOperation target) => TensorFacts.Unconverted(target) is IMemberReferenceOperation { Instance: { } instance, Member: { } list }
        && TrainingBody.SymbolOf(instance) is { } owner && (owner is not ILocalSymbol || Loops.Around(target.Syntax) is not { } loop || !IsDeclaredIn(owner, loop))
        ? list
        : null;

    private static bool IsCut(IOperation use, IOperation top)
    {
        for (var current = use.Parent; current is not null && current != top; current = current.Parent)
        {
            if (current is IInvocationOperation { TargetMethod.Name: "Item" or "Detach" or "ToArray" } or IPropertyReferenceOperation { Property.Name: "Data" })
                return true;
        }

        return false;
    }

    private static bool IsListOfTensors(ITypeSymbol? type) => type is INamedTypeSymbol { Name: "List" or "Queue" or "ICollection" or "IList", TypeArguments: [var element] } && TensorFacts.IsTensor(element);

    // A total that goes into a backward of its own needs the graphs.
    private static bool HasBackward(ISymbol total, TrainingBody body) => body.Operations.OfType<IInvocationOperation>().Any(call =>
        call.TargetMethod.Name is "Backward" or "Grad" or "Stack" or "Cat" or "Sum" or "Mean"
        && call.DescendantsAndSelf().Any(part => SymbolEqualityComparer.Default.Equals(TrainingBody.SymbolOf(part) ?? (part as IMemberReferenceOperation)?.Member, total))
        && (call.TargetMethod.Name is "Backward" or "Grad" || body.Of(TrainingCallKind.Backward).Count() > 1));

    private static bool IsDeclaredIn(ISymbol symbol, SyntaxNode loop) =>
        symbol is ILocalSymbol && symbol.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree == loop.SyntaxTree && loop.Span.Contains(reference.Span));
}
