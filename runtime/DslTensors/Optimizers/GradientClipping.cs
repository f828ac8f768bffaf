namespace DslTensors;

/// <summary>Limits gradients between Backward and Step: <c>model.Parameters().ClipGradNorm(1.0)</c> (PyTorch's <c>torch.nn.utils</c>).</summary>
public static class GradientClipping
{
    /// <summary>
    /// Scales the gradients of all parameters together, in place, so that their norm as one vector is at most <paramref name="maxNorm"/>
    /// (PyTorch's <c>clip_grad_norm_</c>). Parameters without a gradient count nothing.
    /// </summary>
    /// <param name="parameters">The parameters, of any element types.</param>
    /// <param name="maxNorm">The greatest norm that is left.</param>
    /// <param name="normType">The order of the norm; infinity for the greatest magnitude.</param>
    /// <param name="errorIfNonfinite">Whether a norm that is infinite or NaN is an error; otherwise the gradients become 0 or NaN.</param>
    /// <returns>The norm before.</returns>
    /// <exception cref="TensorException">The norm is infinite or NaN, and <paramref name="errorIfNonfinite"/> is set.</exception>
    public static double ClipGradNorm(this IEnumerable<Tensor> parameters, double maxNorm, double normType = 2, bool errorIfNonfinite = false)
    {
        var gradients = Of(parameters);
        using var scope = Autograd.NoGrad();
        var total = Combine(gradients.Select(gradient => NormOf(gradient, normType)), normType);
        if (errorIfNonfinite && !double.IsFinite(total))
        {
            throw new TensorException(
                $"The total norm of order {OptimizerOption.Format(normType)} for gradients from `parameters` is non-finite, so it cannot be clipped. " +
                "To disable this error and scale the gradients by the non-finite norm anyway, set errorIfNonfinite: false.");
        }

        // The small number is PyTorch's, against division by 0. Math.Min passes NaN on, as PyTorch's clamp does.
        var factor = Math.Min(maxNorm / (total + 1e-6), 1);
        if (factor != 1)
        {
            foreach (var gradient in gradients)
                Scale(gradient, factor);
        }

        return total;
    }

    /// <summary>Limits each element of the gradients, in place, to [-<paramref name="clipValue"/>, <paramref name="clipValue"/>] (PyTorch's <c>clip_grad_value_</c>).</summary>
    /// <param name="parameters">The parameters, of any element types.</param>
    /// <param name="clipValue">The greatest magnitude that is left.</param>
    public static void ClipGradValue(this IEnumerable<Tensor> parameters, double clipValue)
    {
        using var scope = Autograd.NoGrad();
        foreach (var gradient in Of(parameters))
        {
            switch (gradient)
            {
                case Tensor<float> typed: typed.ClampInPlace(-clipValue, clipValue); break;
                case Tensor<double> typed: typed.ClampInPlace(-clipValue, clipValue); break;
                case Tensor<Half> typed: typed.ClampInPlace(-clipValue, clipValue); break;
                case Tensor<BFloat16> typed: typed.ClampInPlace(-clipValue, clipValue); break;
                default: throw NoReal(gradient);
            }
        }
    }

    // A parameter that stands there twice has one gradient, which is scaled once.
    private static List<Tensor> Of(IEnumerable<Tensor> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return [.. parameters.Select(parameter => parameter.Grad).OfType<Tensor>().Distinct<Tensor>(ReferenceEqualityComparer.Instance)];
    }

    private static double NormOf(Tensor gradient, double order) => gradient switch
    {
        Tensor<float> typed => typed.Norm(order).Item(),
        Tensor<double> typed => typed.Norm(order).Item(),
        Tensor<Half> typed => (double)typed.Norm(order).Item(),
        Tensor<BFloat16> typed => (double)typed.Norm(order).Item(),
        _ => throw NoReal(gradient),
    };

    // The norm of norms is the norm of all.
    private static double Combine(IEnumerable<double> norms, double order)
    {
        double[] all = [.. norms];
        return all.Length == 0 ? 0 : Tensor.From(all).Norm(order).Item();
    }

    private static void Scale(Tensor gradient, double factor)
    {
        switch (gradient)
        {
            case Tensor<float> typed: typed.MulInPlace(factor); break;
            case Tensor<double> typed: typed.MulInPlace(factor); break;
            case Tensor<Half> typed: typed.MulInPlace(factor); break;
            case Tensor<BFloat16> typed: typed.MulInPlace(factor); break;
            default: throw NoReal(gradient);
        }
    }

    private static TensorException NoReal(Tensor gradient) => new($"Gradients of real numbers can be clipped, and one of shape {gradient.Shape} is {gradient.DType}.");
}
