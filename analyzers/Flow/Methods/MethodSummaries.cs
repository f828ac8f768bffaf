using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DslTensors.Generator.Models;
using DslTensors.Generator.Signatures;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace DslTensors.Analyzers.Flow;

/// <summary>What a body of the compilation does with certain arguments: what it returns, and which calls inside cannot fit.</summary>
internal sealed record MethodSummary(FlowValue Result, IReadOnlyList<ShapedCall> Failures)
{
    public static MethodSummary Unknown { get; } = new(FlowValue.Unknown, []);
}

/// <summary>Looks into bodies with what a call gives them. Each body and kind of arguments once; recursion and deep chains end in the unknown.</summary>
internal sealed class MethodSummaries(FlowWorld world)
{
    private readonly CallCache<Key, MethodSummary> _known = new();
    private readonly ConcurrentDictionary<IMethodSymbol, ImmutableHashSet<SyntaxNode>> _faults = new(SymbolEqualityComparer.Default);

    /// <param name="method">A method whose body is known to be the one that runs.</param>
    /// <param name="instance">The object it runs on, as far as it is known.</param>
    /// <param name="arguments">What its parameters are given, in order.</param>
    /// <param name="caller">The analysis that the call stands in.</param>
    public MethodSummary Of(IMethodSymbol method, ModuleFlow? instance, IReadOnlyList<FlowValue> arguments, FlowContext caller)
    {
        method = method.OriginalDefinition.PartialImplementationPart ?? method.OriginalDefinition;
        if (caller.Calls.Enter(method) is not { } calls)
            return MethodSummary.Unknown;

        var values = method.Parameters.Zip(arguments, (parameter, value) => AtParameter(parameter, value)).ToEquatableArray();
        var key = new Key(method, instance, values);
        if (_known.TryGet(key, calls, out var known))
            return known;
        if (world.Bodies.Of(method, caller.Cancellation) is not { } graph)
            return _known.Add(key, calls, MethodSummary.Unknown);

        var listener = new FailureListener(graph);
        var context = new FlowContext(world, listener, method, instance, calls, caller.Cancellation);
        listener.Context = context;
        Run(method, graph, values, context);
        var result = context.Returned is { } returned ? context.Exported(returned) : FlowValue.Unknown;
        return _known.Add(key, calls, new MethodSummary(method.IsIterator ? FlowValue.Unknown : result, listener.Failures));
    }

    /// <summary>What an integer that was given to the method, or to its object's constructor, would have to be for a call inside to fit.</summary>
    public (string Name, long Value)? WitnessOf(ShapedCall failure, IMethodSymbol method, ModuleFlow? instance, IReadOnlyList<FlowValue> arguments, FlowContext caller)
    {
        method = method.OriginalDefinition.PartialImplementationPart ?? method.OriginalDefinition;
        if (caller.Calls.Enter(method) is not { } calls || world.Bodies.Of(method, caller.Cancellation) is not { } graph)
            return null;

        var values = method.Parameters.Zip(arguments, (parameter, value) => AtParameter(parameter, value)).ToList();
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is IntFlow { Size.Number: not null } && Solve(method.Parameters[i].Name, instance, values.Select((value, at) => at == i ? new IntFlow(SymbolicSize.Named(method.Parameters[i].Name)) : value)) is { } size)
                return (method.Parameters[i].Name, size);
        }

        foreach (var given in instance?.Arguments ?? EquatableArray<NamedFlow>.Empty)
        {
            if (given.Value is IntFlow { Size.Number: not null } && Solve(given.Name, instance! with { Arguments = instance!.Arguments.Select(item => item == given ? item with { Value = new IntFlow(SymbolicSize.Named(given.Name)) } : item).ToEquatableArray() }, values) is { } size)
                return (given.Name, size);
        }

        return null;

        long? Solve(string name, ModuleFlow? on, IEnumerable<FlowValue> with)
        {
            var listener = new WitnessListener(failure.Operation.Syntax);
            Run(method, graph, with.ToEquatableArray(), new FlowContext(world, listener, method, on, calls, caller.Cancellation));
            return listener.Equalities.Resolve(SymbolicSize.Named(name)).Number is > 0 and var value ? value : null;
        }
    }

    private void Run(IMethodSymbol method, ControlFlowGraph graph, EquatableArray<FlowValue> values, FlowContext context)
    {
        var state = FlowState.Empty;
        for (var i = 0; i < values.Count; i++)
        {
            var value = values[i];
            if (method.Parameters[i].RefKind == RefKind.None)
                state = state.With(method.Parameters[i], value is UnknownFlow or TensorFlow { Shape.IsUnknown: true } ? world.DeclaredShapes.Entering(method.Parameters[i], context) : value);
        }

        new FlowEngine(context, world.Bodies.FactsOf(graph, method, context.Cancellation)).RunAlone(graph, state);
    }

    /// <summary>The calls in a body that cannot fit whatever it is given: they are reported there.</summary>
    public ImmutableHashSet<SyntaxNode> FaultsOf(IMethodSymbol method, FlowContext asking)
    {
        method = method.OriginalDefinition.PartialImplementationPart ?? method.OriginalDefinition;
        if (_faults.TryGetValue(method, out var known))
            return known;
        if (asking.Calls.Enter(method) is not { } calls || world.Bodies.Of(method, asking.Cancellation) is not { } graph)
            return [];

        var listener = new FailureListener(graph);
        var context = new FlowContext(world, listener, method, method.IsStatic ? null : world.Modules.Instance(method.ContainingType), calls, asking.Cancellation);
        listener.Context = context;
        new FlowEngine(context, world.Bodies.FactsOf(graph, method, asking.Cancellation)).RunAlone(graph, world.DeclaredShapes.Enter(method, FlowState.Empty, context));
        return _faults.GetOrAdd(method, listener.All.Select(call => call.Operation.Syntax).ToImmutableHashSet());
    }

    // A caller's line would make equal arguments differ.
    private static FlowValue AtParameter(IParameterSymbol parameter, FlowValue value) => value is TensorFlow tensor
        ? tensor with { Origin = parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() }
        : value;

    private sealed record Key(IMethodSymbol Method, ModuleFlow? Instance, EquatableArray<FlowValue> Arguments)
    {
        public bool Equals(Key? other) => other is not null
            && SymbolEqualityComparer.Default.Equals(Method, other.Method) && Equals(Instance, other.Instance) && Arguments == other.Arguments;

        public override int GetHashCode() => unchecked((SymbolEqualityComparer.Default.GetHashCode(Method) * 31) + Arguments.GetHashCode());
    }
}
