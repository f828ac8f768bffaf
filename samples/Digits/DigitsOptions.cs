namespace Digits;

/// <summary>What a run is asked to do.</summary>
/// <param name="Save">Where the trained weights go.</param>
/// <param name="Plot">Where a picture of the loss goes, if one is wanted.</param>
sealed record DigitsOptions(int Epochs, double LearningRate, int Seed, string Data, string Save, string? Plot)
{
    public const int DefaultEpochs = 60;
    public const double DefaultLearningRate = 0.003;
    public const int DefaultSeed = 1;
    public const string DefaultSave = "digits.safetensors";

    /// <summary>The file that comes with the sample.</summary>
    public static string DefaultData => Path.Combine(AppContext.BaseDirectory, "data", "digits.csv.gz");
}
