using System.Numerics;

namespace DslTensors;

public static partial class Autograd
{
    /// <summary>A vector times the Jacobian of a function: one backward pass (PyTorch's <c>autograd.functional.vjp</c>).</summary>
    /// <param name="function">The function.</param>
    /// <param name="input">Where.</param>
    /// <param name="v">The vector, of the result's shape; may be left out if that has one element.</param>
    /// <param name="createGraph">Record the computation, to differentiate it further.</param>
    /// <returns>The function's result, and the product in the input's shape.</returns>
    /// <exception cref="ShapeException">The vector has another shape.</exception>
    public static (Tensor<T> Output, Tensor<T> Product) Vjp<T>(Func<Tensor<T>, Tensor<T>> function, Tensor<T> input, Tensor<T>? v = null, bool createGraph = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (output, products) = Vjp(OfOne(function), [input], v, createGraph);
        return (output, products[0]);
    }

    /// <summary>A vector times the Jacobians of a function of several tensors.</summary>
    /// <param name="function">The function.</param>
    /// <param name="inputs">Where.</param>
    /// <param name="v">The vector, of the result's shape; may be left out if that has one element.</param>
    /// <param name="createGraph">Record the computation, to differentiate it further.</param>
    /// <returns>The function's result, and for each input the product in its shape.</returns>
    /// <exception cref="ShapeException">The vector has another shape.</exception>
    public static (Tensor<T> Output, Tensor<T>[] Products) Vjp<T>(Func<Tensor<T>[], Tensor<T>> function, Tensor<T>[] inputs, Tensor<T>? v = null, bool createGraph = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using (EnableGrad())
        {
            var gradients = new FunctionGradients<T>(function, inputs, createGraph);
            var vector = FunctionGradients<T>.Vector(v, gradients.Output, "user-provided function returns");
            return (gradients.Answer, gradients.Of(gradients.Output, vector, createGraph));
        }
    }

    /// <summary>The Jacobian of a function times a vector: the derivative in a direction (PyTorch's <c>autograd.functional.jvp</c>).</summary>
    /// <param name="function">The function.</param>
    /// <param name="input">Where.</param>
    /// <param name="v">The vector, of the input's shape; may be left out if that has one element.</param>
    /// <param name="createGraph">Record the computation, to differentiate it further.</param>
    /// <returns>The function's result, and the product in its shape.</returns>
    /// <exception cref="ShapeException">The vector has another shape.</exception>
    public static (Tensor<T> Output, Tensor<T> Product) Jvp<T>(Func<Tensor<T>, Tensor<T>> function, Tensor<T> input, Tensor<T>? v = null, bool createGraph = false)
        where T : unmanaged, IFloatingPointIeee754<T> => Jvp(OfOne(function), [input], [FunctionGradients<T>.Vector(v, input, "input to the user-provided function is")], createGraph);

    /// <summary>The Jacobians of a function of several tensors times vectors, summed: the derivative in a direction.</summary>
    /// <param name="function">The function.</param>
    /// <param name="inputs">Where.</param>
    /// <param name="v">The vectors, of the inputs' shapes.</param>
    /// <param name="createGraph">Record the computation, to differentiate it further.</param>
    /// <returns>The function's result, and the product in its shape.</returns>
    /// <exception cref="ShapeException">A vector has another shape, or there are not as many as inputs.</exception>
    public static (Tensor<T> Output, Tensor<T> Product) Jvp<T>(Func<Tensor<T>[], Tensor<T>> function, Tensor<T>[] inputs, Tensor<T>[] v, bool createGraph = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var vectors = Vectors(v, inputs);
        using (EnableGrad())
        {
            var gradients = new FunctionGradients<T>(function, inputs, createGraph);

            // The product of a vector and the Jacobian is linear in the vector: its derivative by it is the Jacobian.
            var probe = FunctionGradients<T>.ZerosLike(gradients.Output);
            probe.RequiresGrad = true;
            var products = gradients.Of(gradients.Output, probe, createGraph: true);
            var dependent = Enumerable.Range(0, products.Length).Where(i => products[i].RequiresGrad).ToArray();
            var product = dependent.Length == 0 ? null : Grad<T>(
                [.. dependent.Select(i => (Tensor)products[i])], [probe], allowUnused: true, [.. dependent.Select(i => (Tensor?)vectors[i])], retainGraph: true, createGraph)[0];
            return (gradients.Answer, product ?? FunctionGradients<T>.ZerosLike(gradients.Output));
        }
    }

    /// <summary>The second derivatives of a function times a vector, without the matrix of them (PyTorch's <c>autograd.functional.hvp</c>).</summary>
    /// <param name="function">The function, with one number as result.</param>
    /// <param name="input">Where.</param>
    /// <param name="v">The vector, of the input's shape; may be left out if that has one element.</param>
    /// <param name="createGraph">Record the computation, to differentiate it further.</param>
    /// <returns>The function's result, and the product in the input's shape.</returns>
    /// <exception cref="ShapeException">The vector has another shape, or the result has several elements.</exception>
    public static (Tensor<T> Output, Tensor<T> Product) Hvp<T>(Func<Tensor<T>, Tensor<T>> function, Tensor<T> input, Tensor<T>? v = null, bool createGraph = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (output, products) = Hvp(OfOne(function), [input], [FunctionGradients<T>.Vector(v, input, "input to the user-provided function is")], createGraph);
        return (output, products[0]);
    }

    /// <summary>The second derivatives of a function of several tensors times vectors, without the matrix of them.</summary>
    /// <param name="function">The function, with one number as result.</param>
    /// <param name="inputs">Where.</param>
    /// <param name="v">The vectors, of the inputs' shapes.</param>
    /// <param name="createGraph">Record the computation, to differentiate it further.</param>
    /// <returns>The function's result, and for each input the product in its shape.</returns>
    /// <exception cref="ShapeException">A vector has another shape, there are not as many as inputs, or the result has several elements.</exception>
    public static (Tensor<T> Output, Tensor<T>[] Products) Hvp<T>(Func<Tensor<T>[], Tensor<T>> function, Tensor<T>[] inputs, Tensor<T>[] v, bool createGraph = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var vectors = Vectors(v, inputs);
        using (EnableGrad())
        {
            var gradients = new FunctionGradients<T>(function, inputs, createGraph);
            var first = FirstDerivatives(gradients, "hvp");
            var products = Array.ConvertAll(gradients.Inputs, FunctionGradients<T>.ZerosLike);
            for (var i = 0; i < first.Length; i++)
            {
                var row = gradients.Of(first[i], vectors[i], createGraph);
                for (var k = 0; k < products.Length; k++)
                    products[k] += row[k];
            }

            return (gradients.Answer, products);
        }
    }

    private static Tensor<T>[] Vectors<T>(Tensor<T>[] v, Tensor<T>[] inputs)
        where T : unmanaged, IFloatingPointIeee754<T> => v.Length == inputs.Length
        ? [.. v.Select((vector, i) => FunctionGradients<T>.Vector(vector, inputs[i], "input to the user-provided function is"))]
        : throw new ShapeException($"v should have {inputs.Length} elements, one for each input, but got {v.Length}.");
}
