namespace DslTensors.Tests.Operators.Fused;

/// <summary>A layer that walks along whole sequences gives what its cell gives step by step.</summary>
public class LstmTests
{
    [Theory]
    [InlineData(1, 1, 3, 2)]
    [InlineData(4, 3, 5, 7)]
    [InlineData(6, 33, 8, 20)]
    public void It_is_the_cell_step_by_step(int length, int batch, int inputs, int size)
    {
        var layer = new Lstm<double>(inputs, size, bidirectional: true);
        var x = Samples.Leaf(1, length, batch, inputs);
        var (h, c) = (Samples.Leaf(2, 2, batch, size), Samples.Leaf(3, 2, batch, size));
        var (output, (hn, cn)) = layer.Forward(x, (h, c));
        Check(output.Narrow(2, 0, size), hn[0], cn[0], "l0", isReverse: false, 0);
        Check(output.Narrow(2, size, size), hn[1], cn[1], "l0_reverse", isReverse: true, 1);

        void Check(Tensor<double> ours, Tensor<double> hidden, Tensor<double> cell, string name, bool isReverse, int direction)
        {
            Tensor<double>[] leaves = [x, h, c, Weight("weight_ih"), Weight("weight_hh"), Weight("bias_ih"), Weight("bias_hh")];
            var outputs = new Tensor<double>[length];
            var (a, b) = (h[direction], c[direction]);
            for (var step = 0; step < length; step++)
            {
                var time = isReverse ? length - 1 - step : step;
                (a, b) = Tensor.LstmCell(x[time], a, b, leaves[3], leaves[4], leaves[5], leaves[6]);
                outputs[time] = a;
            }

            var expected = Tensor.Stack(outputs, 0);
            Assert.True(Tensor.Allclose(expected, ours, 1e-9, 1e-9));
            Assert.True(Tensor.Allclose(b, cell, 1e-9, 1e-9));
            var slope = Samples.Random(4, length, batch, size).To<double>();
            var wanted = Autograd.Grad<double>((expected * slope).Sum() + (b * a).Sum(), leaves);
            var found = Autograd.Grad<double>((ours * slope).Sum() + (cell * hidden).Sum(), leaves, retainGraph: true);
            for (var i = 0; i < wanted.Length; i++)
                Assert.True(Tensor.Allclose(wanted[i], found[i], 1e-8, 1e-8), $"gradient {i}");

            Tensor<double> Weight(string kind) => layer.GetParameter($"{kind}_{name}").As<double>();
        }
    }

    [Fact]
    public void It_has_both_derivatives()
    {
        var layer = new Lstm<double>(2, 3);
        Tensor<double>[] inputs = [Samples.Leaf(1, 3, 2, 2), Samples.Leaf(2, 1, 2, 3), Samples.Leaf(3, 1, 2, 3)];
        Assert.True(Autograd.GradCheck(t => layer.Forward(t[0], (t[1], t[2])).Output, inputs));
        Assert.True(Autograd.GradGradCheck(t => layer.Forward(t[0], (t[1], t[2])).Output, inputs));
        Assert.True(Autograd.GradGradCheck(t => layer.Forward(t).State.Cn, inputs[0]));
    }
}
