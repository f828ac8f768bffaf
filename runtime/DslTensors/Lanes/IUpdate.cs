namespace DslTensors.Lanes;

/// <summary>An optimizer's formula for one parameter element and its states, as devices run it.</summary>
public interface IUpdate
{
    /// <summary>Changes the element and the states; those that the formula does not use stay as they are.</summary>
    void Apply<L>(ref L value, L gradient, ref L first, ref L second, ref L third)
        where L : struct, ILane<L>;
}
