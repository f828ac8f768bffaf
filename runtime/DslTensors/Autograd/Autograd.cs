namespace DslTensors;

/// <summary>Reverse-mode automatic differentiation (PyTorch's <c>torch.autograd</c>).</summary>
public static partial class Autograd
{
    /// <summary>Whether operators on tensors that require gradients record how they were computed.</summary>
    public static bool IsGradEnabled => (AutogradModes.Current & ModeFlags.NoGrad) == 0;

    /// <summary>Whether <see cref="InferenceMode"/> is in force.</summary>
    public static bool IsInferenceMode => (AutogradModes.Current & ModeFlags.Inference) != 0;

    /// <summary>Whether <see cref="DetectAnomaly"/> is in force.</summary>
    public static bool IsAnomalyDetected => (AutogradModes.Current & ModeFlags.Anomaly) != 0;

    /// <summary>Records nothing until disposed (PyTorch's <c>no_grad</c>): results don't require gradients and nothing is saved.</summary>
    public static AutogradScope NoGrad() => AutogradModes.Change(ModeFlags.NoGrad, ModeFlags.None);

    /// <summary>Records again inside <see cref="NoGrad"/> until disposed (PyTorch's <c>enable_grad</c>).</summary>
    public static AutogradScope EnableGrad() => AutogradModes.Change(ModeFlags.None, ModeFlags.NoGrad);

    /// <summary>
    /// Computes for good until disposed (PyTorch's <c>inference_mode</c>): nothing is recorded, and tensors made inside can't be saved for
    /// backward or written in place outside; <c>Clone()</c> makes a normal tensor of them.
    /// </summary>
    /// <param name="mode"><see langword="false"/> for a part of normal mode inside.</param>
    public static AutogradScope InferenceMode(bool mode = true) => mode
        ? AutogradModes.Change(ModeFlags.Inference | ModeFlags.NoGrad, ModeFlags.None)
        : AutogradModes.Change(ModeFlags.None, ModeFlags.Inference | ModeFlags.NoGrad);

    /// <summary>
    /// Until disposed, steps remember where they were recorded, and an error of backward names that place (PyTorch's <c>detect_anomaly</c>).
    /// Slow: for finding mistakes.
    /// </summary>
    /// <param name="checkNan">Backward also fails where the first NaN comes up.</param>
    public static AutogradScope DetectAnomaly(bool checkNan = true) => AutogradModes.Change(
        ModeFlags.Anomaly | (checkNan ? ModeFlags.NanCheck : ModeFlags.None), checkNan ? ModeFlags.None : ModeFlags.NanCheck);

    /// <summary>Whether an operator with this input must record itself; generated code asks.</summary>
    public static bool Records(Tensor first) => first.MayBeTracked && AutogradModes.Record && first.IsTracked;

    /// <summary>Whether an operator with these inputs must record itself; generated code asks.</summary>
    public static bool Records(Tensor first, Tensor second)
    {
        // A view that may not be used any more is refused only where something would be recorded.
        return first.MayBeTracked | second.MayBeTracked && AutogradModes.Record && (first.IsTracked | second.IsTracked);
    }

    /// <summary>Whether an operator with these inputs must record itself; generated code asks.</summary>
    public static bool Records(Tensor first, Tensor? second, Tensor? third)
    {
        if (!(first.MayBeTracked | second is { MayBeTracked: true } | third is { MayBeTracked: true }) || !AutogradModes.Record)
            return false;
        return first.IsTracked | second is { IsTracked: true } | third is { IsTracked: true };
    }

    /// <summary>Whether an operator with these inputs must record itself; generated code asks.</summary>
    public static bool Records(params ReadOnlySpan<Tensor?> inputs)
    {
        var records = false;
        foreach (var input in inputs)
            records |= input is { MayBeTracked: true };
        if (!records || !AutogradModes.Record)
            return false;
        records = false;
        foreach (var input in inputs)
            records |= input is { IsTracked: true };
        return records;
    }
}
