namespace DslTensors.Generator.Signatures;

/// <summary>softmax, cumsum, sort: the shape stays, and the dimension that is walked along has to be one of its own.</summary>
internal sealed class AlongFunction() : ShapeFunction("along", Shape("s"), Number("dim"))
{
    public override SymbolicShape Evaluate(ShapeFunctionCall call)
    {
        var shape = call.Shape(0);
        if (shape.HasRank)
            call.Dim(1, shape.Rank);
        return shape;
    }
}
