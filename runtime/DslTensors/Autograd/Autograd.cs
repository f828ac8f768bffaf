namespace DslTensors;

/// <summary>Reverse-mode automatic differentiation (PyTorch's <c>torch.autograd</c>).</summary>
public static partial class Autograd
{
    /// <summary>Whether operators on tensors that require gradients record how they were computed.</summary>
    public static bool IsGradEnabled => GradMode.IsEnabled;

    /// <summary>Records nothing until disposed (PyTorch's <c>no_grad</c>): results don't require gradients and nothing is saved.</summary>
    public static GradModeScope NoGrad() => GradMode.Set(enabled: false);

    /// <summary>Records again inside <see cref="NoGrad"/> until disposed (PyTorch's <c>enable_grad</c>).</summary>
    public static GradModeScope EnableGrad() => GradMode.Set(enabled: true);

    /// <summary>Whether an operator with this input must record itself; generated code asks.</summary>
    public static bool Records(Tensor first) => GradMode.IsEnabled && first.IsTracked;

    /// <summary>Whether an operator with these inputs must record itself; generated code asks.</summary>
    public static bool Records(Tensor first, Tensor second) => GradMode.IsEnabled && (first.IsTracked | second.IsTracked);

    /// <summary>Whether an operator with these inputs must record itself; generated code asks.</summary>
    public static bool Records(params ReadOnlySpan<Tensor?> inputs)
    {
        if (!GradMode.IsEnabled)
            return false;
        var records = false;
        foreach (var input in inputs)
            records |= input is { IsTracked: true };
        return records;
    }
}
