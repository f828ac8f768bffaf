using System;
using System.Collections.Generic;
using System.Linq;

namespace DslTensors.Generator.Signatures;

/// <summary>
/// A shape, or a part of one, and where it stands: <c>Offset</c> is the index of its first dimension in the tensor; where that is unknown,
/// <c>Behind</c> is the number of dimensions that follow it.
/// </summary>
internal readonly record struct PlacedShape(SymbolicShape Shape, ShapePosition Position, int Offset, int Behind = 0)
{
    public ShapePosition At(int dim) => Position with { Dim = Offset + dim };

    /// <summary>The size of a dimension counted from the end, 1 being the last; none in front of the first.</summary>
    public SymbolicSize? SizeFromEnd(int dim)
    {
        var known = Shape.HasRank ? Shape.Dims : Shape.Tail;
        return dim <= known.Count ? known[known.Count - dim] : Shape.HasRank ? null : SymbolicSize.Unknown;
    }

    public ShapePosition AtEnd(int dim) => Shape.HasRank ? At(Shape.Rank - dim) : Position.FromEnd(Behind + dim);
}

/// <summary>Everything that <c>s...</c> stands for: the same part of several inputs, or of the tensors of a list.</summary>
internal sealed class RestBinding(string name)
{
    private readonly List<PlacedShape> _shapes = [];

    public IReadOnlyList<PlacedShape> Shapes => _shapes;

    /// <summary>False once a list of unknown length takes part.</summary>
    public bool IsComplete { get; set; } = true;

    /// <summary>Whether only the tensors of one list take part, which a shape function may treat each in its own way.</summary>
    public bool IsList => _shapes.Count > 0 && _shapes.All(shape => shape.Position.Element >= 0);

    public void Add(PlacedShape shape) => _shapes.Add(shape);

    /// <summary>The one shape that all of them have, or the first disagreement.</summary>
    public SymbolicShape Merge(out SignatureMismatch? mismatch, Action<SymbolicSize, SymbolicSize>? equate = null)
    {
        mismatch = null;
        PlacedShape? merged = null;
        foreach (var shape in _shapes.OrderBy(shape => !shape.Shape.HasRank))
        {
            if (!shape.Shape.HasRank && (merged is not null || shape.Shape.Tail.Count == 0))
                continue;
            if (merged is not { } first)
            {
                merged = shape;
                continue;
            }

            mismatch = Compare(first, shape);
            if (mismatch is not null)
                return SymbolicShape.Unknown;
            for (var i = 0; i < first.Shape.Rank; i++)
                equate?.Invoke(first.Shape.Dims[i], shape.Shape.Dims[i]);
            merged = first with { Shape = SymbolicShape.Of(first.Shape.Dims.Zip(shape.Shape.Dims, (left, right) => left.Unify(right))) };
        }

        return merged?.Shape ?? SymbolicShape.Unknown;
    }

    private SignatureMismatch? Compare(PlacedShape first, PlacedShape second)
    {
        var inList = first.Position.Input == second.Position.Input;
        if (first.Shape.Rank != second.Shape.Rank)
        {
            return new SignatureMismatch(inList ? MismatchKind.ListElement : MismatchKind.RestRank, second.Position)
            {
                Other = first.Position,
                Name = name,
                Expected = first.Shape.Rank,
                Actual = second.Shape.Rank,
            };
        }

        for (var i = 0; i < first.Shape.Rank; i++)
        {
            if (first.Shape.Dims[i].ConflictsWith(second.Shape.Dims[i]))
            {
                return new SignatureMismatch(inList ? MismatchKind.ListElement : MismatchKind.Size, second.At(i))
                {
                    Other = first.At(i),
                    Name = name,
                    Expected = first.Shape.Dims[i],
                    Actual = second.Shape.Dims[i],
                };
            }
        }

        return null;
    }
}
