namespace DslTensors.Generator.Elementwise;

/// <summary>What a name in a formula stands for.</summary>
internal enum VariableKind
{
    /// <summary>An element of a tensor argument.</summary>
    Input,

    /// <summary>A real number that is the same for every element.</summary>
    Scalar,

    /// <summary>An integer that is the same for every element.</summary>
    Integer,

    /// <summary>A truth value that is the same for every element.</summary>
    Flag,

    /// <summary>The incoming gradient.</summary>
    Gradient,

    /// <summary>The function's own result.</summary>
    Result,
}

/// <summary>A named value.</summary>
internal sealed class Variable(string name, VariableKind kind)
    : Expression(name.GetHashCode() ^ (int)kind, kind is VariableKind.Scalar or VariableKind.Integer or VariableKind.Flag, kind is VariableKind.Flag)
{
    public static readonly Variable Gradient = new("grad", VariableKind.Gradient);

    public static readonly Variable Result = new("result", VariableKind.Result);

    public string Name { get; } = name;

    public VariableKind Kind { get; } = kind;

    private protected override bool SameAs(Expression other) => other is Variable variable && variable.Name == Name && variable.Kind == Kind;
}
