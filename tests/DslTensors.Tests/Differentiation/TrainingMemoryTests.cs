using System.Runtime.CompilerServices;
using Xunit.Abstractions;

namespace DslTensors.Tests.Differentiation;

/// <summary>
/// The memory of training steps: saved values go as soon as they are used, and the pool stays within twice the most that is alive at once,
/// without Dispose or finalizers.
/// </summary>
[Collection(nameof(Alone))]
public class TrainingMemoryTests(ITestOutputHelper output)
{
    private const int Mebibyte = 1 << 20;
    private const int Layers = 4;

    [Fact]
    public void Steps_of_eight_mebibytes() => AssertBound(8 * Mebibyte, Nightly.IsOn ? 10_000 : 150);

    [Fact]
    public void Steps_of_a_quarter_of_a_gibibyte() => AssertBound(256 * Mebibyte, Nightly.IsOn ? 1_000 : 5);

    [Fact]
    public void Saved_values_go_as_soon_as_they_are_used()
    {
        var (weight, alive) = (Weight(Mebibyte), new List<long>());
        Step(weight, Mebibyte, () => alive.Add(Alive()));
        output.WriteLine($"alive in each layer's turn: {string.Join(", ", alive.Select(bytes => bytes / (double)Mebibyte))} MiB");


        // The last layer comes first. Each has two saved values fewer than the one before it; only the weight's gradient stays.
        Assert.Equal(Layers, alive.Count);
        for (var i = 1; i < alive.Count; i++)
            Assert.InRange(alive[i - 1] - alive[i], i == 1 ? Mebibyte : 2 * Mebibyte, 3 * Mebibyte);
        GC.KeepAlive(weight);
    }

    [Fact]
    public void Nothing_is_saved_without_grad()
    {
        var weight = Weight(Mebibyte);
        var recorded = AliveAfterForward(weight);
        long unrecorded;
        using (Autograd.NoGrad())
            unrecorded = AliveAfterForward(weight);
        output.WriteLine($"alive after a forward pass: {recorded / (double)Mebibyte:F0} MiB recorded, {unrecorded / (double)Mebibyte:F0} MiB in NoGrad");
        Assert.InRange(recorded, 9 * Mebibyte, 11 * Mebibyte);

        // The weight and the result.
        Assert.InRange(unrecorded, 2 * Mebibyte, 3 * Mebibyte);
        GC.KeepAlive(weight);
    }

    [Fact]
    public void Frozen_layers_save_nothing()
    {
        var (frozen, head) = (Weight(Mebibyte), Weight(Mebibyte));
        frozen.RequiresGrad = false;
        var result = Forward(frozen, Mebibyte, () => { }) * head;

        // Two weights, the head's input and the result.
        Assert.InRange(Alive(), 4 * Mebibyte, 5 * Mebibyte);
        result.Sum().Backward();
        Assert.Null(frozen.Grad);
        Assert.NotNull(head.Grad);
        GC.KeepAlive(frozen);
    }

    private void AssertBound(long bytesOfActivations, int steps)
    {
        Settle();
        var size = (int)(bytesOfActivations / (2 * Layers));
        var weight = Weight(size);
        var peak = 0L;
        Step(weight, size, () => peak = Math.Max(peak, Alive()));
        Settle();
        var most = 0L;
        for (var i = 0; i < steps; i++)
            Step(weight, size, () => most = Math.Max(most, StoragePool.OwnedBytes));
        GC.KeepAlive(weight);
        output.WriteLine($"{steps} steps of {bytesOfActivations / Mebibyte} MiB: at most {peak / (double)Mebibyte:F1} MiB alive at once, the pool owned {most / (double)Mebibyte:F1} MiB");

        // Other tests in this process may have had more alive.
        peak = Math.Max(peak, StoragePool.PeakBytes);
        Assert.True(most <= 2 * peak, $"the pool owned {most / (double)Mebibyte:F1} MiB, more than twice the {peak / (double)Mebibyte:F1} MiB that are alive at once");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Step(Tensor<float> weight, int size, Action inBackward)
    {
        Forward(weight, size, inBackward).Sum().Backward();
        using (Autograd.NoGrad())
            weight.SubInPlace(weight.Grad! * 0.001);
        weight.Grad = null;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long AliveAfterForward(Tensor<float> weight)
    {
        var result = Forward(weight, Mebibyte, () => { });
        var alive = Alive();
        GC.KeepAlive(result);
        return alive;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Tensor<float> Forward(Tensor<float> weight, int size, Action inBackward)
    {
        var y = Tensor.Full<float>([size / sizeof(float)], 0.5);
        for (var layer = 0; layer < Layers; layer++)
            y = y.WatchedProduct(weight, inBackward).Sin();
        return y;
    }

    private static Tensor<float> Weight(int size)
    {
        Settle();
        var weight = Tensor.Full<float>([size / sizeof(float)], 1.1);
        weight.RequiresGrad = true;
        return weight;
    }

    private static long Alive()
    {
        GC.Collect();
        StoragePool.Trim();
        return StoragePool.InUseBytes;
    }

    // Twice, since what dies in the first collection may have held more.
    private static void Settle()
    {
        for (var i = 0; i < 2; i++)
            Alive();
    }
}

/// <summary>A product whose gradient calls an action where the most is alive: when both gradients have just been computed.</summary>
[TensorOp("s..., s... -> s...")]
internal static partial class WatchedProduct
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Tensor<T> other, Action inBackward)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => input * other;

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<T> other)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => grad * other;

    private static Tensor<T> GradOther<T>(Tensor<T> grad, Tensor<T> input, Action inBackward)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        var gradient = grad * input;
        inBackward();
        GC.KeepAlive(input);
        return gradient;
    }
}
