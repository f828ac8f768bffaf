namespace DslTensors.Tests.Modules;

[Module]
public partial class Affine<T>(int inputs, int outputs, bool bias = true)
    where T : unmanaged
{
    [Parameter("outputs", "inputs")]
    public partial Tensor<T> Weight { get; set; }

    [Parameter("outputs", When = "bias")]
    public partial Tensor<T>? Bias { get; set; }
}

[Module]
public partial class Normalization(int features)
{
    [Parameter(nameof(features))]
    public partial Tensor<float> Weight { get; set; } = Init.Ones(features);

    [Buffer(nameof(features))]
    public partial Tensor<float> RunningMean { get; private set; }

    [Buffer]
    public partial Tensor<long> NumBatchesTracked { get; }

    [Buffer(2, "(3 * features)", Persistent = false)]
    public partial Tensor<float> Scratch { get; }
}

/// <summary>Children as property, private field and nullable property, declared between the module's own tensors.</summary>
[Module]
public partial class Branched
{
    public Affine<float> Fc1 { get; } = new(4, 3);

    [Parameter(3)]
    public partial Tensor<float> Scale { get; set; }

    private readonly Normalization _norm = new(3);

    public Affine<double>? Extra { get; set; }

    [Child(Name = "out")]
    public Affine<float> Projection { get; } = new(3, 2, bias: false);

    [Parameter(Name = "pos_embed")]
    public partial Tensor<double> Positions { get; set; }

    public Affine<float> Alias => Fc1;

    public Normalization Norm => _norm;
}

[Module]
public abstract partial class Encoder(int width)
{
    [Parameter("width")]
    public partial Tensor<float> Gain { get; set; }

    public Affine<float> First { get; } = new(width, width);

    public abstract Affine<float> Head { get; }
}

[Module]
public partial class Classifier(int width) : Encoder(width)
{
    [Parameter(7)]
    public partial Tensor<float> Offset { get; set; }

    [Buffer(7)]
    public partial Tensor<float> Counts { get; }

    public override Affine<float> Head { get; } = new(7, 2);
}

/// <summary>Containers, nesting and an activation that is only known by its interface.</summary>
public partial class Outer
{
    [Module]
    public partial class Stack(int depth)
    {
        public ModuleList<Normalization> Blocks { get; } = new(depth, static _ => new(2));

        public IForward<Tensor<float>, Tensor<float>> Activation { get; set; } = new Identity();
    }
}

[Module]
public partial class Identity
{
    public Tensor<float> Forward(Tensor<float> x) => x;
}

/// <summary>One tensor under two names, as token embedding and output layer in a language model.</summary>
[Module]
public partial class Tied
{
    public Affine<float> Embedding { get; } = new(2, 3, bias: false);

    public Affine<float> Output { get; } = new(2, 3, bias: false);

    public Tied() => Output.Weight = Embedding.Weight;
}
