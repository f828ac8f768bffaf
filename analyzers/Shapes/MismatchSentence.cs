using System.Linq;
using DslTensors.Analyzers.Flow;
using DslTensors.Generator.Signatures;

namespace DslTensors.Analyzers.Shapes;

/// <summary>Says a mismatch in the terms of the operator's signature and the user's variables; the same for every operator.</summary>
internal static class MismatchSentence
{
    public static string For(ShapedCall call, SignatureMismatch mismatch, MismatchPlaces places) =>
        $"{call.Name}: {Body(call, mismatch, places)}";

    private static string Body(ShapedCall call, SignatureMismatch mismatch, MismatchPlaces places)
    {
        var found = places.Describe(places.Found);
        var other = places.Other is null ? $"the argument '{mismatch.Name}'" : places.Describe(places.Other);
        switch (mismatch.Kind)
        {
            case MismatchKind.Rank:
                return $"{found} has {Dimensions(mismatch.Actual.Number.GetValueOrDefault())}, but {Wanted(call, mismatch)} needs {(mismatch.AtLeast ? "at least " : "")}{mismatch.Expected}{(mismatch.OrOneMore ? $" or {mismatch.Expected.Number + 1}" : "")}";
            case MismatchKind.Size when mismatch.Name is not null && places.Other is null && !call.Signature.IsOperator:
                return $"'{mismatch.Name}' is {mismatch.Expected}, but dimension {mismatch.Found.DimText} of {found} is {mismatch.Actual}";
            case MismatchKind.Size when mismatch.Name is null:
                return $"dimension {mismatch.Other?.DimText} of {other} is {mismatch.Expected}, but dimension {mismatch.Found.DimText} of {found} is {mismatch.Actual}";
            case MismatchKind.Size:
                return $"dimension {mismatch.Name} is {mismatch.Expected} in {other} but {mismatch.Actual} in {found}";
            case MismatchKind.Literal:
                return $"dimension {mismatch.Found.DimText} of {found} is {mismatch.Actual}, but '{Pattern(call, mismatch)}' needs {mismatch.Expected}";
            case MismatchKind.Expression:
                return $"dimension {mismatch.Found.DimText} of {found} is {mismatch.Actual}, but {mismatch.Name} is {mismatch.Expected}";
            case MismatchKind.RestRank:
                return $"{other} and {found} need the same shape, but have {mismatch.Expected} and {Dimensions(mismatch.Actual.Number.GetValueOrDefault())}";
            case MismatchKind.SameRank:
                return $"{other} has {Dimensions(mismatch.Expected.Number.GetValueOrDefault())} and {found} {mismatch.Actual}, but both need as many";
            case MismatchKind.TooLarge:
                return $"dimension {mismatch.Found.DimText} of {found} is {mismatch.Actual}, above the {mismatch.Expected} of {other}";
            case MismatchKind.Multiple:
                return $"dimension {mismatch.Found.DimText} of {found} is {mismatch.Actual}, which is no multiple of {mismatch.Expected}";
            case MismatchKind.Broadcast when places.Other is null:
                return $"dimension {mismatch.Found.DimText} of {found} is {mismatch.Actual} and cannot stretch to {mismatch.Expected}; only a size of 1 can";
            case MismatchKind.Broadcast:
                return $"{other} and {found} do not broadcast: {mismatch.Expected} and {mismatch.Actual} are neither equal nor 1";
            case MismatchKind.ListElement:
                return $"{other} and {found} do not fit together: {(mismatch.Found.Dim == -1 ? "their ranks" : $"the sizes of dimension {mismatch.Found.DimText}")} differ";
            case MismatchKind.EmptyList:
                return $"the list '{call.Inputs.ElementAtOrDefault(mismatch.Found.Input)?.Parameter}' is empty";
            case MismatchKind.NoDimensions:
                return $"{found} has no dimensions";
            case MismatchKind.ArgumentOutOfRange:
                return $"the argument '{mismatch.Name}' is {mismatch.Actual}, but has to lie between {mismatch.Low} and {mismatch.High} for {found}";
            case MismatchKind.DuplicateDimension:
                return $"the argument '{mismatch.Name}' names dimension {mismatch.Actual} of {found} twice";
            case MismatchKind.ArgumentLength:
                return $"the argument '{mismatch.Name}' has {mismatch.Actual} values, but {found} needs {(mismatch.AtLeast ? "at least " : "")}{mismatch.Expected}";
            case MismatchKind.ElementCount:
                return $"{found} has {mismatch.Expected} elements, which do not fill the sizes of '{mismatch.Name}' ({mismatch.Actual})";
            case MismatchKind.InferredTwice:
                return $"the argument '{mismatch.Name}' holds -1 more than once";
            case MismatchKind.Argument when mismatch.Word is { } word:
                return $"the argument '{mismatch.Name}' is \"{word}\"";
            case MismatchKind.Argument:
                return $"the argument '{mismatch.Name}' is {mismatch.Actual}";
            case MismatchKind.AtRun:
                return $"{mismatch.Word}";
            case MismatchKind.Window when mismatch.Found.Dim != -1:
                return $"dimension {mismatch.Found.DimText} of {found} gives {mismatch.Actual} where {mismatch.Expected} is the least";
            case MismatchKind.Window:
                return $"{found} is too small";
            default:
                return $"the size '{mismatch.Name}' would be {mismatch.Actual}";
        }
    }

    private static string Dimensions(long count) => count == 1 ? "1 dimension" : $"{count} dimensions";

    // A loss compares with its input, which no pattern says.
    private static string Wanted(ShapedCall call, SignatureMismatch mismatch) =>
        LossTargets.IsLoss(call) && call.Inputs[0].Tensors is [{ } input] ? $"the input {input.Shape}" : $"'{Pattern(call, mismatch)}'";

    private static string Pattern(ShapedCall call, SignatureMismatch mismatch) => call.Signature.Signature.Inputs[mismatch.Found.Input].ToString();
}
