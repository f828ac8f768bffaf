using System.Numerics;

namespace DslTensors;

/// <summary>A parameter and what its optimizer remembers of it.</summary>
internal abstract class OptimizedParameter
{
    /// <summary>The number of steps, the current one included.</summary>
    public long Steps { get; set; }

    /// <summary>The parameter, if it is of a type that steps are computed in.</summary>
    public static OptimizedParameter? Of(Tensor tensor) => tensor switch
    {
        Tensor<float> typed => new OptimizedParameter<float>(typed),
        Tensor<double> typed => new OptimizedParameter<double>(typed),
        Tensor<Half> typed => new OptimizedHalf<Half>(typed),
        Tensor<BFloat16> typed => new OptimizedHalf<BFloat16>(typed),
        _ => null,
    };

    public abstract void Update(FusedOptimizer optimizer);
}

/// <inheritdoc/>
internal sealed class OptimizedParameter<T>(Tensor<T> tensor) : OptimizedParameter
    where T : unmanaged, IFloatingPointIeee754<T>
{
    // Resolving a generic virtual method costs more than a small step, so it is done once.
    private Action<OptimizedParameter<T>>? _update;
    private T[] _first = [];
    private T[] _second = [];
    private T[] _third = [];
    private T[]? _denseGradient;
    private T[]? _denseValues;

    public override void Update(FusedOptimizer optimizer) => (_update ??= optimizer.Update)(this);

    /// <summary>Runs a rule over values, gradient and as many states as the rule has; states begin as <paramref name="initialState"/>.</summary>
    public void Apply<TRule>(in TRule rule, T initialState = default)
        where TRule : struct, IUpdateRule<T>
    {
        var gradient = tensor.Grad!;
        var count = tensor.Layout.Count;
        if (TRule.StateCount > 0)
            Allocate(ref _first, count, initialState);
        if (TRule.StateCount > 1)
            Allocate(ref _second, count, initialState);
        if (TRule.StateCount > 2)
            Allocate(ref _third, count, initialState);

        var target = tensor.AsView();
        var values = Dense(target, ref _denseValues);
        UpdateLoop.Run(rule, values.Span, Dense(gradient.AsView(), ref _denseGradient).Span, _first, _second, _third);
        if (!target.IsContiguous)
            StridedCopy.Run(values, target);
        GC.KeepAlive(tensor);
        GC.KeepAlive(gradient);
    }

    private static void Allocate(ref T[] state, int count, T initial)
    {
        if (state.Length == count)
            return;
        state = new T[count];
        if (initial != T.Zero)
            Array.Fill(state, initial);
    }

    /// <summary>The view, or where it is strided a copy in a buffer that is kept for the next step.</summary>
    private static TensorView<T> Dense(TensorView<T> view, ref T[]? buffer)
    {
        if (view.IsContiguous)
            return view;
        if (buffer is null || buffer.Length != view.Count)
            buffer = new T[view.Count];
        var dense = new TensorView<T>(buffer, 0, view.Layout.ToContiguous());
        StridedCopy.Run(view, dense);
        return dense;
    }
}
