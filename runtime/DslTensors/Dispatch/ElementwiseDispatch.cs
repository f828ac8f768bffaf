namespace DslTensors;

/// <summary>
/// Runs elementwise operators: finds the device, broadcasts, makes room for the result and starts the loop. Generated code calls it.
/// </summary>
public static partial class ElementwiseDispatch
{
    private static TensorView<T> Operand<T>(string operation, Tensor<T> operand, StridedLayout target)
        where T : unmanaged
    {
        var view = operand.AsView();
        if (operand.Layout.SameSizes(target))
            return view;
        if (operand.Layout.Count == 1 && operand.Layout.Rank <= target.Rank)
            return new TensorView<T>(view.Array, view.Offset, target.OfOneElement);
        return new TensorView<T>(view.Array, view.Offset, operand.Layout.BroadcastTo(target.Sizes) ?? throw BroadcastLayout.Mismatch(operation, operand.Layout, target));
    }

    // An operand that shares memory with the target without being the same elements would be read after it was written.
    private static TensorView<T> InPlaceOperand<T>(string operation, Tensor<T> operand, Tensor<T> target)
        where T : unmanaged
    {
        if (operand.Layout.BroadcastTo(target.Layout.Sizes) is not { } layout)
            throw NotFitting(operation, operand, target);
        var view = new TensorView<T>(operand.AsView().Array, operand.Offset, layout);
        var isSame = operand.Offset == target.Offset && layout.Strides.AsSpan().SequenceEqual(target.Layout.Strides);
        return ReferenceEquals(operand.Storage, target.Storage) && !isSame ? view.Copy() : view;
    }

    private static Tensor<T> Fitting<T>(string operation, Tensor<T> operand, Tensor<T> target)
        where T : unmanaged =>
        operand.Layout.BroadcastTo(target.Layout.Sizes) is not null ? operand : throw NotFitting(operation, operand, target);

    private static ShapeException NotFitting(string operation, Tensor operand, Tensor target) => new(
        $"output with shape {target.Shape} doesn't match the broadcast shape {Shape.Format(BroadcastLayout.Of(operation, target.Layout, operand.Layout).Sizes)}. {operation}: an in-place operator can't change the shape of its tensor.");
}
