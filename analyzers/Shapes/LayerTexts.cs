using System.Collections.Generic;
using System.Linq;
using DslTensors.Analyzers.Flow;
using DslTensors.Generator.Signatures;

namespace DslTensors.Analyzers.Shapes;

/// <summary>What PyTorch says when a layer gets a tensor that it was not made for. Null for other methods.</summary>
internal static class LayerTexts
{
    public static string? For(ShapedCall call, SignatureMismatch mismatch)
    {
        if (call.Method.Name != "Forward" || mismatch.Kind != MismatchKind.Size || call.Inputs is not [{ Tensors: [{ Shape: { HasRank: true } shape }] }])
            return null;
        switch (call.Method.ContainingType.Name)
        {
            case "Linear" when mismatch.Name == "inFeatures" && Sizes(call, "outFeatures") is [var rows]:
                var count = SymbolicShape.Of(shape.Dims.Take(shape.Rank - 1)).Elements;
                return $"mat1 and mat2 shapes cannot be multiplied ({count}x{mismatch.Actual} and {mismatch.Expected}x{rows})";
            case "Conv1d" or "Conv2d" or "Conv3d" when mismatch.Name == "inChannels" && Weight(call) is { } weight:
                return $"Given groups={Sizes(call, "groups")?[0]}, weight of size {weight}, expected input{shape} to have {mismatch.Expected} channels, but got {mismatch.Actual} channels instead";
            case "BatchNorm1d" or "BatchNorm2d" or "BatchNorm3d" when mismatch.Name == "numFeatures":
                return $"running_mean should contain {mismatch.Actual} elements not {mismatch.Expected}";
            default:
                return null;
        }
    }

    private static SymbolicShape? Weight(ShapedCall call)
    {
        if (Sizes(call, "outChannels") is not [var channels] || Sizes(call, "inChannels") is not [var input] || Sizes(call, "groups") is not [var groups] || Sizes(call, "kernelSize") is not { } kernel)
            return null;
        var dims = call.Method.ContainingType.Name[4] - '0';
        return SymbolicShape.Of([channels, input / groups, .. kernel.Count == 1 ? Enumerable.Repeat(kernel[0], dims) : kernel]);
    }

    private static IReadOnlyList<SymbolicSize>? Sizes(ShapedCall call, string name) => !call.Arguments.TryGetValue(name, out var value) ? null : value switch
    {
        SizeValue { Size: var size } => [size],
        SizesValue { Sizes: var sizes } => sizes,
        _ => null,
    };
}
