using System.Numerics;

namespace DslTensors;

/// <summary>The derivatives of a function by backward and by differences.</summary>
/// <typeparam name="T">The element type.</typeparam>
internal sealed class GradientComparison<T>(Func<Tensor<T>[], Tensor<T>[]> function, Tensor<T>[] inputs, double eps, double atol, double rtol)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>What is wrong; <see langword="null"/> if nothing is.</summary>
    public string? Problem()
    {
        var differentiable = inputs.Where(input => input.RequiresGrad).ToArray();
        if (differentiable.Length == 0)
            throw new AutogradException("gradcheck expects at least one input tensor to require gradient, but none of the them have requires_grad=True. Set RequiresGrad = true on one.");
        if (Array.Find(differentiable, input => input.Layout.HasInternalOverlap) is { } overlapping)
            throw new AutogradException($"The input of shape {overlapping.Shape} has a dimension with stride 0. gradcheck only supports inputs that are non-overlapping to be able to compute the numerical gradients correctly. Clone() it.");
        var outputs = function(inputs);
        for (var k = 0; k < outputs.Length; k++)
        {
            var analytical = Analytical(outputs[k], differentiable);
            for (var i = 0; i < differentiable.Length; i++)
            {
                if (Mismatch(Numerical(k, outputs[k], differentiable[i]), analytical[i], outputs[k], differentiable[i]) is { } difference)
                    return $"Jacobian mismatch for output {k} with respect to input {Array.IndexOf(inputs, differentiable[i])}, {difference}";
            }

            if (IgnoresGradient(outputs[k], differentiable))
                return $"backward not multiplied by grad_output: the gradients of output {k} are other than 0 where the gradient of the outcome by it is 0.";
        }

        return null;
    }

    private static double[][,] Analytical(Tensor<T> output, Tensor<T>[] differentiable)
    {
        var jacobians = Array.ConvertAll(differentiable, input => new double[output.Count, input.Count]);
        for (var row = 0; row < output.Count && output.RequiresGrad; row++)
        {
            var gradients = Autograd.Grad<T>(output, differentiable, allowUnused: true, FunctionGradients<T>.Unit(output, row), retainGraph: true);
            for (var i = 0; i < gradients.Length; i++)
            {
                var column = 0;
                foreach (var element in gradients[i]?.ToArray() ?? [])
                    jacobians[i][row, column++] = double.CreateChecked(element);
            }
        }

        return jacobians;
    }

    private double[,] Numerical(int k, Tensor<T> output, Tensor<T> input)
    {
        var jacobian = new double[output.Count, input.Count];
        var values = input.Data;
        var before = values.ToArray();
        using (Autograd.NoGrad())
        {
            for (var column = 0; column < before.Length; column++)
            {
                var (above, below) = (With(eps), With(-eps));
                for (var row = 0; row < above.Length; row++)
                    jacobian[row, column] = (double.CreateChecked(above[row]) - double.CreateChecked(below[row])) / (2 * eps);

                T[] With(double step)
                {
                    var moved = (T[])before.Clone();
                    moved[column] += T.CreateChecked(step);
                    Write(values, moved);
                    return function(inputs)[k].ToArray();
                }
            }
        }

        Write(values, before);
        return jacobian;
    }

    private string? Mismatch(double[,] numerical, double[,] analytical, Tensor<T> output, Tensor<T> input)
    {
        var (worst, row, column, count) = (-1.0, 0, 0, 0);
        for (var i = 0; i < numerical.GetLength(0); i++)
        {
            for (var j = 0; j < numerical.GetLength(1); j++)
            {
                var difference = Math.Abs(numerical[i, j] - analytical[i, j]);
                if (difference <= atol + (rtol * Math.Abs(numerical[i, j])) || (double.IsNaN(numerical[i, j]) && double.IsNaN(analytical[i, j])))
                    continue;
                count++;
                if (difference > worst || double.IsNaN(difference))
                    (worst, row, column) = (double.IsNaN(difference) ? double.PositiveInfinity : difference, i, j);
            }
        }

        return count == 0 ? null :
            $"most of all for {Element("output", output, row)} by {Element("input", input, column)}: numerical {numerical[row, column]:R}, analytical {analytical[row, column]:R}. " +
            $"{count} of {numerical.Length} derivatives differ.\nnumerical:{Tensor.From(numerical)}\nanalytical:{Tensor.From(analytical)}";
    }

    private static bool IgnoresGradient(Tensor<T> output, Tensor<T>[] differentiable) => output.RequiresGrad
        && Autograd.Grad<T>(output, differentiable, allowUnused: true, FunctionGradients<T>.ZerosLike(output), retainGraph: true)
            .Any(gradient => gradient is not null && gradient.ToArray().Any(element => element != T.Zero && !T.IsNaN(element)));

    private static void Write(Tensor<T> target, T[] values) =>
        StridedCopy.Run(new TensorView<T>(values, 0, target.Layout.ToContiguous()), target.AsView());

    private static string Element(string name, Tensor<T> tensor, int at)
    {
        var index = new int[tensor.Rank];
        for (var dim = tensor.Rank - 1; dim >= 0; dim--)
            (at, index[dim]) = (at / tensor.Shape[dim], at % tensor.Shape[dim]);
        return $"{name}[{string.Join(", ", index)}]";
    }
}
