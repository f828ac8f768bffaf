using Digits;
using Digits.Input;
using DslTensors;

namespace DigitsOnGpu;

/// <summary>Trains the digits' network on a device as on the processor: the same start, the same batches.</summary>
internal static class Comparison
{
    /// <summary>The loss of each step.</summary>
    /// <param name="device">Where to train.</param>
    /// <param name="digits">What to learn.</param>
    /// <param name="steps">The number of batches.</param>
    /// <param name="batchSize">The number of digits in each.</param>
    public static float[] Losses(Device device, DigitSet digits, int steps, int batchSize)
    {
        Tensor.ManualSeed(0);
        var model = new DigitNet().To(device);
        var optimizer = new Adam(model.Parameters(), lr: 1e-3);
        var losses = new float[steps];
        for (var step = 0; step < steps; step++)
        {
            var first = step * batchSize % (digits.Count - batchSize);
            var images = digits.Images.Narrow(0, first, batchSize).To(device);
            var labels = digits.Labels.Narrow(0, first, batchSize).To(device);
            optimizer.ZeroGrad();
            var loss = Tensor.CrossEntropy(model.Forward(images), labels);
            loss.Backward();
            optimizer.Step();
            losses[step] = loss.Item();
        }

        return losses;
    }

    /// <summary>The greatest distance between the losses of two runs, relative to the loss where that is above 1.</summary>
    public static double Distance(float[] first, float[] second) => first.Zip(second, static (a, b) => Math.Abs(a - b) / Math.Max(1.0, a)).Max();
}
