using System.Numerics;

namespace DslTensors;

/// <summary>How an optimizer changes a vector of parameters; a struct, so that the loop around it is compiled for it.</summary>
internal interface IUpdateRule<T>
    where T : unmanaged
{
    /// <summary>Which states the rule keeps for each element. The others are not to be touched.</summary>
    static abstract RuleStates States { get; }

    /// <summary>One step.</summary>
    void Apply(ref Vector<T> value, Vector<T> gradient, ref Vector<T> first, ref Vector<T> second, ref Vector<T> third);
}

/// <summary>States that a rule keeps.</summary>
[Flags]
internal enum RuleStates
{
    /// <summary>No state.</summary>
    None = 0,

    /// <summary>The first state.</summary>
    First = 1,

    /// <summary>The second state.</summary>
    Second = 2,

    /// <summary>The third state.</summary>
    Third = 4,
}
