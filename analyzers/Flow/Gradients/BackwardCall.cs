using System.Linq;
using Microsoft.CodeAnalysis;

namespace DslTensors.Analyzers.Flow;

/// <summary>A backward pass.</summary>
/// <param name="Root">The result it starts from.</param>
/// <param name="Written">The same as written.</param>
/// <param name="HasGradient">Whether a gradient of the result is given.</param>
/// <param name="Keeps">Whether the graph is kept; null where that is unknown.</param>
/// <param name="IsWhole">Whether all leaves are reached.</param>
internal sealed record BackwardCall(FlowValue Root, IOperation Written, bool HasGradient, bool? Keeps, bool IsWhole)
{
    public static BackwardCall? Of(CallEvent call)
    {
        if (call.Method.ContainingNamespace?.Name != "DslTensors" || call.Arguments.Count == 0)
            return null;
        var isGrad = call.Method is { Name: "Grad", ContainingType.Name: "Autograd" };
        if (!isGrad && (call.Method.Name != "Backward" || !TensorFacts.IsTensor(call.Method.ContainingType)))
            return null;

        var first = call.Arguments[0];
        var root = first.Value is ListFlow { Items: { Count: 1 } items } ? items[0] : first.Value;
        return new BackwardCall(root, first.Operation, IsGiven(call["gradient"]) || IsGiven(call["gradients"]) || IsGiven(call["gradOutputs"]) || IsGiven(call["gradOutput"]), KeepsGraph(call), !isGrad && !IsGiven(call["inputs"]));
    }

    /// <summary>Whether a result of <c>Autograd.Grad</c> has a graph of its own; null where that is unknown.</summary>
    public static bool? CreatesGraph(CallEvent call) => call["createGraph"] switch
    {
        null => false,
        BoolFlow { Value: var value } => value,
        _ => null,
    };

    private static bool? KeepsGraph(CallEvent call) => call["retainGraph"] switch
    {
        BoolFlow { Value: var value } => value,
        NullFlow or null => CreatesGraph(call),
        _ => null,
    };

    private static bool IsGiven(FlowValue? value) => value is not (null or NullFlow);
}
