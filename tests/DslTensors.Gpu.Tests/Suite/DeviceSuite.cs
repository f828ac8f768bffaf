namespace DslTensors.Tests.Gpu;

/// <summary>What holds on every device. Each part of the class has one subject.</summary>
public abstract partial class DeviceSuite
{
    private readonly RandomSource _random = new(7);

    protected abstract Device Device { get; }

    /// <summary>Random numbers in [-1, 1) in main memory.</summary>
    private Tensor<float> Numbers(params int[] size)
    {
        var tensor = Tensor.Zeros<float>(size);
        _random.FillUniform(tensor.AsSpan(), -1, 1);
        return tensor;
    }

    /// <summary>Runs a function of some tensors here and on the device, and compares the results and, where asked, the gradients of all inputs.</summary>
    private void Same(Func<Tensor<float>[], Tensor<float>> function, Tensor<float>[] inputs, bool differentiates = true, float tolerance = 2e-5f)
    {
        var (expected, expectedGradients) = Run(inputs, Device.Cpu);
        var (actual, actualGradients) = Run(inputs, Device);
        Assert.Equal(expected.Shape.ToArray(), actual.Shape.ToArray());
        Close(expected, actual, "result", tolerance);
        for (var i = 0; i < expectedGradients.Length; i++)
            Close(expectedGradients[i], actualGradients[i], $"gradient {i}", tolerance);

        (Tensor<float> Result, Tensor<float>[] Gradients) Run(Tensor<float>[] values, Device device)
        {
            var here = Array.ConvertAll(values, value => value.Detach().Clone().To(device));
            foreach (var tensor in here)
                tensor.RequiresGrad = differentiates;
            var result = function(here);
            Assert.Same(device, result.Device);
            if (!differentiates)
                return (result, []);

            // Different weights for the elements of the result, so that no error of the gradient cancels.
            var weights = Tensor.Arange<float>(0, (int)result.Count).Add(1).Mul(0.1).Sin().Reshape(result.Shape.ToArray()).To(device);
            (result * weights).Sum().Backward();
            return (result, Array.ConvertAll(here, tensor => tensor.Grad!));
        }
    }

    private static void Close(Tensor<float> expected, Tensor<float> actual, string what, float tolerance = 2e-5f)
    {
        var (left, right) = (expected.ToArray(), actual.ToArray());
        Assert.Equal(left.Length, right.Length);
        for (var i = 0; i < left.Length; i++)
        {
            var isSame = left[i].Equals(right[i]) || Math.Abs(left[i] - right[i]) <= tolerance * Math.Max(1, Math.Abs(left[i]));
            Assert.True(isSame, $"{what}, element {i}: expected {left[i]}, got {right[i]}");
        }
    }
}
