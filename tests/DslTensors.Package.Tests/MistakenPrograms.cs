namespace DslTensors.Package.Tests;

/// <summary>Programs of a user with mistakes of every family.</summary>
static class MistakenPrograms
{
    /// <summary>Suggestions are made visible in a build.</summary>
    public const string EditorConfig = """
        root = true

        [*.cs]
        dotnet_diagnostic.DSLT2014.severity = warning
        dotnet_diagnostic.DSLT4020.severity = warning
        """;

    public static MarkedProgram All { get; } = new("Program.cs", """
        using DslTensors;

        Console.WriteLine("not reached");

        [Module]
        class {|DSLT1001:Closed|}
        {
            public Linear Fc { get; } = new(4, 2);
        }

        [TensorOp("n -> n")]
        static partial class {|DSLT1003:Same|}
        {
            private static void Forward<T>(TensorView<T> input, TensorView<T> result) where T : unmanaged { }
        }

        static partial class Functions
        {
            [Elementwise] private static float Noisy(float x) => x + {|DSLT1004:Random.Shared.NextSingle()|};
        }

        [Module]
        partial class {|DSLT1005:Failure|} : Exception;

        [Module]
        partial class Encoder(int width)
        {
            public int Width { get; } = width;
        }

        [Module]
        partial class Classifier(int width) : Encoder({|DSLT1006:width|})
        {
            public int Twice() => 2 * width;
        }

        [Module]
        partial class Net
        {
            public Linear Used { get; } = new(8, 4);
            public List<Linear> {|DSLT4001:Layers|} { get; } = [new(4, 4), new(4, 4)];

            public Tensor<float> Forward(Tensor<float> x)
            {
                x = Used.Forward(x);
                foreach (var layer in Layers)
                    x = layer.Forward(x).Relu();
                return {|DSLT4006:new Linear(4, 2)|}.Forward(x);
            }
        }

        static class Mistakes
        {
            public static Tensor<float> Half([Shape("b {|DSLT1002:-|}1")] Tensor<float> x) => x * 0.5;

            public static Tensor<float> Score([Shape("b 64")] Tensor<float> x) => x.Sum(1);

            public static Tensor<float> Row([Shape("b 1")] Tensor<float> x) => {|DSLT2014:x.Squeeze()|};

            public static void Shapes()
            {
                var a = Tensor.Rand(2, 3);
                var b = Tensor.Rand(4, 3);
                {|DSLT2001:Tensor.Mm(a, b)|};
                {|DSLT2005:a.Sum(2)|};
                {|DSLT2008:Score(Tensor.Rand(32, 63))|};
                Console.WriteLine(new Sequential(new Linear(784, 128), new Relu(), {|DSLT2011:new Linear(64, 10)|}).Count);
            }

            public static void Gradients(Linear fc, Tensor<float> x, Tensor<float> y)
            {
                var a = Tensor.Rand(5);
                a.RequiresGrad = true;
                var s = a.Exp();
                {|DSLT3001:s.Detach().ZeroInPlace()|};
                s.Sum().Backward();
                {|DSLT3003:a.AddInPlace(1)|};
                var loss = Tensor.MseLoss(fc.Forward(x), y);
                loss.Backward();
                {|DSLT3007:loss.Backward()|};
            }

            public static void Train(List<(Tensor<float> X, Tensor<float> Y)> batches)
            {
                var fc = new Linear(8, 4);
                {|DSLT4020:Tensor.ManualSeed(0)|};
                var optimizer = new Sgd(fc.Parameters(), lr: 0.1);
                foreach (var batch in batches)
                {
                    var loss = Tensor.MseLoss(fc.Forward(batch.X), batch.Y);
                    {|DSLT4008:loss.Backward()|};
                    optimizer.Step();
                }
            }

            public static Tensor<float> Evaluate(Linear fc, Tensor<float> x)
            {
                {|DSLT4014:Autograd.NoGrad()|};
                return fc.Forward(x);
            }
        }
        """);

    /// <summary>What the code fixes can mend.</summary>
    public const string Fixable = """
        using DslTensors;

        Console.WriteLine(Tensor.Rand(2, 3).Sum().Item() >= 0);

        [Module]
        class Closed
        {
            public Linear Fc { get; } = new(4, 2);
        }

        static class Mistakes
        {
            public static void Shapes()
            {
                var a = Tensor.Rand(2, 3);
                var b = Tensor.Rand(4, 3);
                Tensor.Mm(a, b);
                Tensor.Bmm(a, Tensor.Rand(1, 3, 3));
                a.Sum(2);
            }

            public static void Gradients()
            {
                var a = Tensor.Rand(5);
                a.RequiresGrad = true;
                var s = a.Exp();
                s.Detach().ZeroInPlace();
                s.Sum().Backward();
                a.AddInPlace(1);
            }

            public static float Train(Linear fc, List<(Tensor<float> X, Tensor<float> Y)> batches)
            {
                var optimizer = new Sgd(fc.Parameters(), lr: 0.1);
                var total = Tensor.Zeros();
                foreach (var batch in batches)
                {
                    var loss = Tensor.MseLoss(fc.Forward(batch.X), batch.Y);
                    loss.Backward();
                    optimizer.Step();
                    total += loss;
                }

                return total.Item();
            }
        }
        """;

    public static readonly string[] FixableIds = ["DSLT1001", "DSLT2001", "DSLT2005", "DSLT3001", "DSLT3003", "DSLT4008", "DSLT4016"];

    /// <summary>Some of the lines that the fixes leave.</summary>
    public static readonly string[] FixedLines =
    [
        "partial class Closed",
        "Tensor.Mm(a, b.Transpose(0, 1));",
        "Tensor.Bmm(a.Unsqueeze(0), Tensor.Rand(1, 3, 3));",
        "a.Sum(1);",
        "s.Detach().Clone().ZeroInPlace();",
        "using (Autograd.NoGrad())",
        "optimizer.ZeroGrad();",
        "total += loss.Item();",
    ];
}
