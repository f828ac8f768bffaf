using DslTensors.Generator.Models;
using DslTensors.Generator.Signatures;

namespace DslTensors.Generator.Tests.Signatures;

/// <summary>Runs a signature on shapes in short notation: <c>10 N ?; unknown; [2 3 | 4 3]; absent</c> and arguments <c>dim=0,1 keepDim=true</c>.</summary>
internal static class Evaluation
{
    public static SignatureResult Run(string signature, string inputs, string arguments = "")
    {
        var parsed = SignatureParser.Parse(signature);
        Assert.Null(parsed.Error);
        var values = inputs.Length == 0 ? [] : inputs.Split(';').Select(Input).ToArray();
        return SignatureEvaluator.Evaluate(parsed.Signature!, values, Arguments(arguments));
    }

    public static Dictionary<string, ArgumentValue> Arguments(string text) => text
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(part => part.Split('='))
        .ToDictionary(part => part[0], part => Value(part[1]));

    private static EvaluationInput Input(string text)
    {
        text = text.Trim();
        if (text == "absent")
            return EvaluationInput.Absent;
        if (text == "list?")
            return EvaluationInput.Unknown;
        return text.StartsWith('[')
            ? EvaluationInput.List(text.Trim('[', ']').Split('|', StringSplitOptions.RemoveEmptyEntries).Select(Shape))
            : EvaluationInput.Single(Shape(text));
    }

    private static SymbolicShape Shape(string text) => text.Trim() switch
    {
        "unknown" => SymbolicShape.Unknown,
        "()" => SymbolicShape.Of(),
        var dims => SymbolicShape.Of(dims.Split(' ').Select(Size)),
    };

    private static SymbolicSize Size(string text) =>
        long.TryParse(text, out var number) ? number : text == "?" ? SymbolicSize.Unknown : SymbolicSize.Named(text);

    private static ArgumentValue Value(string text) => text switch
    {
        "null" => ArgumentValue.Null,
        "true" or "false" => ArgumentValue.Of(text == "true"),
        "None" or "Mean" or "same" or "valid" => new ChoiceValue(text),
        "empty" => ArgumentValue.List([]),
        _ when text.Contains(',') => new SizesValue(text.Split(',').Select(Size).ToEquatableArray()),
        _ => new SizeValue(Size(text)),
    };
}
