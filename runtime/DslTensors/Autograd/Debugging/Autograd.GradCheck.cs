using System.Numerics;

namespace DslTensors;

public static partial class Autograd
{
    /// <summary>
    /// Compares the gradients that backward computes with differences of the function's values (PyTorch's <c>autograd.gradcheck</c>): for
    /// operators of one's own. Use double: differences of floats are too coarse.
    /// </summary>
    /// <param name="function">The function; it must compute the same each time.</param>
    /// <param name="input">Where; it requires gradients, and keeps its values.</param>
    /// <param name="eps">The step of the differences.</param>
    /// <param name="atol">The greatest difference that counts as equal.</param>
    /// <param name="rtol">That difference in relation to the value.</param>
    /// <param name="raiseException">Whether a difference is an error that says which element differs; otherwise the answer is <see langword="false"/>.</param>
    /// <returns>Whether all agree.</returns>
    /// <exception cref="AutogradException">They differ, or the input requires no gradients.</exception>
    public static bool GradCheck<T>(Func<Tensor<T>, Tensor<T>> function, Tensor<T> input, double eps = 1e-6, double atol = 1e-5, double rtol = 1e-3, bool raiseException = true)
        where T : unmanaged, IFloatingPointIeee754<T> => GradCheck(OfOne(function), [input], eps, atol, rtol, raiseException);

    /// <inheritdoc cref="GradCheck{T}(Func{Tensor{T}, Tensor{T}}, Tensor{T}, double, double, double, bool)"/>
    /// <param name="function">The function; it must compute the same each time.</param>
    /// <param name="inputs">Where; at least one requires gradients, and all keep their values.</param>
    /// <param name="eps">The step of the differences.</param>
    /// <param name="atol">The greatest difference that counts as equal.</param>
    /// <param name="rtol">That difference in relation to the value.</param>
    /// <param name="raiseException">Whether a difference is an error that says which element differs; otherwise the answer is <see langword="false"/>.</param>
    public static bool GradCheck<T>(Func<Tensor<T>[], Tensor<T>> function, Tensor<T>[] inputs, double eps = 1e-6, double atol = 1e-5, double rtol = 1e-3, bool raiseException = true)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(function);
        return GradCheck(arguments => (Tensor<T>[])[function(arguments)], inputs, eps, atol, rtol, raiseException);
    }

    /// <inheritdoc cref="GradCheck{T}(Func{Tensor{T}, Tensor{T}}, Tensor{T}, double, double, double, bool)"/>
    /// <param name="function">The function, with several results; it must compute the same each time.</param>
    /// <param name="inputs">Where; at least one requires gradients, and all keep their values.</param>
    /// <param name="eps">The step of the differences.</param>
    /// <param name="atol">The greatest difference that counts as equal.</param>
    /// <param name="rtol">That difference in relation to the value.</param>
    /// <param name="raiseException">Whether a difference is an error that says which element differs; otherwise the answer is <see langword="false"/>.</param>
    public static bool GradCheck<T>(Func<Tensor<T>[], Tensor<T>[]> function, Tensor<T>[] inputs, double eps = 1e-6, double atol = 1e-5, double rtol = 1e-3, bool raiseException = true)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(function);
        using (EnableGrad())
        {
            var problem = new GradientComparison<T>(function, inputs, eps, atol, rtol).Problem();
            if (problem is not null && raiseException)
                throw new AutogradException(problem);
            return problem is null;
        }
    }

    /// <summary>Compares second derivatives with differences of the first (PyTorch's <c>autograd.gradgradcheck</c>).</summary>
    /// <inheritdoc cref="GradCheck{T}(Func{Tensor{T}, Tensor{T}}, Tensor{T}, double, double, double, bool)"/>
    public static bool GradGradCheck<T>(Func<Tensor<T>, Tensor<T>> function, Tensor<T> input, double eps = 1e-6, double atol = 1e-5, double rtol = 1e-3, bool raiseException = true)
        where T : unmanaged, IFloatingPointIeee754<T> => GradGradCheck(OfOne(function), [input], eps, atol, rtol, raiseException);

    /// <summary>Compares second derivatives with differences of the first (PyTorch's <c>autograd.gradgradcheck</c>).</summary>
    /// <inheritdoc cref="GradCheck{T}(Func{Tensor{T}[], Tensor{T}}, Tensor{T}[], double, double, double, bool)"/>
    public static bool GradGradCheck<T>(Func<Tensor<T>[], Tensor<T>> function, Tensor<T>[] inputs, double eps = 1e-6, double atol = 1e-5, double rtol = 1e-3, bool raiseException = true)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(function);
        Tensor<T> weights;
        using (NoGrad())
            weights = Weights(function(inputs));
        weights.RequiresGrad = true;
        return GradCheck(FirstGradients, [.. inputs, weights], eps, atol, rtol, raiseException);

        Tensor<T>[] FirstGradients(Tensor<T>[] arguments)
        {
            using (EnableGrad())
            {
                var output = function(arguments[..^1]);
                var differentiable = arguments[..^1].Where(argument => argument.RequiresGrad).ToArray();
                var gradients = Grad<T>(output, differentiable, allowUnused: true, arguments[^1], createGraph: true);
                return [.. gradients.Select((gradient, i) => gradient ?? FunctionGradients<T>.ZerosLike(differentiable[i]))];
            }
        }
    }

    // Any numbers do that are not all alike; the user's random numbers stay as they are.
    private static Tensor<T> Weights<T>(Tensor<T> like)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var weights = FunctionGradients<T>.ZerosLike(like);
        new RandomSource(0).FillUniform(weights.AsView().Span, -1, 1);
        return weights;
    }
}
