namespace DslTensors;

public abstract partial class Tensor
{
    internal abstract bool HasNaN();
}

public sealed partial class Tensor<T>
{
    internal override bool HasNaN()
    {
        if (!DType.IsFloatingPoint())
            return false;
        var elements = (Device.Backend is null ? this : Detach().Cpu()).AsView().Dense().Span;
        foreach (var element in elements)
        {
            if (IsNaN(element))
                return true;
        }

        GC.KeepAlive(this);
        return false;
    }

    private static bool IsNaN(T element)
    {
        if (typeof(T) == typeof(float))
            return float.IsNaN((float)(object)element);
        if (typeof(T) == typeof(double))
            return double.IsNaN((double)(object)element);
        if (typeof(T) == typeof(BFloat16))
            return BFloat16.IsNaN((BFloat16)(object)element);
        return typeof(T) == typeof(Half) && Half.IsNaN((Half)(object)element);
    }
}
