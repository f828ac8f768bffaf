using System.Numerics;

namespace DslTensors;

public static partial class Autograd
{
    /// <summary>The derivatives of each element of a function's result by each element of its input (PyTorch's <c>autograd.functional.jacobian</c>).</summary>
    /// <param name="function">The function.</param>
    /// <param name="input">Where.</param>
    /// <param name="createGraph">Record the computation, to differentiate it further.</param>
    /// <returns>A tensor of the result's sizes followed by the input's.</returns>
    public static Tensor<T> Jacobian<T>(Func<Tensor<T>, Tensor<T>> function, Tensor<T> input, bool createGraph = false)
        where T : unmanaged, IFloatingPointIeee754<T> => Jacobian(OfOne(function), [input], createGraph)[0];

    /// <summary>The derivatives of each element of a function's result by each element of its inputs.</summary>
    /// <param name="function">The function.</param>
    /// <param name="inputs">Where.</param>
    /// <param name="createGraph">Record the computation, to differentiate it further.</param>
    /// <returns>For each input, a tensor of the result's sizes followed by the input's.</returns>
    public static Tensor<T>[] Jacobian<T>(Func<Tensor<T>[], Tensor<T>> function, Tensor<T>[] inputs, bool createGraph = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using (EnableGrad())
        {
            var gradients = new FunctionGradients<T>(function, inputs, createGraph);
            return gradients.Jacobians(gradients.Output);
        }
    }

    /// <summary>The second derivatives of a function with one number as result (PyTorch's <c>autograd.functional.hessian</c>).</summary>
    /// <param name="function">The function.</param>
    /// <param name="input">Where.</param>
    /// <param name="createGraph">Record the computation, to differentiate it further.</param>
    /// <returns>A tensor of the input's sizes, twice.</returns>
    /// <exception cref="ShapeException">The result has several elements.</exception>
    public static Tensor<T> Hessian<T>(Func<Tensor<T>, Tensor<T>> function, Tensor<T> input, bool createGraph = false)
        where T : unmanaged, IFloatingPointIeee754<T> => Hessian(OfOne(function), [input], createGraph)[0][0];

    /// <summary>The second derivatives of a function of several tensors with one number as result.</summary>
    /// <param name="function">The function.</param>
    /// <param name="inputs">Where.</param>
    /// <param name="createGraph">Record the computation, to differentiate it further.</param>
    /// <returns>For each pair of inputs, a tensor of the sizes of the first followed by those of the second.</returns>
    /// <exception cref="ShapeException">The result has several elements.</exception>
    public static Tensor<T>[][] Hessian<T>(Func<Tensor<T>[], Tensor<T>> function, Tensor<T>[] inputs, bool createGraph = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using (EnableGrad())
        {
            var gradients = new FunctionGradients<T>(function, inputs, createGraph);
            return Array.ConvertAll(FirstDerivatives(gradients, "hessian"), gradients.Jacobians);
        }
    }

    private static Tensor<T>[] FirstDerivatives<T>(FunctionGradients<T> gradients, string name)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (gradients.Output.Count != 1)
            throw new ShapeException($"The Tensor returned by the function given to {name} should contain a single element, and its shape is {gradients.Output.Shape}. Reduce it, e.g. with Sum().");
        return gradients.Of(gradients.Output, FunctionGradients<T>.Unit(gradients.Output, 0), createGraph: true);
    }

    private static Func<Tensor<T>[], Tensor<T>> OfOne<T>(Func<Tensor<T>, Tensor<T>> function)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(function);
        return inputs => function(inputs[0]);
    }
}
