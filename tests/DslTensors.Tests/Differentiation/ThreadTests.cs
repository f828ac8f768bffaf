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
