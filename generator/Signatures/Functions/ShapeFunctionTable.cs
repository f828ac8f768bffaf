using System.Collections.Generic;
using System.Linq;

namespace DslTensors.Generator.Signatures;

/// <summary>All shape functions. A new one is a class in this folder and a line here.</summary>
internal static class ShapeFunctionTable
{
    private static readonly Dictionary<string, ShapeFunction> Functions = new ShapeFunction[]
    {
        new AdaptFunction(),
        new AlongFunction(),
        new AttendedFunction(),
        new BroadcastFunction("broadcast"),
        new BroadcastFunction("expand"),
        new ChunkFunction(),
        new ClassLossFunction(),
        new ConcatFunction(),
        new ConvolveFunction(),
        new ConvolveTransposedFunction(),
        new CosineLossFunction(),
        new CrossFunction(),
        new CtcLossFunction(),
        new DiagonalFunction(),
        new EinsumFunction(),
        new EndingFunction(),
        new EqualLossFunction(),
        new FactorFunction("leftFactor", isLeft: true),
        new FactorFunction("rightFactor", isLeft: false),
        new FlattenFunction(),
        new FoldFunction(),
        new GroupedFunction(),
        new IndexedFunction(),
        new InsertFunction(),
        new InterleaveFunction(),
        new InterpolateFunction(),
        new KronFunction(),
        new LabelLossFunction(),
        new LesserFunction(),
        new LossFunction(),
        new MarginLossFunction(),
        new MaskedFunction(),
        new MatmulFunction(),
        new MoveFunction(),
        new OneHotFunction(),
        new PadFunction(),
        new PairedFunction(),
        new PairLossFunction(),
        new PartFunction(),
        new PermuteFunction(),
        new PickedFunction(),
        new PoolFunction(),
        new QuantilesFunction(),
        new RankingLossFunction(),
        new RecurrentFunction("recurrent", isState: false),
        new RecurrentFunction("recurrentState", isState: true),
        new ReduceFunction(),
        new RefilledFunction(),
        new RemoveFunction(),
        new RepeatFunction(),
        new ReshapeFunction(),
        new ResizeFunction(),
        new SampledFunction(),
        new ScatteredFunction(),
        new ShuffledFunction("shuffle", toPixels: true),
        new ShuffledFunction("unshuffle", toPixels: false),
        new SliceFunction(),
        new SolutionFunction(),
        new SqueezeFunction(),
        new StackedFunction("dstack"),
        new StackedFunction("hstack"),
        new StackedFunction("vstack"),
        new StretchedFunction(),
        new SwapFunction(),
        new TakenFunction(),
        new TensordotFunction(),
        new TileFunction(),
        new TopFunction(),
        new TransposedFunction(),
        new TripletLossFunction(),
        new UnflattenFunction(),
        new UnfoldFunction(),
        new UnsqueezeFunction(),
        new VarianceLossFunction(),
    }.ToDictionary(function => function.Name);

    public static IEnumerable<ShapeFunction> All => Functions.Values;

    /// <summary>All names, for messages.</summary>
    public static string Names => string.Join(", ", Functions.Keys);

    public static ShapeFunction? Find(string name) => Functions.TryGetValue(name, out var function) ? function : null;
}
