using System.Collections.Generic;
using System.Linq;
using DslTensors.Generator.Models;
using DslTensors.Generator.Signatures;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DslTensors.Analyzers.Flow;

/// <summary>Reading sizes into variables: <c>var (b, t, c) = x.Shape</c> gives the sizes names, and the tensor a rank.</summary>
internal sealed partial class OperationEvaluator
{
    /// <summary>Before a deconstruction of a shape: sizes that are not known yet get the names of the variables.</summary>
    private void NameSizes(IOperation target, IOperation value)
    {
        if (Elements(target) is not { Count: > 0 } names || TensorOf(value) is not { } tensor)
            return;
        var old = State.Sizes.Resolve(Quiet(tensor)) as TensorFlow;
        if (old is { Shape.HasRank: true } && old.Shape.Rank != names.Count)
            return;

        // The last sizes may be known already.
        var known = old is null ? [] : old.Shape.HasRank ? old.Shape.Dims.ToList() : old.Shape.Tail.ToList();
        var sizes = new List<SymbolicSize>();
        for (var i = 0; i < names.Count; i++)
        {
            var fromEnd = names.Count - i;
            var size = fromEnd <= known.Count ? known[known.Count - fromEnd] : SymbolicSize.Unknown;
            sizes.Add(size.IsKnown ? size : Fresh(value.Syntax, i, names[i] ?? $"size{i}"));
        }

        Refine(tensor, (old ?? new TensorFlow(SymbolicShape.Unknown, tensor.Syntax)) with { Shape = SymbolicShape.Of(sizes) });
    }

    /// <summary>A read of one size that is not known yet gives it a name.</summary>
    private FlowValue NameSize(IOperation shape, IOperation index, FlowValue position, string wanted)
    {
        if (TensorOf(shape) is not { } tensor || State.Sizes.Resolve(Quiet(tensor)) is not TensorFlow { Shape: { HasRank: true } known } value || PositionOf(index, position, known.Rank) is not { } dim)
            return TensorOf(shape) is null ? FlowValue.Unknown : new IntFlow(Fresh(index.Syntax.Parent ?? index.Syntax, 0, wanted));
        if (known.Dims[dim].IsKnown)
            return new IntFlow(known.Dims[dim]);

        var size = Fresh(index.Syntax.Parent ?? index.Syntax, 0, wanted);
        Refine(tensor, value with { Shape = SymbolicShape.Of(known.Dims.Select((old, i) => i == dim ? size : old)) });
        return new IntFlow(size);
    }

    private SymbolicSize Fresh(SyntaxNode place, int index, string wanted)
    {
        var name = context.NameOf(place, index, wanted);

        // In a loop, what the name stood for in the round before is another size.
        State = State.WithoutName(name);
        return SymbolicSize.Named(name);
    }

    private static int? PositionOf(IOperation index, FlowValue value, int count)
    {
        while (index is IConversionOperation conversion)
            index = conversion.Operand;
        if (index is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat, Operand.ConstantValue: { HasValue: true, Value: int fromEnd } })
            value = new IntFlow(-fromEnd);
        if (value is not IntFlow { Size.Number: { } number })
            return null;
        var position = number < 0 ? number + count : number;
        return position >= 0 && position < count ? (int)position : null;
    }

    private static List<string?>? Elements(IOperation target) => target switch
    {
        IDeclarationExpressionOperation { Expression: var expression } => Elements(expression),
        IConversionOperation { Operand: var operand } => Elements(operand),
        ITupleOperation { Elements: var elements } => elements.Select(NameOf).ToList(),
        _ => null,
    };

    private static string? NameOf(IOperation target) => target switch
    {
        ILocalReferenceOperation { Local.Name: var name } => name,
        IDeclarationExpressionOperation { Expression: var expression } => NameOf(expression),
        _ => null,
    };
}
