using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DslTensors.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslTensors.Analyzers.Shapes;

/// <summary>
/// DSLT2015 for losses and accuracies that are written by hand: [n, 1] against [n] in an elementwise operator whose result is reduced to one
/// number. Who wants all pairs says so, with Unsqueeze, an index or a reshape; such columns are left alone.
/// </summary>
internal sealed class HandwrittenPairingRule : FlowRule
{
    private static readonly HashSet<string> Pairing = ["sub", "mul", "div", "eq", "ne"];

    // What computes element by element, from one tensor or from one and numbers.
    private static readonly HashSet<string> Elementwise =
        ["square", "pow", "abs", "neg", "to", "exp", "log", "log1p", "sqrt", "clamp", "relu", "sigmoid", "tanh", "softplus", "mul", "div", "add", "sub", "detach", "clone", "contiguous", "negative", "absolute"];

    private static readonly HashSet<string> Predicting = ["linear", "gather"];

    private static readonly HashSet<string> Drawn = ["rand", "randn", "randint", "zeros", "ones", "rand_like", "randn_like"];

    // Its sibling, the rule on losses, declares the descriptor.
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [];

    public override FlowState Follow(FlowEvent happening, FlowState state)
    {
        if (happening is not CallEvent { Result: TensorFlow { Origin: { } origin } } call || origin != call.Operation.Syntax || call.Shapes is not { Result.Mismatch: null } shapes || GradientMetadata.Of(call.Method) is not { Name: var name })
            return state;
        var tensors = TensorFacts.Inputs(call).Select(input => input.Value).OfType<TensorFlow>().ToList();
        if (Pairing.Contains(name) && tensors is [var left, var right] && IsSlip(left, right, name, call.State))
            return state.With(new PairKey(origin), new PlaceFact(origin));
        if (Elementwise.Contains(name) && tensors.Select(tensor => tensor.Origin is { } from && from != origin ? state[new PairKey(from)] : FlowValue.Unknown).OfType<PlaceFact>().FirstOrDefault() is { } pair)
            return state.With(new PairKey(origin), pair);
        return state[new PairKey(origin)] is PlaceFact ? state.With(new PairKey(origin), FlowValue.Unknown) : state;
    }

    public override void OnCall(CallEvent call, FlowReport report)
    {
        if (GradientMetadata.Of(call.Method) is not { Name: "mean" or "sum" } || call.Result is not TensorFlow { Shape: { HasRank: true, Rank: 0 } } || call.Arguments is not [{ Value: TensorFlow { Origin: { } origin } }, ..] || call.State[new PairKey(origin)] is not PlaceFact { Place: var place })
            return;
        report.At(
            ShapeDescriptors.Pairing,
            place,
            [call.Operation.Syntax],
            null,
            $"[n, 1] against [n] pairs everything with everything: '{place}' has n * n elements, which line {LineOf.Node(call.Operation.Syntax)} reduces to one number. Make both of one shape, with Squeeze(1) of the column, or Unsqueeze(1) of both where all pairs are meant");
    }

    private static bool IsSlip(TensorFlow left, TensorFlow right, string name, FlowState state)
    {
        var (column, row) = left.Shape is { HasRank: true, Rank: 2 } ? (left, right) : (right, left);
        if (column.Shape is not { HasRank: true, Rank: 2 } || row.Shape is not { HasRank: true, Rank: 1 } || column.Shape.Dims[1].Number != 1 || column.Origin is null || row.Origin is null)
            return false;
        var (height, length) = (column.Shape.Dims[0], row.Shape.Dims[0]);
        if (height.Number is not null && length.Number is not null ? height.Number != length.Number || height.Number <= 1 : height.Number == 1 || length.Number == 1)
            return false;

        var (columnRoot, rowRoot) = (RootOf(column.Origin, state), RootOf(row.Origin, state));
        var isPredicted = IsPrediction(columnRoot, state);
        if (columnRoot == rowRoot || IsPrediction(rowRoot, state) || TensorFacts.At(state, rowRoot) is { IsParameter: true } || rowRoot is PropertyDeclarationSyntax)
            return false;
        if (height.IsKnown && height.Equals(length))
            return isPredicted || (TensorFacts.At(state, columnRoot) is { Operator: { } made } && Drawn.Contains(made)) || columnRoot is ParameterSyntax || IsCreation(columnRoot);
        return isPredicted && !IsCreation(rowRoot) && (name != "mul" || TensorFacts.At(state, rowRoot) is not { IsLeaf: true });
    }

    /// <summary>The code that the values of a tensor come from, behind what changes them one by one.</summary>
    private static SyntaxNode RootOf(SyntaxNode origin, FlowState state)
    {
        for (var depth = 0; depth < 8 && TensorFacts.At(state, origin) is { } fact; depth++)
        {
            if (fact.Alias is not AliasKind.Same && (fact.Alias & AliasKind.View) == 0 && fact.Storage != origin)
                origin = fact.Storage;
            else if (fact.Operator is { } name && (Elementwise.Contains(name) || name is "squeeze" or "flatten" or "select") && fact is { Sources: [{ Node: var source }], HasUnknownSource: false })
                origin = source;
            else
                break;
        }

        return origin;
    }

    private static bool IsPrediction(SyntaxNode root, FlowState state) =>
        (root is InvocationExpressionSyntax call && GradMode.NameOf(call) == "Forward") || (TensorFacts.At(state, root) is { Operator: { } name } && Predicting.Contains(name));

    private static bool IsCreation(SyntaxNode root) => root is CollectionExpressionSyntax
        || (root is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Tensor" } } } call && call.ArgumentList.Arguments.Count > 0 && GradMode.NameOf(call) is "From" or "Linspace" or "Arange" or "Rand" or "Randn" or "Randint" or "Zeros" or "Ones" or "Full");

    private sealed record PairKey(SyntaxNode Origin);
}
