using System.Collections.Generic;
using System.Linq;
using DslTensors.Generator.Models;
using DslTensors.Generator.Signatures;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DslTensors.Analyzers.Flow;

/// <summary>Calls of methods and operators whose shapes are stated, or whose bodies can be looked into.</summary>
internal sealed partial class OperationEvaluator
{
    public override FlowValue VisitInvocation(IInvocationOperation operation, object? argument)
    {
        var receiver = Evaluate(operation.Instance);
        var given = new List<GivenArgument>();
        if (operation.Instance is { } instance && context.Symbols.IsTensor(instance.Type))
            given.Add(new GivenArgument(null, instance, receiver));
        given.AddRange(Given(operation.Arguments));

        return TaskCall(operation, receiver, given)
            ?? ListCall(operation, receiver, given)
            ?? ExpectCall(operation, given)
            ?? FromCall(operation, given)
            ?? ModuleCall(operation, receiver, given)
            ?? Call(operation, operation.TargetMethod, operation.Instance is null ? null : receiver, given);
    }

    public override FlowValue VisitObjectCreation(IObjectCreationOperation operation, object? argument)
    {
        var given = Given(operation.Arguments);

        // new ModuleList<Block>(6, i => new Block(i))
        if (context.Symbols.IsContainer(operation.Type))
            given = given.Select(item => item.Value is LambdaFlow create ? item with { Value = new SequenceFlow(Invoke(create, FlowValue.Unknown)) } : item).ToList();
        var result = context.Symbols.IsModule(operation.Type)
            ? context.World.Modules.Create(operation.Type!, operation.Constructor, given.Select(item => item with { Value = State.Sizes.Resolve(item.Value) }).ToList(), operation.Syntax)
            : CreatedRecord(operation, given) ?? CreatedList(operation, given);
        if (operation.Initializer is { } initializer)
            Evaluate(initializer);
        State = context.Raise(new CreationEvent(operation, State, operation.Constructor, given, context.Symbols.IsModule(operation.Type) || result is not ModuleFlow ? result : FlowValue.Unknown), State);
        if (result is ModuleFlow { Items: ListFlow } module && context.Symbols.IsSequential(module.Type))
            RunLayersOf(operation, module);
        return result;
    }

    private List<GivenArgument> Given(IEnumerable<IArgumentOperation> arguments)
    {
        var given = new List<GivenArgument>();
        foreach (var item in arguments)
        {
            var isOut = item.Parameter?.RefKind == RefKind.Out;
            if (isOut)
                EvaluateTarget(item.Value);
            given.Add(new GivenArgument(item.Parameter, item.Value, isOut ? FlowValue.Unknown : Evaluate(item.Value)));
        }

        foreach (var item in arguments.Where(item => item.Parameter is { RefKind: RefKind.Out } or { RefKind: RefKind.Ref } && !HelperWrites.KeepsVariable(item.Parameter)))
            Assign(item.Value, FlowValue.Unknown);
        return given;
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

        return Call(operation, method, null, given);
    }

    /// <summary>Checks a call against what the method states, looks into its body, and tells the rules.</summary>
    private FlowValue Call(IOperation operation, IMethodSymbol method, FlowValue? receiver, List<GivenArgument> given, ModuleFlow? layer = null)
    {
        if (!State.Sizes.IsEmpty)
            given = given.Select(item => item with { Value = State.Sizes.Resolve(item.Value) }).ToList();

        var target = CallTarget.Of(method, receiver);
        var before = State;
        var shapes = Shapes(operation, target ?? method, receiver, given, layer);
        var result = shapes is null ? FlowValue.Unknown : ResultOf(operation, method, shapes);
        IReadOnlyList<ShapedCall> failures = [];
        (string Name, long Value)? witness = null;
        if (target is not null && shapes is not ({ Signature.IsOperator: true } or { Result.Mismatch: not null }))
        {
            var summary = SummaryOf(target, receiver, given);
            if (summary.Failures.Count > 0)
            {
                var faults = context.World.Summaries.FaultsOf(target, context);
                failures = summary.Failures.Where(failure => !faults.Contains(failure.Operation.Syntax)).ToList();
            }

            if (failures.Count > 0 && context.IsSettled)
                witness = context.World.Summaries.WitnessOf(failures[0], target, ObjectOf(target, receiver), ValuesOf(target, given), context);
            result = failures.Count > 0 ? Opaque(operation, method) : Merge(result, Relocated(summary.Result, operation.Syntax));
        }

        if (receiver is LambdaFlow function && method.MethodKind == MethodKind.DelegateInvoke)
        {
            (result, failures) = Called(function, given.Select(item => State.Sizes.Resolve(item.Value)).ToArray());
            result = Relocated(result, operation.Syntax);
        }

        if (result is UnknownFlow)
            result = Opaque(operation, method);
        if (method.ContainingNamespace?.Name != "DslTensors" && method.ContainingNamespace?.ContainingNamespace?.Name != "System" && shapes is not { Signature.IsOperator: true })
            State = State.WithoutMembers();
        if (GradientMetadata.WritesInPlace(method) || (shapes is not { Signature.IsOperator: true } && given.Any(item => item.Value is TensorFlow { Constants.Count: > 0 })))
            State = State.WithoutConstants();
        if (shapes is not null)
            ForgetRewritten(method, shapes.Inputs, given, shapes.Result);
        foreach (var equality in shapes?.Result is { Mismatch: null, Equalities: var equalities } ? equalities : EquatableArray<SizeEquality>.Empty)
            State = State.Assume(equality.Left, equality.Right, operation.Syntax);
        if (shapes is { Result.Mismatch: null, Layer: null })
            Learn(shapes);
        State = context.Raise(new CallEvent(operation, before, method, receiver, given, shapes, result) { InnerFailures = failures, Witness = witness, Gradients = target is null ? null : () => context.World.Gradients.Of(target, context) }, State);
        return result;
    }

    private ShapedCall? Shapes(IOperation operation, IMethodSymbol method, FlowValue? receiver, List<GivenArgument> given, ModuleFlow? layer)
    {
        if (context.World.Signatures.Of(method) is not { } signature)
            return ItemCall(operation, method, given);
        var inputs = InputsOf(method, signature, given);
        if (inputs.Count != signature.Signature.Inputs.Count)
            return null;

        var arguments = new Dictionary<string, ArgumentValue>();
        foreach (var item in given)
        {
            if (item.Parameter is { } parameter && !context.Symbols.IsTensor(parameter.Type) && !arguments.ContainsKey(parameter.Name))
                arguments.Add(parameter.Name, FactorOf(item) ?? ToArgument(item.Value));
        }

        var module = receiver as ModuleFlow;
        if (module is not null && !SymbolEqualityComparer.Default.Equals(module.Type.OriginalDefinition, method.ContainingType.OriginalDefinition))
            module = context.World.Modules.AsBase(module, method.ContainingType, context);
        foreach (var argument in module?.Arguments ?? EquatableArray<NamedFlow>.Empty)
        {
            if (!arguments.ContainsKey(argument.Name))
                arguments.Add(argument.Name, ToArgument(argument.Value));
        }

        var result = context.World.Evaluations.Of(signature.Signature, inputs, arguments);
        result = AtRun(method, signature, inputs, result);
        return new ShapedCall(operation, method, signature, inputs, arguments, result) { Layer = layer, Sizes = State.Sizes };
    }

    /// <summary>What the body does with these arguments, where it is here to be seen.</summary>
    private MethodSummary SummaryOf(IMethodSymbol method, FlowValue? receiver, List<GivenArgument> given)
    {
        if (method.DeclaringSyntaxReferences.IsEmpty || !given.Any(item => item.Value is not (UnknownFlow or NullFlow or BoolFlow or ChoiceFlow)) && receiver is not ModuleFlow)
            return MethodSummary.Unknown;

        return context.World.Summaries.Of(method, ObjectOf(method, receiver), ValuesOf(method, given), context);
    }

    private static List<FlowValue> ValuesOf(IMethodSymbol method, List<GivenArgument> given) =>
        method.Parameters.Select(parameter => given.FirstOrDefault(item => item.Parameter?.Ordinal == parameter.Ordinal).Value ?? FlowValue.Unknown).ToList();

    /// <summary>The object that a method runs on, as the class that declares the method sees it.</summary>
    private ModuleFlow? ObjectOf(IMethodSymbol method, FlowValue? receiver) => receiver is ModuleFlow module && !SymbolEqualityComparer.Default.Equals(module.Type.OriginalDefinition, method.ContainingType.OriginalDefinition)
        ? context.World.Modules.AsBase(module, method.ContainingType, context)
        : receiver as ModuleFlow;

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
        foreach (var item in given)
        {
            if (signature.IsOperator && item.Parameter is null)
                tensors.Add(item);
        }

        foreach (var parameter in context.World.Signatures.TensorParameters(method, withScalars))
        {
            foreach (var item in given)
            {
                if (item.Parameter?.Ordinal != parameter.Ordinal)
                    continue;

                // A number broadcasts as a tensor without dimensions.
                tensors.AddRange(context.Symbols.TensorsIn(parameter.Type) is > 0 and var count
                    ? PartsOf(item, count)
                    : [context.Symbols.IsScalar(parameter.Type) ? item with { Value = new TensorFlow(SymbolicShape.Of(), null) } : item]);
                break;
            }
        }

        return tensors;
    }

    /// <summary>The tensors of a tuple, each in the user's words where the tuple is written out.</summary>
    private static IEnumerable<GivenArgument> PartsOf(GivenArgument tuple, int count)
    {
        var operation = tuple.Operation;
        while (operation is IConversionOperation { Operand: var operand })
            operation = operand;
        for (var i = 0; i < count; i++)
        {
            var value = tuple.Value is TupleFlow { Items: var items } && items.Count == count ? items[i] : tuple.Value is NullFlow ? tuple.Value : FlowValue.Unknown;
            yield return new GivenArgument(tuple.Parameter, operation is ITupleOperation { Elements: var written } && written.Length == count ? written[i] : tuple.Operation, value);
        }
    }

    /// <summary>Writes into a tensor of another shape leave every variable that may hold it unknown.</summary>
    private void ForgetRewritten(IMethodSymbol method, IReadOnlyList<CallInput> inputs, List<GivenArgument> given, SignatureResult result)
    {
        var hasDestination = given.Any(item => item.Parameter is { Name: "destination", Type.Name: not "Dims" } && item.Value is not NullFlow);
        var changesInPlace = method.Name.EndsWith("InPlace", System.StringComparison.Ordinal)
            && inputs is [{ Input: { Kind: InputKind.Single, Shapes: [var before] } }, ..]
            && (result.Outputs.Count == 0 || (!result.Outputs[0].Equals(before) && (result.Outputs[0].HasRank || !GradientMetadata.WritesInPlace(method))));
        if (hasDestination || changesInPlace)
            State = State.WithoutTensors();
    }
}

/// <summary>A value given to a parameter; to none where it is the receiver.</summary>
internal readonly record struct GivenArgument(IParameterSymbol? Parameter, IOperation Operation, FlowValue Value);
