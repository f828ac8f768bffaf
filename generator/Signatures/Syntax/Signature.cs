using System;
using System.Collections.Generic;
using System.Linq;
using DslTensors.Generator.Models;

namespace DslTensors.Generator.Signatures;

/// <summary>An operator's shapes: what its tensor inputs look like, and what comes out. Equal signatures print equal texts.</summary>
internal sealed record Signature(EquatableArray<ShapePattern> Inputs, EquatableArray<OutputPattern> Outputs)
{
    /// <summary>In a shape function, the number of tensors in the operator's list.</summary>
    public const string CountName = "count";

    /// <summary>Names that no input binds, in order of first use: they have to be parameters of the operator.</summary>
    public IEnumerable<string> ParameterNames()
    {
        var bound = new HashSet<string>(Inputs.SelectMany(input => input.Dims).SelectMany(dim => dim.BoundNames()));
        if (Inputs.Any(input => input.IsList))
            bound.Add(CountName);

        var used = Inputs.SelectMany(input => input.Dims).SelectMany(dim => dim.UsedNames())
            .Concat(Outputs.SelectMany(output => output.UsedNames()));
        return used.Where(name => !bound.Contains(name)).Distinct();
    }

    public override string ToString() => (string.Join(", ", Inputs) + " -> " + string.Join(", ", Outputs)).Trim();
}

/// <summary>One tensor input (or a list of them): its dimensions from the first to the last.</summary>
internal sealed record ShapePattern(EquatableArray<Dim> Dims, bool IsList = false, bool IsOptional = false)
{
    public override string ToString() => Dim.Join(Dims) + (IsList ? "[]" : "") + (IsOptional ? "?" : "");
}

/// <summary>One result: a shape, or a shape function applied to the inputs' shapes and the operator's arguments.</summary>
internal abstract record OutputPattern(bool IsList)
{
    /// <summary>The names that the output reads, in order.</summary>
    public abstract IEnumerable<string> UsedNames();
}

/// <summary>A result whose dimensions are written out. An integer-list parameter stands for its values (<c>size...</c>).</summary>
internal sealed record ShapeOutput(EquatableArray<Dim> Dims, bool IsList = false) : OutputPattern(IsList)
{
    public override IEnumerable<string> UsedNames() => Dims.SelectMany(dim => dim.BoundNames().Concat(dim.UsedNames()));

    public override string ToString() => Dim.Join(Dims) + (IsList ? "[]" : "");
}

/// <summary>A result that a shape function computes: <c>reduce(s, dim, keepDim)</c>.</summary>
internal sealed record FunctionOutput(string Function, EquatableArray<FunctionArgument> Arguments, bool IsList = false) : OutputPattern(IsList)
{
    public override IEnumerable<string> UsedNames() => Arguments.SelectMany(argument => argument.UsedNames());

    public override string ToString() => $"{Function}({string.Join(", ", Arguments)})" + (IsList ? "[]" : "");
}

/// <summary>What a shape function is given: a name, an integer, true or false, or a shape written out.</summary>
internal abstract record FunctionArgument
{
    public virtual IEnumerable<string> UsedNames() => Array.Empty<string>();
}

/// <summary>A name: of the dimensions that <c>s...</c> stands for, of a dimension, or of a parameter of the operator.</summary>
internal sealed record NameArgument(string Name) : FunctionArgument
{
    public override IEnumerable<string> UsedNames() => [Name];

    public override string ToString() => Name;
}

internal sealed record NumberArgument(int Value) : FunctionArgument
{
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A flag that is always the same: <c>reduce(s, dim, false)</c>.</summary>
internal sealed record FlagArgument(bool Value) : FunctionArgument
{
    public override string ToString() => Value ? "true" : "false";
}

/// <summary>A shape of more than one name: <c>loss(b s..., reduction)</c>.</summary>
internal sealed record ShapeArgument(EquatableArray<Dim> Dims) : FunctionArgument
{
    public override IEnumerable<string> UsedNames() => Dims.SelectMany(dim => dim.BoundNames().Concat(dim.UsedNames()));

    public override string ToString() => Dim.Join(Dims);
}
