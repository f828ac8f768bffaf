using System.Collections.Immutable;
using System.Linq;
using DslTensors.Analyzers.Flow;
using DslTensors.Generator.Signatures;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DslTensors.Analyzers.Shapes;

/// <summary>DSLT2013: class indices or row indices that are written out, outside the number of classes or rows.</summary>
internal sealed class ClassIndexRule : FlowRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [ShapeDescriptors.ClassIndex];

    public override void OnCall(CallEvent call, FlowReport report)
    {
        if (call.Shapes is not { Result.Mismatch: null } shapes || IndicesOf(shapes) is not var (indices, count))
            return;

        var given = call.Arguments.FirstOrDefault(item => item.Value is TensorFlow && (item.Parameter?.Name ?? shapes.Inputs[0].Parameter) == indices);
        if (given.Value is not TensorFlow { Constants: { Count: > 0 } constants } tensor)
            return;

        var ignored = call["ignoreIndex"] is IntFlow { Size.Number: { } number } ? number : (long?)null;
        foreach (var constant in constants.Where(value => (value < 0 || value >= count) && value != ignored).Take(1))
        {
            report.At(
                ShapeDescriptors.ClassIndex,
                shapes.Operation.Syntax,
                [tensor.Origin],
                null,
                $"{Text(shapes, constant)}. {shapes.Name}: '{indices}' holds {constant}, but the indices go from 0 to {count - 1}. Change the index, or the number of classes");
        }
    }

    /// <summary>The input with indices, and how many there are to choose from.</summary>
    private static (string Input, long Count)? IndicesOf(ShapedCall call)
    {
        var first = call.Inputs.FirstOrDefault()?.Tensors.FirstOrDefault()?.Shape;
        return (call.Signature.Name, first) switch
        {
            (_, { HasRank: true, Rank: > 0 } scores) when LossTargets.HasClasses(call) && scores.Dims[scores.Rank == 1 ? 0 : 1].Number is { } classes => ("target", classes),
            ("embedding", _) when call.Inputs.ElementAtOrDefault(1)?.Tensors.FirstOrDefault()?.Shape is { HasRank: true, Rank: 2 } table && table.Dims[0].Number is { } rows => (call.Inputs[0].Parameter, rows),
            (null, _) when call.Arguments.TryGetValue("numEmbeddings", out var value) && value is SizeValue { Size.Number: { } entries } => (call.Inputs[0].Parameter, entries),
            ("one_hot", _) when call.Arguments.TryGetValue("numClasses", out var value) && value is SizeValue { Size.Number: > 0 and var classes } => (call.Inputs[0].Parameter, classes),
            ("index_select", { HasRank: true } source) when call.Arguments.TryGetValue("dim", out var dim) && dim is SizeValue { Size.Number: { } along }
                && (along < 0 ? along + source.Rank : along) is >= 0 and var at && at < source.Rank && source.Dims[(int)at].Number is { } size => (call.Inputs[1].Parameter, size),
            _ => null,
        };
    }

    private static string Text(ShapedCall call, long index) => call.Signature.Name switch
    {
        _ when LossTargets.HasClasses(call) => $"Target {index} is out of bounds",
        "one_hot" => index < 0 ? "Class values must be non-negative" : "Class values must be smaller than num_classes",
        _ => "index out of range in self",
    };
}
