using System.Numerics;

namespace DslTensors;

/// <summary>How an optimizer changes a vector of parameters; a struct, so that the loop around it is compiled for it.</summary>
internal interface IUpdateRule<T>
    where T : unmanaged
{
    /// <summary>The number of states that the rule keeps for each element, up to 3. The others are not to be touched.</summary>
    static abstract int StateCount { get; }

    /// <summary>One step.</summary>
    void Apply(ref Vector<T> value, Vector<T> gradient, ref Vector<T> first, ref Vector<T> second, ref Vector<T> third);
}
