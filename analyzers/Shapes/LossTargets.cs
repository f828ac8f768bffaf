using System;
using DslTensors.Analyzers.Flow;

namespace DslTensors.Analyzers.Shapes;

/// <summary>Which operators compare an input with a target.</summary>
internal static class LossTargets
{
    public static bool IsLoss(ShapedCall call) => call.Signature.Name is { } name
        && (name.EndsWith("_loss", StringComparison.Ordinal) || name is "cross_entropy" or "binary_cross_entropy" or "binary_cross_entropy_with_logits" or "kl_div");
}
