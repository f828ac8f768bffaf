namespace DslTensors;

/// <summary>What PyTorch calls the states of a parameter; <see langword="null"/> for those that are not in use.</summary>
/// <param name="First">The first.</param>
/// <param name="Second">The second.</param>
/// <param name="Third">The third.</param>
/// <param name="HasSteps">Whether the number of steps is among them.</param>
internal readonly record struct StateNames(string? First, string? Second = null, string? Third = null, bool HasSteps = true)
{
    /// <summary>How many states a parameter may have.</summary>
    public const int Slots = 3;

    public string? this[int slot] => slot switch { 0 => First, 1 => Second, _ => Third };
}
