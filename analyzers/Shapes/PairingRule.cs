using System.Collections.Immutable;
using DslTensors.Analyzers.Flow;
using DslTensors.Generator.Signatures;
using Microsoft.CodeAnalysis;

namespace DslTensors.Analyzers.Shapes;

/// <summary>DSLT2015: [n, 1] against [n] in a loss, which compares each prediction with every target.</summary>
internal sealed class PairingRule : FlowRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [ShapeDescriptors.Pairing];

    public override void OnCall(CallEvent call, FlowReport report)
    {
        if (call.Shapes is not { Result.Mismatch: null, Inputs: [{ Tensors: [{ } input] }, { Tensors: [{ } target] }, ..] } shapes || !LossTargets.IsLoss(shapes))
            return;
        if (!IsColumnAndRow(input.Shape, target.Shape) && !IsColumnAndRow(target.Shape, input.Shape))
            return;

        var column = input.Shape.Rank == 2 ? input : target;
        report.At(
            ShapeDescriptors.Pairing,
            shapes.Operation.Syntax,
            [input.Origin, target.Origin],
            MismatchFix.Squeezed(column).Properties,
            $"Using a target size ({target.Shape}) that is different to the input size ({input.Shape}). This will likely lead to incorrect results due to broadcasting. "
            + $"{shapes.Name}: each of '{input.Text}' is compared with every one of '{target.Text}'. {MismatchFix.Squeezed(column).Text}");
    }

    // [1, 1] against [1] is the same either way.
    private static bool IsColumnAndRow(SymbolicShape column, SymbolicShape row) =>
        column is { HasRank: true, Rank: 2 } && row is { HasRank: true, Rank: 1 } && column.Dims[1].Number == 1
        && row.Dims[0] is { IsKnown: true, Number: not 1 } && column.Dims[0] is { IsKnown: true, Number: not 1 };
}
