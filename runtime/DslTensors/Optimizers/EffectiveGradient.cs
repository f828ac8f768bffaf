using System.Numerics;
using System.Runtime.CompilerServices;

namespace DslTensors;

/// <summary>What optimizers do to a gradient before they use it: the sign of the direction, and weight decay as a penalty.</summary>
internal readonly struct EffectiveGradient<T>(double weightDecay, bool maximize)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Vector<T> _sign = new(maximize ? -T.One : T.One);
    private readonly Vector<T> _weightDecay = new(T.CreateTruncating(weightDecay));
    private readonly bool _decays = weightDecay != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Of(Vector<T> gradient, Vector<T> value)
    {
        gradient *= _sign;

        // Not by a factor of 0: that would make an infinite parameter's gradient NaN.
        return _decays ? gradient + (_weightDecay * value) : gradient;
    }
}
