using System;
using System.Collections.Generic;
using System.Linq;

namespace DslTensors.Generator.Elementwise;

/// <summary>
/// A scalar formula: an immutable tree with structural equality whose equal parts may be shared (a DAG). Hashes are computed once, so
/// that deep formulas stay cheap to look up.
/// </summary>
internal abstract class Expression : IEquatable<Expression>
{
    private readonly int _hash;

    private protected Expression(int hash, bool isUniform, bool isLogical)
    {
        _hash = hash;
        IsUniform = isUniform;
        IsLogical = isLogical;
    }

    /// <summary>The same for every element: built from constants and scalar parameters only.</summary>
    public bool IsUniform { get; }

    /// <summary>True or false rather than a number.</summary>
    public bool IsLogical { get; }

    /// <summary>The arguments of a call; empty for variables and constants.</summary>
    public virtual IReadOnlyList<Expression> Operands => [];

    /// <summary>The variables that the formula names, each once, in order of first appearance.</summary>
    public IReadOnlyList<Variable> Variables()
    {
        var found = new List<Variable>();
        foreach (var node in Traversal.PostOrder(this))
        {
            if (node is Variable variable && !found.Contains(variable))
                found.Add(variable);
        }

        return found;
    }

    /// <summary>Whether the formula names a variable of this kind.</summary>
    public bool Names(VariableKind kind) => Variables().Any(variable => variable.Kind == kind);

    public bool Equals(Expression? other) =>
        ReferenceEquals(this, other) || (other is not null && _hash == other._hash && SameAs(other));

    public sealed override bool Equals(object? obj) => Equals(obj as Expression);

    public sealed override int GetHashCode() => _hash;

    public override string ToString() => ExpressionWriter.Write(this);

    private protected abstract bool SameAs(Expression other);

    public static implicit operator Expression(double value) => new Constant(value);

    public static Expression operator +(Expression left, Expression right) => new Call(ScalarFunctions.Add, left, right);

    public static Expression operator -(Expression left, Expression right) => new Call(ScalarFunctions.Subtract, left, right);

    public static Expression operator *(Expression left, Expression right) => new Call(ScalarFunctions.Multiply, left, right);

    public static Expression operator /(Expression left, Expression right) => new Call(ScalarFunctions.Divide, left, right);

    public static Expression operator -(Expression operand) => new Call(ScalarFunctions.Negate, operand);
}
