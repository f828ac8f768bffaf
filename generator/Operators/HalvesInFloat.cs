using System;
using System.Linq;
using DslTensors.Generator.Models;

namespace DslTensors.Generator.Operators;

/// <summary>
/// Operators that see 16-bit numbers as <c>float</c> and round once at the end: kernels over numbers, and compositions over real numbers. Those
/// without arithmetic only move elements.
/// </summary>
internal static class HalvesInFloat
{
    public const string Test = "global::DslTensors.Halves.Are";

    public static bool Of(OperatorForm form, MethodGenerics generics, EquatableArray<OperatorParameter> parameters, bool isStated)
    {
        if (form == OperatorForm.View || generics.Names.Count != 1)
            return false;
        var type = generics.Names[0];
        var constraint = string.Concat(generics.Constraints);
        var computes = isStated || constraint.Contains($"IFloatingPointIeee754<{type}>") || (form == OperatorForm.Kernel && constraint.Contains($".INumber<{type}>"));
        return computes
            && parameters.Any(parameter => parameter.IsTensor && parameter.Type == type)
            && !parameters.Any(parameter => !parameter.IsTensor && parameter.Type.Contains($"<{type}>"));
    }

    /// <summary>An input of a kernel as float.</summary>
    public static string View(OperatorParameter parameter, string typeParameter)
    {
        var isHalf = parameter.Type == typeParameter;
        return parameter.Kind switch
        {
            ParameterKind.OptionalTensor when isHalf => $"{parameter.Name} is null ? null : global::DslTensors.Halves.Widen({parameter.Name}.AsView())",
            ParameterKind.OptionalTensor => $"{parameter.Name}?.AsView()",
            ParameterKind.TensorList when isHalf => $"global::DslTensors.Halves.Widen(global::DslTensors.TensorViews.Of({parameter.Name}))",
            ParameterKind.TensorList => $"global::DslTensors.TensorViews.Of({parameter.Name})",
            _ when isHalf => $"global::DslTensors.Halves.Widen({parameter.Name}.AsView())",
            _ => $"{parameter.Name}.AsView()",
        };
    }

    /// <summary>An argument of a composition as float.</summary>
    public static string Tensor(OperatorParameter parameter, string typeParameter) => !parameter.IsTensor || parameter.Type != typeParameter
        ? parameter.Name
        : parameter.Kind switch
        {
            ParameterKind.OptionalTensor => $"{parameter.Name}?.To<float>()",
            ParameterKind.TensorList => $"global::DslTensors.Halves.ToFloat({parameter.Name})",
            _ => $"{parameter.Name}.To<float>()",
        };

    /// <summary>What was computed in float, rounded.</summary>
    public static string Back(string computed, OperatorParameter result, string typeParameter) => result.Type != typeParameter
        ? computed
        : result.Kind == ParameterKind.TensorList
            ? $"global::DslTensors.Halves.FromFloat<{typeParameter}>({computed})"
            : $"{computed}.To<{typeParameter}>()";

    /// <summary>The opening of a call with float as its type argument.</summary>
    public static string Opening(string callOpening, string typeParameter) => callOpening.Replace($"<{typeParameter}>(", "<float>(");
}
