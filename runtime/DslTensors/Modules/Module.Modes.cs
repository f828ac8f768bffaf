namespace DslTensors;

public abstract partial class Module
{
    /// <summary>Puts this module and all below it into training or evaluation mode: what <c>Train()</c> and <c>Eval()</c> call.</summary>
    /// <remarks>Override it to keep a part in one mode, for example a frozen batch normalization in evaluation mode.</remarks>
    public virtual void SetTraining(bool mode)
    {
        Training = mode;
        foreach (var child in Children())
            child.SetTraining(mode);
    }

    /// <summary>Sets the gradients of all parameters to <see langword="null"/> (PyTorch's <c>zero_grad</c>).</summary>
    public void ZeroGrad()
    {
        foreach (var parameter in Parameters())
            parameter.Grad = null;
    }

    /// <summary>Evaluation mode and <see cref="Autograd.NoGrad"/> together: <c>using (model.Inference()) ...</c></summary>
    /// <returns>What restores, when disposed, the gradient mode and the mode that each module was in.</returns>
    public InferenceScope Inference()
    {
        var modes = Modules().Select(static module => (module, module.Training)).ToArray();
        SetTraining(false);
        return new InferenceScope(modes);
    }

    internal void RestoreTraining(bool mode) => Training = mode;
}
