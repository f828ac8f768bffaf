using System;

namespace DslTensors.Generator.Signatures;

/// <summary>The losses: the shape itself for the reduction <c>None</c>, otherwise a single number.</summary>
internal sealed class LossFunction() : ShapeFunction("loss", Shape("s"), Choice("reduction"))
{
    public override SymbolicShape Evaluate(ShapeFunctionCall call) => call.Value(1) switch
    {
        ChoiceValue { Name: var name } when name.Equals("None", StringComparison.OrdinalIgnoreCase) => call.Shape(0),
        ChoiceValue => SymbolicShape.Of(),
        _ => SymbolicShape.Unknown,
    };
}
