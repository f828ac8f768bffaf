// Not compiled with the project: a gradient that names something which is not there.
using DslTensors;

namespace Mistakes.DSLT1003;

[TensorOp("n, n -> n")]
public static partial class Pair
{
    private static void Forward<T>(TensorView<T> left, TensorView<T> right, TensorView<T> result)
        where T : unmanaged, System.Numerics.INumber<T>
    {
        for (var i = 0; i < result.Sizes[0]; i++)
            result[i] = left[i] * right[i];
    }

    private static Tensor<T> GradLeft<T>(Tensor<T> grad, Tensor<T> rihgt)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => grad * rihgt;
}
