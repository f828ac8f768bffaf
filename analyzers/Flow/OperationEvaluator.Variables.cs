using System.Linq;
using DslTensors.Generator.Models;
using DslTensors.Generator.Signatures;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DslTensors.Analyzers.Flow;

/// <summary>Reading and writing variables, and all the forms that the left side of an assignment has.</summary>
internal sealed partial class OperationEvaluator
{
    private FlowValue Forget(IOperation operation)
    {
        foreach (var variable in writes.WrittenBy(operation))
            Write(variable, FlowValue.Unknown);
        return FlowValue.Unknown;
    }

    private FlowValue Read(ISymbol variable)
    {
        variable = facts.TargetOf(variable);
        return facts.IsTracked(variable) ? State[variable] : FlowValue.Unknown;
    }

    /// <summary>Runs what is inside a target (the tensor whose property is set, an index); a plain variable is not read.</summary>
    private void EvaluateTarget(IOperation target)
    {
        switch (target)
        {
            case ILocalReferenceOperation or IParameterReferenceOperation or IFlowCaptureReferenceOperation:
                break;
            case ITupleOperation or IDeclarationExpressionOperation or IConversionOperation:
                foreach (var child in target.ChildOperations)
                    EvaluateTarget(child);
                break;
            default:
                foreach (var child in target.ChildOperations)
                    Evaluate(child);
                break;
        }
    }

    private void Assign(IOperation target, FlowValue value)
    {
        switch (target)
        {
            case ILocalReferenceOperation { Local: var local }:
                Write(local, value);
                break;
            case IParameterReferenceOperation { Parameter: var parameter }:
                Write(parameter, value);
                break;
            case IDeclarationExpressionOperation { Expression: var expression }:
                Assign(expression, value);
                break;
            case ITupleOperation { Elements: var elements }:
                var items = value switch
                {
                    TupleFlow { Items: var tuple } when tuple.Count == elements.Length => tuple,
                    ListFlow { Items: var list } when list.Count == elements.Length => list,
                    SequenceFlow { Element: TensorFlow element } => Enumerable.Repeat<FlowValue>(element, elements.Length).ToEquatableArray(),
                    _ => PartsOf(value, elements.Length) ?? elements.Select(_ => FlowValue.Unknown).ToEquatableArray(),
                };
                for (var i = 0; i < elements.Length; i++)
                    Assign(elements[i], items[i]);
                break;
            case IFlowCaptureReferenceOperation { Id: var id } when writes.CapturedBy(id) is { } captured and not IFlowCaptureReferenceOperation:
                Assign(captured, value);
                break;
            case IPropertyReferenceOperation { Property: { Name: "Data" } property } when context.Symbols.IsTensor(property.ContainingType):
                // x.Data = y: whatever variable holds x now holds another shape.
                State = State.WithoutTensors();
                break;
            case IPropertyReferenceOperation { Instance: IFlowCaptureReferenceOperation made, Arguments.IsEmpty: true } member when State[made.Id] is ModuleFlow:
                Complete(made, member.Property, value);
                break;
            case IPropertyReferenceOperation { Instance: { } dictionary, Arguments: [var key] } when Quiet(dictionary) is TableFlow table:
                Refine(dictionary, table.With(Quiet(key.Value), value));
                break;
            case IFieldReferenceOperation { Field: var field, Instance: null or IInstanceReferenceOperation }:
                State = State.With(new MemberKey(field), value is TensorFlow ? value : FlowValue.Unknown);
                break;
            case IPropertyReferenceOperation { Property: var property, Instance: null or IInstanceReferenceOperation, Arguments.IsEmpty: true } when context.Symbols.IsTensor(property.Type) && IsAutomatic(property):
                State = State.With(new MemberKey(property), value is TensorFlow ? value : FlowValue.Unknown);
                break;
            default:
                foreach (var variable in writes.Targets(target))
                    Write(variable, FlowValue.Unknown);
                break;
        }
    }

    private void Write(ISymbol variable, FlowValue value)
    {
        variable = facts.TargetOf(variable);
        if (!facts.IsTracked(variable))
            return;

        // The elements of a list can change behind the variable; those of a shape or a tuple cannot.
        var type = (variable as ILocalSymbol)?.Type ?? (variable as IParameterSymbol)?.Type;
        if (value is ListFlow or SequenceFlow or TableFlow && !context.Symbols.IsShape(type) && !facts.KeepsElements(variable))
            value = FlowValue.Unknown;

        // An integer of which nothing is known still is one integer as long as it is not assigned again.
        if (value is UnknownFlow && type?.SpecialType == SpecialType.System_Int32 && variable.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is { } declaration)
        {
            var name = context.NameOf(declaration, 0, variable.Name);
            State = State.WithoutName(name);
            value = new IntFlow(SymbolicSize.Integer(name));
        }

        State = State.With(variable, value);
        context.AddAssignment(variable, value);
    }
}
