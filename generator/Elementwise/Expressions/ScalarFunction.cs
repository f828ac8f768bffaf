using System;
using System.Collections.Generic;

namespace DslTensors.Generator.Elementwise;

/// <summary>How a function is written in C#.</summary>
internal enum Notation
{
    Function,
    Prefix,
    Infix,
    Comparison,
    Logical,
    Select,
}

/// <summary>The derivative of a call by one of its operands, as a formula of the operands and of the call itself.</summary>
internal delegate Expression Partial(IReadOnlyList<Expression> operands, Expression result);

/// <summary>One row of <see cref="ScalarFunctions"/>: everything the compiler knows about a scalar function.</summary>
internal sealed class ScalarFunction(string name, int arity, Notation notation = Notation.Function)
{
    /// <summary>The name, which is also the lane's member (<c>L.Exp</c>).</summary>
    public string Name { get; } = name;

    public int Arity { get; } = arity;

    public Notation Notation { get; } = notation;

    /// <summary>The C# operator, where there is one.</summary>
    public string? Symbol { get; init; }

    /// <summary>How tightly <see cref="Symbol"/> binds, as <see cref="Precedence"/>.</summary>
    public int Precedence { get; init; } = Elementwise.Precedence.Primary;

    /// <summary>True or false rather than a number; <c>Select</c> has the kind of its branches.</summary>
    public bool IsLogical { get; init; }

    /// <summary>Method names in <c>MathF</c>, <c>Math</c>, <c>float</c>, <c>double</c> and <c>ScalarMath</c> that mean this function.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [name];

    /// <summary>The operator's name on tensors, when it is not <see cref="Name"/>.</summary>
    public string TensorMember { get; init; } = name;

    /// <summary>The function on plain doubles, for formulas of scalar parameters.</summary>
    public string DoubleMember { get; init; } = "double." + name;

    /// <summary>The derivative by each operand; null where it is zero everywhere.</summary>
    public IReadOnlyList<Partial?> Partials { get; init; } = [];

    /// <summary>Computes a call on constants; null leaves the call as it is written.</summary>
    public Func<IReadOnlyList<double>, double>? Fold { get; init; }

    /// <summary>Exact on integers, so that the operator may run on integer tensors.</summary>
    public bool IsIntegral { get; init; }

    public bool IsLogicalFor(IReadOnlyList<Expression> operands) => IsLogical || (Notation == Notation.Select && operands[1].IsLogical);
}
