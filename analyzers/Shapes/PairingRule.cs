using System.Collections.Immutable;
using System.Linq;
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
        if (call.Shapes is not { Result.Mismatch: null, Inputs: [{ Tensors: [{ } input] }, { Tensors: [{ } target] }, ..] } shapes || !LossTargets.IsPaired(shapes))
            return;
        var isColumn = IsColumnAndRow(input.Shape, target.Shape) || IsColumnAndRow(target.Shape, input.Shape);
        if (!isColumn && !Stretches(input.Shape, target.Shape))
            return;

        var fix = isColumn ? MismatchFix.Squeezed(input.Shape.Rank == 2 ? input : target) : new SuggestedFix("Make both of one shape");
        report.At(
            ShapeDescriptors.Pairing,
            shapes.Operation.Syntax,
            [input.Origin, target.Origin],
            fix.Properties,
            $"Using a target size ({target.Shape}) that is different to the input size ({input.Shape}). This will likely lead to incorrect results due to broadcasting. "
            + $"{shapes.Name}: each of '{input.Text}' is compared with several of '{target.Text}'. {fix.Text}");
    }

    /// <summary>Whether one size of two shapes of one rank is stretched.</summary>
    private static bool Stretches(SymbolicShape left, SymbolicShape right) =>
        left.HasRank && right.HasRank && left.Rank == right.Rank
        && left.Dims.Zip(right.Dims, (a, b) => (a.Number == 1 && b.Number > 1) || (b.Number == 1 && a.Number > 1)).Any(stretches => stretches);

    // [1, 1] against [1] is the same either way.
    private static bool IsColumnAndRow(SymbolicShape column, SymbolicShape row) =>
        column is { HasRank: true, Rank: 2 } && row is { HasRank: true, Rank: 1 } && column.Dims[1].Number == 1
        && row.Dims[0] is { IsKnown: true, Number: not 1 } && column.Dims[0] is { IsKnown: true, Number: not 1 };
}
