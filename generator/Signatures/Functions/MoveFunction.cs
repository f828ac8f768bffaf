using System.Collections.Generic;
using System.Linq;

namespace DslTensors.Generator.Signatures;

/// <summary>movedim: dimensions go to other places, the others keep their order.</summary>
internal sealed class MoveFunction() : ShapeFunction("move", Shape("s"), Numbers("source"), Numbers("destination"))
{
    public override SymbolicShape Evaluate(ShapeFunctionCall call)
    {
        var shape = call.Shape(0);
        if (!shape.HasRank || call.Sizes(1) is not { } sources || call.Sizes(2) is not { } destinations)
            return SymbolicShape.Unknown;
        if (sources.Count != destinations.Count)
        {
            return call.Fail(new SignatureMismatch(MismatchKind.ArgumentLength, call.Source)
            {
                Name = call.NameOf(2),
                Expected = sources.Count,
                Actual = destinations.Count,
            });
        }

        if (Places(call, 1, shape.Rank) is not { } from || Places(call, 2, shape.Rank) is not { } to)
            return SymbolicShape.OfRank(shape.Rank);
        if (shape.Rank == 0)
            return shape;
        var rest = new Queue<int>(Enumerable.Range(0, shape.Rank).Except(from));
        return SymbolicShape.Of(Enumerable.Range(0, shape.Rank).Select(i => shape.Dims[to.IndexOf(i) is >= 0 and var moved ? from[moved] : rest.Dequeue()]).ToList());
    }

    private static List<int>? Places(ShapeFunctionCall call, int index, int rank)
    {
        var places = new List<int>();
        foreach (var value in call.Sizes(index)!.Value)
        {
            if (call.Dim(index, value, rank) is not { } place)
                return null;
            if (places.Contains(place))
            {
                call.Fail(new SignatureMismatch(MismatchKind.DuplicateDimension, call.Source) { Name = call.NameOf(index), Actual = place });
                return null;
            }

            places.Add(place);
        }

        return places;
    }
}
