using System.Collections.Generic;
using DslTensors.Analyzers.Flow;
using DslTensors.Generator.Signatures;
using Microsoft.CodeAnalysis;

namespace DslTensors.Analyzers.Shapes;

/// <summary>The tensors that a mismatch is about, in the user's words.</summary>
internal sealed class MismatchPlaces(ShapedCall call, SignatureMismatch mismatch)
{
    /// <summary>The tensor that does not fit; null where an argument alone is wrong.</summary>
    public GivenTensor? Found { get; } = TensorAt(call, mismatch.Found);

    /// <summary>The tensor that it does not fit to.</summary>
    public GivenTensor? Other { get; } = mismatch.Other is { } other ? TensorAt(call, other) : null;

    /// <summary>The code that fixed the names in the sizes that disagree.</summary>
    public IEnumerable<SyntaxNode?> Learned => [call.Sizes.OriginOf(mismatch.Expected), call.Sizes.OriginOf(mismatch.Actual)];

    /// <summary>A tensor with its shape and the line that made it: <c>'d' [10, 4, 2] (line 7)</c>.</summary>
    public string Describe(GivenTensor? tensor)
    {
        if (tensor is null)
            return "the tensor";
        var line = LineOf(tensor.Origin);
        return $"'{tensor.Text}' {tensor.Shape}" + (line is null || line == LineOf(call.Operation.Syntax) ? "" : $" (line {line})");
    }

    private static int? LineOf(SyntaxNode? node) => node?.GetLocation().GetLineSpan().StartLinePosition.Line + 1;

    private static GivenTensor? TensorAt(ShapedCall call, ShapePosition position)
    {
        if (position.IsArgument || position.Input >= call.Inputs.Count)
            return null;
        var tensors = call.Inputs[position.Input].Tensors;
        var index = position.Element < 0 ? 0 : position.Element;
        return index < tensors.Count ? tensors[index] : null;
    }
}
