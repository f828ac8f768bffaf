using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DslTensors.Analyzers.Flow;

/// <summary>Follows the gradients through bodies that are called, each once.</summary>
internal sealed class GradientSummaries(FlowWorld world)
{
    private static readonly GradientFacts Facts = new();

    private readonly CallCache<ISymbol, GradientSummary?> _known = new(SymbolEqualityComparer.Default);

    /// <param name="method">A method whose body is known to be the one that runs.</param>
    /// <param name="caller">The analysis that the call stands in.</param>
    public GradientSummary? Of(IMethodSymbol method, FlowContext caller)
    {
        method = method.OriginalDefinition.PartialImplementationPart ?? method.OriginalDefinition;
        if (method.IsIterator || method.DeclaringSyntaxReferences.IsEmpty || caller.Calls.Enter(method) is not { } calls)
            return null;
        return _known.TryGet(method, calls, out var known) ? known : _known.Add(method, calls, Read(method, calls, caller));
    }

    private GradientSummary? Read(IMethodSymbol method, CallStack calls, FlowContext caller)
    {
        if (world.Bodies.Of(method, caller.Cancellation) is not { } graph)
            return null;
        var listener = new ReturnListener(method);
        var context = new FlowContext(world, listener, method, method.IsStatic ? null : world.Modules.Instance(method.ContainingType), calls, caller.Cancellation);
        new FlowEngine(context, world.Bodies.FactsOf(graph, method, caller.Cancellation)).RunAlone(graph, world.DeclaredShapes.Enter(method, FlowState.Empty, context));
        return listener.Summary();
    }

    private sealed class ReturnListener(IMethodSymbol method) : IFlowListener
    {
        private readonly List<GradientSummary> _returns = [];
        private readonly List<WrittenMember> _written = [];
        private readonly List<WrittenWeight> _weights = [];

        public void On(FlowEvent happening)
        {
            if (happening is CallEvent call)
                AddWrites(call);
            if (happening is ReturnEvent { Value: var value, State: var state, Operation: var operation })
                _returns.Add(At(state, value, operation));
        }

        public FlowState Follow(FlowEvent happening, FlowState state) => Facts.Follow(happening, state);

        /// <summary>What all ways to the end agree on.</summary>
        public GradientSummary? Summary()
        {
            List<WrittenMember> written = [.. method.IsStatic ? [] : HelperWrites.MembersWritten(method), .. _written];
            if (_returns.Count == 0)
                return written.Count == 0 && _weights.Count == 0 ? null : new GradientSummary(null, false, [], [], written, _weights);
            var first = _returns[0];
            var isOne = _returns.All(other => other.Result is { } result && first.Result is { } fact && result.Grad == fact.Grad && result.Reason == fact.Reason && result.IsResult == fact.IsResult);
            return new GradientSummary(
                isOne ? first.Result : null,
                _returns.All(other => other.Saves),
                _returns.All(other => other.Spoiled.Count > 0) ? first.Spoiled : [],
                _returns.Count == 1 ? first.Kept : [],
                written,
                _weights);
        }

        /// <summary>The writes to members of the object, and to weights of layers that it or the method is given, on every way.</summary>
        private void AddWrites(CallEvent call)
        {
            foreach (var (target, alias) in GradientFacts.WritesOf(call))
            {
                if (!HelperWrites.IsAlwaysRun(call.Operation.Syntax, method))
                    continue;
                if (TensorFacts.Unconverted(target.Operation) is IMemberReferenceOperation { Instance: IInstanceReferenceOperation, Member: var member })
                    _written.Add(new WrittenMember(member, alias, call.Operation.Syntax));
                else if (WeightFacts.WeightOf(target.Operation, alias) is var (layer, kind) && layer is IParameterSymbol parameter)
                    _weights.Add(new WrittenWeight(parameter, kind, call.Operation.Syntax));
            }
        }

        private GradientSummary At(FlowState state, FlowValue value, IOperation operation)
        {
            var steps = GraphSearch.From(state, value);
            var spoiled = steps.Select(step => SpoiledValues.Of(state, step.Origin, step.Fact)).OfType<Spoiling>().ToList();
            var kept = new List<KeptMember>();
            foreach (var (member, held) in state.Members)
            {
                if (TensorFacts.Of(state, held) is not { } fact || state[new SavedKey(fact.Storage)] is not Savings savings)
                    continue;
                foreach (var saving in savings.Items.Where(saving => steps.Any(step => step.Origin == saving.Result)))
                    kept.Add(new KeptMember(member, fact.Alias, saving));
            }

            var result = TensorFacts.Of(state, value, operation);
            var mayRetain = method.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax().ToString().Contains("RetainGrad"));
            return new GradientSummary(mayRetain && result is not null ? result with { IsResult = false } : result, steps.Any(step => step.Fact.Saves), spoiled, kept, [], []);
        }
    }
}
