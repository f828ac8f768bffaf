using System.Collections.Generic;
using System.Linq;

namespace DslTensors.Generator.Signatures;

/// <summary>Binds the names of a signature's inputs to the shapes of a call: first all ranks, then sizes, then what is computed from sizes.</summary>
internal static class InputUnifier
{
    public static void Unify(Signature signature, IReadOnlyList<EvaluationInput> inputs, Bindings bindings)
    {
        var placed = new List<(ShapePattern Pattern, PlacedShape Shape)>();
        for (var i = 0; i < signature.Inputs.Count; i++)
            Place(signature.Inputs[i], i, i < inputs.Count ? inputs[i] : EvaluationInput.Unknown, bindings, placed);

        foreach (var (pattern, shape) in placed.Where(item => !HasRightRank(item.Pattern, item.Shape)))
            bindings.Fail(RankMismatch(pattern, shape));
        var hasRightRanks = bindings.Mismatch is null;
        foreach (var (pattern, shape) in placed.Where(item => HasRightRank(item.Pattern, item.Shape)))
            BindDims(pattern, shape, bindings);
        if (!hasRightRanks)
            return;

        BindRests(bindings);
        foreach (var (pattern, shape) in placed)
            CheckExpressions(pattern, shape, bindings);
    }

    private static void Place(
        ShapePattern pattern, int input, EvaluationInput value, Bindings bindings, List<(ShapePattern Pattern, PlacedShape Shape)> placed)
    {
        if (value.Kind == InputKind.Absent)
            return;

        if (value.Kind == InputKind.Unknown || (value.Kind == InputKind.List) != pattern.IsList)
        {
            placed.Add((pattern, new PlacedShape(SymbolicShape.Unknown, new ShapePosition(input, pattern.IsList ? 0 : -1), 0)));
            MarkIncomplete(pattern, bindings);
            return;
        }

        if (pattern.IsList)
            bindings.Count = value.Shapes.Count;
        for (var element = 0; element < value.Shapes.Count; element++)
            placed.Add((pattern, new PlacedShape(value.Shapes[element], new ShapePosition(input, pattern.IsList ? element : -1), 0)));
        foreach (var rest in pattern.Dims.OfType<RestDim>())
            RestFor(rest.Name, bindings);
    }

    private static void MarkIncomplete(ShapePattern pattern, Bindings bindings)
    {
        foreach (var rest in pattern.Dims.OfType<RestDim>())
            RestFor(rest.Name, bindings).IsComplete = false;
    }

    private static bool HasRightRank(ShapePattern pattern, PlacedShape shape)
    {
        var least = LeastRank(pattern);
        var most = HasOptionalDim(pattern) ? least + 1 : IsOpen(pattern) ? int.MaxValue : least;
        return !shape.Shape.HasRank || (shape.Shape.Rank >= least && shape.Shape.Rank <= most);
    }

    private static SignatureMismatch RankMismatch(ShapePattern pattern, PlacedShape shape) => new(MismatchKind.Rank, shape.Position)
    {
        Expected = LeastRank(pattern),
        Actual = shape.Shape.Rank,
        AtLeast = IsOpen(pattern) && !HasOptionalDim(pattern),
        OrOneMore = HasOptionalDim(pattern),
    };

    private static int LeastRank(ShapePattern pattern) => pattern.Dims.Count - (IsOpen(pattern) ? 1 : 0);

    private static bool HasOptionalDim(ShapePattern pattern) => pattern.Dims.Any(dim => dim is RestDim { IsOptional: true });

    private static void BindDims(ShapePattern pattern, PlacedShape shape, Bindings bindings)
    {
        if (!shape.Shape.HasRank)
        {
            BindEnd(pattern, shape, bindings);
            return;
        }

        var openLength = shape.Shape.Rank - (pattern.Dims.Count - 1);
        var index = 0;
        foreach (var dim in pattern.Dims)
        {
            if (dim is RestDim or EllipsisDim)
            {
                var part = new PlacedShape(SymbolicShape.Of(shape.Shape.Dims.Skip(index).Take(openLength)), shape.Position, index);
                if (dim is RestDim { Name: var rest })
                    RestFor(rest, bindings).Add(part);
                else
                    bindings.Broadcast.Add(part);
                index += openLength;
                continue;
            }

            BindDim(dim, shape.Shape.Dims[index], shape.At(index), bindings);
            index++;
        }
    }

    /// <summary>Of a shape whose rank is unknown, its last sizes; what an open-ended group holds is known from its end on.</summary>
    private static void BindEnd(ShapePattern pattern, PlacedShape shape, Bindings bindings)
    {
        var tail = shape.Shape.Tail;
        for (var fromEnd = 1; fromEnd <= pattern.Dims.Count; fromEnd++)
        {
            var dim = pattern.Dims[pattern.Dims.Count - fromEnd];
            if (dim is RestDim or EllipsisDim)
            {
                var part = SymbolicShape.Ending(tail.Take(tail.Count - (fromEnd - 1)));
                var placed = new PlacedShape(dim is RestDim { IsOptional: true } ? SymbolicShape.Unknown : part, shape.Position, 0, fromEnd - 1);
                if (dim is RestDim { Name: var rest })
                    RestFor(rest, bindings).Add(placed);
                else
                    bindings.Broadcast.Add(placed);
                return;
            }

            if (fromEnd <= tail.Count)
                BindDim(dim, tail[tail.Count - fromEnd], shape.Position.FromEnd(fromEnd), bindings);
        }
    }

    private static void BindDim(Dim dim, SymbolicSize size, ShapePosition position, Bindings bindings)
    {
        if (dim is NamedDim { Name: var name })
            bindings.BindSize(name, size, position);
        else if (dim is LiteralDim { Value: var value } && size.ConflictsWith(value))
            bindings.Fail(new SignatureMismatch(MismatchKind.Literal, position) { Expected = value, Actual = size });
        else if (dim is LiteralDim { Value: var literal })
            bindings.Equate(size, literal);
    }

    private static void BindRests(Bindings bindings)
    {
        // The tensors of a list may differ in ways that only the shape function knows (a concatenation's own dimension).
        foreach (var rest in bindings.Rests.Values.Where(rest => !rest.IsList))
        {
            rest.Merge(out var mismatch, bindings.Equate);
            bindings.Fail(mismatch);
        }

        bindings.Broadcast.Merge(out var conflict);
        bindings.Fail(conflict);
    }

    private static void CheckExpressions(ShapePattern pattern, PlacedShape shape, Bindings bindings)
    {
        if (!shape.Shape.HasRank)
            return;

        var afterOpen = false;
        for (var i = 0; i < pattern.Dims.Count; i++)
        {
            afterOpen |= pattern.Dims[i] is RestDim or EllipsisDim;
            if (pattern.Dims[i] is not ExpressionDim { Expression: var expression })
                continue;

            var index = afterOpen ? shape.Shape.Rank - (pattern.Dims.Count - i) : i;
            var expected = ExpressionEvaluator.Evaluate(expression, bindings);
            if (shape.Shape.Dims[index].ConflictsWith(expected))
            {
                bindings.Fail(new SignatureMismatch(MismatchKind.Expression, shape.At(index))
                {
                    Name = expression.Inner,
                    Expected = expected,
                    Actual = shape.Shape.Dims[index],
                });
            }
            else
            {
                bindings.Equate(shape.Shape.Dims[index], expected);
            }
        }
    }

    private static bool IsOpen(ShapePattern pattern) => pattern.Dims.Any(dim => dim is RestDim or EllipsisDim);

    private static RestBinding RestFor(string name, Bindings bindings)
    {
        if (!bindings.Rests.TryGetValue(name, out var rest))
            bindings.Rests.Add(name, rest = new RestBinding(name));
        return rest;
    }
}
