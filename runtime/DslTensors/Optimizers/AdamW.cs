using System.Runtime.CompilerServices;

namespace DslTensors;

/// <summary>
/// Adam with weight decay that does not pass through the averages: each step first shrinks the parameters by
/// lr · <see cref="AdamGroup.WeightDecay"/> (PyTorch's <c>torch.optim.AdamW</c>; Loshchilov and Hutter, 2017).
/// </summary>
public sealed class AdamW : Adam
{
    /// <summary>Takes the parameters and options.</summary>
    /// <param name="parameters">The parameters to train.</param>
    /// <param name="lr">The learning rate.</param>
    /// <param name="betas">The shares kept of the averages of the gradient and of its square; by default 0.9 and 0.999.</param>
    /// <param name="eps">What is added to the divisor.</param>
    /// <param name="weightDecay">How much of a parameter a step of rate 1 takes off.</param>
    /// <param name="amsgrad">Whether to divide by the largest average so far.</param>
    /// <param name="maximize">Whether to climb instead of descending.</param>
    /// <exception cref="TensorException">An option is out of range, or the parameters can't be trained.</exception>
    public AdamW(
        IEnumerable<Tensor> parameters,
        double lr = 1e-3,
        (double Beta1, double Beta2)? betas = null,
        double eps = 1e-8,
        double weightDecay = 1e-2,
        bool amsgrad = false,
        bool maximize = false)
        : this([new AdamGroup(parameters)], lr, betas, eps, weightDecay, amsgrad, maximize)
    {
    }

    /// <summary>Takes groups of parameters, and the options of those that don't set their own.</summary>
    /// <param name="groups">The groups, e.g. <c>[new(body.Parameters()) { Lr = 1e-4 }, new(head.Parameters())]</c>.</param>
    /// <param name="lr">The learning rate.</param>
    /// <param name="betas">The shares kept of the averages of the gradient and of its square; by default 0.9 and 0.999.</param>
    /// <param name="eps">What is added to the divisor.</param>
    /// <param name="weightDecay">How much of a parameter a step of rate 1 takes off.</param>
    /// <param name="amsgrad">Whether to divide by the largest average so far.</param>
    /// <param name="maximize">Whether to climb instead of descending.</param>
    /// <exception cref="TensorException">An option is out of range, or the parameters can't be trained.</exception>
    [OverloadResolutionPriority(1)]
    public AdamW(
        IEnumerable<AdamGroup> groups,
        double lr = 1e-3,
        (double Beta1, double Beta2)? betas = null,
        double eps = 1e-8,
        double weightDecay = 1e-2,
        bool amsgrad = false,
        bool maximize = false)
        : base(groups, new AdamGroup([]) { Lr = lr, Betas = betas ?? (0.9, 0.999), Eps = eps, WeightDecay = weightDecay, Amsgrad = amsgrad, Maximize = maximize }, decouplesDecay: true)
    {
    }
}
