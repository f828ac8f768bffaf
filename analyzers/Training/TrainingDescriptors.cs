using Microsoft.CodeAnalysis;

namespace DslTensors.Analyzers.Training;

/// <summary>The rules about modules and training loops, DSLT4xxx. Each has its page in analyzers/rules.</summary>
internal static class TrainingDescriptors
{
    public static readonly DiagnosticDescriptor Collection = Warning(
        "DSLT4001", "Modules in a collection that the module does not list", "Only ModuleList and Sequential list their modules: those in other collections are not trained, saved or moved.");

    public static readonly DiagnosticDescriptor Tensor = Warning(
        "DSLT4002", "A tensor that is neither parameter nor buffer", "Only [Parameter] and [Buffer] properties are trained, saved and moved with the module.");

    public static readonly DiagnosticDescriptor Key = Warning(
        "DSLT4003", "Two members under one name in the state dict", "The second replaces the first, or is refused at run time.");

    public static readonly DiagnosticDescriptor Buffer = Warning(
        "DSLT4004", "A buffer that requires gradients", "Buffers are not among Parameters(), so no optimizer trains them.");

    public static readonly DiagnosticDescriptor Unused = Warning(
        "DSLT4005", "A parameter or child that nothing uses", "It is stored and given to the optimizer, but takes no part in the result.");

    public static readonly DiagnosticDescriptor Inside = Warning(
        "DSLT4006", "A layer is created inside Forward", "Each call creates it anew with other weights, and nothing trains or saves it.");

    public static readonly DiagnosticDescriptor Frozen = Warning(
        "DSLT4007", "An optimizer of parameters that get no gradient", "Frozen parameters, and those of a part that only runs inside NoGrad, are never changed by a step.");

    public static readonly DiagnosticDescriptor ZeroGrad = Warning(
        "DSLT4008", "A training loop without ZeroGrad", "Backward adds to the gradients that are there: without ZeroGrad each step goes along the sum of all before.");

    public static readonly DiagnosticDescriptor Order = Warning(
        "DSLT4009", "Step before Backward", "A step uses the gradients that backward has computed; before it, there are none, or old ones.");

    public static readonly DiagnosticDescriptor Between = Warning(
        "DSLT4010", "ZeroGrad between Backward and Step", "The gradients are gone before the step uses them, so that nothing is trained.");

    public static readonly DiagnosticDescriptor Eval = Warning(
        "DSLT4011", "Evaluation in training mode", "NoGrad does not change what layers compute: without Eval, dropout drops and batch normalization uses, and moves, the statistics of the batch.");

    public static readonly DiagnosticDescriptor Train = Warning(
        "DSLT4012", "Training goes on in evaluation mode", "Eval stays in force until Train is called.");

    public static readonly DiagnosticDescriptor Record = new(
        "DSLT4013",
        "Evaluation that records a graph",
        "{0}",
        RuleCategory.Training,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Eval changes what layers compute, not what is recorded: without NoGrad each result keeps what backward would need.",
        helpLinkUri: RuleHelp.LinkTo("DSLT4013"));

    public static readonly DiagnosticDescriptor Scope = Warning(
        "DSLT4014", "A scope that nothing closes", "The mode holds until the scope is disposed: without using, for everything that the thread does from here on.");

    public static readonly DiagnosticDescriptor Yield = Warning(
        "DSLT4015", "A scope around yield", "Between two elements of an iterator the consumer's code runs, inside the scope.");

    public static readonly DiagnosticDescriptor Accumulated = Warning(
        "DSLT4016", "A sum of losses keeps every graph", "A loss refers to the graph that computed it; a sum over the turns of a loop refers to all of them.");

    public static readonly DiagnosticDescriptor Softmax = Warning(
        "DSLT4017", "CrossEntropy of probabilities", "CrossEntropy takes scores and applies the softmax itself; after another one, gradients are small and training is slow.");

    public static readonly DiagnosticDescriptor Scores = Warning(
        "DSLT4018", "Raw scores where probabilities are expected", "NllLoss takes log-probabilities, BinaryCrossEntropy probabilities.");

    public static readonly DiagnosticDescriptor Sigmoid = Warning(
        "DSLT4019", "BinaryCrossEntropyWithLogits of probabilities", "The loss takes scores and applies the sigmoid itself.");

    public static readonly DiagnosticDescriptor Seed = new(
        "DSLT4020",
        "ManualSeed after the model was made",
        "{0}",
        RuleCategory.Training,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "The weights were drawn before the seed was set, so they differ from run to run.",
        helpLinkUri: RuleHelp.LinkTo("DSLT4020"));

    public static readonly DiagnosticDescriptor Destination = Warning(
        "DSLT4021", "A destination that is not named", "The tensor that an operator writes into looks like one of its inputs.");

    private static DiagnosticDescriptor Warning(string id, string title, string description) => new(
        id, title, "{0}", RuleCategory.Training, DiagnosticSeverity.Warning, isEnabledByDefault: true, description: description, helpLinkUri: RuleHelp.LinkTo(id));
}
