using System.Collections.Immutable;
using System.Linq;
using DslTensors.Analyzers.Flow;
using DslTensors.Generator.Signatures;
using Microsoft.CodeAnalysis;

namespace DslTensors.Analyzers.Shapes;

/// <summary>Puts a mismatch into words and reports it: PyTorch's text, both shapes, where each was made, and the fix.</summary>
internal static class ShapeReport
{
    public static void Send(DiagnosticDescriptor rule, ShapedCall call, SignatureMismatch mismatch, FlowReport report)
    {
        var places = new MismatchPlaces(call, mismatch);
        var fix = MismatchFix.For(call, mismatch, places);
        report.At(rule, call.Operation.Syntax, OriginsOf(call, places), fix.Properties, Message(call, mismatch, places, fix.Text));
    }

    public static string Message(ShapedCall call, SignatureMismatch mismatch, MismatchPlaces places, string fix)
    {
        var text = call.Signature.IsOperator || mismatch.Sentence is not null ? RuntimeTexts.For(call, mismatch, places) : LayerTexts.For(call, mismatch);
        return $"{(text is null ? "" : $"{text.TrimEnd('.')}. ")}{MismatchSentence.For(call, mismatch, places)}{Witness.For(mismatch)}. {fix}";
    }

    /// <summary>Where each shape was made, the one that does not fit first.</summary>
    public static ImmutableArray<SyntaxNode?> OriginsOf(ShapedCall call, MismatchPlaces places) =>
        [places.Found?.Origin, places.Other?.Origin, call.Layer?.Origin, .. places.Learned];
}
