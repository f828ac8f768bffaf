using System.Collections.Generic;
using System.Linq;
using DslTensors.Generator.Models;
using DslTensors.Generator.Signatures;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DslTensors.Analyzers.Flow;

/// <summary>What a condition tells about shapes where it holds, and where it does not; and values that leave the method.</summary>
internal sealed partial class OperationEvaluator
{
    public void Return(IOperation operation, FlowValue value, IMethodSymbol function) =>
        State = context.Raise(
            new ReturnEvent(operation, State, function, State.Sizes.Resolve(value)) { Stated = context.IsSettled ? StatedResultOf(function) : null }, State);

    private StatedResult? StatedResultOf(IMethodSymbol function)
    {
        var signatures = context.World.Signatures;
        if (signatures.StatedResult(function) is not { } text || signatures.Of(function) is not { IsOperator: false, Signature: { Outputs: [_] } signature })
            return null;

        // The names mean what they mean when the function begins, and what is known of them here.
        var inputs = signatures.TensorParameters(function)
            .Select(parameter => context.World.DeclaredShapes.Entering(parameter, context) is TensorFlow { Shape: var shape } ? EvaluationInput.Single(shape) : EvaluationInput.Unknown);
        var arguments = function.Parameters
            .Where(parameter => parameter.Type.SpecialType == SpecialType.System_Int32)
            .GroupBy(parameter => parameter.Name)
            .ToDictionary(group => group.Key, group => ToArgument(context.World.DeclaredShapes.Entering(group.First(), context)));
        foreach (var argument in context.Instance?.Arguments ?? EquatableArray<NamedFlow>.Empty)
        {
            if (!arguments.ContainsKey(argument.Name))
                arguments.Add(argument.Name, ToArgument(argument.Value));
        }

        var result = SignatureEvaluator.Evaluate(signature, inputs.ToList(), arguments);
        return new StatedResult(text, result.Outputs[0].Select(State.Sizes.Resolve));
    }

    /// <summary>The state behind a condition that came out one way.</summary>
    public FlowState Assuming(IOperation condition, bool outcome)
    {
        var state = State;
        Assume(condition, outcome);
        var assumed = State;
        State = state;
        return assumed;
    }

    private void Assume(IOperation condition, bool outcome)
    {
        switch (condition)
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, Operand: var operand }:
                Assume(operand, !outcome);
                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison
                when (comparison.OperatorKind == BinaryOperatorKind.Equals) == outcome:
                AssumeEqual(comparison.LeftOperand, Quiet(comparison.RightOperand), comparison.Syntax);
                AssumeEqual(comparison.RightOperand, Quiet(comparison.LeftOperand), comparison.Syntax);
                break;
            case IIsPatternOperation { Value: var value, Pattern: var pattern } when pattern is INegatedPatternOperation ? !outcome : outcome:
                AssumeMatch(value, pattern is INegatedPatternOperation negated ? negated.Pattern : pattern);
                break;
        }
    }

    /// <summary>An operation is equal to a value: a rank, or one size.</summary>
    private void AssumeEqual(IOperation operation, FlowValue value, SyntaxNode origin)
    {
        if (value is not IntFlow { Size: var size })
            return;
        if (Uncaptured(operation) is IPropertyReferenceOperation { Property: { Name: "Rank" } property, Instance: { } whole } && size.Number is >= 0 and <= 16 and var rank)
        {
            var tensor = context.Symbols.IsShape(property.ContainingType) ? TensorOf(whole) : context.Symbols.IsTensor(property.ContainingType) ? whole : null;
            AssumeShape(tensor, SymbolicShape.OfRank((int)rank), origin);
        }
        else if (Quiet(operation) is IntFlow { Size: var other })
        {
            State = State.Assume(other, size, origin);
        }
    }

    private void AssumeMatch(IOperation value, IPatternOperation pattern)
    {
        switch (pattern)
        {
            case IConstantPatternOperation { Value: var constant }:
                AssumeEqual(value, Quiet(constant), pattern.Syntax);
                break;
            case IDeclarationPatternOperation or ITypePatternOperation:
                break;
            case IRecursivePatternOperation { PropertySubpatterns: var parts } when context.Symbols.IsTensor(value.Type):
                foreach (var part in parts)
                {
                    if (part is { Member: IPropertyReferenceOperation { Property.Name: "Rank" }, Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: int rank and >= 0 and <= 16 } } })
                        AssumeShape(value, SymbolicShape.OfRank(rank), pattern.Syntax);
                    else if (part is { Member: IPropertyReferenceOperation { Property.Name: "Shape" }, Pattern: IListPatternOperation list })
                        AssumeList(value, list);
                }

                break;
            case IListPatternOperation list when context.Symbols.IsShape(value.Type):
                AssumeList(TensorOf(value), list);
                break;
        }
    }

    private void AssumeList(IOperation? tensor, IListPatternOperation list)
    {
        var slice = list.Patterns.ToList().FindIndex(pattern => pattern is ISlicePatternOperation);
        var parts = list.Patterns.Skip(slice + 1).ToList();
        var sizes = new List<SymbolicSize>();
        foreach (var part in parts)
        {
            var size = part is IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: int number } } ? number : SymbolicSize.Unknown;
            if (part is IDeclarationPatternOperation { DeclaredSymbol: { } declared })
            {
                var name = context.NameOf(part.Syntax, 0, declared.Name);
                State = State.WithoutName(name);
                size = SymbolicSize.Named(name);
                Write(declared, new IntFlow(size));
            }

            sizes.Add(size);
        }

        AssumeShape(tensor, slice < 0 ? SymbolicShape.Of(sizes) : SymbolicShape.Ending(sizes), list.Syntax);
    }

    /// <summary>A tensor has a shape: what is new of it is noted, of its variable and of its sizes.</summary>
    private void AssumeShape(IOperation? tensor, SymbolicShape shape, SyntaxNode origin)
    {
        if (tensor is null)
            return;
        var old = Quiet(tensor) as TensorFlow;
        if (old is { Shape.HasRank: true })
        {
            for (var i = 0; shape.HasRank && i < shape.Rank && shape.Rank == old.Shape.Rank; i++)
                State = State.Assume(old.Shape.Dims[i], shape.Dims[i], origin);
            if (shape.Rank == old.Shape.Rank)
                Refine(tensor, old with { Shape = SymbolicShape.Of(old.Shape.Dims.Zip(shape.Dims, (left, right) => left.Unify(right))) });
            return;
        }

        if (!shape.IsUnknown)
            Refine(tensor, (old ?? new TensorFlow(shape, origin)) with { Shape = shape });
    }

    /// <summary>The tensor whose shape an expression is; null where it is another shape.</summary>
    private IOperation? TensorOf(IOperation shape) =>
        Uncaptured(shape) is IPropertyReferenceOperation { Property.Name: "Shape", Instance: { } tensor } && context.Symbols.IsTensor(tensor.Type) ? tensor : null;

    /// <summary>Gives a variable a value that says more of the same object; an expression that is no variable keeps what it has.</summary>
    private void Refine(IOperation operation, FlowValue value)
    {
        switch (Uncaptured(operation))
        {
            case ILocalReferenceOperation { Local: var local } when facts.IsTracked(facts.TargetOf(local)):
                State = State.With(facts.TargetOf(local), value);
                break;
            case IParameterReferenceOperation { Parameter: var parameter } when facts.IsTracked(parameter):
                State = State.With(parameter, value);
                break;
        }

        if (operation is IFlowCaptureReferenceOperation { Id: var id })
            State = State.With(id, value);
    }

    private IOperation Uncaptured(IOperation operation)
    {
        for (var depth = 0; depth < 8; depth++)
        {
            if (operation is IConversionOperation { OperatorMethod: null, Operand: var operand })
                operation = operand;
            else if (operation is IFlowCaptureReferenceOperation { Id: var id } && writes.CapturedBy(id) is { } captured)
                operation = captured;
            else
                break;
        }

        return operation;
    }

    /// <summary>The value of an operation that has run before: nothing changes, and nobody is told.</summary>
    private FlowValue Quiet(IOperation operation)
    {
        var (state, isSettled, isFirst) = (State, context.IsSettled, context.IsFirstRound);
        (context.IsSettled, context.IsFirstRound) = (false, false);
        var value = Evaluate(operation);
        (State, context.IsSettled, context.IsFirstRound) = (state, isSettled, isFirst);
        return value;
    }
}
