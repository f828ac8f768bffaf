namespace DslTensors;

/// <summary>The names of the functions that a simple recurrent network can have.</summary>
internal static class RecurrentNonlinearity
{
    /// <exception cref="TensorException">It is neither "tanh" nor "relu".</exception>
    public static string Checked(string name) =>
        name is "tanh" or "relu" ? name : throw new TensorException($"Unknown nonlinearity: {name}. It must be \"tanh\" or \"relu\".");
}
