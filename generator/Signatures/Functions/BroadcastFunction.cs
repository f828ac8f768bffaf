using System.Linq;

namespace DslTensors.Generator.Signatures;

/// <summary>expand, broadcast_to: sizes of 1 stretch to the wanted size, -1 keeps a size, new dimensions stand in front.</summary>
internal sealed class BroadcastFunction(string name) : ShapeFunction(name, Shape("s"), Numbers("size"))
{
    public override SymbolicShape Evaluate(ShapeFunctionCall call)
    {
        if (call.Sizes(1) is not { } target)
            return SymbolicShape.Unknown;

        var shape = call.Shape(0);
        if (!shape.HasRank)
            return SymbolicShape.Of(target.Select(size => size.Number is >= 0 ? size : SymbolicSize.Unknown));
        if (target.Count < shape.Rank)
        {
            return call.Fail(new SignatureMismatch(MismatchKind.ArgumentLength, call.Source)
            {
                Name = call.NameOf(1),
                Expected = shape.Rank,
                Actual = target.Count,
                AtLeast = true,
            });
        }

        var dims = target.ToArray();
        var added = target.Count - shape.Rank;
        for (var i = 0; i < dims.Length; i++)
        {
            SymbolicSize old = i < added ? 1 : shape.Dims[i - added];
            if (dims[i].Number is not { } wanted)
            {
                dims[i] = old.Number is not null and not 1 ? old : SymbolicSize.Unknown;
            }
            else if (wanted < -1 || (wanted == -1 && i < added))
            {
                return call.Fail(new SignatureMismatch(MismatchKind.NegativeSize, call.Source) { Name = call.NameOf(1), Actual = wanted });
            }
            else if (wanted == -1)
            {
                dims[i] = old;
            }
            else if (old.Number is { } size and not 1 && size != wanted)
            {
                return call.Fail(new SignatureMismatch(MismatchKind.Broadcast, call.Source with { Dim = i - added })
                {
                    Other = ShapePosition.Argument,
                    Name = call.NameOf(1),
                    Expected = wanted,
                    Actual = size,
                    Dimension = i,
                });
            }
        }

        return SymbolicShape.Of(dims);
    }
}
