using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace DslTensors.Analyzers.Shapes;

/// <summary>The rules about shapes, DSLT2xxx. Each has its page in analyzers/rules.</summary>
internal static class ShapeDescriptors
{
    public static readonly DiagnosticDescriptor Operator = Error(
        "DSLT2001", "The shapes do not fit the operator", "The operator's signature cannot hold for the shapes that reach this call, so it throws at run time.");

    public static readonly DiagnosticDescriptor List = Error(
        "DSLT2002", "The tensors of a list do not fit together", "Tensors that are stacked have one shape; those that are concatenated differ in that dimension only.");

    public static readonly DiagnosticDescriptor Broadcast = Error(
        "DSLT2003", "The shapes do not broadcast", "Aligned at their last dimension, two sizes have to be equal or one of them 1.");

    public static readonly DiagnosticDescriptor ElementCount = Error(
        "DSLT2004", "The new shape has another number of elements", "A reshape keeps the elements, so the products of the sizes are equal, and one size at most is -1.");

    public static readonly DiagnosticDescriptor OutOfRange = Error(
        "DSLT2005", "A dimension, index or slice is out of range", "A dimension lies between -rank and rank - 1, an index between -size and size - 1.");

    public static readonly DiagnosticDescriptor Dimensions = Error(
        "DSLT2006", "The dimensions are repeated or too many or too few", "Each dimension is named once, and a permutation names all of them.");

    public static readonly DiagnosticDescriptor View = Error(
        "DSLT2007", "A view of elements that do not lie in order", "A view shares the elements of a tensor in their order; after a transposition they lie in another.");

    public static readonly DiagnosticDescriptor Argument = Error(
        "DSLT2008", "The argument differs from the shape that the parameter states", "The method states with [Shape] which tensors it takes.");

    public static readonly DiagnosticDescriptor Returned = Error(
        "DSLT2009", "The result differs from the shape that the method states", "The method states with [return: Shape] what it returns.");

    public static readonly DiagnosticDescriptor Expected = Error(
        "DSLT2010", "The tensor differs from the expected shape", "Expect checks the shape at run time, and it cannot hold.");

    public static readonly DiagnosticDescriptor Layer = Error(
        "DSLT2011", "A layer does not take what the layer before gives", "Each layer's output has to fit the next layer's input.");

    public static readonly DiagnosticDescriptor Target = Error(
        "DSLT2012", "The target does not fit the input of the loss", "A loss compares each prediction with a target; class indices have one dimension less than the scores.");

    public static readonly DiagnosticDescriptor ClassIndex = Error(
        "DSLT2013", "A class or an index is outside the number of classes", "Indices go from 0 to the number of classes, or rows, less one.");

    public static readonly DiagnosticDescriptor Squeeze = new(
        "DSLT2014",
        "Squeeze() without a dimension also removes a batch of one",
        "{0}",
        RuleCategory.Shapes,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Squeeze() removes every dimension of size 1: the batch too, when the last batch holds one example.",
        helpLinkUri: RuleHelp.LinkTo("DSLT2014"));

    public static readonly DiagnosticDescriptor Pairing = new(
        "DSLT2015",
        "A column against a row pairs everything with everything",
        "{0}",
        RuleCategory.Shapes,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "[n, 1] against [n] broadcasts to [n, n]: each prediction is compared with every target, and the loss means something else.",
        helpLinkUri: RuleHelp.LinkTo("DSLT2015"));

    public static readonly DiagnosticDescriptor Inside = Error(
        "DSLT2016", "The called method cannot work with these shapes", "Inside the method, for these arguments, a call fails that works for others.");

    public static readonly DiagnosticDescriptor Inferred = new(
        "DSLT2900",
        "The shape of a tensor",
        "{0}",
        RuleCategory.Shapes,
        DiagnosticSeverity.Info,
        isEnabledByDefault: false,
        description: "Shows the shape that the analysis knows of each tensor expression. Off by default.",
        helpLinkUri: RuleHelp.LinkTo("DSLT2900"));

    /// <summary>What a call of an operator may get.</summary>
    public static ImmutableArray<DiagnosticDescriptor> OfOperators { get; } = [Operator, List, Broadcast, ElementCount, OutOfRange, Dimensions, Target];

    private static DiagnosticDescriptor Error(string id, string title, string description) => new(
        id, title, "{0}", RuleCategory.Shapes, DiagnosticSeverity.Error, isEnabledByDefault: true, description: description, helpLinkUri: RuleHelp.LinkTo(id));
}
