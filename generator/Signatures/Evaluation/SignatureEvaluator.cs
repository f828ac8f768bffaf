using System.Collections.Generic;
using System.Linq;
using DslTensors.Generator.Models;

namespace DslTensors.Generator.Signatures;

/// <summary>
/// Applies a signature to what is known of a call. Gradual: what is not known fits everything, so a mismatch is certain to fail at run time.
/// </summary>
internal static class SignatureEvaluator
{
    /// <param name="signature">The operator's signature.</param>
    /// <param name="inputs">One per input of the signature; missing ones at the end are unknown.</param>
    /// <param name="arguments">The other arguments by parameter name, defaults included; missing ones are unknown.</param>
    public static SignatureResult Evaluate(
        Signature signature,
        IReadOnlyList<EvaluationInput> inputs,
        IReadOnlyDictionary<string, ArgumentValue> arguments)
    {
        var bindings = new Bindings(arguments);
        InputUnifier.Unify(signature, inputs, bindings);

        var outputs = new List<SymbolicShape>();
        foreach (var output in signature.Outputs)
        {
            // Of a list of results, the shape that each of them has.
            var shape = bindings.Mismatch is null ? OutputShape(output, bindings) : SymbolicShape.Unknown;
            outputs.Add(bindings.Mismatch is null ? shape : SymbolicShape.Unknown);
        }

        return new SignatureResult(outputs.ToEquatableArray(), bindings.Mismatch, bindings.Equalities.ToEquatableArray());
    }

    /// <summary>Computes with the names of a signature as one call binds them, even if the call does not fit.</summary>
    public static SymbolicSize Evaluate(
        SizeExpression expression,
        Signature signature,
        IReadOnlyList<EvaluationInput> inputs,
        IReadOnlyDictionary<string, ArgumentValue> arguments)
    {
        var bindings = new Bindings(arguments);
        InputUnifier.Unify(signature, inputs, bindings);
        return ExpressionEvaluator.Evaluate(expression, bindings);
    }

    /// <summary>Checks one shape against a pattern such as that of <c>[Shape("b 64")]</c>.</summary>
    public static SignatureMismatch? Match(ShapePattern pattern, SymbolicShape shape, IReadOnlyDictionary<string, ArgumentValue> arguments)
    {
        var signature = new Signature(new[] { pattern }.ToEquatableArray(), EquatableArray<OutputPattern>.Empty);
        return Evaluate(signature, [EvaluationInput.Single(shape)], arguments).Mismatch;
    }

    private static SymbolicShape OutputShape(OutputPattern output, Bindings bindings) => output switch
    {
        ShapeOutput shape => ShapeBuilder.Build(shape.Dims, bindings),
        FunctionOutput call when ShapeFunctionTable.Find(call.Function) is { } function =>
            function.Evaluate(new ShapeFunctionCall(function, call.Arguments.ToArray(), bindings)),
        _ => SymbolicShape.Unknown,
    };
}
