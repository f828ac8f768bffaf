using System;
using System.Collections.Generic;
using System.Linq;
using DslTensors.Generator.Signatures;

namespace DslTensors.Analyzers.Flow;

/// <summary>What a call that worked tells about a variable of unknown shape: it had the rank, and the sizes, that the method takes.</summary>
internal sealed partial class OperationEvaluator
{
    private void Learn(ShapedCall call)
    {
        if (call.Method.Name.EndsWith("InPlace", StringComparison.Ordinal) || call.Inputs.All(IsKnown))
            return;

        var sizes = new Dictionary<string, SymbolicSize>();
        var patterns = call.Signature.Signature.Inputs;
        for (var i = 0; i < call.Inputs.Count; i++)
        {
            if (call.Inputs[i].Input is { Kind: InputKind.Single, Shapes: [{ HasRank: true } shape] } && !patterns[i].Dims.Any(dim => dim is RestDim or EllipsisDim))
            {
                for (var d = 0; d < shape.Rank; d++)
                {
                    if (patterns[i].Dims[d] is NamedDim { Name: var name } && shape.Dims[d].IsKnown)
                        sizes[name] = shape.Dims[d];
                }
            }
        }

        for (var i = 0; i < call.Inputs.Count; i++)
        {
            var input = call.Inputs[i];
            if (IsKnown(input) || patterns[i].IsList || patterns[i].IsOptional || input.Input.Kind != InputKind.Single || Quiet(input.Operation) is not TensorFlow { Shape: { HasRank: false } known } tensor)
                continue;
            var shape = DeclaredShapes.ShapeOf(patterns[i], name => sizes.TryGetValue(name, out var size) || (call.Arguments.TryGetValue(name, out var given) && (size = (given as SizeValue)?.Size ?? SymbolicSize.Unknown).IsKnown) ? size : SymbolicSize.Unknown);
            if (shape.HasRank || shape.Tail.Count > known.Tail.Count)
                Refine(input.Operation, tensor with { Shape = shape });
        }
    }

    private static bool IsKnown(CallInput input) => input.Input is { Kind: InputKind.Single, Shapes: [{ HasRank: true }] };
}
