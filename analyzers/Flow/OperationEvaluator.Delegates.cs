using System.Collections.Generic;
using System.Linq;
using DslTensors.Generator.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DslTensors.Analyzers.Flow;

/// <summary>Lambdas that are called by a variable, and tasks that are waited for.</summary>
internal sealed partial class OperationEvaluator
{
    /// <summary>What a lambda returns for certain values, and what fails in it for them though it works for others.</summary>
    private (FlowValue Result, IReadOnlyList<ShapedCall> Failures) Called(LambdaFlow function, params FlowValue[] values)
    {
        var method = function.Lambda.Symbol;
        if (context.Calls.Enter(method) is not { } calls)
            return (FlowValue.Unknown, []);

        var graph = function.Around.GetAnonymousFunctionControlFlowGraph(function.Lambda, context.Cancellation);
        var entry = FlowState.Empty;
        foreach (var pair in State.Variables.Where(pair => facts.HasOneValue(pair.Key)))
            entry = entry.With(pair.Key, State.Sizes.Resolve(pair.Value));
        var given = entry;
        for (var i = 0; i < method.Parameters.Length && i < values.Length; i++)
            given = given.With(method.Parameters[i], values[i]);

        var (returned, failing) = Run(given);
        if (failing.Failures is not { Count: > 0 } failures)
            return (returned, []);

        // What fails for everything is reported in the lambda.
        var faults = Run(entry).Failing.All.Select(call => call.Operation.Syntax).ToList();
        return (FlowValue.Unknown, failures.Where(call => !faults.Contains(call.Operation.Syntax)).ToList());

        (FlowValue Returned, FailureListener Failing) Run(FlowState state)
        {
            var listener = new FailureListener(graph);
            var inside = new FlowContext(context.World, listener, method, context.Instance, calls, context.Cancellation);
            listener.Context = inside;
            new FlowEngine(inside, facts).RunAlone(graph, state);
            return (inside.Returned is { } value ? inside.Exported(value) : FlowValue.Unknown, listener);
        }
    }

    /// <summary><c>Aggregate</c> over a list of known length: one call after the other, until one fails.</summary>
    private FlowValue AggregateCall(IInvocationOperation operation, List<GivenArgument> given)
    {
        var (items, seed, function) = given switch
        {
            [{ Value: ListFlow { Items: { Count: > 0 } all } }, { Value: LambdaFlow lambda }] => (all.Skip(1).ToList(), all[0], lambda),
            [{ Value: ListFlow { Items: { Count: > 0 } all } }, { Value: var first }, { Value: LambdaFlow lambda }] => (all.ToList(), first, lambda),
            [{ Value: SequenceFlow { IsFilled: true, Element: var element } }, { Value: var first }, { Value: LambdaFlow lambda }] => ([element, FlowValue.Unknown], first, lambda),
            _ => ([], FlowValue.Unknown, null),
        };
        if (function is null)
            return Opaque(operation, operation.TargetMethod);

        var before = State;
        IReadOnlyList<ShapedCall> failures = [];
        foreach (var item in items)
        {
            (seed, failures) = Called(function, seed, item);
            if (failures.Count > 0)
                break;
        }

        var result = failures.Count > 0 || seed is UnknownFlow ? Opaque(operation, operation.TargetMethod) : Relocated(seed, operation.Syntax);
        State = context.Raise(new CallEvent(operation, before, operation.TargetMethod, null, given, null, result) { InnerFailures = failures }, State);
        return result;
    }

    /// <summary>A task brings what its method returns; null for any other call.</summary>
    private FlowValue? TaskCall(IInvocationOperation operation, FlowValue receiver, List<GivenArgument> given)
    {
        var method = operation.TargetMethod;
        if (method.Name == "<Clone>$")
            return receiver;
        if (method.ContainingNamespace is not { Name: "Tasks" or "CompilerServices" })
            return null;
        return (method.Name, given) switch
        {
            ("GetAwaiter" or "GetResult" or "ConfigureAwait" or "AsTask", _) when receiver is not UnknownFlow => receiver,
            ("FromResult", [{ Value: not UnknownFlow and var value }]) => value,
            ("Run", [{ Value: LambdaFlow function }]) => Invoke(function),
            _ => null,
        };
    }
}
