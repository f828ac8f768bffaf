using DslTensors.Generator.Models;

namespace DslTensors.Generator.Signatures;

/// <summary>The ways in which a call cannot fit its signature.</summary>
internal enum MismatchKind
{
    /// <summary>The input has <c>Actual</c> dimensions and needs <c>Expected</c> (or more, with <c>AtLeast</c>; or one more, with <c>OrOneMore</c>).</summary>
    Rank,

    /// <summary>The dimension <c>Name</c> is <c>Actual</c> in <c>Found</c> and <c>Expected</c> in <c>Other</c>.</summary>
    Size,

    /// <summary>The dimension is <c>Actual</c> and the signature fixes it to <c>Expected</c>.</summary>
    Literal,

    /// <summary>The dimension is <c>Actual</c> and the expression <c>Name</c> gives <c>Expected</c>.</summary>
    Expression,

    /// <summary><c>Name...</c> has <c>Actual</c> dimensions in <c>Found</c> and <c>Expected</c> in <c>Other</c>.</summary>
    RestRank,

    /// <summary>Neither size is 1, and they differ; <c>Dimension</c> counts in the broadcast shape.</summary>
    Broadcast,

    /// <summary>Two tensors of one list differ and may not.</summary>
    ListElement,

    /// <summary>The list holds no tensor and needs one.</summary>
    EmptyList,

    /// <summary>A tensor without dimensions where the operator needs one dimension at least.</summary>
    NoDimensions,

    /// <summary>The argument <c>Name</c> is <c>Actual</c> and has to lie between <c>Low</c> and <c>High</c>.</summary>
    ArgumentOutOfRange,

    /// <summary>The argument <c>Name</c> lists the dimension <c>Actual</c> twice.</summary>
    DuplicateDimension,

    /// <summary>The argument <c>Name</c> lists <c>Actual</c> values and needs <c>Expected</c> (or more, with <c>AtLeast</c>).</summary>
    ArgumentLength,

    /// <summary>The new shape has <c>Actual</c> elements (or, with a -1, a multiple of it) and the old one <c>Expected</c>.</summary>
    ElementCount,

    /// <summary>More than one size is -1.</summary>
    InferredTwice,

    /// <summary>The result would get the size <c>Actual</c>, below zero.</summary>
    NegativeSize,

    /// <summary>The argument <c>Name</c> has a value, <c>Actual</c> or <c>Word</c>, that fits no input.</summary>
    Argument,

    /// <summary><c>Found</c> has <c>Actual</c> dimensions and <c>Other</c> has <c>Expected</c>, and both need as many.</summary>
    SameRank,

    /// <summary>The dimension of <c>Found</c> is <c>Actual</c>, above the <c>Expected</c> of <c>Other</c>.</summary>
    TooLarge,

    /// <summary>The dimension is <c>Actual</c>, which is no multiple of <c>Expected</c>.</summary>
    Multiple,

    /// <summary>The windows of a convolution or pooling do not fit into the input.</summary>
    Window,

    /// <summary>What no signature says and the run time finds; <c>Word</c> tells it, and <c>Name</c> what to change.</summary>
    AtRun,
}

/// <summary>A place in the shapes of a call: -1 where the mismatch is not about a single tensor of a list, or a single dimension.</summary>
internal readonly record struct ShapePosition(int Input, int Element = -1, int Dim = -1)
{
    /// <summary>An argument fixed the size, not a tensor.</summary>
    public static ShapePosition Argument => new(-1);

    public bool IsArgument => Input < 0;

    /// <summary>The dimension as C# writes it: <c>1</c>, or <c>^1</c> where only the end of the shape is known.</summary>
    public string DimText => Dim >= -1 ? $"{Dim}" : $"^{-1 - Dim}";

    /// <summary>A dimension counted from the end, 1 being the last.</summary>
    public ShapePosition FromEnd(int dim) => this with { Dim = -1 - dim };
}

/// <summary>Why a call must fail at run time.</summary>
internal sealed record SignatureMismatch(MismatchKind Kind, ShapePosition Found)
{
    /// <summary>Where the other of two shapes that disagree stands.</summary>
    public ShapePosition? Other { get; init; }

    /// <summary>The dimension's name, the expression, or the argument, as the signature calls it.</summary>
    public string? Name { get; init; }

    public SymbolicSize Expected { get; init; }

    public SymbolicSize Actual { get; init; }

    public bool AtLeast { get; init; }

    public bool OrOneMore { get; init; }

    /// <summary>The word that the argument is, where it is one.</summary>
    public string? Word { get; init; }

    /// <summary>What PyTorch says, where the shape function itself knows it.</summary>
    public string? Sentence { get; init; }

    public long Low { get; init; }

    public long High { get; init; }

    public int Dimension { get; init; }
}

/// <summary>Two sizes that are equal wherever a call works.</summary>
internal readonly record struct SizeEquality(SymbolicSize Left, SymbolicSize Right);

/// <summary>The outcome of a call: the results' shapes, as far as they follow, what does not fit, and what follows from its fitting.</summary>
internal sealed record SignatureResult(EquatableArray<SymbolicShape> Outputs, SignatureMismatch? Mismatch, EquatableArray<SizeEquality> Equalities);
