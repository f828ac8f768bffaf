using System;
using System.Collections.Generic;
using System.Linq;
using DslTensors.Generator.Models;

namespace DslTensors.Generator.Signatures;

/// <summary>The arguments of a shape function in one call of an operator, and where its mismatch goes.</summary>
internal sealed class ShapeFunctionCall(ShapeFunction function, FunctionArgument[] arguments, Bindings bindings)
{
    /// <summary>The tensor that the function's first argument comes from, where it comes from one.</summary>
    public ShapePosition Source => SourceOf(0);

    /// <summary>The tensor that an argument comes from.</summary>
    public ShapePosition SourceOf(int index) => RestName(arguments[index]) is { } name
        && bindings.Rests.TryGetValue(name, out var rest) && rest.Shapes.Count > 0 ? rest.Shapes[0].Position : default;

    /// <summary>One shape and the place it comes from.</summary>
    public PlacedShape Placed(int index) => new(Shape(index), SourceOf(index), 0);

    /// <summary>How many arguments the signature gives.</summary>
    public int Count => arguments.Length;

    public SymbolicShape Shape(int index) => arguments[index] switch
    {
        NameArgument { Name: var name } => bindings.RestOf(name),
        ShapeArgument { Dims: var dims } => ShapeBuilder.Build(dims, bindings),
        _ => SymbolicShape.Unknown,
    };

    /// <summary>The list behind a <c>s...[]</c>; null where its length is unknown.</summary>
    public IReadOnlyList<PlacedShape>? List(int index) =>
        arguments[index] is NameArgument { Name: var name } && bindings.Rests.TryGetValue(name, out var rest) && rest.IsComplete ? rest.Shapes : null;

    /// <summary>An argument's value; null for an optional one that the signature leaves out.</summary>
    public ArgumentValue? Value(int index) => index >= arguments.Length ? null : arguments[index] switch
    {
        NumberArgument { Value: var number } => ArgumentValue.Of(number),
        FlagArgument { Value: var flag } => ArgumentValue.Of(flag),
        NameArgument { Name: var name } => bindings.ArgumentOf(name),
        _ => ArgumentValue.Unknown,
    };

    public SymbolicSize Size(int index) => Value(index) is SizeValue { Size: var size } ? size : SymbolicSize.Unknown;

    /// <summary>A list of integers, a single one included; null where not even its length is known.</summary>
    public EquatableArray<SymbolicSize>? Sizes(int index) => Value(index) switch
    {
        SizesValue { Sizes: var sizes } => sizes,
        SizeValue { Size: var size } => new[] { size }.ToEquatableArray(),
        _ => null,
    };

    /// <summary>A dimension counted from the start; null where it is unknown or out of range, which is reported.</summary>
    /// <param name="index">Which argument.</param>
    /// <param name="value">The dimension as given, negative from the end.</param>
    /// <param name="rank">How many dimensions there are to choose from; a tensor without any counts as one.</param>
    public int? Dim(int index, SymbolicSize value, int rank)
    {
        if (value.Number is not { } number)
            return null;

        var choices = Math.Max(rank, 1);
        if (number >= -choices && number < choices)
            return (int)(number < 0 ? number + choices : number);

        Fail(new SignatureMismatch(MismatchKind.ArgumentOutOfRange, Source)
        {
            Name = NameOf(index),
            Actual = number,
            Low = -choices,
            High = choices - 1,
        });
        return null;
    }

    public int? Dim(int index, int rank) => Dim(index, Size(index), rank);

    private static string? RestName(FunctionArgument argument) => argument switch
    {
        NameArgument { Name: var name } => name,
        ShapeArgument { Dims: var dims } => dims.OfType<RestDim>().FirstOrDefault()?.Name,
        _ => null,
    };

    /// <summary>What the signature calls the argument.</summary>
    public string NameOf(int index) =>
        index < arguments.Length && arguments[index] is NameArgument { Name: var name } ? name : function.Parameters[index].Name;

    /// <summary>The losses of a shape for the reduction <c>None</c>, otherwise a single number.</summary>
    public SymbolicShape Reduced(int reduction, SymbolicShape losses) => Value(reduction) switch
    {
        ChoiceValue { Name: var name } when name.Equals("None", StringComparison.OrdinalIgnoreCase) => losses,
        ChoiceValue => SymbolicShape.Of(),
        _ => SymbolicShape.Unknown,
    };

    /// <summary>Notes that two sizes are the same wherever the call works.</summary>
    public void Equate(SymbolicSize left, SymbolicSize right) => bindings.Equate(left, right);

    public SymbolicShape Fail(SignatureMismatch mismatch)
    {
        bindings.Fail(mismatch);
        return SymbolicShape.Unknown;
    }
}
