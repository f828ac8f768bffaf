namespace DslTensors.Analyzers;

/// <summary>The categories of the rules; an id's first digit belongs to its category.</summary>
internal static class RuleCategory
{
    /// <summary>DSLT1xxx: operators and modules that are declared in a way that cannot work.</summary>
    public const string Declarations = "DslTensors.Declarations";

    /// <summary>DSLT2xxx: shapes that do not fit.</summary>
    public const string Shapes = "DslTensors.Shapes";

    /// <summary>DSLT3xxx: gradients that fail or are wrong, and aliases behind them.</summary>
    public const string Autograd = "DslTensors.Autograd";

    /// <summary>DSLT4xxx: modules and training loops that do not do what they seem to.</summary>
    public const string Training = "DslTensors.Training";
}
