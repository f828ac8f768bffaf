using DslTensors.Cpu;
using DslTensors.Lanes;

namespace DslTensors.Tests.Cpu;

/// <summary>The loop drivers against naive loops, for every memory layout.</summary>
public class ElementwiseLoopTests
{
    private readonly struct Double : IMap1
    {
        public L Invoke<L>(L a)
            where L : struct, ILane<L> => a + a;
    }

    private readonly struct Scaled(double factor) : IMap2
    {
        public L Invoke<L>(L a, L b)
            where L : struct, ILane<L> => (a * L.Constant(factor)) - b;
    }

    private readonly struct Sum3 : IMap3
    {
        public L Invoke<L>(L a, L b, L c)
            where L : struct, ILane<L> => (a - b) + (c + c);
    }

    private readonly struct Sum4 : IMap4
    {
        public L Invoke<L>(L a, L b, L c, L d)
            where L : struct, ILane<L> => (a - b) + (c * d);
    }

    private readonly struct Sum5 : IMap5
    {
        public L Invoke<L>(L a, L b, L c, L d, L e)
            where L : struct, ILane<L> => (a - b) + (c * d) - e;
    }

    private readonly struct Sum6 : IMap6
    {
        public L Invoke<L>(L a, L b, L c, L d, L e, L f)
            where L : struct, ILane<L> => (a - b) + (c * d) - (e + f + f);
    }

    private readonly struct IsLess : IMap2
    {
        public L Invoke<L>(L a, L b)
            where L : struct, ILane<L> => L.Less(a, b);
    }

    private readonly struct Divide : IMap2
    {
        public L Invoke<L>(L a, L b)
            where L : struct, ILane<L> => a / b;
    }

    private static int Rounds => Lanes.SampleBits.IsNightly ? 20_000 : 400;

    [Fact]
    public void One_and_two_operands_in_any_layout()
    {
        Check(x => (float)x, (a, b) => (a * 3) - b);
        Check(x => x, (a, b) => (a * 3) - b);
        Check(x => (long)(x * 100), (a, b) => (a * 3) - b);
        Check(x => (int)(x * 100), (a, b) => (a * 3) - b);
        Check(x => (short)(x * 100), (a, b) => (short)((a * 3) - b));
        Check(x => (byte)(x * 30), (a, b) => (byte)((a * 3) - b));
        Check(x => (Half)x, (a, b) => (Half)(((float)a * 3) - (float)b));
    }

    [Fact]
    public void Up_to_six_operands_in_any_layout()
    {
        for (var seed = 0; seed < Rounds; seed++)
        {
            var views = new RandomViews(seed);
            var sizes = views.Sizes();
            TensorView<float>[] x = [.. Enumerable.Range(0, 6).Select(_ => views.Operand(sizes, v => (float)v))];
            var e = Array.ConvertAll(x, RandomViews.Elements);
            var result = views.Result<float>(sizes);
            ElementwiseLoop.Run(default(Sum3), x[0], x[1], x[2], result);
            Compare(result, i => (e[0][i] - e[1][i]) + (e[2][i] + e[2][i]), seed);
            ElementwiseLoop.Run(default(Sum4), x[0], x[1], x[2], x[3], result);
            Compare(result, i => (e[0][i] - e[1][i]) + (e[2][i] * e[3][i]), seed);
            ElementwiseLoop.Run(default(Sum5), x[0], x[1], x[2], x[3], x[4], result);
            Compare(result, i => (e[0][i] - e[1][i]) + (e[2][i] * e[3][i]) - e[4][i], seed);
            ElementwiseLoop.Run(default(Sum6), x[0], x[1], x[2], x[3], x[4], x[5], result);
            Compare(result, i => (e[0][i] - e[1][i]) + (e[2][i] * e[3][i]) - (e[4][i] + e[5][i] + e[5][i]), seed);
        }
    }

    [Fact]
    public void Predicates_in_any_layout()
    {
        CheckPredicate(x => (float)x, (a, b) => a < b);
        CheckPredicate(x => x, (a, b) => a < b);
        CheckPredicate(x => (long)x, (a, b) => a < b);
        CheckPredicate(x => (short)x, (a, b) => a < b);
        CheckPredicate(x => (sbyte)x, (a, b) => a < b);
        CheckPredicate(x => (Half)x, (a, b) => a < b);
        CheckPredicate(x => x > 0, (a, b) => !a && b);
    }

    [Fact]
    public void Every_count_up_to_two_hundred_writes_just_its_elements()
    {
        for (var count = 0; count <= 200; count++)
        {
            var (a, result, flags) = (new float[count + 40], new float[count + 40], new bool[count + 40]);
            for (var i = 0; i < a.Length; i++)
                (a[i], result[i]) = (i, -1);
            var layout = StridedLayout.Contiguous(count);
            ElementwiseLoop.Run(default(Double), new TensorView<float>(a, 7, layout), new TensorView<float>(result, 3, layout));
            ElementwiseLoop.RunPredicate(
                default(IsLess), new TensorView<float>(a, 7, layout), new TensorView<float>(a, 8, layout), new TensorView<bool>(flags, 3, layout));
            for (var i = 0; i < a.Length; i++)
            {
                var isInside = i >= 3 && i < 3 + count;
                Assert.Equal(isInside ? 2 * (i + 4) : -1, result[i]);
                Assert.Equal(isInside, flags[i]);
            }
        }
    }

    [Fact]
    public void The_result_may_be_an_operand()
    {
        for (var seed = 0; seed < Rounds; seed++)
        {
            var views = new RandomViews(seed);
            var sizes = views.Sizes();
            var target = views.Result<float>(sizes);
            for (var i = 0; i < target.Array.Length; i++)
                target.Array[i] = i % 17;
            var (before, b) = (RandomViews.Elements(target), views.Operand(sizes, v => (float)v));
            var other = RandomViews.Elements(b);
            ElementwiseLoop.Run(new Scaled(3), target, b, target);
            Compare(target, i => (before[i] * 3) - other[i], seed);
        }
    }

    [Fact]
    public void Many_elements_are_shared_between_threads()
    {
        const int count = 1_000_003;
        var (a, b, result) = (new float[count], new float[count], new float[count]);
        for (var i = 0; i < count; i++)
            (a[i], b[i]) = (i % 1000, i % 7);
        var layout = StridedLayout.Contiguous(count);
        var one = new TensorView<float>([5], 0, StridedLayout.Strided([count], [0]));
        ElementwiseLoop.Run(new Scaled(3), new TensorView<float>(a, 0, layout), new TensorView<float>(b, 0, layout), new TensorView<float>(result, 0, layout));
        for (var i = 0; i < count; i++)
            Assert.True((a[i] * 3) - b[i] == result[i]);
        ElementwiseLoop.Run(new Scaled(3), new TensorView<float>(a, 0, layout), one, new TensorView<float>(result, 0, layout));
        for (var i = 0; i < count; i++)
            Assert.True((a[i] * 3) - 5 == result[i]);
    }

    [Fact]
    public void The_padding_behind_the_last_element_does_not_divide_by_zero()
    {
        var layout = StridedLayout.Contiguous(5);
        var result = new TensorView<int>(new int[5], 0, layout);
        ElementwiseLoop.Run(default(Divide), new TensorView<int>([9, 8, 7, 6, 5], 0, layout), new TensorView<int>([2, 2, 2, 2, 2], 0, layout), result);
        Assert.Equal([4, 4, 3, 3, 2], result.Array);
    }

    [Fact]
    public void Operands_of_another_shape_are_refused()
    {
        var (a, b) = (new TensorView<float>(new float[6], 0, StridedLayout.Contiguous(2, 3)), new TensorView<float>(new float[6], 0, StridedLayout.Contiguous(3, 2)));
        var error = Assert.Throws<ShapeException>(() => ElementwiseLoop.Run(default(Divide), a, b, a));
        Assert.Contains("[3, 2]", error.Message);
        Assert.Contains("[2, 3]", error.Message);
    }

    private static void Check<T>(Func<double, T> convert, Func<T, T, T> expected)
        where T : unmanaged
    {
        for (var seed = 0; seed < Rounds; seed++)
        {
            var views = new RandomViews(seed);
            var sizes = views.Sizes();
            var (a, b, result) = (views.Operand(sizes, convert), views.Operand(sizes, convert), views.Result<T>(sizes));
            var (first, second) = (RandomViews.Elements(a), RandomViews.Elements(b));
            ElementwiseLoop.Run(new Scaled(3), a, b, result);
            Compare(result, i => expected(first[i], second[i]), seed);
            ElementwiseLoop.Run(default(Double), a, result);
            ElementwiseLoop.Run(new Scaled(2), a, result, result);
            Compare(result, i => default, seed);
        }
    }

    private static void CheckPredicate<T>(Func<double, T> convert, Func<T, T, bool> expected)
        where T : unmanaged
    {
        for (var seed = 0; seed < Rounds; seed++)
        {
            var views = new RandomViews(seed);
            var sizes = views.Sizes();
            var (a, b, result) = (views.Operand(sizes, convert), views.Operand(sizes, convert), views.Result<bool>(sizes));
            var (first, second) = (RandomViews.Elements(a), RandomViews.Elements(b));
            ElementwiseLoop.RunPredicate(default(IsLess), a, b, result);
            Compare(result, i => expected(first[i], second[i]), seed);
        }
    }

    private static void Compare<T>(TensorView<T> result, Func<int, T> expected, int seed)
        where T : unmanaged
    {
        var actual = RandomViews.Elements(result);
        for (var i = 0; i < actual.Length; i++)
        {
            if (!actual[i].Equals(expected(i)))
                Assert.Fail($"{typeof(T).Name}, seed {seed}, shape {Shape.Format(result.Sizes)}: element {i} is {actual[i]}, not {expected(i)}");
        }
    }
}
