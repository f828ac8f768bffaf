using System.Runtime.CompilerServices;

namespace DslTensors.Tests.Tensors;

/// <summary>Memory is recycled without Dispose: within twice the peak live set, and never under a live tensor.</summary>
[Collection(nameof(Alone))]
public class StoragePoolTests
{
    private const int Mebibyte = 1 << 20;

    public StoragePoolTests() => Settle();

    [Fact]
    public void Eight_mebibytes_a_step() => AssertBound(8 * Mebibyte, () => Repeat(Nightly.IsOn ? 10_000 : 300, _ => Step([.. Enumerable.Repeat(Mebibyte, 8)])));

    [Fact]
    public void A_quarter_of_a_gibibyte_a_step() => AssertBound(256L * Mebibyte, () => Repeat(Nightly.IsOn ? 1_000 : 10, _ => Step([.. Enumerable.Repeat(32 * Mebibyte, 8)])));

    [Fact]
    public void Only_some_of_a_step_is_alive_at_once() =>
        AssertBound(16 * Mebibyte, () => Repeat(Nightly.IsOn ? 2_000 : 100, _ => Chain(16 * Mebibyte, 20)));

    [Fact]
    public void Sizes_that_never_return()
    {
        var random = new System.Random(3);
        AssertBound(16 * Mebibyte, () => Repeat(Nightly.IsOn ? 10_000 : 400, _ => Step(Partition(random, 16 * Mebibyte))));
    }

    [Fact]
    public void A_live_set_that_grows_and_shrinks()
    {
        var kept = new List<Tensor<float>>();
        AssertBound(80L * Mebibyte, () =>
        {
            for (var round = 0; round < (Nightly.IsOn ? 200 : 6); round++)
            {
                for (var i = 0; i < 64; i++)
                {
                    kept.Add(Filled(Mebibyte, i));
                    Step([Mebibyte, Mebibyte]);
                }

                Verify(kept);
                kept.Clear();
                Repeat(50, _ => Step([.. Enumerable.Repeat(Mebibyte, 4)]));
            }
        });
    }

    [Fact]
    public void Memory_of_a_live_tensor_is_never_handed_out()
    {
        var random = new System.Random(11);
        var live = new Dictionary<int, Tensor<float>>();
        for (var i = 0; i < (Nightly.IsOn ? 100_000 : 3_000); i++)
        {
            live[random.Next(40)] = Filled(random.Next(64 * 1024, 512 * 1024), i);
            if (i % 100 == 0)
                Verify(live.Values);
        }

        Verify(live.Values);
    }

    [Fact]
    public async Task Threads_share_the_pool()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(thread => Task.Run(() =>
        {
            var random = new System.Random(thread);
            var live = new Dictionary<int, Tensor<float>>();
            for (var i = 0; i < (Nightly.IsOn ? 20_000 : 500); i++)
            {
                live[random.Next(10)] = Filled(random.Next(64 * 1024, 512 * 1024), (thread << 16) + i);
                if (i % 50 == 0)
                    Verify(live.Values);
            }

            Verify(live.Values);
        })));
    }

    [Fact]
    public void A_view_keeps_the_memory_of_its_base()
    {
        var views = new List<Tensor<float>>();
        for (var i = 0; i < 20; i++)
            views.Add(Filled(Mebibyte, i)[5..]);
        Repeat(100, _ => Step([.. Enumerable.Repeat(Mebibyte, 4)]));
        for (var i = 0; i < views.Count; i++)
            Assert.All(views[i].ToArray(), value => Assert.Equal(i, value));
    }

    [Fact]
    public void Memory_handed_out_as_a_span_is_never_used_again()
    {
        var escaped = Escape(Mebibyte);
        var array = escaped.Array;
        Repeat(200, _ => Step([.. Enumerable.Repeat(Mebibyte, 4)]));
        Assert.All(array, value => Assert.Equal(77, value));
    }

    [Fact]
    public void Free_memory_is_reused_and_can_be_given_up()
    {
        Repeat(20, _ => Step([.. Enumerable.Repeat(Mebibyte, 8)]));
        Assert.True(StoragePool.OwnedBytes > 0);
        Settle();
        Assert.Equal(0, StoragePool.InUseBytes);
        Assert.Equal(0, StoragePool.OwnedBytes);
    }

    [Fact]
    public void Small_tensors_are_not_pooled()
    {
        var before = StoragePool.OwnedBytes;
        var small = Tensor<byte>.Allocate(Device.Cpu, StridedLayout.Contiguous((64 * 1024) - 1));
        Assert.Equal(before, StoragePool.OwnedBytes);
        GC.KeepAlive(small);
    }

    [Fact]
    public void A_large_result_is_as_long_as_its_shape()
    {
        var values = Tensor.Arange<int>(0, 20_001);
        Assert.Equal(20_001, values.ToArray().Length);
        Assert.Equal(20_000, values.AsSpan()[^1]);
    }

    private static void AssertBound(long peak, Action pattern)
    {
        s_most = 0;
        pattern();
        Assert.True(s_most <= 2 * peak, $"the pool owned {s_most / (double)Mebibyte:F1} MiB, more than twice the live set of {peak / (double)Mebibyte:F1} MiB");
    }

    private static long s_most;

    private static void Repeat(int count, Action<int> step)
    {
        for (var i = 0; i < count; i++)
        {
            step(i);
            s_most = Math.Max(s_most, StoragePool.OwnedBytes);
        }
    }

    /// <summary>Tensors of given sizes in bytes, all alive until the end.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Step(int[] sizes)
    {
        var tensors = sizes.Select(size => Tensor<float>.Allocate(Device.Cpu, StridedLayout.Contiguous(size / sizeof(float)))).ToArray();
        s_most = Math.Max(s_most, StoragePool.OwnedBytes);
        GC.KeepAlive(tensors);
    }

    /// <summary>A computation of two tensors at a time.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Chain(int bytes, int steps)
    {
        var x = Tensor<float>.Allocate(Device.Cpu, StridedLayout.Contiguous(bytes / 2 / sizeof(float)));
        for (var i = 0; i < steps; i++)
        {
            x = Tensor<float>.Allocate(Device.Cpu, x.Layout);
            s_most = Math.Max(s_most, StoragePool.OwnedBytes);
        }
    }

    private static int[] Partition(System.Random random, int bytes)
    {
        var sizes = new List<int>();
        while (bytes >= 2 * Mebibyte)
        {
            // Size classes waste up to an eighth, which counts as live.
            var size = random.Next(64 * 1024, 2 * Mebibyte);
            sizes.Add(size);
            bytes -= size + (size / 8);
        }

        return [.. sizes];
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static TensorView<float> Escape(int bytes)
    {
        var tensor = Tensor<float>.Allocate(Device.Cpu, StridedLayout.Contiguous(bytes / sizeof(float)));
        tensor.AsSpan().Fill(77);
        var view = tensor.AsView();
        view.Array.AsSpan().Fill(77);
        return view;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Tensor<float> Filled(int bytes, int value)
    {
        var tensor = Tensor<float>.Allocate(Device.Cpu, StridedLayout.Contiguous(bytes / sizeof(float)));
        tensor.AsView().Span.Fill(value);
        return tensor;
    }

    private static void Verify(IEnumerable<Tensor<float>> tensors)
    {
        foreach (var tensor in tensors)
        {
            var span = tensor.AsView().Span;
            Assert.Equal(span.Length, span.Count(span[0]));
            GC.KeepAlive(tensor);
        }

        var firsts = tensors.Select(tensor => tensor.AsView().Span[0]).ToArray();
        Assert.Equal(firsts.Length, firsts.Distinct().Count());
    }

    // Twice, since what dies in the first collection may have held more.
    private static void Settle()
    {
        for (var i = 0; i < 2; i++)
        {
            GC.Collect();
            StoragePool.Trim();
        }
    }
}
