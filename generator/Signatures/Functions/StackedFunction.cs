using System.Linq;

namespace DslTensors.Generator.Signatures;

/// <summary>hstack, vstack, dstack: tensors of few dimensions get more, then they are joined along one.</summary>
internal sealed class StackedFunction(string name) : ShapeFunction(name, List("s"))
{
    public override SymbolicShape Evaluate(ShapeFunctionCall call)
    {
        if (call.List(0) is not { } list)
            return SymbolicShape.Unknown;
        if (list.Count == 0)
            return call.Fail(new SignatureMismatch(MismatchKind.EmptyList, call.Source));
        if (list.Any(shape => !shape.Shape.HasRank))
            return SymbolicShape.Unknown;
        var widened = list.Select(shape => shape with { Shape = Widen(shape.Shape) }).ToList();
        var along = Name switch { "vstack" => 0, "dstack" => 2, _ => widened[0].Shape.Rank == 1 ? 0 : 1 };
        return ConcatFunction.Join(call, widened, along);
    }

    private SymbolicShape Widen(SymbolicShape shape)
    {
        var vector = shape.Rank == 0 ? SymbolicShape.Of(1) : shape;
        return (Name, vector.Rank) switch
        {
            ("vstack", 1) => SymbolicShape.Of(1, vector.Dims[0]),
            ("dstack", 1) => SymbolicShape.Of(1, vector.Dims[0], 1),
            ("dstack", 2) => SymbolicShape.Of(vector.Dims[0], vector.Dims[1], 1),
            _ => vector,
        };
    }
}
