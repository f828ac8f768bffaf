using System.Numerics;
using DslTensors.Cpu;
using DslTensors.Lanes;

namespace DslTensors.Operators;

/// <summary>The total or mean cross entropy of rows of scores and the right classes, in one step.</summary>
/// <param name="input">The scores, [b, c].</param>
/// <param name="target">A class for each row, [b].</param>
/// <param name="weight">A weight for each class, [c].</param>
/// <param name="ignoreIndex">Rows of this class count for nothing.</param>
/// <param name="reduction">Mean (by weight) or sum.</param>
/// <returns>The loss, and the logarithms of the probabilities, [b, c].</returns>
/// <exception cref="DimensionException">A class is out of range.</exception>
[TensorOp("b c, b, c? -> classLoss(b c, b, reduction), b c", Name = "nll_loss", Method = "NllLoss", IsInternal = true)]
[ShapeError("weight", ShapeFault.Rank, "weight tensor should be defined either for all {c} classes or no classes but got weight tensor of shape: {weight}")]
[ShapeError("weight", ShapeFault.Size, "weight tensor should be defined either for all {c} classes or no classes but got weight tensor of shape: {weight}")]
public static partial class ClassLoss
{
    private static void Forward<T>(TensorView<T> input, TensorView<long> target, TensorView<T>? weight, TensorView<T> result, TensorView<T> logarithms, int ignoreIndex, Reduction reduction)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var classes = input.Sizes[1];
        if (classes <= ClassRows.Most)
            ClassRows.LogSoftmax(input.Dense(), logarithms, classes);
        else
            SoftmaxLoop.Run(input.Dense(), logarithms, 1, isLog: true);
        var (loss, total) = (0.0, 0.0);
        var elements = logarithms.Span;
        for (var row = 0; row < target.Count; row++)
        {
            var picked = target[row];
            if (ClassTargets.IsIgnored(picked, ignoreIndex, classes, row))
                continue;
            var share = double.CreateTruncating(ClassTargets.Weight(weight, picked));
            loss -= double.CreateTruncating(elements[(row * classes) + (int)picked]) * share;
            total += share;
        }

        result.Origin = T.CreateTruncating(reduction == Reduction.Mean ? loss / total : loss);
    }

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<T>? gradLogarithms, Tensor<T> logarithms, Tensor<long> target, Tensor<T>? weight, int ignoreIndex, Reduction reduction)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var total = reduction == Reduction.Mean ? ClassTargets.TotalWeight(target, ignoreIndex, weight) : 1;
        var gradient = ClassLossGradient.Apply(grad, logarithms, target, weight, ignoreIndex, total, null);
        return gradLogarithms is null ? gradient : gradient + gradLogarithms - (logarithms.Exp() * gradLogarithms.Sum(1, keepDim: true));
    }
}

/// <summary>The gradient of <see cref="ClassLoss"/> by the scores.</summary>
[TensorOp("g..., b c, b, c? -> b c", Name = "nll_loss_backward", IsInternal = true)]
public static partial class ClassLossGradient
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> logarithms, TensorView<long> target, TensorView<T>? weight, TensorView<T> result, int ignoreIndex, double total)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var classes = logarithms.Sizes[1];
        var scale = input.Origin / T.CreateTruncating(total);
        ElementwiseLoop.Run(new ScaledExp(double.CreateTruncating(scale)), logarithms, result);
        var gradients = result.Span;
        for (var row = 0; row < target.Count; row++)
        {
            var picked = target[row];
            var elements = gradients.Slice(row * classes, classes);
            if (picked == ignoreIndex)
            {
                elements.Clear();
                continue;
            }

            var share = scale;
            if (weight is { } weights)
            {
                share *= weights[(int)picked];
                foreach (ref var element in elements)
                    element *= weights[(int)picked];
            }

            elements[(int)picked] -= share;
        }
    }

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<T> logarithms, Tensor<long> target, Tensor<T>? weight, int ignoreIndex, double total)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var shares = Shares(grad, target, weight, ignoreIndex);
        return ((shares * (grad * logarithms.Exp()).Sum(1)) + PickedLoss.Apply(grad, target, weight, ignoreIndex, null)).Sum() / total;
    }

    private static Tensor<T> GradLogarithms<T>(Tensor<T> grad, Tensor<T> input, Tensor<T> logarithms, Tensor<long> target, Tensor<T>? weight, int ignoreIndex, double total)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        grad * logarithms.Exp() * (Shares(grad, target, weight, ignoreIndex) * input / total).Unsqueeze(1);

    private static Tensor<T> Shares<T>(Tensor<T> like, Tensor<long> target, Tensor<T>? weight, int ignoreIndex)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        -PickedLoss.Apply(Tensor.OnesLike(like.Detach()), target, weight?.Detach(), ignoreIndex, null);

    private readonly struct ScaledExp(double scale) : IMap1
    {
        public L Invoke<L>(L x)
            where L : struct, ILane<L> => L.Exp(x) * L.Constant(scale);
    }
}
