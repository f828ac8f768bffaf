using DslTensors;
using ILGPU;
using ILGPU.Runtime;

namespace HeatKernel;

/// <summary>Heat on a plate with cold edges: each point moves towards the mean of its four neighbours.</summary>
public static partial class Heat
{
    /// <summary>One step of time for one point. The generator writes the launcher, <see cref="StepKernel"/>.</summary>
    /// <param name="at">The point: row and column.</param>
    /// <param name="plate">The temperatures.</param>
    /// <param name="next">The temperatures after the step.</param>
    /// <param name="rate">How far a point moves; stable up to 1.</param>
    [Kernel]
    public static void Step(
        Index2D at, [Shape("h w")] ArrayView2D<float, Stride2D.DenseY> plate, [Shape("h w")] ArrayView2D<float, Stride2D.DenseY> next, float rate)
    {
        var (row, column) = (at.X, at.Y);
        var isEdge = row == 0 || column == 0 || row == (int)plate.Extent.X - 1 || column == (int)plate.Extent.Y - 1;
        if (isEdge)
        {
            next[row, column] = 0;
            return;
        }

        var around = plate[row - 1, column] + plate[row + 1, column] + plate[row, column - 1] + plate[row, column + 1];
        next[row, column] = plate[row, column] + (rate * ((around / 4) - plate[row, column]));
    }

    /// <summary>Several steps on the device that the plate lies on.</summary>
    /// <param name="plate">The temperatures, [h, w].</param>
    /// <param name="steps">The number of steps.</param>
    /// <returns>The temperatures afterwards.</returns>
    public static Tensor<float> Run(Tensor<float> plate, int steps)
    {
        var (now, next) = (plate.Clone(), Tensor.EmptyLike(plate));
        for (var i = 0; i < steps; i++)
        {
            StepKernel.Launch(new Index2D(plate.Shape[0], plate.Shape[1]), now, next, 0.8f);
            (now, next) = (next, now);
        }

        return now;
    }
}
