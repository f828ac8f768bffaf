using System;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using DslTensors.Analyzers.Flow;
using DslTensors.Generator.Models;
using DslTensors.Generator.Signatures;

namespace DslTensors.Analyzers.Shapes;

/// <summary>The sentence that an operator states for an input with <c>[ShapeError]</c>, filled in with what is known.</summary>
internal static class StatedSentence
{
    private static readonly Regex Placeholder = new(@"\{(?<text>[^{}]+)\}", RegexOptions.CultureInvariant);
    private static readonly Regex OfInput = new(@"^(?<name>\w+)(\[(?<fromEnd>\^?)(?<dim>\d+)\]|(?<rank>\.Rank))?$", RegexOptions.CultureInvariant);

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
            var value = Value(call, match.Groups["text"].Value);
            isComplete &= value is not null;
            return value ?? "";
        });
        return isComplete && text.IndexOf('{') < 0 ? text : null;
    }

    private static string? Value(ShapedCall call, string text)
    {
        var match = OfInput.Match(text);
        var index = match.Success ? call.Inputs.Select(input => input.Parameter).ToList().IndexOf(match.Groups["name"].Value) : -1;
        if (index < 0)
            return Computed(call, text);
        if (call.Inputs[index].Tensors.FirstOrDefault()?.Shape is not { HasRank: true } shape)
            return null;
        if (match.Groups["rank"].Success)
            return $"{shape.Rank}";
        if (!match.Groups["dim"].Success)
            return shape.ToString();
        var dim = int.Parse(match.Groups["dim"].Value, CultureInfo.InvariantCulture);
        dim = match.Groups["fromEnd"].Length > 0 ? shape.Rank - dim : dim;
        return dim >= 0 && dim < shape.Rank ? shape.Dims[dim].ToString() : null;
    }

    /// <summary>A name of the signature, an argument, or arithmetic with them.</summary>
    private static string? Computed(ShapedCall call, string text)
    {
        if (SignatureParser.ParseShape($"({text})").Shape is not { Dims: [ExpressionDim { Expression: var expression }] })
            return null;
        var size = SignatureEvaluator.Evaluate(expression, call.Signature.Signature, call.Inputs.Select(input => input.Input).ToList(), call.Arguments);
        return size == SymbolicSize.Unknown ? null : size.ToString();
    }
}
