using System.Collections.Immutable;
using System.Linq;
using DslTensors.Generator.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DslTensors.Analyzers.Flow;

/// <summary>Follows which tensors have a graph, what their steps keep for backward, and what was written since. It reports nothing; rules read its facts.</summary>
internal sealed class GradientFacts : FlowRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [];

    public override FlowState Follow(FlowEvent happening, FlowState state) => happening switch
    {
        CallEvent call => After(call, state),
        CreationEvent creation => Escape(creation.Arguments, state),
        AssignmentEvent assignment => After(assignment, state),
        ReadEvent { Member.Name: "Data", Instance: TensorFlow source, Result: TensorFlow { Origin: { } origin } } read => state.With(new TensorKey(origin), AliasOf(state, source, AliasKind.Data, read.Operation.Syntax)),
        _ => state,
    };

    /// <summary>The tensors that a call surely writes into, with the alias that a helper makes inside.</summary>
    public static System.Collections.Generic.IEnumerable<(GivenArgument Target, AliasKind Alias)> WritesOf(CallEvent call)
    {
        if (GradientMetadata.WritesInPlace(call.Method))
        {
            if (call.Arguments.Count > 0)
                yield return (call.Arguments[0], AliasKind.Same);
            yield break;
        }

        foreach (var item in call.Arguments)
        {
            if (item.Parameter is not { } parameter || !(item.Value is TensorFlow || TensorFacts.IsTensor(item.Operation.Type)))
                continue;
            if (parameter.Name == "destination" && GradientMetadata.Of(call.Method) is not null)
                yield return (item, AliasKind.Same);
            else if (IsFromSource(call.Method) && HelperWrites.WriteTo(call.Method, parameter) is { } alias)
                yield return (item, alias);
        }
    }

    private static FlowState After(CallEvent call, FlowState state)
    {
        if (BackwardCall.Of(call) is { } backward)
            state = AfterBackward(backward, call, state);
        else if (call.Method.Name == "RetainGrad" && call.Arguments is [{ Value: TensorFlow { Origin: { } retained } }, ..])
            state = state.With(new RetainedKey(retained), new PlaceFact(call.Operation.Syntax));

        foreach (var (target, alias) in WritesOf(call))
        {
            state = AfterWrite(state, target.Value, call.Operation.Syntax, alias);
            if (GradientMetadata.Of(call.Method) is null)
                state = Mixed(state, target.Value);
        }

        state = MemberFacts.After(call, state);
        if (GradientMetadata.Of(call.Method) is null && call.Method.ContainingNamespace?.Name is not ("DslTensors" or "System"))
            state = Escape(call.Arguments, state);
        if (call.Method.MethodKind == MethodKind.LocalFunction || call.Arguments.Any(item => item.Value is LambdaFlow))
            state = state.Change(Opened);

        if (call.Result is TensorFlow { Origin: { } origin } && origin == call.Operation.Syntax)
            return GradientResults.After(call, origin, state);
        return call.Result is TupleFlow or ListFlow or SequenceFlow ? state.With(new TensorKey(call.Operation.Syntax), FlowValue.Unknown) : state;
    }

    private static FlowState AfterBackward(BackwardCall backward, CallEvent call, FlowState state)
    {
        if (backward is not { Keeps: false, IsWhole: true })
            return state;
        foreach (var (origin, fact) in GraphSearch.From(state, backward.Root))
        {
            if (fact.Saves && state[new ReleasedKey(origin)] is not PlaceFact)
                state = state.With(new ReleasedKey(origin), new PlaceFact(call.Operation.Syntax));
        }

        return state;
    }

    /// <summary>What the steps kept of a tensor is spoiled by a write to it.</summary>
    private static FlowState AfterWrite(FlowState state, FlowValue target, SyntaxNode write, AliasKind alias)
    {
        if (TensorFacts.Of(state, target) is not { } fact)
            return state;
        state = state.With(new WritesKey(fact.Storage), (state[new WritesKey(fact.Storage)] as StorageWrites ?? new StorageWrites(EquatableArray<NodeRef>.Empty)).With(write));
        if (state[new SavedKey(fact.Storage)] is not Savings savings)
            return state;
        foreach (var saving in savings.Items)
        {
            if (state[new ReleasedKey(saving.Result)] is PlaceFact || state[new SpoiledKey(saving.Result)] is Spoiling)
                continue;
            var through = fact.Alias | alias | (saving.ThroughData ? AliasKind.Data : AliasKind.Same);
            state = state.With(new SpoiledKey(saving.Result), new Spoiling(write, through, (target as TensorFlow)?.Origin, saving));
        }

        return state;
    }

    private static FlowState After(AssignmentEvent assignment, FlowState state)
    {
        if (assignment.Target is ITupleOperation { Elements: var elements })
        {
            for (var i = 0; i < elements.Length; i++)
                state = After(assignment with { Target = elements[i], Value = assignment.Value is TupleFlow { Items: var items } && items.Count == elements.Length ? items[i] : FlowValue.Unknown }, state);
            return state;
        }

        switch (TensorFacts.Unconverted(assignment.Target))
        {
            case IPropertyReferenceOperation { Property: { IsIndexer: true } indexer, Instance: { } whole } when TensorFacts.IsTensor(indexer.ContainingType):
                var target = TensorFacts.ValueOf(state, whole);
                state = AfterWrite(state, target, assignment.Operation.Syntax, AliasKind.Same);
                return TensorFacts.Of(state, assignment.Value) is { Grad: GradState.None } || assignment.Value is not TensorFlow ? state : Mixed(state, target);
            case IPropertyReferenceOperation { Property: { Name: "RequiresGrad" } property } flag when TensorFacts.IsTensor(property.ContainingType):
                return AfterFlag(state, TensorFacts.ValueOf(state, flag.Instance), assignment.Value);
            case IPropertyReferenceOperation or IFieldReferenceOperation:
                return assignment.Value is TensorFlow { Origin: { } origin } && TensorFacts.At(state, origin) is { } fact ? state.With(new TensorKey(origin), Opened(fact)) : state;
            default:
                return state;
        }
    }

    private static FlowState AfterFlag(FlowState state, FlowValue tensor, FlowValue flag)
    {
        if (tensor is not TensorFlow { Origin: { } origin } || TensorFacts.At(state, origin) is not { } fact)
            return state.Change(Opened);
        if (fact.IsResult && fact.Grad != GradState.None)
            return fact.Grad == GradState.Unknown && flag is BoolFlow { Value: true } ? state.With(new TensorKey(origin), fact with { Grad = GradState.Required, IsResult = false }) : state;
        return state.With(new TensorKey(origin), fact with
        {
            Grad = flag is BoolFlow { Value: var value } ? value ? GradState.Required : GradState.None : GradState.Unknown,
            IsLeaf = true,
            IsResult = false,
            Sources = default,
            HasUnknownSource = false,
            Reason = NoGraph.NothingRequires,
            ReasonAt = new NodeRef(origin),
        });
    }

    /// <summary>Something with a history was written into a part of a tensor, which has that history from here on.</summary>
    private static FlowState Mixed(FlowState state, FlowValue target)
    {
        if (TensorFacts.Of(state, target) is not { } fact || target is not TensorFlow { Origin: { } origin })
            return state;
        state = OpenStorage(state, fact.Storage);
        return state.With(new TensorKey(origin), fact with { Grad = fact.Grad == GradState.None ? GradState.Unknown : fact.Grad, HasUnknownSource = true, IsLeaf = false });
    }

    /// <summary>What shows the elements of a storage may have the history that was written into them.</summary>
    public static FlowState OpenStorage(FlowState state, SyntaxNode storage) => state.Change(value =>
        value is TensorFact { Grad: GradState.None } fact && fact.Storage == storage ? fact with { Grad = GradState.Unknown, HasUnknownSource = true } : value);

    /// <summary>Who is given a tensor may let it require gradients, or write something with a history into it.</summary>
    private static FlowState Escape(System.Collections.Generic.IReadOnlyList<GivenArgument> given, FlowState state)
    {
        foreach (var item in given)
        {
            if (TensorFacts.Of(state, item.Value) is { Grad: GradState.None, Reason: not NoGraph.Integers } fact)
                state = OpenStorage(state, fact.Storage);
        }

        return state;
    }

    private static FlowValue Opened(FlowValue value) =>
        value is TensorFact { Grad: GradState.None, IsLeaf: true, Reason: NoGraph.NothingRequires } fact ? fact with { Grad = GradState.Unknown, HasUnknownSource = true } : value;

    public static TensorFact AliasOf(FlowState state, TensorFlow source, AliasKind kind, SyntaxNode place)
    {
        var fact = TensorFacts.Of(state, source);
        return new TensorFact(GradState.None, fact?.Storage ?? source.Origin ?? place)
        {
            IsLeaf = true,
            Alias = (fact?.Alias ?? AliasKind.Same) | kind,
            Reason = NoGraph.Detached,
            ReasonAt = new NodeRef(place),
        };
    }

    private static bool IsFromSource(IMethodSymbol method) => !method.DeclaringSyntaxReferences.IsEmpty;
}
