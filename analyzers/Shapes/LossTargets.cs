using System;
using System.Linq;
using DslTensors.Analyzers.Flow;
using DslTensors.Generator.Signatures;

namespace DslTensors.Analyzers.Shapes;

/// <summary>Which operators and layers compare an input with a target: their signature says so.</summary>
internal static class LossTargets
{
    public static bool IsLoss(ShapedCall call) => call.Signature.Signature.Outputs.Any(output => output is FunctionOutput { Function: var function } && function.EndsWith("Loss", StringComparison.Ordinal));

    /// <summary>Whether the target holds classes.</summary>
    public static bool HasClasses(ShapedCall call) => call.Signature.Signature.Outputs.Any(output => output is FunctionOutput { Function: "classLoss" });

    /// <summary>Whether each number of the input is compared with one of the target.</summary>
    public static bool IsPaired(ShapedCall call) => call.Signature.Signature.Outputs.Any(output => output is FunctionOutput { Function: "pairLoss" or "equalLoss" });
}
