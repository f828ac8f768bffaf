using System.Linq;

namespace DslTensors.Generator.Signatures;

/// <summary>repeat: each dimension that many times over; new dimensions stand in front.</summary>
internal sealed class RepeatFunction() : ShapeFunction("repeat", Shape("s"), Numbers("repeats"))
{
    public override SymbolicShape Evaluate(ShapeFunctionCall call)
    {
        var shape = call.Shape(0);
        if (!shape.HasRank || call.Sizes(1) is not { } repeats)
            return SymbolicShape.Unknown;

        if (repeats.Count < shape.Rank)
        {
            return call.Fail(new SignatureMismatch(MismatchKind.ArgumentLength, call.Source)
            {
                Name = call.NameOf(1),
                Expected = shape.Rank,
                Actual = repeats.Count,
                AtLeast = true,
            });
        }

        var added = repeats.Count - shape.Rank;
        return SymbolicShape.Of(repeats.Select((times, index) => index < added ? times : times * shape.Dims[index - added]));
    }
}
