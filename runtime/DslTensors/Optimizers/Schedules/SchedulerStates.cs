using System.Collections;

namespace DslTensors;

/// <summary>The states of schedules that are parts of another.</summary>
internal static class SchedulerStates
{
    public const string Key = "_schedulers";

    public static List<object?> Save(LrScheduler[] schedulers) => [.. schedulers.Select(scheduler => (object?)scheduler.StateDict())];

    /// <summary>Checks the states.</summary>
    /// <returns>What takes them over.</returns>
    /// <exception cref="StateDictException">They don't fit.</exception>
    public static Action Prepare(LrScheduler[] schedulers, IReadOnlyDictionary<object, object?> saved)
    {
        var states = saved.TryGetValue(Key, out var value) && value is IList list ? list : throw StateFields.Unfit(Key, value, "a list of states");
        if (states.Count != schedulers.Length)
            throw new StateDictException($"The state dict is of {states.Count} schedules; this one has {schedulers.Length}.");
        Action changes = static () => { };
        for (var i = 0; i < schedulers.Length; i++)
        {
            changes += schedulers[i].Prepare(
                states[i] as IReadOnlyDictionary<object, object?> ?? throw StateFields.Unfit($"{Key}[{i}]", states[i], "a dictionary"));
        }

        return changes;
    }
}
