using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace DslTensors.Generator.Elementwise;

/// <summary>Walks a formula without visiting a shared part twice.</summary>
internal static class Traversal
{
    /// <summary>Every distinct node, operands before the calls that use them.</summary>
    public static IReadOnlyList<Expression> PostOrder(Expression root)
    {
        var order = new List<Expression>();
        Visit(root, new HashSet<Expression>(ByReference.Instance), order);
        return order;
    }

    private static void Visit(Expression node, HashSet<Expression> seen, List<Expression> order)
    {
        if (!seen.Add(node))
            return;
        foreach (var operand in node.Operands)
            Visit(operand, seen, order);
        order.Add(node);
    }

    /// <summary>Identity instead of structure: a walk meets one object once, and never compares two subtrees.</summary>
    public sealed class ByReference : IEqualityComparer<Expression>
    {
        public static readonly ByReference Instance = new();

        public bool Equals(Expression x, Expression y) => ReferenceEquals(x, y);

        public int GetHashCode(Expression obj) => RuntimeHelpers.GetHashCode(obj);
    }
}
