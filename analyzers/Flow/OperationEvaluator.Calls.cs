using System.Collections.Generic;
using System.Linq;
using DslTensors.Generator.Models;
using DslTensors.Generator.Signatures;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DslTensors.Analyzers.Flow;

/// <summary>Calls of methods and operators whose shapes are stated.</summary>
internal sealed partial class OperationEvaluator
{
    public override FlowValue VisitInvocation(IInvocationOperation operation, object? argument)
    {
        var receiver = Evaluate(operation.Instance);
        var given = new List<GivenArgument>();
        if (operation.Instance is { } instance && context.Symbols.IsTensor(instance.Type))
            given.Add(new GivenArgument(null, instance, receiver));

        foreach (var item in operation.Arguments)
        {
            var isOut = item.Parameter?.RefKind == RefKind.Out;
            if (isOut)
                EvaluateTarget(item.Value);
            given.Add(new GivenArgument(item.Parameter, item.Value, isOut ? FlowValue.Unknown : Evaluate(item.Value)));
        }

        foreach (var item in operation.Arguments.Where(item => item.Parameter?.RefKind is RefKind.Out or RefKind.Ref))
            Assign(item.Value, FlowValue.Unknown);

        return Call(operation, operation.TargetMethod, given);
    }

    private FlowValue CallOperator(IOperation operation, IMethodSymbol method, (IOperation Operand, FlowValue Value)[] operands)
    {
        var given = new List<GivenArgument>();
        for (var i = 0; i < operands.Length; i++)
        {
            // An instance operator (x += y in place) has its first operand as receiver.
            var index = method.IsStatic ? i : i - 1;
            var parameter = index >= 0 && index < method.Parameters.Length ? method.Parameters[index] : null;
            given.Add(new GivenArgument(parameter, operands[i].Operand, operands[i].Value));
        }

        return Call(operation, method, given);
    }

    private FlowValue Call(IOperation operation, IMethodSymbol method, List<GivenArgument> given)
    {
        if (context.Signatures.Of(method) is not { } signature)
            return FlowValue.Unknown;

        var inputs = InputsOf(method, signature, given);
        if (inputs.Count != signature.Signature.Inputs.Count)
            return FlowValue.Unknown;

        var arguments = given
            .Where(item => item.Parameter is not null && !context.Symbols.IsTensor(item.Parameter.Type))
            .GroupBy(item => item.Parameter!.Name)
            .ToDictionary(group => group.Key, group => ToArgument(group.First().Value));
        var result = SignatureEvaluator.Evaluate(signature.Signature, inputs.Select(input => input.Input).ToList(), arguments);
        context.AddCall(new ShapedCall(operation, method, signature, inputs, arguments, result));

        ForgetRewritten(method, inputs, given, result);
        return ResultOf(operation, method, result);
    }

    private List<CallInput> InputsOf(IMethodSymbol method, CallSignature signature, List<GivenArgument> given)
    {
        var tensors = TensorsOf(method, signature, given, withScalars: false);
        if (tensors.Count < signature.Signature.Inputs.Count)
            tensors = TensorsOf(method, signature, given, withScalars: true);

        return tensors
            .Select((item, index) => CallInputReader.Read(method, item, index < signature.Signature.Inputs.Count ? signature.Signature.Inputs[index] : null))
            .ToList();
    }

    private List<GivenArgument> TensorsOf(IMethodSymbol method, CallSignature signature, List<GivenArgument> given, bool withScalars)
    {
        var tensors = new List<GivenArgument>();
        if (signature.IsOperator)
            tensors.AddRange(given.Where(item => item.Parameter is null));
        foreach (var parameter in context.Signatures.TensorParameters(method, withScalars))
        {
            foreach (var item in given.Where(item => SymbolEqualityComparer.Default.Equals(item.Parameter, parameter)).Take(1))
            {
                // A number broadcasts as a tensor without dimensions.
                tensors.Add(context.Symbols.IsScalar(parameter.Type) ? item with { Value = new TensorFlow(SymbolicShape.Of(), null) } : item);
            }
        }

        return tensors;
    }

    /// <summary>Writes into a tensor of another shape leave every variable that may hold it unknown.</summary>
    private void ForgetRewritten(IMethodSymbol method, List<CallInput> inputs, List<GivenArgument> given, SignatureResult result)
    {
        var hasDestination = given.Any(item => item.Parameter is { Name: "destination", Type.Name: not "Dims" } && item.Value is not NullFlow);
        var changesInPlace = method.Name.EndsWith("InPlace", System.StringComparison.Ordinal)
            && inputs is [{ Input: { Kind: InputKind.Single, Shapes: [var before] } }, ..]
            && (result.Outputs.Count == 0 || !result.Outputs[0].Equals(before));
        if (hasDestination || changesInPlace)
            State = State.WithoutTensors();
    }

    private FlowValue ResultOf(IOperation operation, IMethodSymbol method, SignatureResult result)
    {
        if (result.Mismatch is not null)
            return FlowValue.Unknown;
        if (result.Outputs.Count == 1 && context.Symbols.IsTensor(method.ReturnType))
            return new TensorFlow(result.Outputs[0], operation.Syntax);
        return method.ReturnType is INamedTypeSymbol { IsTupleType: true, TupleElements.Length: var length } && length == result.Outputs.Count
            ? new TupleFlow(result.Outputs.Select(FlowValue (shape) => new TensorFlow(shape, operation.Syntax)).ToEquatableArray())
            : FlowValue.Unknown;
    }

    private static ArgumentValue ToArgument(FlowValue value) => value switch
    {
        NullFlow => ArgumentValue.Null,
        IntFlow { Size: var size } => new SizeValue(size),
        BoolFlow { Value: var flag } => ArgumentValue.Of(flag),
        ChoiceFlow { Name: var name } => new ChoiceValue(name),
        ListFlow { Items: var items } => new SizesValue(items.Select(item => item is IntFlow { Size: var size } ? size : SymbolicSize.Unknown).ToEquatableArray()),
        _ => ArgumentValue.Unknown,
    };
}

/// <summary>A value given to a parameter; to none where it is the receiver.</summary>
internal readonly record struct GivenArgument(IParameterSymbol? Parameter, IOperation Operation, FlowValue Value);
