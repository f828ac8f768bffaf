using System.Numerics;
using DslTensors;

namespace CustomOp;

/// <summary>The squared Euclidean distance of each row of one matrix from each row of another.</summary>
/// <param name="input">The points, [n, d].</param>
/// <param name="centers">The other points, [m, d].</param>
/// <returns>The squared distances, [n, m].</returns>
/// <exception cref="ShapeException">An input is no matrix, or the points have different dimensions.</exception>
[TensorOp("n d, m d -> n m")]
[ShapeError("centers", ShapeFault.Size, "points of {d} dimensions have no distance from points of {centers[1]}")]
internal static partial class SquaredDistances
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> centers, TensorView<T> result)
        where T : unmanaged, INumber<T>
    {
        for (var i = 0; i < result.Sizes[0]; i++)
        {
            for (var j = 0; j < result.Sizes[1]; j++)
            {
                var sum = T.Zero;
                for (var k = 0; k < input.Sizes[1]; k++)
                {
                    var difference = input[i, k] - centers[j, k];
                    sum += difference * difference;
                }

                result[i, j] = sum;
            }
        }
    }

    // The derivative of |x - c|² by x is 2 (x - c): summed over the centers, each weighted with its gradient.
    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<T> input, Tensor<T> centers)
        where T : unmanaged, IFloatingPointIeee754<T> => 2 * ((grad.Sum(1, keepDim: true) * input) - grad.Matmul(centers));

    private static Tensor<T> GradCenters<T>(Tensor<T> grad, Tensor<T> input, Tensor<T> centers)
        where T : unmanaged, IFloatingPointIeee754<T> => GradInput(grad.Transpose(0, 1), centers, input);
}
