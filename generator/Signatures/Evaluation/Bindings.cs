using System.Collections.Generic;
using DslTensors.Generator.Models;

namespace DslTensors.Generator.Signatures;

/// <summary>What the names of a signature stand for in one call. The first mismatch stays.</summary>
internal sealed class Bindings(IReadOnlyDictionary<string, ArgumentValue> arguments)
{
    private readonly Dictionary<string, (SymbolicSize Size, ShapePosition Position)> _sizes = [];

    public Dictionary<string, RestBinding> Rests { get; } = [];

    public BroadcastBinding Broadcast { get; } = new();

    /// <summary>The number of tensors in the list input, where it is known.</summary>
    public long? Count { get; set; }

    public SignatureMismatch? Mismatch { get; private set; }

    public List<SizeEquality> Equalities { get; } = [];

    public void Fail(SignatureMismatch? mismatch) => Mismatch ??= mismatch;

    /// <summary>Notes that two sizes are the same wherever the call works.</summary>
    public void Equate(SymbolicSize left, SymbolicSize right)
    {
        if (left.IsKnown && right.IsKnown && left != right)
            Equalities.Add(new SizeEquality(left, right));
    }

    public void BindSize(string name, SymbolicSize size, ShapePosition position)
    {
        if (!_sizes.TryGetValue(name, out var bound) && ArgumentOf(name) is SizeValue { Size: var given })
            bound = (given, ShapePosition.Argument);

        if (bound.Size.ConflictsWith(size))
        {
            Fail(new SignatureMismatch(MismatchKind.Size, position)
            {
                Other = bound.Position,
                Name = name,
                Expected = bound.Size,
                Actual = size,
            });
            return;
        }

        Equate(bound.Size, size);
        var unified = bound.Size.Unify(size);
        _sizes[name] = (unified, unified == bound.Size && bound.Size != SymbolicSize.Unknown ? bound.Position : position);
    }

    /// <summary>The size that a name stands for: bound by an input, or given as an argument.</summary>
    public SymbolicSize SizeOf(string name)
    {
        if (_sizes.TryGetValue(name, out var bound))
            return bound.Size;
        if (ArgumentOf(name) is SizeValue { Size: var size })
            return size;
        return name == Signature.CountName && Count is { } count ? count : SymbolicSize.Unknown;
    }

    /// <summary>The argument of that name, a size that an input binds included.</summary>
    public ArgumentValue ArgumentOf(string name)
    {
        if (arguments.TryGetValue(name, out var value))
            return value;
        if (_sizes.TryGetValue(name, out var bound))
            return new SizeValue(bound.Size);
        return name == Signature.CountName && Count is { } count ? ArgumentValue.Of(count) : ArgumentValue.Unknown;
    }

    /// <summary>The dimensions that <c>name...</c> stands for; an integer-list argument stands for its values.</summary>
    public SymbolicShape RestOf(string name)
    {
        if (Rests.TryGetValue(name, out var rest))
        {
            var shape = rest.Merge(out var mismatch);
            Fail(mismatch);
            return shape;
        }

        return ArgumentOf(name) switch
        {
            SizesValue { Sizes: var sizes } => SizesFrom(name, sizes),
            SizeValue { Size: var size } => SymbolicShape.Of(size),
            _ => SymbolicShape.Unknown,
        };
    }

    private SymbolicShape SizesFrom(string name, EquatableArray<SymbolicSize> sizes)
    {
        foreach (var size in sizes)
        {
            if (size.Number is < 0)
                Fail(new SignatureMismatch(MismatchKind.NegativeSize, ShapePosition.Argument) { Name = name, Actual = size.Number.Value });
        }

        return SymbolicShape.Of(sizes);
    }
}
