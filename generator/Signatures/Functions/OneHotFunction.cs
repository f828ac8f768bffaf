namespace DslTensors.Generator.Signatures;

/// <summary>one_hot: a dimension for the classes, whose number follows from the elements where it is -1.</summary>
internal sealed class OneHotFunction() : ShapeFunction("oneHot", Shape("s"), Number("numClasses"))
{
    public override SymbolicShape Evaluate(ShapeFunctionCall call) => call.Shape(0).Append([call.Size(1).Number is -1 || !call.Size(1).IsSize ? SymbolicSize.Unknown : call.Size(1)]);
}
