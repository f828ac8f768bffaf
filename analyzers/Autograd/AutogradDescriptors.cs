using Microsoft.CodeAnalysis;

namespace DslTensors.Analyzers.Autograd;

/// <summary>The rules about gradients and aliases, DSLT3xxx. Each has its page in analyzers/rules.</summary>
internal static class AutogradDescriptors
{
    public static readonly DiagnosticDescriptor Detached = Rule(
        "DSLT3001", DiagnosticSeverity.Error, "A write through a detached alias changes what backward needs", "Detach() shares the memory: a write to the alias is a write to the tensor, and backward refuses values that have changed.");

    public static readonly DiagnosticDescriptor Data = Rule(
        "DSLT3002", DiagnosticSeverity.Warning, "A write through Data changes what backward needs", "Writes through Data are not counted: the gradient is computed from the new values, silently.");

    public static readonly DiagnosticDescriptor Leaf = Rule(
        "DSLT3003", DiagnosticSeverity.Error, "An in-place write to a leaf that requires gradients", "What is trained may only be written in place inside NoGrad.");

    public static readonly DiagnosticDescriptor Saved = Rule(
        "DSLT3004", DiagnosticSeverity.Error, "An in-place write changes what backward needs", "An operator has kept the value for its gradient.");

    public static readonly DiagnosticDescriptor NoGraph = Rule(
        "DSLT3005", DiagnosticSeverity.Error, "Backward on something without a graph", "Gradients need a result that was computed from tensors with RequiresGrad, outside NoGrad and not through Detach().");

    public static readonly DiagnosticDescriptor NonScalar = Rule(
        "DSLT3006", DiagnosticSeverity.Error, "Backward on more than one element", "Only a single element has 1 as its gradient; for more, one has to be given.");

    public static readonly DiagnosticDescriptor Twice = Rule(
        "DSLT3007", DiagnosticSeverity.Error, "A second backward through a graph that was released", "Backward releases what the steps have kept, unless retainGraph is true.");

    public static readonly DiagnosticDescriptor Prediction = Rule(
        "DSLT3008", DiagnosticSeverity.Warning, "A loss of predictions that were computed in NoGrad", "Nothing was recorded, so the loss trains nothing that computed the predictions.");

    public static readonly DiagnosticDescriptor Flag = Rule(
        "DSLT3009", DiagnosticSeverity.Error, "RequiresGrad is set on the result of an operator, or on integers", "Only leaves can be told to require gradients or not, and only those of floating-point or complex numbers can require them.");

    public static readonly DiagnosticDescriptor Gradient = Rule(
        "DSLT3010", DiagnosticSeverity.Warning, "Grad of the result of an operator", "Backward collects gradients in leaves; a result keeps its own only after RetainGrad().");

    public static readonly DiagnosticDescriptor Update = Rule(
        "DSLT3011", DiagnosticSeverity.Warning, "An update replaces the leaf that is trained", "The variable holds a new tensor from here on, which backward does not give a gradient.");

    private static DiagnosticDescriptor Rule(string id, DiagnosticSeverity severity, string title, string description) => new(
        id, title, "{0}", RuleCategory.Autograd, severity, isEnabledByDefault: true, description: description, helpLinkUri: RuleHelp.LinkTo(id));
}
