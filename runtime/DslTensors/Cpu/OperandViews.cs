using System.Runtime.CompilerServices;

namespace DslTensors.Cpu;

/// <summary>The operands of an elementwise loop; the map's arity says how many are set.</summary>
[InlineArray(6)]
internal struct OperandViews<T>
    where T : unmanaged
{
    private TensorView<T> _first;
}
