namespace DslTensors.Tests.Differentiation;

/// <summary>The graph as Graphviz text.</summary>
public class GraphTextTests
{
    [Fact]
    public void Steps_and_leaves_are_connected()
    {
        var (x, w) = (Tensor.Ones(2, 3), Tensor.Ones(3));
        (x.RequiresGrad, w.RequiresGrad) = (true, true);
        Assert.Equal(
            """
            digraph {
              node [shape=box];
              result [label="Float32 []", style=filled, fillcolor=lightgreen];
              n0 -> result;
              n0 [label="SumBackward0\n[]"];
              n1 -> n0;
              n1 [label="MulBackward0\n[2, 3]"];
              n2 -> n1;
              n3 -> n1;
              n2 [label="Float32 [2, 3]", style=filled, fillcolor=lightblue];
              n3 [label="the \"weight\"\nFloat32 [3]", style=filled, fillcolor=lightblue];
            }

            """.ReplaceLineEndings("\n"),
            Autograd.ToDot((x * w).Sum(), [("the \"weight\"", w)]));
    }

    [Fact]
    public void What_is_shared_appears_once_and_constants_do_not()
    {
        var x = Tensor.Ones(2);
        x.RequiresGrad = true;
        var shared = x.Exp();
        var text = Autograd.ToDot((shared * shared) + Tensor.Ones(2));
        Assert.Equal(1, text.Split("ExpBackward0").Length - 1);
        Assert.Equal(1, text.Split("lightblue").Length - 1);
        Assert.Equal("digraph {\n  node [shape=box];\n  result [label=\"Float32 [2]\", style=filled, fillcolor=lightgreen];\n}\n", Autograd.ToDot(Tensor.Ones(2)));
    }
}
