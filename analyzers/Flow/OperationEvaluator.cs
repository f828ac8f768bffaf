using System.Linq;
using DslTensors.Generator.Models;
using DslTensors.Generator.Signatures;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DslTensors.Analyzers.Flow;

/// <summary>
/// Runs operations, in the order of execution, on what is known of the variables. What it has no rule for it runs part by part, and the result is unknown.
/// </summary>
internal sealed partial class OperationEvaluator(FlowContext context, WriteFinder writes, VariableFacts facts, FlowState state)
    : OperationVisitor<object?, FlowValue>
{
    public FlowState State { get; private set; } = state;

    public FlowValue Evaluate(IOperation? operation) => operation is null ? FlowValue.Unknown : Visit(operation, null) ?? FlowValue.Unknown;

    public override FlowValue Visit(IOperation? operation, object? argument)
    {
        if (operation is null)
            return FlowValue.Unknown;
        context.Cancellation.ThrowIfCancellationRequested();
        return ConstantOf(operation) ?? base.Visit(operation, argument) ?? FlowValue.Unknown;
    }

    public override FlowValue DefaultVisit(IOperation operation, object? argument)
    {
        foreach (var child in operation.ChildOperations)
            Evaluate(child);
        return FlowValue.Unknown;
    }

    public override FlowValue VisitLocalReference(ILocalReferenceOperation operation, object? argument) => Read(operation.Local);

    public override FlowValue VisitParameterReference(IParameterReferenceOperation operation, object? argument) => Read(operation.Parameter);

    public override FlowValue VisitFlowCaptureReference(IFlowCaptureReferenceOperation operation, object? argument) => State[operation.Id];

    public override FlowValue VisitFlowCapture(IFlowCaptureOperation operation, object? argument)
    {
        State = State.With(operation.Id, Evaluate(operation.Value));
        return FlowValue.Unknown;
    }

    public override FlowValue VisitSimpleAssignment(ISimpleAssignmentOperation operation, object? argument)
    {
        EvaluateTarget(operation.Target);
        var value = Evaluate(operation.Value);
        Assign(operation.Target, value);
        return value;
    }

    public override FlowValue VisitDeconstructionAssignment(IDeconstructionAssignmentOperation operation, object? argument)
    {
        EvaluateTarget(operation.Target);
        var value = Evaluate(operation.Value);
        Assign(operation.Target, value);
        return value;
    }

    public override FlowValue VisitCompoundAssignment(ICompoundAssignmentOperation operation, object? argument)
    {
        var left = Evaluate(operation.Target);
        var right = Evaluate(operation.Value);
        var value = operation.OperatorMethod is { } method
            ? CallOperator(operation, method, [(operation.Target, left), (operation.Value, right)])
            : operation.InConversion.IsIdentity && operation.OutConversion.IsIdentity ? Arithmetic(operation.OperatorKind, left, right) : FlowValue.Unknown;

        // An operator that returns nothing changes its target in place; the variable still holds the same tensor.
        if (operation.OperatorMethod is not { ReturnsVoid: true })
            Assign(operation.Target, value);
        return value;
    }

    public override FlowValue VisitIncrementOrDecrement(IIncrementOrDecrementOperation operation, object? argument)
    {
        var old = Evaluate(operation.Target);
        var kind = operation.Kind == OperationKind.Increment ? BinaryOperatorKind.Add : BinaryOperatorKind.Subtract;
        var changed = operation.OperatorMethod is null ? Arithmetic(kind, old, new IntFlow(1)) : FlowValue.Unknown;
        Assign(operation.Target, changed);
        return operation.IsPostfix ? old : changed;
    }

    public override FlowValue VisitDeclarationExpression(IDeclarationExpressionOperation operation, object? argument) => Evaluate(operation.Expression);

    public override FlowValue VisitTuple(ITupleOperation operation, object? argument) =>
        new TupleFlow(operation.Elements.Select(Evaluate).ToList().ToEquatableArray());

    public override FlowValue VisitIsPattern(IIsPatternOperation operation, object? argument)
    {
        var value = Evaluate(operation.Value);
        Evaluate(operation.Pattern);

        // The new variable is the value itself; it can only be read where the pattern matched.
        if (operation.Pattern is IDeclarationPatternOperation { DeclaredSymbol: { } declared })
            Write(declared, value is TensorFlow ? value : FlowValue.Unknown);
        return FlowValue.Unknown;
    }

    public override FlowValue VisitDeclarationPattern(IDeclarationPatternOperation operation, object? argument) => Forget(operation);

    public override FlowValue VisitRecursivePattern(IRecursivePatternOperation operation, object? argument)
    {
        DefaultVisit(operation, argument);
        return Forget(operation);
    }

    public override FlowValue VisitListPattern(IListPatternOperation operation, object? argument)
    {
        DefaultVisit(operation, argument);
        return Forget(operation);
    }

    public override FlowValue VisitFlowAnonymousFunction(IFlowAnonymousFunctionOperation operation, object? argument)
    {
        context.AddLambda(operation);
        return FlowValue.Unknown;
    }
}
