using System;
using System.Collections.Generic;
using static DslTensors.Generator.Elementwise.ScalarFunctions;

namespace DslTensors.Generator.Elementwise;

/// <summary>Methods of .NET's numeric types that are formulas of other functions.</summary>
internal static class Expansions
{
    private static readonly Dictionary<(string Name, int Arity), Func<IReadOnlyList<Expression>, Expression>> Table = new()
    {
        [("Clamp", 3)] = x => If(Of(Less, x[0], x[1]), x[1], If(Of(Greater, x[0], x[2]), x[2], x[0])),
        [("Log", 2)] = x => Of(Log, x[0]) / Of(Log, x[1]),
        [("IsFinite", 1)] = x => Of(Less, Of(Abs, x[0]), double.PositiveInfinity),
        [("IsInfinity", 1)] = x => Of(Equal, Of(Abs, x[0]), double.PositiveInfinity),
        [("IsPositiveInfinity", 1)] = x => Of(Equal, x[0], double.PositiveInfinity),
        [("IsNegativeInfinity", 1)] = x => Of(Equal, x[0], double.NegativeInfinity),
    };

    public static Expression? Find(string source, IReadOnlyList<Expression> operands) =>
        Table.TryGetValue((source, operands.Count), out var expand) ? expand(operands) : null;
}
