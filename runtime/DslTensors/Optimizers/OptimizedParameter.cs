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

    public abstract void Update(FusedOptimizer optimizer, ParameterGroup group);

    /// <summary>A state, if it exists.</summary>
    public abstract Tensor? GetState(int slot);

    /// <summary>A state from now on, filled with a number.</summary>
    public abstract Tensor StartState(int slot, double value);

    /// <summary>A copy of a tensor as it may become a state.</summary>
    public abstract Tensor ConvertState(Tensor source);

    public abstract void SetState(int slot, Tensor? state);
}

/// <inheritdoc/>
internal sealed class OptimizedParameter<T>(Tensor<T> tensor) : OptimizedParameter
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Tensor<T>?[] _states = new Tensor<T>?[StateNames.Slots];

    // Resolving a generic virtual method costs more than a small step, so it is done once.
    private Action<ParameterGroup, OptimizedParameter<T>>? _update;
    private T[]? _denseGradient;
    private T[]? _denseValues;

    public override void Update(FusedOptimizer optimizer, ParameterGroup group) => (_update ??= optimizer.Update)(group, this);

    /// <summary>Runs a rule over values, gradient and the states that the rule has; states begin as <paramref name="initialState"/>.</summary>
    public void Apply<TRule>(in TRule rule, T initialState = default)
        where TRule : struct, IUpdateRule<T>
    {
        if (tensor.Device.Backend is not null)
        {
            throw new DeviceException(
                $"this optimizer has no kernel for parameters on {tensor.Device}; Sgd, Adam and AdamW have. Take one of these, or train on Device.Cpu.");
        }

        var gradient = tensor.Grad!;
        var first = State(0, (TRule.States & RuleStates.First) != 0, initialState);
        var second = State(1, (TRule.States & RuleStates.Second) != 0, initialState);
        var third = State(2, (TRule.States & RuleStates.Third) != 0, initialState);

        var target = tensor.AsView();
        var values = Dense(target, ref _denseValues);
        UpdateLoop.Run(rule, values.Span, Dense(gradient.AsView(), ref _denseGradient).Span, first, second, third);
        if (!target.IsContiguous)
            StridedCopy.Run(values, target);
        GC.KeepAlive(tensor);
        GC.KeepAlive(gradient);
        GC.KeepAlive(this);
    }

    /// <summary>As <see cref="Apply{TRule}"/>, with the same formula for parameters on other devices.</summary>
    public void Apply<TRule, TUpdate>(in TRule rule, in TUpdate update, T initialState = default)
        where TRule : struct, IUpdateRule<T>
        where TUpdate : struct, Lanes.IUpdate
    {
        if (tensor.Device.Backend is not { } backend)
        {
            Apply(rule, initialState);
            return;
        }

        var gradient = tensor.Grad!;
        Device.Common("optimizer step", tensor, gradient);
        var first = StateTensor(0, (TRule.States & RuleStates.First) != 0, initialState);
        var second = StateTensor(1, (TRule.States & RuleStates.Second) != 0, initialState);
        var third = StateTensor(2, (TRule.States & RuleStates.Third) != 0, initialState);
        backend.Update(update, tensor, gradient, first, second, third);
        GC.KeepAlive(this);
    }

    public override Tensor? GetState(int slot) => _states[slot];

    public override Tensor StartState(int slot, double value)
    {
        StateTensor(slot, isUsed: true, T.CreateTruncating(value));
        return _states[slot]!;
    }

    public override Tensor ConvertState(Tensor source)
    {
        var state = Tensor<T>.Allocate(tensor.Device, tensor.Layout.ToContiguous());
        state.CopyValuesFrom(source);
        return state;
    }

    public override void SetState(int slot, Tensor? state) => _states[slot] = (Tensor<T>?)state;

    private Span<T> State(int slot, bool isUsed, T initial) => StateTensor(slot, isUsed, initial) is { } state ? state.AsView().Span : default;

    // A state follows its parameter to another device at the next step.
    private Tensor<T>? StateTensor(int slot, bool isUsed, T initial)
    {
        if (!isUsed)
            return null;
        if (_states[slot]?.Layout.Count != tensor.Layout.Count)
            return _states[slot] = Operators.FilledTensor.Of<T>(tensor.Layout.Sizes, double.CreateTruncating(initial), tensor.Device);
        return _states[slot] = _states[slot]!.To(tensor.Device);
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
