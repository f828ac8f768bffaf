namespace DslTensors.Tests.Differentiation;

/// <summary>Several threads on one graph.</summary>
public class ThreadTests
{
    private static readonly int s_rounds = Nightly.IsOn ? 2_000 : 100;

    [Fact]
    public async Task Two_walks_over_a_shared_graph_both_count()
    {
        for (var round = 0; round < s_rounds; round++)
        {
            var x = Leaf(2);
            var trunk = x * 3;
            for (var i = 0; i < 20; i++)
                trunk = (trunk * 1) + (trunk * 0);
            var (left, right) = (trunk * 5, trunk * 7);
            using var start = new Barrier(2);
            await Task.WhenAll(Walk(left, start), Walk(right, start));
            Assert.Equal([36], x.Grad!.ToArray());
        }
    }

    [Fact]
    public async Task Threads_train_on_shared_frozen_weights()
    {
        var frozen = Tensor.Rand<double>(16, 16);
        var shared = Leaf(1);
        var leaves = Enumerable.Range(1, 4).Select(i => Leaf(i)).ToArray();
        using var start = new Barrier(leaves.Length);
        await Task.WhenAll(leaves.Select(leaf => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait();
                for (var round = 0; round < s_rounds; round++)
                    (leaf * shared * frozen).Sum().Backward();
            },
            TaskCreationOptions.LongRunning)));
        var sum = frozen.Sum().Item();
        Assert.All(leaves, leaf => Assert.Equal(sum * s_rounds, leaf.Grad!.Item(), 1e-6 * s_rounds));
        Assert.Equal(sum * s_rounds * (1 + 2 + 3 + 4), shared.Grad!.Item(), 1e-5 * s_rounds);
        Assert.Null(frozen.Grad);
    }

    [Fact]
    public async Task Models_train_side_by_side_as_they_do_alone()
    {
        var alone = Enumerable.Range(0, 4).Select(Trained).ToArray();
        var together = await Task.WhenAll(Enumerable.Range(0, 4).Select(seed => Task.Factory.StartNew(() => Trained(seed), TaskCreationOptions.LongRunning)));
        for (var i = 0; i < alone.Length; i++)
            Assert.Equal(alone[i], together[i]);

        static double[] Trained(int seed)
        {
            var weight = Tensor.Full<double>([8, 8], 0.1 * (seed + 1));
            weight.RequiresGrad = true;
            var input = Tensor.Full<double>([4, 8], seed + 1);
            for (var step = 0; step < s_rounds; step++)
            {
                weight.Grad = null;
                (input.Matmul(weight).Tanh() - 0.5).Square().Mean().Backward();
                using (Autograd.NoGrad())
                    weight.SubInPlace(weight.Grad! * 0.01);
            }

            return weight.ToArray();
        }
    }

    [Fact]
    public async Task An_inference_server_reads_weights_while_others_record_on_them()
    {
        var frozen = Tensor.Full<double>([16, 16], 0.25);
        var expected = Tensor.Ones<double>(2, 16).Matmul(frozen).ToArray();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(thread => Task.Factory.StartNew(
            () =>
            {
                for (var round = 0; round < s_rounds; round++)
                {
                    if (thread % 2 == 0)
                    {
                        using (Autograd.InferenceMode())
                        {
                            var answer = Tensor.Ones<double>(2, 16).Matmul(frozen);
                            Assert.True(answer.IsInference);
                            Assert.Equal(expected, answer.ToArray());
                        }
                    }
                    else
                    {
                        var leaf = Leaf(2);
                        (leaf * frozen).Sum().Backward();
                        Assert.Equal(64, leaf.Grad!.Item());
                    }
                }
            },
            TaskCreationOptions.LongRunning)));
        Assert.Equal(0, frozen.Version);
    }

    [Fact]
    public async Task No_write_goes_uncounted()
    {
        var shared = Tensor.Zeros<double>(4);
        using var start = new Barrier(4);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(thread => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait();
                for (var i = 0; i < 1_000; i++)
                    shared[thread].AddInPlace(1);
            },
            TaskCreationOptions.LongRunning)));
        Assert.Equal(4_000, shared.Version);
        Assert.Equal([1_000, 1_000, 1_000, 1_000], shared.ToArray());
    }

    [Fact]
    public async Task Threads_agree_on_the_history_of_a_view()
    {
        for (var round = 0; round < s_rounds; round++)
        {
            var x = Leaf(2);
            var y = x * 3;
            var view = y.View(1, 1);
            y.MulInPlace(5);
            using var start = new Barrier(4);
            var histories = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Factory.StartNew(
                () =>
                {
                    start.SignalAndWait();
                    return view.GradFn;
                },
                TaskCreationOptions.LongRunning)));
            Assert.All(histories, history => Assert.Same(histories[0], history));
            view.Sum().Backward();
            Assert.Equal([15], x.Grad!.ToArray());
        }
    }

    private static Task Walk(Tensor<double> root, Barrier start) => Task.Factory.StartNew(
        () =>
        {
            start.SignalAndWait();
            root.Backward(retainGraph: true);
        },
        TaskCreationOptions.LongRunning);

    private static Tensor<double> Leaf(double value)
    {
        var leaf = Tensor.From([value]);
        leaf.RequiresGrad = true;
        return leaf;
    }
}
