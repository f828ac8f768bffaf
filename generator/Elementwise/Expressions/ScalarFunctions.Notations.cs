using System;
using System.Collections.Generic;

namespace DslTensors.Generator.Elementwise;

/// <summary>The functions that C# writes as operators.</summary>
internal static partial class ScalarFunctions
{
    public static readonly ScalarFunction Negate = new("Negate", 1, Notation.Prefix)
    {
        Symbol = "-",
        Precedence = Precedence.Unary,
        Partials = [(x, r) => -1],
        Fold = x => -x[0],
        IsIntegral = true,
    };

    public static readonly ScalarFunction Add = Infix(
        "Add", "+", Precedence.Additive, x => x[0] + x[1], (x, r) => 1, (x, r) => 1);

    public static readonly ScalarFunction Subtract = Infix(
        "Subtract", "-", Precedence.Additive, x => x[0] - x[1], (x, r) => 1, (x, r) => -1);

    public static readonly ScalarFunction Multiply = Infix(
        "Multiply", "*", Precedence.Multiplicative, x => x[0] * x[1], (x, r) => x[1], (x, r) => x[0]);

    public static readonly ScalarFunction Divide = Infix(
        "Divide", "/", Precedence.Multiplicative, x => x[0] / x[1], (x, r) => 1 / x[1], (x, r) => -(r / x[1]));

    public static readonly ScalarFunction Remainder = Infix(
        "Remainder", "%", Precedence.Multiplicative, x => x[0] % x[1], (x, r) => 1, (x, r) => -Of(Truncate, x[0] / x[1]));

    public static readonly ScalarFunction Less = Comparison("Less", "<", Precedence.Relational, "Lt", x => x[0] < x[1]);

    public static readonly ScalarFunction LessOrEqual = Comparison("LessOrEqual", "<=", Precedence.Relational, "Le", x => x[0] <= x[1]);

    public static readonly ScalarFunction Greater = Comparison("Greater", ">", Precedence.Relational, "Gt", x => x[0] > x[1]);

    public static readonly ScalarFunction GreaterOrEqual = Comparison("GreaterOrEqual", ">=", Precedence.Relational, "Ge", x => x[0] >= x[1]);

    public static readonly ScalarFunction Equal = Comparison("Equal", "==", Precedence.Equality, "Eq", x => x[0] == x[1]);

    public static readonly ScalarFunction NotEqual = Comparison("NotEqual", "!=", Precedence.Equality, "Ne", x => x[0] != x[1]);

    public static readonly ScalarFunction And = Logical("And", 2, "&&", Precedence.And, "LogicalAnd");

    public static readonly ScalarFunction Or = Logical("Or", 2, "||", Precedence.Or, "LogicalOr");

    public static readonly ScalarFunction Not = Logical("Not", 1, "!", Precedence.Unary, "LogicalNot");

    public static readonly ScalarFunction Select = new("Select", 3, Notation.Select) { Precedence = Precedence.Conditional, IsIntegral = true };

    private static ScalarFunction Infix(
        string name, string symbol, int precedence, Func<IReadOnlyList<double>, double> fold, Partial left, Partial right) =>
        new(name, 2, Notation.Infix)
        {
            Symbol = symbol,
            Precedence = precedence,
            TensorMember = symbol == "%" ? "Fmod" : name,
            Partials = [left, right],
            Fold = fold,
            IsIntegral = symbol != "/",
        };

    private static ScalarFunction Comparison(
        string name, string symbol, int precedence, string tensorMember, Func<IReadOnlyList<double>, bool> holds) =>
        new(name, 2, Notation.Comparison)
        {
            Symbol = symbol,
            Precedence = precedence,
            TensorMember = tensorMember,
            IsLogical = true,
            Fold = x => holds(x) ? 1 : 0,
            IsIntegral = true,
        };

    private static ScalarFunction Logical(string name, int arity, string symbol, int precedence, string tensorMember) =>
        new(name, arity, Notation.Logical)
        {
            Symbol = symbol,
            Precedence = precedence,
            TensorMember = tensorMember,
            IsLogical = true,
            IsIntegral = true,
        };
}
