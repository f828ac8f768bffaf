using System.Linq;
using System.Text.RegularExpressions;
using DslTensors.Analyzers.Flow;
using DslTensors.Generator.Signatures;

namespace DslTensors.Analyzers.Shapes;

/// <summary>The sentence that an operator states for an input with <c>[ShapeError]</c>, filled in with what is known.</summary>
internal static class StatedSentence
{
    private static readonly Regex Placeholder = new(@"\{(?<name>\w+)(\[(?<dim>-?\d+)\]|(?<rank>\.Rank))?\}", RegexOptions.CultureInvariant);

    /// <summary>Null where the operator states none, or where the sentence computes something that is known only at run time.</summary>
    public static string? For(ShapedCall call, SignatureMismatch mismatch)
    {
        if (mismatch.Found.IsArgument || mismatch.Kind is not (MismatchKind.Rank or MismatchKind.Size or MismatchKind.Literal or MismatchKind.Expression))
            return null;

        var input = call.Inputs[mismatch.Found.Input].Parameter;
        var sentence = call.Signature.Sentences.FirstOrDefault(item => item.Input == input && item.IsAboutRank == (mismatch.Kind == MismatchKind.Rank));
        if (sentence is null)
            return null;

        var isComplete = true;
        var text = Placeholder.Replace(sentence.Text, match =>
        {
            var value = Value(call, match);
            isComplete &= value is not null;
            return value ?? "";
        });
        return isComplete && text.IndexOf('{') < 0 ? text : null;
    }

    private static string? Value(ShapedCall call, Match match)
    {
        var name = match.Groups["name"].Value;
        var index = call.Inputs.Select(input => input.Parameter).ToList().IndexOf(name);
        if (index < 0)
            return SizeOf(call, name);
        if (call.Inputs[index].Tensors.FirstOrDefault()?.Shape is not { HasRank: true } shape)
            return null;
        if (match.Groups["rank"].Success)
            return $"{shape.Rank}";
        if (!match.Groups["dim"].Success)
            return shape.ToString();
        return int.TryParse(match.Groups["dim"].Value, out var dim) && dim >= 0 && dim < shape.Rank ? shape.Dims[dim].ToString() : null;
    }

    /// <summary>The size that a name of the signature stands for: where the first input that has it stands.</summary>
    private static string? SizeOf(ShapedCall call, string name)
    {
        for (var i = 0; i < call.Inputs.Count; i++)
        {
            var dims = call.Signature.Signature.Inputs[i].Dims;
            var place = dims.ToList().IndexOf(new NamedDim(name));
            var isOpen = dims.Take(place < 0 ? 0 : place).Any(dim => dim is RestDim or EllipsisDim);
            if (place < 0 || call.Inputs[i].Tensors.FirstOrDefault()?.Shape is not { HasRank: true } shape)
                continue;
            var index = isOpen ? shape.Rank - (dims.Count - place) : place;
            return index >= 0 && index < shape.Rank ? shape.Dims[index].ToString() : null;
        }

        return null;
    }
}
