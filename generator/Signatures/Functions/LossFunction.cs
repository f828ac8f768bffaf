namespace DslTensors.Generator.Signatures;

/// <summary>The losses: the shape itself for the reduction <c>None</c>, otherwise a single number.</summary>
internal sealed class LossFunction() : ShapeFunction("loss", Shape("s"), Choice("reduction"))
{
    public override SymbolicShape Evaluate(ShapeFunctionCall call) => call.Reduced(1, call.Shape(0));
}
