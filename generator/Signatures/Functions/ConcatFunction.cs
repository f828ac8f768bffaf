using System.Collections.Generic;
using System.Linq;

namespace DslTensors.Generator.Signatures;

/// <summary>cat: tensors that agree in all dimensions but one, joined along that one.</summary>
internal sealed class ConcatFunction() : ShapeFunction("concat", List("s"), Number("dim"))
{
    public override SymbolicShape Evaluate(ShapeFunctionCall call)
    {
        if (call.List(0) is not { } list)
            return SymbolicShape.Unknown;
        if (list.Count == 0)
            return call.Fail(new SignatureMismatch(MismatchKind.EmptyList, call.Source));

        // PyTorch accepts an empty vector beside tensors of any rank: it is skipped. It and what might be it constrain nothing.
        var shapes = list.Where(shape => shape.Shape.HasRank && !MayBeEmptyVector(shape.Shape)).ToList();
        foreach (var shape in shapes.Where(shape => shape.Shape.Rank == 0))
            return call.Fail(new SignatureMismatch(MismatchKind.NoDimensions, shape.Position));
        if (shapes.Count == 0)
            return SymbolicShape.Unknown;

        if (call.Dim(1, shapes[0].Shape.Rank) is not { } along)
            return SymbolicShape.Unknown;

        var joined = Join(call, shapes, along);
        return shapes.Count < list.Count && joined.HasRank
            ? SymbolicShape.Of(joined.Dims.Select((size, i) => i == along ? SymbolicSize.Unknown : size))
            : joined;
    }

    /// <summary>The shape of tensors joined along a dimension; other sizes must agree.</summary>
    internal static SymbolicShape Join(ShapeFunctionCall call, IReadOnlyList<PlacedShape> shapes, int along)
    {
        var first = shapes[0];
        var dims = first.Shape.Dims.ToArray();
        foreach (var shape in shapes.Skip(1))
        {
            if (Compare(first, shape, along) is { } mismatch)
                return call.Fail(mismatch);
            for (var i = 0; i < dims.Length; i++)
            {
                if (i != along)
                    call.Equate(dims[i], shape.Shape.Dims[i]);
                dims[i] = i == along ? dims[i] + shape.Shape.Dims[i] : dims[i].Unify(shape.Shape.Dims[i]);
            }
        }

        return SymbolicShape.Of(dims);
    }

    private static bool MayBeEmptyVector(SymbolicShape shape) => shape.Rank == 1 && shape.Dims[0].Number is null or 0;

    private static SignatureMismatch? Compare(PlacedShape first, PlacedShape shape, int along)
    {
        if (first.Shape.Rank != shape.Shape.Rank)
        {
            return new SignatureMismatch(MismatchKind.ListElement, shape.Position)
            {
                Other = first.Position,
                Expected = first.Shape.Rank,
                Actual = shape.Shape.Rank,
            };
        }

        for (var i = 0; i < first.Shape.Rank; i++)
        {
            if (i != along && first.Shape.Dims[i].ConflictsWith(shape.Shape.Dims[i]))
            {
                return new SignatureMismatch(MismatchKind.ListElement, shape.At(i))
                {
                    Other = first.At(i),
                    Dimension = along,
                    Expected = first.Shape.Dims[i],
                    Actual = shape.Shape.Dims[i],
                };
            }
        }

        return null;
    }
}
