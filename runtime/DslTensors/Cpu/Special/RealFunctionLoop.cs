using System.Numerics;

namespace DslTensors.Cpu;

/// <summary>A function that vectors don't have, in double precision.</summary>
internal interface IRealFunction
{
    /// <summary>Computes it.</summary>
    static abstract double Apply(double x);
}

/// <summary>A function of two numbers that vectors don't have, in double precision.</summary>
internal interface IRealFunction2
{
    /// <summary>Computes it.</summary>
    static abstract double Apply(double x, double y);
}

/// <summary>Functions of elements one by one, on several threads, whatever the element type in double precision.</summary>
internal static class RealFunctionLoop
{
    private const int Grain = 512;

    /// <summary>Fills <paramref name="result"/>, which may be the input itself.</summary>
    public static void Run<TFunction, T>(TensorView<T> input, TensorView<T> result)
        where TFunction : struct, IRealFunction
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var target = result.IsContiguous ? result : result.Copy();
        Parallelism.For(result.Count, Grain, new Body<TFunction, T>(input.Dense(), target));
        StridedCopy.RunUnlessSame(target, result);
    }

    /// <summary>Fills <paramref name="result"/>, which both operands broadcast to, and which may be the first itself.</summary>
    public static void Run<TFunction, T>(TensorView<T> first, TensorView<T> second, TensorView<T> result)
        where TFunction : struct, IRealFunction2
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var target = result.IsContiguous ? result : result.Copy();
        var (x, y) = (Whole(first, result.Layout), Whole(second, result.Layout));
        Parallelism.For(result.Count, Grain, new Body2<TFunction, T>(x, y, target));
        StridedCopy.RunUnlessSame(target, result);
    }

    private static TensorView<T> Whole<T>(TensorView<T> operand, StridedLayout layout)
        where T : unmanaged => new TensorView<T>(operand.Array, operand.Offset, operand.Layout.BroadcastTo(layout.Sizes)!).Dense();

    private readonly struct Body<TFunction, T>(TensorView<T> input, TensorView<T> result) : IRangeBody
        where TFunction : struct, IRealFunction
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Run(int from, int to)
        {
            var (source, target) = (input.Array.AsMemory(input.Offset, input.Count), result.Array.AsMemory(result.Offset, result.Count));
            for (var i = from; i < to; i++)
                target.Span[i] = T.CreateTruncating(TFunction.Apply(double.CreateTruncating(source.Span[i])));
        }
    }

    private readonly struct Body2<TFunction, T>(TensorView<T> x, TensorView<T> y, TensorView<T> result) : IRangeBody
        where TFunction : struct, IRealFunction2
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Run(int from, int to)
        {
            for (var i = from; i < to; i++)
                result.Span[i] = T.CreateTruncating(TFunction.Apply(double.CreateTruncating(x.Span[i]), double.CreateTruncating(y.Span[i])));
        }
    }
}
