namespace DslTensors;

/// <summary>Checks options of schedules.</summary>
internal static class ScheduleOption
{
    /// <exception cref="TensorException">The number is not positive.</exception>
    public static int Positive(string name, int value) => value > 0 ? value : throw new TensorException($"Expected positive integer {name}, but got {value}.");

    /// <summary>One value for each group: those given, or one for all.</summary>
    /// <exception cref="TensorException">There are more or fewer values than groups.</exception>
    public static double[] ForGroups(string name, Optimizer optimizer, ReadOnlySpan<double> values)
    {
        if (values.Length == 1)
            return [.. Enumerable.Repeat(values[0], optimizer.Groups.Count)];
        return values.Length == optimizer.Groups.Count
            ? values.ToArray()
            : throw new TensorException($"expected {optimizer.Groups.Count} values for {name}, got {values.Length}. Give one for each group, or one for all.");
    }
}
