namespace DslTensors.Package.Tests;

/// <summary>A small program of a user: a module with an operator of its own, trained for a while.</summary>
static class ConsumerProgram
{
    public static string WithMistake => Text("10, 4, 2");

    public static string Correct => Text("10, 5, 2");

    static string Text(string sizesOfD) => $$"""
        using DslTensors;

        Tensor.ManualSeed(0);
        var c = Tensor.Rand(10, 2, 5);
        var d = Tensor.Rand({{sizesOfD}});
        Console.WriteLine($"bmm {Tensor.Bmm(c, d).Shape}");

        // The span type comes from a package that the library's brings along.
        System.Numerics.Tensors.ReadOnlyTensorSpan<float> span = c.AsReadOnlyTensorSpan();
        Console.WriteLine($"span {span.Rank} {Tensor.From(span)[0, 1, 2].Item() == c[0, 1, 2].Item()} {c[c > 2].Count}");

        var model = new Net(3);
        var x = Tensor.Rand(8, 3);
        Tensor<long> target = [0, 1, 0, 1, 1, 0, 1, 0];
        var optimizer = new Sgd(model.Parameters(), lr: 0.5);
        float first = 0, last = 0;
        for (int step = 0; step < 50; step++)
        {
            var loss = Tensor.CrossEntropy(model.Forward(x), target);
            optimizer.ZeroGrad();
            loss.Backward();
            optimizer.Step();
            last = loss.Item();
            if (step == 0)
                first = last;
        }
        var clone = model.Clone();
        clone.LoadStateDict(model.StateDict());
        Console.WriteLine($"clone {Tensor.Equal(clone.Forward(x), model.Forward(x))} {ReferenceEquals(clone.Fc1.Weight, model.Fc1.Weight)}");
        var block = new Block<float>(3, "block");
        var converted = block.To<double>();
        Console.WriteLine($"double {converted.Layers[1].Weight.DType} {converted.Forward(Tensor.Ones<double>(1, 3)).Shape} {converted.Name}");
        Console.WriteLine(model.Summary(8, 3));
        Console.WriteLine($"keys {string.Join(' ', model.StateDict().Keys)}");
        Console.WriteLine(last < first ? "learned" : $"did not learn: {first} to {last}");

        static partial class Activations
        {
            /// <summary>x times the sigmoid of 1.702 x.</summary>
            [Elementwise] static float QuickGelu(float x) => x / (1 + MathF.Exp(-1.702f * x));
        }

        [Module]
        partial class Block<T>(int width, string name)
            where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
        {
            public ModuleList<Linear<T>> Layers { get; } = [new(width, width), new(width, 2)];
            public IForward<Tensor<T>, Tensor<T>> Act { get; } = new Relu<T>();
            public string Name => name;
            public Tensor<T> Forward(Tensor<T> x) => Layers[1].Forward(Act.Forward(Layers[0].Forward(x)));
        }

        [Module]
        partial class Net(int features)
        {
            public Linear Fc1 { get; } = new(features, 8);
            public Linear Fc2 { get; } = new(8, 2);
            [Parameter("features")] public partial Tensor<float> Scale { get; set; } = Tensor.Ones(features);

            [return: Shape("b 2")]
            public Tensor<float> Forward([Shape("b features")] Tensor<float> x) => Fc2.Forward(Fc1.Forward(x * Scale).QuickGelu());
        }
        """;

    /// <summary>What <see cref="Correct"/> prints.</summary>
    public static void AssertOutput(string output)
    {
        Assert.Contains("bmm [10, 2, 2]", output);
        Assert.Contains("span 3 True 0", output);
        Assert.Contains("clone True False", output);
        Assert.Contains("double Float64 [1, 2] block", output);
        Assert.Contains("fc1: Linear  [8, 8]", output);
        Assert.Contains("keys scale fc1.weight fc1.bias fc2.weight fc2.bias", output);
        Assert.Contains("learned", output);
        Assert.DoesNotContain("did not learn", output);
    }
}
