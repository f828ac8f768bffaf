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
/// <param name="context">The body's analysis.</param>
/// <param name="writes">What the operations write to.</param>
/// <param name="facts">Which variables can be followed.</param>
/// <param name="graph">The graph that the operations stand in; null for an expression by itself.</param>
/// <param name="state">What holds before.</param>
internal sealed partial class OperationEvaluator(FlowContext context, WriteFinder writes, VariableFacts facts, ControlFlowGraph? graph, FlowState state)
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

    public override FlowValue VisitParameterReference(IParameterReferenceOperation operation, object? argument) =>
        IsOfObject(operation.Parameter) ? context.Instance?[operation.Parameter.Name] ?? FlowValue.Unknown : Read(operation.Parameter);

    public override FlowValue VisitFlowCaptureReference(IFlowCaptureReferenceOperation operation, object? argument) => State[operation.Id];

    public override FlowValue VisitFlowCapture(IFlowCaptureOperation operation, object? argument)
    {
        State = State.With(operation.Id, Evaluate(operation.Value));
        return FlowValue.Unknown;
    }

    public override FlowValue VisitAwait(IAwaitOperation operation, object? argument) => Evaluate(operation.Operation);

    public override FlowValue VisitReturn(IReturnOperation operation, object? argument) => Evaluate(operation.ReturnedValue);

    public override FlowValue VisitFieldInitializer(IFieldInitializerOperation operation, object? argument) => Evaluate(operation.Value);

    public override FlowValue VisitSimpleAssignment(ISimpleAssignmentOperation operation, object? argument)
    {
        EvaluateTarget(operation.Target);
        var value = Evaluate(operation.Value);

        // A ref local is bound to its variable, which keeps its value.
        if (operation.IsRef && operation.Target is ILocalReferenceOperation { Local: var alias } && !SymbolEqualityComparer.Default.Equals(facts.TargetOf(alias), alias))
            return value;
        if (operation.Target is IPropertyReferenceOperation { Arguments.IsEmpty: false } part && context.Symbols.IsTensor(part.Property.ContainingType))
            Replace(operation, part, value);
        State = context.Raise(new AssignmentEvent(operation, State, operation.Target, value), State);
        Assign(operation.Target, value);
        return value;
    }

    public override FlowValue VisitDeconstructionAssignment(IDeconstructionAssignmentOperation operation, object? argument)
    {
        EvaluateTarget(operation.Target);
        NameSizes(operation.Target, operation.Value);
        var value = Evaluate(operation.Value);
        Unpack(operation, value);
        State = context.Raise(new AssignmentEvent(operation, State, operation.Target, value), State);
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
        {
            State = context.Raise(new AssignmentEvent(operation, State, operation.Target, value), State);
            Assign(operation.Target, value);
        }

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
        return operation.Pattern switch
        {
            IConstantPatternOperation { Value: var constant } => Compare(BinaryOperatorKind.Equals, value, Evaluate(constant)) ?? FlowValue.Unknown,
            INegatedPatternOperation { Pattern: IConstantPatternOperation { Value: var constant } } => Compare(BinaryOperatorKind.NotEquals, value, Evaluate(constant)) ?? FlowValue.Unknown,
            _ => FlowValue.Unknown,
        };
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

    /// <summary>Whether a parameter is one of the primary constructor, seen as a field of the object.</summary>
    private bool IsOfObject(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor
        && !SymbolEqualityComparer.Default.Equals(constructor, context.Owner)
        && context.World.Writes.Lasts(parameter);
}
