using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace DslTensors.Analyzers.Flow;

/// <summary>What the library's layers do with their input, which their compiled bodies do not show.</summary>
internal static class LayerGradients
{
    private static readonly Dictionary<string, (string Operator, bool SavesResult)> Layers = new()
    {
        ["Linear"] = ("linear", false),
        ["Conv1d"] = ("conv1d", false),
        ["Conv2d"] = ("conv2d", false),
        ["Conv3d"] = ("conv3d", false),
        ["Relu"] = ("relu", true),
        ["Sigmoid"] = ("sigmoid", true),
        ["Tanh"] = ("tanh", true),
        ["Softmax"] = ("softmax", true),
        ["LogSoftmax"] = ("log_softmax", true),
        ["Silu"] = ("silu", false),
        ["Gelu"] = ("gelu", false),
    };

    private static readonly Dictionary<string, string> Losses = new()
    {
        ["CrossEntropyLoss"] = "cross_entropy",
        ["NllLoss"] = "nll_loss",
        ["BceLoss"] = "binary_cross_entropy",
        ["BceWithLogitsLoss"] = "binary_cross_entropy_with_logits",
        ["MseLoss"] = "mse_loss",
        ["L1Loss"] = "l1_loss",
        ["SmoothL1Loss"] = "smooth_l1_loss",
        ["HuberLoss"] = "huber_loss",
        ["KlDivLoss"] = "kl_div",
    };

    private static readonly HashSet<string> LossOperators = [.. Losses.Values];

    /// <summary>The operator that a layer of the library applies, and whether its result is what is saved (otherwise its input).</summary>
    public static (string Operator, bool SavesResult)? Of(ITypeSymbol type) => TryFind(type, Layers, out var layer) ? layer : null;

    /// <summary>The loss that a call computes: an operator's name, or that of a layer's operator.</summary>
    public static string? LossOf(IMethodSymbol method)
    {
        if (GradientMetadata.Of(method) is { Name: var name })
            return LossOperators.Contains(name) ? name : null;
        return method.Name == "Forward" && method.ContainingType is { } type && TryFind(type, Losses, out var loss) ? loss : null;
    }

    /// <summary>Whether an operator is a loss, which is differentiable though it is composed of others.</summary>
    public static bool IsLoss(string name) => LossOperators.Contains(name);

    /// <summary>Whether an operator of the library is differentiable in all its tensors though its declaration, composed of others, names none.</summary>
    public static bool IsComposed(string name) => IsLoss(name) || name is "matmul" or "mean" or "linear" or "square" or "flatten" or "bmm" or "mm" or "mv" or "dot" or "stack" or "cat";

    private static bool TryFind<T>(ITypeSymbol type, Dictionary<string, T> names, out T found)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.ContainingNamespace?.Name == "DslTensors" && names.TryGetValue(current.Name, out found!))
                return true;
        }

        found = default!;
        return false;
    }
}
