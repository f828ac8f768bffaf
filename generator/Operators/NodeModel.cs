using System.Collections.Generic;
using System.Linq;
using DslTensors.Generator.Models;

namespace DslTensors.Generator.Operators;

/// <summary>A backward step to be written: one edge for each differentiable input, and what the gradients name.</summary>
/// <param name="Name">The operator's name.</param>
/// <param name="Generics">The type parameters of the class, with the constraints that the gradients need.</param>
/// <param name="ResultType">The element type of the result.</param>
/// <param name="Parameters">The operator's parameters.</param>
/// <param name="Outputs">The operator's results; the first carries a gradient, and so do those whose gradients a method asks for.</param>
/// <param name="Gradients">The gradients.</param>
/// <param name="HalvesInFloat">Whether gradients of 16-bit numbers are computed in float.</param>
/// <param name="Form">Which form of the operator it belongs to, if there are several.</param>
internal sealed record NodeModel(
    string Name,
    MethodGenerics Generics,
    string ResultType,
    EquatableArray<OperatorParameter> Parameters,
    EquatableArray<OperatorParameter> Outputs,
    EquatableArray<GradientModel> Gradients,
    bool HalvesInFloat = false,
    string Form = "")
{
    public string ClassName => Name + Form + "Backward";

    /// <summary>The arguments of all gradients that have to be kept, each once.</summary>
    public IEnumerable<GradientArgument> Kept => Gradients.SelectMany(gradient => gradient.Arguments)
        .Where(argument => argument.Source is not (GradientSource.Grad or GradientSource.OtherGrad or GradientSource.OptionalOtherGrad))
        .Distinct();

    /// <summary>The tensors among them.</summary>
    public IEnumerable<GradientArgument> Saved => Kept.Where(argument => argument.Source is GradientSource.Input or GradientSource.Output);

    /// <summary>The results after the first that carry a gradient, with their positions.</summary>
    public IEnumerable<(OperatorParameter Output, int Position)> OtherDifferentiableOutputs => Outputs
        .Select((output, position) => (output, position))
        .Where(result => Asks(GradientSource.OtherGrad, result.output) || Asks(GradientSource.OptionalOtherGrad, result.output));

    /// <summary>Whether a gradient method takes the gradient of a further result even where there is none, as zeros.</summary>
    public bool WantsZeros(OperatorParameter output) => Asks(GradientSource.OtherGrad, output);

    public OperatorParameter Parameter(string name) => Parameters.Concat(Outputs).First(parameter => parameter.Name == name);

    /// <summary>The gradients that name a tensor: it is saved only if one of their inputs needs a gradient.</summary>
    public IEnumerable<GradientModel> UsersOf(GradientArgument argument) => Gradients.Where(gradient => gradient.Arguments.Contains(argument));

    private bool Asks(GradientSource source, OperatorParameter output) =>
        Gradients.Any(gradient => gradient.Arguments.Contains(new GradientArgument(source, output.Name)));
}
