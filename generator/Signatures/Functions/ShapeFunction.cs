using System.Collections.Generic;
using System.Linq;

namespace DslTensors.Generator.Signatures;

/// <summary>What a parameter of a shape function takes.</summary>
internal enum ShapeParameterKind
{
    /// <summary>Dimensions: <c>s...</c> by its name, or a shape written out.</summary>
    Shape,

    /// <summary>The shapes of a list of tensors, by the name of its <c>s...[]</c>.</summary>
    List,

    /// <summary>One integer.</summary>
    Number,

    /// <summary>An integer, several, or null.</summary>
    Numbers,

    /// <summary>A bool.</summary>
    Flag,

    /// <summary>A member of an enum.</summary>
    Choice,
}

internal sealed record ShapeFunctionParameter(string Name, ShapeParameterKind Kind, bool IsOptional = false)
{
    /// <summary>What an error message calls an argument of this kind.</summary>
    public string Meaning => Kind switch
    {
        ShapeParameterKind.Shape => "a shape: the name of an input's 's...', or a shape written out",
        ShapeParameterKind.List => "the name of the 's...' of a list of tensors",
        ShapeParameterKind.Number => "an integer or the name of one",
        ShapeParameterKind.Numbers => "an integer or the name of a parameter with one or several",
        ShapeParameterKind.Flag => "true, false or the name of a bool parameter",
        _ => "the name of an enum parameter",
    };
}

/// <summary>A rule for a result's shape that dimensions alone cannot write down. Stateless; listed in <see cref="ShapeFunctionTable"/>.</summary>
internal abstract class ShapeFunction(string name, params ShapeFunctionParameter[] parameters)
{
    public string Name { get; } = name;

    public IReadOnlyList<ShapeFunctionParameter> Parameters { get; } = parameters;

    public int RequiredCount => Parameters.Count(parameter => !parameter.IsOptional);

    /// <summary>How the function is written, for messages.</summary>
    public string Usage => $"{Name}({string.Join(", ", Parameters.Select(parameter => parameter.Name + (parameter.IsOptional ? "?" : "")))})";

    /// <summary>The result's shape; a mismatch is left in the call.</summary>
    public abstract SymbolicShape Evaluate(ShapeFunctionCall call);

    protected static ShapeFunctionParameter Shape(string name, bool isOptional = false) => new(name, ShapeParameterKind.Shape, isOptional);

    protected static ShapeFunctionParameter List(string name) => new(name, ShapeParameterKind.List);

    protected static ShapeFunctionParameter Number(string name, bool isOptional = false) => new(name, ShapeParameterKind.Number, isOptional);

    protected static ShapeFunctionParameter Numbers(string name, bool isOptional = false) => new(name, ShapeParameterKind.Numbers, isOptional);

    protected static ShapeFunctionParameter Flag(string name, bool isOptional = false) => new(name, ShapeParameterKind.Flag, isOptional);

    protected static ShapeFunctionParameter Choice(string name, bool isOptional = false) => new(name, ShapeParameterKind.Choice, isOptional);
}
