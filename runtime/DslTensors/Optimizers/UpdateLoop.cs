using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DslTensors;

/// <summary>The one loop that every optimizer's rule runs in.</summary>
internal static class UpdateLoop
{
    /// <summary>Applies a rule to values, their gradients, and the states that the rule has; all of one length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<T, TRule>(in TRule rule, Span<T> values, ReadOnlySpan<T> gradient, Span<T> first, Span<T> second, Span<T> third)
        where T : unmanaged
        where TRule : struct, IUpdateRule<T>
    {
        var whole = values.Length - (values.Length % Vector<T>.Count);
        RunVectors(rule, values[..whole], gradient, first, second, third);
        if (whole == values.Length)
            return;

        // The rest goes through a vector of its own: the formula stands once, not once more for single elements.
        Span<T> rest = stackalloc T[5 * Vector<T>.Count];
        rest.Clear();
        var (size, states) = (Vector<T>.Count, TRule.States);
        values[whole..].CopyTo(rest);
        gradient[whole..].CopyTo(rest[size..]);
        CopyState(first, rest[(2 * size)..], whole, (states & RuleStates.First) != 0);
        CopyState(second, rest[(3 * size)..], whole, (states & RuleStates.Second) != 0);
        CopyState(third, rest[(4 * size)..], whole, (states & RuleStates.Third) != 0);
        RunVectors(rule, rest[..size], rest[size..], rest[(2 * size)..], rest[(3 * size)..], rest[(4 * size)..]);
        rest[..(values.Length - whole)].CopyTo(values[whole..]);
        RestoreState(rest[(2 * size)..], first, whole, (states & RuleStates.First) != 0);
        RestoreState(rest[(3 * size)..], second, whole, (states & RuleStates.Second) != 0);
        RestoreState(rest[(4 * size)..], third, whole, (states & RuleStates.Third) != 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void RunVectors<T, TRule>(in TRule rule, Span<T> values, ReadOnlySpan<T> gradient, Span<T> first, Span<T> second, Span<T> third)
        where T : unmanaged
        where TRule : struct, IUpdateRule<T>
    {
        var step = rule;
        var (state0, state1, state2) = (Vector<T>.Zero, Vector<T>.Zero, Vector<T>.Zero);
        for (var i = 0; i < values.Length; i += Vector<T>.Count)
        {
            var value = Load<T>(values, i);
            if ((TRule.States & RuleStates.First) != 0)
                state0 = Load<T>(first, i);
            if ((TRule.States & RuleStates.Second) != 0)
                state1 = Load<T>(second, i);
            if ((TRule.States & RuleStates.Third) != 0)
                state2 = Load<T>(third, i);
            step.Apply(ref value, Load(gradient, i), ref state0, ref state1, ref state2);
            Store(value, values, i);
            if ((TRule.States & RuleStates.First) != 0)
                Store(state0, first, i);
            if ((TRule.States & RuleStates.Second) != 0)
                Store(state1, second, i);
            if ((TRule.States & RuleStates.Third) != 0)
                Store(state2, third, i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<T> Load<T>(ReadOnlySpan<T> elements, int index)
        where T : unmanaged => Vector.LoadUnsafe(in MemoryMarshal.GetReference(elements), (nuint)index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<T>(Vector<T> vector, Span<T> elements, int index)
        where T : unmanaged => vector.StoreUnsafe(ref MemoryMarshal.GetReference(elements), (nuint)index);

    private static void CopyState<T>(Span<T> state, Span<T> rest, int start, bool exists)
    {
        if (exists)
            state[start..].CopyTo(rest);
    }

    private static void RestoreState<T>(Span<T> rest, Span<T> state, int start, bool exists)
    {
        if (exists)
            rest[..(state.Length - start)].CopyTo(state[start..]);
    }
}
