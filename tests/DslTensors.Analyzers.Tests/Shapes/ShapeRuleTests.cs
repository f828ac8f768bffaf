using DslTensors.Analyzers.Tests.Verification;

namespace DslTensors.Analyzers.Tests.Shapes;

/// <summary>Each rule about shapes against the real library: where it fires, and what beside it is silent.</summary>
public class ShapeRuleTests
{
    private const string Methods = """
        using DslTensors;

        [Module]
        public partial class Net(int hidden)
        {
            public Linear First { get; } = new(784, hidden);
            public Linear Second { get; } = new(hidden, 10);

            [return: Shape("b 10")]
            public Tensor<float> Forward([Shape("b 784")] Tensor<float> x) => Second.Forward(First.Forward(x).Relu());
        }

        public static class Methods
        {
            public static Tensor<float> Pair([Shape("b n")] Tensor<float> x, [Shape("b m")] Tensor<float> y) => x.Matmul(y.Transpose(0, 1));
            public static Tensor<float> Project(Tensor<float> x) => x.Matmul(Tensor.Ones(64, 10));
            public static Tensor<float> Broken(Tensor<float> x) => Tensor.Ones(2, 3).Matmul(Tensor.Ones(2, 3));
            [return: Shape("b 10")] public static Tensor<float> Right([Shape("b 64")] Tensor<float> x) => x.Matmul(Tensor.Ones(64, 10));
            [return: Shape("b 10")] public static Tensor<float> Wrong([Shape("b 64")] Tensor<float> x) => x.Matmul(Tensor.Ones(64, 11));
            public static Tensor<float> Maybe(Tensor<float> x, bool flag) => flag ? x.Matmul(Tensor.Ones(64, 10)) : x;

            public static void M(Tensor<float> u, int n, [Shape("b 784")] Tensor<float> x, [Shape("b 1")] Tensor<float> column, [Shape("c")] Tensor<float> row)
            {
                STATEMENT
            }
        }
        """;

    [Theory]
    [InlineData("DSLT2002", "Tensor.Stack([Tensor.Rand(3), Tensor.Rand(4)]);", "Tensor.Stack([Tensor.Rand(3), Tensor.Rand(3)]);")]
    [InlineData("DSLT2002", "Tensor.Cat([x, Tensor.Rand(3, 783)]);", "Tensor.Cat([x, Tensor.Rand(3, 784)]);")]
    [InlineData("DSLT2003", "x.Add(Tensor.Rand(783));", "x.Add(Tensor.Rand(784));")]
    [InlineData("DSLT2004", "x.Reshape(x.Shape[0], 28, 29);", "x.Reshape(x.Shape[0], 28, 28);")]
    [InlineData("DSLT2004", "x.View(-1, -1);", "x.View(-1, 28);")]
    [InlineData("DSLT2004", "var (b, c) = x.Shape; x.Reshape(b, c, 2);", "var (b, c) = x.Shape; x.Reshape(c, b);")]
    [InlineData("DSLT2005", "_ = Tensor.Rand(2, 3)[.., 3];", "_ = Tensor.Rand(2, 3)[.., ^3];")]
    [InlineData("DSLT2005", "_ = x[.., 0][0, 1];", "_ = x[.., 0][0];")]
    [InlineData("DSLT2005", "if (u.Rank == 3) u.Sum(3);", "if (u.Rank == 3) u.Sum(2);")]
    [InlineData("DSLT2005", "if (u.Shape is [_, 3, .. ]) return; if (u is { Rank: 2 }) u.Mean(2);", "if (u is { Rank: 2 }) u.Mean(1);")]
    [InlineData("DSLT2005", "if (u.Rank != 2) throw new System.Exception(); u.Sum(2);", "if (u.Rank != 2) u.Sum(2);")]
    [InlineData("DSLT2006", "x.Permute(0, 0);", "x.Permute(1, 0);")]
    [InlineData("DSLT2007", "Tensor.Rand(3, 4).Transpose(0, 1).View(12);", "Tensor.Rand(3, 4).Transpose(0, 1).Reshape(12); Tensor.Rand(3, 1).Transpose(0, 1).View(3);")]
    [InlineData("DSLT2008", "Methods.Pair(Tensor.Rand(3, 4), Tensor.Rand(5, 4));", "Methods.Pair(Tensor.Rand(3, 4), Tensor.Rand(3, 4)); Methods.Pair(u, u); Methods.Pair(x, u);")]
    [InlineData("DSLT2010", "u.Expect(\"p 16\"); Tensor.Rand(3, 4).Expect(\"b c d\");", "u.Expect(\"p 16\"); Tensor.Rand(3, 4).Expect(\"a 4\"); u.Expect(\"... 16\");")]
    [InlineData("DSLT2010", "Tensor.Rand(3, 4).Expect(\"a a\");", "Tensor.Rand(4, 4).Expect(\"a a\"); Tensor.Rand(3, 7).Expect(\"k (2 * k + 1)\");")]
    [InlineData("DSLT2001", "Tensor.Mm(u.Expect(\"p 16\"), Tensor.Rand(15, 3));", "Tensor.Mm(u.Expect(\"p 16\"), Tensor.Rand(16, 3));")]
    [InlineData("DSLT2001", "Tensor.Mm(x, Tensor.Rand(784, n)); Tensor.Mm(row.Unsqueeze(0), Tensor.Rand(5, 2)); Tensor.Mm(row.Unsqueeze(0), Tensor.Rand(6, 2));", "Tensor.Mm(row.Unsqueeze(0), Tensor.Rand(5, 2));")]
    [InlineData("DSLT2011", "new Net(128).Forward(Tensor.Rand(3, 785));", "new Net(128).Forward(Tensor.Rand(3, 784)); new Net(n).Forward(u);")]
    [InlineData("DSLT2011", "new Sequential(new Linear(784, 128), new Relu(), new Linear(64, 10));", "new Sequential(new Linear(784, 128), new Relu(), new Linear(128, 10)); new Sequential(new Linear(784, n), new Linear(n, 10));")]
    [InlineData("DSLT2011", "new Sequential(new Conv2d(1, 8, 3), new MaxPool2d(2), new Flatten(), new Linear(1352, 10)).Forward(Tensor.Rand(4, 1, 32, 32));", "new Sequential(new Conv2d(1, 8, 3), new MaxPool2d(2), new Flatten(), new Linear(1352, 10)).Forward(Tensor.Rand(4, 1, 28, 28));")]
    [InlineData("DSLT2011", "new Linear(784, 10).Forward(Tensor.Rand(32, 1, 28, 28));", "new Linear(784, 10).Forward(Tensor.Rand(32, 1, 28, 28).Flatten(1));")]
    [InlineData("DSLT2011", "new LayerNorm(10).Forward(Tensor.Rand(3, 12));", "new LayerNorm(12).Forward(Tensor.Rand(3, 12));")]
    [InlineData("DSLT2012", "Tensor.CrossEntropy(Tensor.Rand(32, 10), Tensor.Zeros<long>(32, 10));", "Tensor.CrossEntropy(Tensor.Rand(32, 10), Tensor.Zeros<long>(32));")]
    [InlineData("DSLT2012", "Tensor.CrossEntropy(Tensor.Rand(32, 10, 5), Tensor.Zeros<long>(32, 6));", "Tensor.CrossEntropy(Tensor.Rand(32, 10, 5), Tensor.Zeros<long>(32, 5));")]
    [InlineData("DSLT2012", "Tensor.BinaryCrossEntropy(Tensor.Rand(32, 1), Tensor.Rand(32));", "Tensor.BinaryCrossEntropy(Tensor.Rand(32, 1), Tensor.Rand(32, 1));")]
    [InlineData("DSLT2012", "new CrossEntropyLoss().Forward(Tensor.Rand(32, 10), Tensor.Zeros<long>(31));", "new CrossEntropyLoss().Forward(Tensor.Rand(32, 10), Tensor.Zeros<long>(32));")]
    [InlineData("DSLT2013", "Tensor.CrossEntropy(Tensor.Rand(2, 3), Tensor.From<long>([1, 3]));", "Tensor.CrossEntropy(Tensor.Rand(2, 3), Tensor.From<long>([1, -100]));")]
    [InlineData("DSLT2013", "new Embedding(10, 4).Forward(Tensor.From<long>([11, 2]));", "new Embedding(10, 4).Forward(Tensor.From<long>([9, 0]));")]
    [InlineData("DSLT2014", "column.Squeeze();", "column.Squeeze(-1); Tensor.Rand(3, 1).Squeeze(); x.Squeeze();")]
    [InlineData("DSLT2015", "Tensor.MseLoss(Tensor.Rand(32, 1), Tensor.Rand(32));", "Tensor.MseLoss(Tensor.Rand(32, 1), Tensor.Rand(32, 1)); Tensor.MseLoss(column, row.Unsqueeze(1));")]
    [InlineData("DSLT2016", "Methods.Project(Tensor.Rand(32, 63));", "Methods.Project(Tensor.Rand(32, 64)); Methods.Maybe(Tensor.Rand(32, 63), n > 3); Methods.Broken(x);")]
    public async Task A_mistake_is_reported_and_its_right_form_is_not(string id, string wrong, string right)
    {
        Assert.Contains(id, await Ids(wrong));
        Assert.Empty(await Ids(right));
    }

    [Fact]
    public async Task Returned_shapes_and_faults_of_bodies_are_reported_where_they_stand()
    {
        var diagnostics = await ProgramCheck.Run(Methods.Replace("STATEMENT", "", StringComparison.Ordinal));

        Assert.Equal(["DSLT2001", "DSLT2009"], diagnostics.Select(diagnostic => diagnostic.Id));
    }

    [Fact]
    public async Task Messages_name_the_layer_its_sizes_and_where_they_come_from()
    {
        var diagnostics = await ProgramCheck.Run(Methods.Replace("STATEMENT", "var y = new Linear(784, 10).Forward(Tensor.Rand(32, 785));", StringComparison.Ordinal));

        Assert.Equal(
            "mat1 and mat2 shapes cannot be multiplied (32x785 and 784x10). Linear.Forward: 'inFeatures' is 784, but dimension 1 of 'Tensor.Rand(32, 785)' [32, 785] is 785. "
            + "Make 'inFeatures' 785, or change what comes before",
            diagnostics.Single(diagnostic => diagnostic.Id == "DSLT2011").GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>What the statement adds to the two faults that the methods have.</summary>
    private static async Task<List<string>> Ids(string statement)
    {
        var diagnostics = await ProgramCheck.Run(Methods.Replace("STATEMENT", statement, StringComparison.Ordinal));
        return [.. diagnostics.Select(diagnostic => diagnostic.Id).Skip(2)];
    }
}
