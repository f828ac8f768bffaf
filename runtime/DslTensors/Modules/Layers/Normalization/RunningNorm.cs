using System.Numerics;

namespace DslTensors;

/// <summary>
/// What batch and instance normalization share: a scale and a shift of each channel, and running statistics (PyTorch's <c>_NormBase</c>).
/// </summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="numFeatures">The number of channels.</param>
/// <param name="eps">Added to the variance.</param>
/// <param name="momentum">How far running statistics move.</param>
/// <param name="affine">Whether a scale and a shift of each channel are learned.</param>
/// <param name="trackRunningStats">Whether running statistics are kept.</param>
[Module]
public abstract partial class RunningNorm<T>(int numFeatures, double eps, double? momentum, bool affine, bool trackRunningStats)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The scale of each channel [numFeatures], at first 1; absent with <c>affine: false</c>.</summary>
    [Parameter(nameof(numFeatures), When = nameof(affine))]
    public partial Tensor<T>? Weight { get; set; } = affine ? Init.Ones<T>(numFeatures) : null;

    /// <summary>The shift of each channel [numFeatures], at first 0; absent with <c>affine: false</c>.</summary>
    [Parameter(nameof(numFeatures), When = nameof(affine))]
    public partial Tensor<T>? Bias { get; set; } = affine ? Init.Zeros<T>(numFeatures) : null;

    /// <summary>The running mean of each channel [numFeatures], at first 0; absent with <c>trackRunningStats: false</c>.</summary>
    [Buffer(nameof(numFeatures), When = nameof(trackRunningStats))]
    public partial Tensor<T>? RunningMean { get; } = trackRunningStats ? Init.Zeros<T>(numFeatures) : null;

    /// <summary>The running variance of each channel [numFeatures], at first 1; absent with <c>trackRunningStats: false</c>.</summary>
    [Buffer(nameof(numFeatures), When = nameof(trackRunningStats))]
    public partial Tensor<T>? RunningVar { get; } = trackRunningStats ? Init.Ones<T>(numFeatures) : null;

    /// <summary>
    /// The number of batches that the running statistics come from, of batch normalization; absent with <c>trackRunningStats: false</c>.
    /// </summary>
    [Buffer(When = nameof(trackRunningStats))]
    public partial Tensor<long>? NumBatchesTracked { get; } = trackRunningStats ? Init.Zeros<long>() : null;

    /// <summary>The number of channels.</summary>
    public int NumFeatures { get; } = numFeatures;

    /// <summary>Added to the variance.</summary>
    public double Eps { get; } = eps;

    /// <summary>How far running statistics move towards those of a batch; <see langword="null"/> for the mean of all batches.</summary>
    public double? Momentum { get; } = momentum;

    /// <summary>Whether a scale and a shift of each channel are learned.</summary>
    public bool Affine { get; } = affine;

    /// <summary>Whether running statistics are kept.</summary>
    public bool TrackRunningStats { get; } = trackRunningStats;

    /// <summary>Starts the running statistics again (PyTorch's <c>reset_running_stats</c>).</summary>
    public void ResetRunningStats()
    {
        RunningMean?.ZeroInPlace();
        RunningVar?.FillInPlace(1);
        NumBatchesTracked?.ZeroInPlace();
    }

    /// <inheritdoc/>
    protected override string ExtraRepr() =>
        $"{NumFeatures}, eps={PythonText.Of(Eps)}, momentum={PythonText.Of(Momentum)}, affine={Affine}, track_running_stats={TrackRunningStats}";
}
