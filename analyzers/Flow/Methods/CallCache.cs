using System.Collections.Concurrent;
using System.Collections.Generic;

namespace DslTensors.Analyzers.Flow;

/// <summary>
/// What looks into bodies have found. What no limit cut off holds wherever it may be looked for as deep; the rest only at the depth where it was found.
/// </summary>
internal sealed class CallCache<TKey, TValue>(IEqualityComparer<TKey>? comparer = null)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, (TValue Value, int Reach)> _everywhere = new(comparer ?? EqualityComparer<TKey>.Default);
    private readonly ConcurrentDictionary<int, ConcurrentDictionary<TKey, TValue>> _atDepth = new();

    /// <param name="key">What is looked for.</param>
    /// <param name="calls">The stack inside the body.</param>
    /// <param name="value">What was found before.</param>
    public bool TryGet(TKey key, CallStack calls, out TValue value)
    {
        if (_everywhere.TryGetValue(key, out var known) && calls.Allows(known.Reach))
        {
            calls.NoteReach(known.Reach);
            value = known.Value;
            return true;
        }

        if (_atDepth.TryGetValue(calls.Depth, out var here) && here.TryGetValue(key, out value!))
        {
            calls.Cut();
            return true;
        }

        value = default!;
        return false;
    }

    /// <summary>Keeps what a look has found, and returns what is kept: another thread may have been first.</summary>
    public TValue Add(TKey key, CallStack calls, TValue value) => calls.IsCut
        ? _atDepth.GetOrAdd(calls.Depth, _ => new(comparer ?? EqualityComparer<TKey>.Default)).GetOrAdd(key, value)
        : _everywhere.GetOrAdd(key, (value, calls.Reach)).Value;
}
