using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DslTensors.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslTensors.Analyzers.Training;

/// <summary>DSLT4017, DSLT4018, DSLT4019: a loss that gets probabilities where it wants scores, or the other way round.</summary>
internal sealed class LossInputRule : FlowRule
{
    // What keeps probabilities probabilities, and scores scores.
    private static readonly HashSet<string> Passing = ["view", "reshape", "flatten", "squeeze", "unsqueeze", "transpose", "permute", "index", "select", "narrow", "contiguous", "to", "clone"];

    private static readonly HashSet<string> Scores = ["linear", "matmul", "mm", "addmm", "conv1d", "conv2d", "conv3d"];

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [TrainingDescriptors.Softmax, TrainingDescriptors.Scores, TrainingDescriptors.Sigmoid];

    public override void OnCall(CallEvent call, FlowReport report)
    {
        if (LayerGradients.LossOf(call.Method) is not { } loss || TensorFacts.Inputs(call).FirstOrDefault() is not { Value: { } input, Operation: { } written } || Made(call.State, input) is not var (name, origin))
            return;
        var line = $"(line {LineOf.Node(origin)})";
        var text = written.Syntax.ToString();
        switch (loss, name)
        {
            case ("cross_entropy", "softmax" or "sigmoid"):
                report.At(TrainingDescriptors.Softmax, call.Operation.Syntax, [origin], Without(origin), $"'{text}' comes out of a {name} {line}, and CrossEntropy applies log_softmax itself. Give it the scores, without {name}");
                break;
            case ("binary_cross_entropy_with_logits", "sigmoid" or "softmax"):
                report.At(TrainingDescriptors.Sigmoid, call.Operation.Syntax, [origin], Without(origin), $"'{text}' comes out of a {name} {line}, and BinaryCrossEntropyWithLogits applies the sigmoid itself. Give it the scores, or use BinaryCrossEntropy");
                break;
            case ("nll_loss", _) when Scores.Contains(name) || name is "softmax" or "relu" or "sigmoid" or "tanh":
                report.At(TrainingDescriptors.Scores, call.Operation.Syntax, [origin], Instead(call, name), $"NllLoss takes log-probabilities, and '{text}' comes out of {name} {line}. Apply LogSoftmax, or use CrossEntropy, which does it itself");
                break;
            case ("binary_cross_entropy", _) when Scores.Contains(name) || name == "tanh":
                report.At(
                    TrainingDescriptors.Scores,
                    call.Operation.Syntax,
                    [origin],
                    null,
                    $"BinaryCrossEntropy takes probabilities, and '{text}' comes out of {name} {line}. Use BinaryCrossEntropyWithLogits, or apply Sigmoid");
                break;
        }
    }

    /// <summary>The operator that made the values of a tensor, behind changes of its shape.</summary>
    private static (string Name, SyntaxNode Origin)? Made(FlowState state, FlowValue value)
    {
        var origin = (value as TensorFlow)?.Origin;
        for (var depth = 0; depth < 8 && origin is not null && TensorFacts.At(state, origin) is { Operator: { } name } fact; depth++)
        {
            if (!Passing.Contains(name))
                return (name, origin);
            origin = fact.Sources.Count == 1 ? fact.Sources[0].Node : null;
        }

        return null;
    }

    private static ImmutableDictionary<string, string?>? Without(SyntaxNode origin) => origin switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Softmax" or "Sigmoid", Expression: { } receiver and not IdentifierNameSyntax { Identifier.ValueText: "Tensor" } } } =>
            SuggestedChange.Replacing(origin.Span, receiver.ToString(), "Give the scores themselves"),
        _ => null,
    };

    private static ImmutableDictionary<string, string?>? Instead(CallEvent call, string name) =>
        Scores.Contains(name) && call.Operation.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: { Identifier.ValueText: "NllLoss" } written } }
            ? SuggestedChange.Replacing(written.Span, "CrossEntropy", "Use CrossEntropy")
            : null;
}
