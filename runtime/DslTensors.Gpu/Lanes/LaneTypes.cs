namespace DslTensors.Devices.Lanes;

/// <summary>Something to do for an element type, once its form in memory and its lane are known.</summary>
internal interface ILaneAction
{
    void Run<S, L>()
        where S : unmanaged
        where L : unmanaged, IDeviceLane<L, S>;
}

/// <summary>Which lane computes with which element type.</summary>
internal static class LaneTypes
{
    public static void Dispatch<T, TAction>(TAction action)
        where T : unmanaged
        where TAction : struct, ILaneAction
    {
        if (typeof(T) == typeof(float))
            action.Run<float, FloatLane>();
        else if (typeof(T) == typeof(double))
            action.Run<double, DoubleLane>();
        else if (typeof(T) == typeof(long))
            action.Run<long, LongLane>();
        else if (typeof(T) == typeof(int))
            action.Run<int, IntLane>();
        else if (typeof(T) == typeof(bool) || typeof(T) == typeof(byte))
            action.Run<byte, IntLane>();
        else if (typeof(T) == typeof(Half))
            action.Run<HalfBits, FloatLane>();
        else if (typeof(T) == typeof(BFloat16))
            action.Run<BFloat16Bits, FloatLane>();
        else if (typeof(T) == typeof(short))
            action.Run<short, IntLane>();
        else if (typeof(T) == typeof(sbyte))
            action.Run<sbyte, IntLane>();
        else
            throw new TensorException($"{typeof(T)} is not an element type.");
    }
}
