namespace DslTensors;

public abstract partial class Tensor
{
    private protected ViewOrigin? _view;

    /// <summary>Whether this tensor is a view of another one, as autograd sees it; detached aliases are none.</summary>
    internal bool IsView => _view is not null;

    /// <summary>Marks this view as one of several that an operator returned.</summary>
    internal void MarkOneOfSeveral(string step, int output) => _view?.MarkOneOfSeveral(step, output);

    /// <summary>Makes this a tensor of its own: nobody else has the one that it is a view of.</summary>
    internal void ForgetBase() => _view = null;

    /// <summary>Fails if a write to this tensor can't be recorded.</summary>
    internal void CheckRecordedWrite() => _view?.CheckFollowsWrites(_gradFn, "is being");

    /// <summary>After a recorded write through this view, the tensor that it shows has the history, and this follows it.</summary>
    internal void GiveHistoryToBase()
    {
        if (_view is not { } view || _gradFn is not { } write)
            return;
        lock (view)
        {
            CheckSameMemory(view);
            view.Base.SetGradFn(NewCopySlices(view.Base, write));
            SetGradFn(NewAsStridedStep(view.Base));
            view.Version = VersionCounter.Version;
        }
    }

    private protected abstract Node NewCopySlices(Tensor viewed, Node write);

    private protected abstract Node NewAsStridedStep(Tensor viewed);

    /// <summary>The history of a view: its own, or after writes to the memory the one that it has as a part of the written tensor.</summary>
    private Node? CurrentHistoryOfView()
    {
        var view = _view!;
        if (view.Version == VersionCounter.Version || (_gradFn is null && !view.Base.RequiresGrad))
            return _gradFn;
        lock (view)
        {
            var version = VersionCounter.Version;
            if (view.Version == version)
                return _gradFn;
            view.CheckFollowsWrites(_gradFn, "its base or another view of its base has been");
            if (_gradFn is not null || view.Base._gradFn is not null)
            {
                CheckSameMemory(view);
                SetGradFn(NewAsStridedStep(view.Base));
            }

            view.Version = version;
            return _gradFn;
        }
    }

    private void CheckSameMemory(ViewOrigin view)
    {
        if (!ReferenceEquals(UntypedStorage, view.Base.UntypedStorage))
        {
            throw new AutogradException(
                $"a view of shape {Shape} and the tensor of shape {view.Base.Shape} that it was taken of have different memory since Data was set, " +
                "and one of them was written in place. Take the view again after setting Data.");
        }
    }
}

public sealed partial class Tensor<T>
{
    /// <summary>The same memory seen with another layout, for operators that return views; generated code records the gradient.</summary>
    /// <param name="layout">Sizes and strides.</param>
    /// <param name="offset">Where the view begins, in elements from this tensor's first.</param>
    public Tensor<T> ViewAs(StridedLayout layout, int offset)
    {
        var view = Alias(layout, Offset + offset);
        if (DType.IsFloatingPoint() && !Storage.IsInference)
            view._view = new ViewOrigin(_view?.Base ?? this, VersionCounter.Version, ViewOrigin.KindOfNext(_view));
        return view;
    }

    private protected override Node NewCopySlices(Tensor viewed, Node write) => new CopySlices<T>(viewed.Layout, GeometryIn(viewed), viewed.LastGradFn, write);

    private protected override Node NewAsStridedStep(Tensor viewed) => new AsStridedStep<T>(Layout, GeometryIn(viewed), viewed.GradEdge);

    private ViewGeometry GeometryIn(Tensor viewed) => new(viewed.Layout, Layout, Offset - viewed.Offset);
}
