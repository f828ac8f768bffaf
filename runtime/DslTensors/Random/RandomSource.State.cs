namespace DslTensors;

public sealed partial class RandomSource
{
    /// <summary>Where the stream stands (PyTorch's <c>get_state</c>), to draw the same values once more by <see cref="SetState"/>.</summary>
    public RandomState GetState()
    {
        lock (_gate)
            return new RandomState(_engine.State, _nextNormal, InitialSeed);
    }

    /// <summary>Goes back, or on, to a place of the stream (PyTorch's <c>set_state</c>).</summary>
    /// <param name="state">What <see cref="GetState"/> returned.</param>
    public void SetState(RandomState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        lock (_gate)
        {
            _engine.State = state.Engine;
            _nextNormal = state.NextNormal;
            InitialSeed = state.InitialSeed;
        }
    }
}

/// <summary>A place in a stream of random numbers.</summary>
public sealed class RandomState
{
    internal RandomState((uint[] Words, int Next) engine, double? nextNormal, long initialSeed) => (Engine, NextNormal, InitialSeed) = (engine, nextNormal, initialSeed);

    internal (uint[] Words, int Next) Engine { get; }

    internal double? NextNormal { get; }

    internal long InitialSeed { get; }
}
