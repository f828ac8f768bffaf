using System.Collections.Generic;
using System.Linq;
using DslTensors.Generator.Models;

namespace DslTensors.Generator.Elementwise;

/// <summary>The gradient of a function by each of its inputs, hand-written or derived, in both forms, and what it saves.</summary>
internal static class GradientCompiler
{
    public static EquatableArray<ElementwiseGradient> Compile(
        ParsedBody body, IReadOnlyList<Variable> parameters, IReadOnlyDictionary<string, ParsedBody> handWritten)
    {
        var differentiator = new Differentiator(body.Formula);
        var names = new Dictionary<Expression, string>();
        foreach (var pair in body.Names)
            names[differentiator.Counterpart(pair.Key)] = pair.Value;

        return parameters.Where(parameter => parameter.Kind == VariableKind.Input)
            .Select(input => handWritten.TryGetValue(input.Name, out var written)
                ? Compile(input, parameters, written, isHandWritten: true)
                : Compile(input, parameters, new ParsedBody(differentiator.Gradient(input), names), isHandWritten: false))
            .ToEquatableArray();
    }

    private static ElementwiseGradient Compile(Variable input, IReadOnlyList<Variable> parameters, ParsedBody gradient, bool isHandWritten)
    {
        var named = gradient.Formula.Variables();
        var reserved = parameters.Select(parameter => parameter.Name).ToList();
        return new ElementwiseGradient(
            input.Name,
            gradient.Formula is Constant constant && constant.Is(0),
            isHandWritten,
            parameters.Append(Variable.Gradient).Append(Variable.Result)
                .Where(named.Contains).OrderBy(variable => Rank(variable.Kind))
                .Select(variable => new ElementwiseArgument(variable.Name, variable.Kind)).ToEquatableArray(),
            LaneEmitter.Emit(gradient.Formula, gradient.Names, reserved),
            TensorFormEmitter.Emit(gradient.Formula, gradient.Names, reserved, Variable.Gradient.Name));
    }

    private static int Rank(VariableKind kind) => kind switch
    {
        VariableKind.Gradient => 0,
        VariableKind.Input => 1,
        VariableKind.Result => 2,
        _ => 3,
    };
}
