using DslTensors.Generator.Signatures;

namespace DslTensors.Analyzers.Flow;

/// <summary>Whether the elements of a result lie in the order of its dimensions, where that is certain.</summary>
internal static class Contiguity
{
    public static bool? Of(ShapedCall call)
    {
        var input = call.Inputs.Count > 0 ? call.Inputs[0] : null;
        var first = input is { Tensors: [var tensor, ..] } ? tensor : null;
        return call.Signature.Name switch
        {
            "transpose" or "swapaxes" or "swapdims" or "t" or "permute" or "movedim" or "moveaxis" => first?.IsContiguous == true && Reorders(call, first.Shape) ? false : null,
            "view" or "clone" => first?.IsContiguous,
            "reshape" or "flatten" or "unsqueeze" or "squeeze" => first?.IsContiguous == true ? true : null,
            "contiguous" or "rand" or "randn" or "zeros" or "ones" or "full" or "empty" or "eye" or "arange" or "linspace" or "stack" or "cat"
                or "bmm" or "mm" or "linear" or "conv1d" or "conv2d" or "conv3d" => true,
            _ => null,
        };
    }

    /// <summary>The number of tensors in a list of results.</summary>
    public static SymbolicSize CountOf(ShapedCall call)
    {
        if (call.Inputs is not [{ Tensors: [{ Shape: { HasRank: true } shape }] }, ..] || !call.Arguments.TryGetValue("dim", out var dim) || dim is not SizeValue { Size.Number: { } along })
            return SymbolicSize.Unknown;
        var index = along < 0 ? along + shape.Rank : along;
        if (index < 0 || index >= shape.Rank)
            return SymbolicSize.Unknown;
        var whole = shape.Dims[(int)index];
        return call.Signature.Name switch
        {
            "unbind" => whole,
            "chunk" when call.Arguments.TryGetValue("chunks", out var chunks) && chunks is SizeValue { Size: { Number: > 0 } count } && (whole / count) * count == whole => count,
            "split" when call.Arguments.TryGetValue("splitSizeOrSections", out var part) && part is SizeValue { Size: { IsKnown: true } size } && (whole / size) * size == whole => whole / size,
            "split" or "split_with_sizes" when call.Arguments.TryGetValue("splitSizeOrSections", out var parts) && parts is SizesValue { Sizes.Count: var length } => length,
            _ => SymbolicSize.Unknown,
        };
    }

    /// <summary>Whether two dimensions above 1 surely change places.</summary>
    private static bool Reorders(ShapedCall call, SymbolicShape before)
    {
        if (!before.HasRank || call.Result.Outputs is not [{ HasRank: true } after] || after.Rank != before.Rank)
            return false;
        var differs = false;
        for (var i = 0; i < before.Rank; i++)
        {
            if (before.Dims[i].Number is not > 1)
                return false;
            differs |= before.Dims[i] != after.Dims[i];
        }

        return differs;
    }
}
