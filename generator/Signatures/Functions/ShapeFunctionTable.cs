using System.Collections.Generic;
using System.Linq;

namespace DslTensors.Generator.Signatures;

/// <summary>All shape functions. A new one is a class in this folder and a line here.</summary>
internal static class ShapeFunctionTable
{
    private static readonly Dictionary<string, ShapeFunction> Functions = new ShapeFunction[]
    {
        new AdaptFunction(),
        new BroadcastFunction("broadcast"),
        new BroadcastFunction("expand"),
        new ChunkFunction(),
        new ClassLossFunction(),
        new ConcatFunction(),
        new ConvolveFunction(),
        new ConvolveTransposedFunction(),
        new DiagonalFunction(),
        new EinsumFunction(),
        new EndingFunction(),
        new EqualLossFunction(),
        new FactorFunction("leftFactor", isLeft: true),
        new FactorFunction("rightFactor", isLeft: false),
        new FlattenFunction(),
        new FoldFunction(),
        new InsertFunction(),
        new InterleaveFunction(),
        new InterpolateFunction(),
        new LesserFunction(),
        new LossFunction(),
        new MatmulFunction(),
        new MoveFunction(),
        new PadFunction(),
        new PairLossFunction(),
        new PartFunction(),
        new PermuteFunction(),
        new PoolFunction(),
        new QuantilesFunction(),
        new ReduceFunction(),
        new RemoveFunction(),
        new RepeatFunction(),
        new ReshapeFunction(),
        new ResizeFunction(),
        new SliceFunction(),
        new SqueezeFunction(),
        new StackedFunction("dstack"),
        new StackedFunction("hstack"),
        new StackedFunction("vstack"),
        new SwapFunction(),
        new TileFunction(),
        new UnflattenFunction(),
        new UnfoldFunction(),
        new UnsqueezeFunction(),
    }.ToDictionary(function => function.Name);

    public static IEnumerable<ShapeFunction> All => Functions.Values;

    /// <summary>All names, for messages.</summary>
    public static string Names => string.Join(", ", Functions.Keys);

    public static ShapeFunction? Find(string name) => Functions.TryGetValue(name, out var function) ? function : null;
}
