using System.Collections.Generic;
using System.Linq;
using DslTensors.Generator.Models;
using DslTensors.Generator.Signatures;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DslTensors.Analyzers.Flow;

/// <summary>Arrays, lists and the sequences of Enumerable, and running through them.</summary>
internal sealed partial class OperationEvaluator
{
    /// <summary>The calls that make a list or run through one; null for any other call.</summary>
    private FlowValue? ListCall(IInvocationOperation operation, FlowValue receiver, List<GivenArgument> given)
    {
        var method = operation.TargetMethod;
        if (method.ContainingType is { Name: "Enumerable", ContainingNamespace.Name: "Linq" })
            return method.Name == "Aggregate" ? AggregateCall(operation, given) : EnumerableCall(method.Name, given);
        if (receiver is TableFlow table)
        {
            if (method.Name == "Add" && given is [{ Value: var key }, { Value: var entry }])
                Refine(operation.Instance!, table.With(key, entry));
            return null;
        }


        var list = operation.Instance is null ? null : AsList(receiver);
        if (list is null)
            return null;
        switch (method.Name)
        {
            case "GetEnumerator" or "GetAsyncEnumerator":
                return new SequenceFlow(ElementOf(list)) { IsFilled = list is ListFlow { Items.Count: > 0 } or SequenceFlow { IsFilled: true } };
            case "ToArray" or "AsSpan" or "ToList" or "AsReadOnly":
                return list;
            case "MoveNext" or "Dispose":
                return FlowValue.Unknown;
            case "Add" when receiver is ListFlow { Items.Count: < LongestList } row && given is [{ Value: var item }] && operation.Instance is { } target:
                Refine(target, new ListFlow(row.Items.Concat([item]).ToEquatableArray()));
                return FlowValue.Unknown;
            case "Add" when receiver is SequenceFlow { Element: var before } && given is [{ Value: var added }] && operation.Instance is { } growing:
                Refine(growing, new SequenceFlow(before.Join(added)) { IsFilled = true });
                return FlowValue.Unknown;
            case "Add" when operation.Instance is { } full:
                Refine(full, receiver is ModuleFlow ? Extended((ModuleFlow)receiver, given) : FlowValue.Unknown);
                return FlowValue.Unknown;
            case "AddRange" or "Insert" or "Clear" or "Remove" or "RemoveAt" or "Reverse" or "Sort" when receiver is ModuleFlow module && operation.Instance is { } container:
                // The variable still holds the container; what is in it is another row from here on.
                Refine(container, module with { Items = null });
                return FlowValue.Unknown;
            default:
                return null;
        }
    }

    /// <summary>Whether a loop over a list runs once at least; null where that is unknown.</summary>
    public BoolFlow? FirstRound(IOperation? condition) =>
        condition is IInvocationOperation { TargetMethod.Name: "MoveNext", Instance: { } enumerator } && Quiet(enumerator) is SequenceFlow { IsFilled: true } ? new BoolFlow(true) : null;

    private FlowValue EnumerableCall(string name, List<GivenArgument> given) => (name, given) switch
    {
        ("Repeat", [{ Value: var element }, { Value: IntFlow { Size: var count } }]) => ListOf(element, count),
        ("Range", [{ Value: IntFlow { Size.Number: { } start } }, { Value: IntFlow { Size.Number: >= 0 and <= LongestList and var count } }]) =>
            new ListFlow(Enumerable.Range(0, (int)count).Select(FlowValue (i) => new IntFlow(start + i)).ToEquatableArray()),
        ("Range", _) => new SequenceFlow(FlowValue.Unknown),
        ("Select", [{ Value: var source }, { Value: LambdaFlow function }]) => AsList(source) switch
        {
            ListFlow { Items: var items } => new ListFlow(items.Select((item, index) => Invoke(function, item, new IntFlow(index))).ToEquatableArray()),
            SequenceFlow { Element: var element } => new SequenceFlow(Invoke(function, element, FlowValue.Unknown)),
            _ => new SequenceFlow(Invoke(function, FlowValue.Unknown, FlowValue.Unknown)),
        },
        ("ToArray" or "ToList" or "AsEnumerable", [{ Value: var source }]) => AsList(source) ?? FlowValue.Unknown,
        ("Concat", [{ Value: ListFlow { Items: var first } }, { Value: ListFlow { Items: var second } }]) => new ListFlow(first.Concat(second).ToEquatableArray()),
        ("First" or "Last" or "Single", [{ Value: var source }]) when AsList(source) is { } list => ElementOf(list) is TensorFlow tensor && list is SequenceFlow ? tensor with { Origin = null } : ElementOf(list),
        _ => FlowValue.Unknown,
    };

    private static ModuleFlow Extended(ModuleFlow container, List<GivenArgument> given) => container with
    {
        Items = container.Items is ListFlow known && given is [{ Value: var added }] ? new ListFlow(known.Items.Concat([added]).ToEquatableArray()) : null,
    };

    /// <summary>What a lambda returns for certain values; several at once, as they come one after the other.</summary>
    private FlowValue Invoke(LambdaFlow function, params FlowValue[] values)
    {
        var method = function.Lambda.Symbol;
        if (context.Calls.Enter(method) is not { } calls)
            return FlowValue.Unknown;

        var graph = function.Around.GetAnonymousFunctionControlFlowGraph(function.Lambda, context.Cancellation);
        var inside = new FlowContext(context.World, SilentListener.Instance, method, context.Instance, calls, context.Cancellation);
        var state = FlowState.Empty;
        foreach (var pair in State.Variables.Where(pair => facts.HasOneValue(pair.Key)))
            state = state.With(pair.Key, State.Sizes.Resolve(pair.Value));
        for (var i = 0; i < method.Parameters.Length && i < values.Length; i++)
            state = state.With(method.Parameters[i], values[i]);
        new FlowEngine(inside, facts).RunAlone(graph, state);
        return inside.Returned is { } returned ? inside.Exported(returned) : FlowValue.Unknown;
    }

    private static FlowValue CreatedList(IObjectCreationOperation operation, List<GivenArgument> given) => (operation.Type, given) switch
    {
        ({ Name: "Dictionary", ContainingNamespace.Name: "Generic" }, []) => TableFlow.Empty,
        ({ Name: "List" }, []) => new ListFlow(EquatableArray<FlowValue>.Empty),
        ({ Name: "List" }, [{ Value: ListFlow list }]) => list,
        ({ Name: "Shape" or "Dims" }, [{ Value: ListFlow list }]) => list,
        _ => FlowValue.Unknown,
    };

    /// <summary>A value as a list: of a container, its modules.</summary>
    private FlowValue? AsList(FlowValue value) => value switch
    {
        ListFlow or SequenceFlow => value,
        ModuleFlow { Items: { } items } => items,
        ModuleFlow { Type: INamedTypeSymbol { TypeArguments: [{ } element] } type } when context.Symbols.IsContainer(type) && context.Symbols.IsModule(element) =>
            new SequenceFlow(new ModuleFlow(element, EquatableArray<NamedFlow>.Empty, null, null)),
        _ => null,
    };

    private static FlowValue ElementOf(FlowValue list) => list switch
    {
        ListFlow { Items: { Count: > 0 } items } => items.Aggregate((left, right) => left.Join(right)),
        SequenceFlow { Element: var element } => element,
        _ => FlowValue.Unknown,
    };

    public override FlowValue VisitFlowAnonymousFunction(IFlowAnonymousFunctionOperation operation, object? argument)
    {
        if (graph is null)
            return FlowValue.Unknown;
        context.AddLambda(operation, graph);
        return new LambdaFlow(operation, graph);
    }

    public override FlowValue VisitDelegateCreation(IDelegateCreationOperation operation, object? argument) => Evaluate(operation.Target);

    public override FlowValue VisitArrayElementReference(IArrayElementReferenceOperation operation, object? argument)
    {
        var list = Evaluate(operation.ArrayReference);
        var indices = operation.Indices.Select(Evaluate).ToList();
        if (indices is not [var index] || list is not ListFlow { Items: var items } known)
            return ElementAt(ElementOf(list), operation);
        Take(operation, known, operation.Indices[0], index);
        return Element(items, operation.Indices[0], index);
    }

    private void Take(IOperation operation, ListFlow list, IOperation index, FlowValue value)
    {
        if (IndexOf(index, value, list.Items.Count) is { } at)
            State = context.Raise(new ElementEvent(operation, State, list, at), State);
    }

    private static long? IndexOf(IOperation index, FlowValue value, int count)
    {
        while (index is IConversionOperation { Operand: var operand })
            index = operand;
        return index is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat, Operand.ConstantValue: { HasValue: true, Value: int fromEnd } }
            ? count - fromEnd
            : (value as IntFlow)?.Size.Number;
    }
}

/// <summary>A lambda, with the graph that it stands in.</summary>
internal sealed record LambdaFlow(IFlowAnonymousFunctionOperation Lambda, ControlFlowGraph Around) : FlowValue;
