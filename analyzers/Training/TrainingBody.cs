using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using DslTensors.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DslTensors.Analyzers.Training;

/// <summary>What a call does in a training loop.</summary>
internal enum TrainingCallKind
{
    ZeroGrad,
    Backward,
    Step,
    Forward,
    Eval,
    Train,
    Freeze,
    Unfreeze,
    Seed,
}

/// <summary>A call that trains, evaluates or changes a mode.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Call">The call.</param>
/// <param name="Subject">The variable, field or property it is called on; null where it is something else.</param>
internal sealed record TrainingCall(TrainingCallKind Kind, IInvocationOperation Call, ISymbol? Subject)
{
    public SyntaxNode Syntax => Call.Syntax;

    public bool IsOn(ISymbol? subject) => subject is not null && SymbolEqualityComparer.Default.Equals(Subject, subject);
}

/// <summary>The calls of one method that make a training loop, found once for all rules; functions inside it are bodies of their own, unless they run where they are written.</summary>
internal sealed class TrainingBody
{
    private static readonly ConditionalWeakTable<IOperation, TrainingBody> Known = new();

    private TrainingBody(IOperation root)
    {
        Root = root;
        Operations = [.. Within(root)];
        Calls = [.. Operations.OfType<IInvocationOperation>().Select(Classify).OfType<TrainingCall>()];
    }

    public IOperation Root { get; }

    /// <summary>All operations of the method, in the order of the source.</summary>
    public IReadOnlyList<IOperation> Operations { get; }

    public IReadOnlyList<TrainingCall> Calls { get; }

    public static TrainingBody Of(EndEvent end) => Known.GetValue(end.Operation, static root => new TrainingBody(root));

    public IEnumerable<TrainingCall> Of(TrainingCallKind kind) => Calls.Where(call => call.Kind == kind);

    public CallNames? Names => Root.SemanticModel is { Compilation: var compilation } ? CallNames.Of(compilation) : null;

    /// <summary>The variable, field or property that an expression is; null where it is something else.</summary>
    public static ISymbol? SymbolOf(IOperation? operation) => TensorFacts.SymbolOf(operation);

    private static IEnumerable<IOperation> Within(IOperation operation)
    {
        foreach (var child in operation.ChildOperations)
        {
            yield return child;
            if (child is ILocalFunctionOperation || (child is IAnonymousFunctionOperation && (child.Syntax is not AnonymousFunctionExpressionSyntax lambda || !ImmediateLambdas.Contain(lambda))))
                continue;
            foreach (var inner in Within(child))
                yield return inner;
        }
    }

    private static TrainingCall? Classify(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        var subject = call.Instance ?? call.Arguments.FirstOrDefault()?.Value;
        TrainingCallKind? kind = method.Name switch
        {
            "ZeroGrad" => TrainingCallKind.ZeroGrad,
            "Backward" when method.ContainingNamespace?.Name == "DslTensors" => TrainingCallKind.Backward,
            "Step" when IsOptimizer(subject?.Type) => TrainingCallKind.Step,
            "Forward" when ModuleTraits.IsModule(TensorFacts.Unconverted(subject)?.Type) => TrainingCallKind.Forward,
            "Eval" when IsOurs(method) => TrainingCallKind.Eval,
            "Train" or "SetTraining" when IsOurs(method) => call.Arguments.Any(item => item.Value.ConstantValue is { HasValue: true, Value: false }) ? TrainingCallKind.Eval : TrainingCallKind.Train,
            "RequiresGrad" when IsOurs(method) => call.Arguments.Any(item => item.Value.ConstantValue is { HasValue: true, Value: false }) ? TrainingCallKind.Freeze : TrainingCallKind.Unfreeze,
            "ManualSeed" => TrainingCallKind.Seed,
            _ => null,
        };
        return kind is { } found ? new TrainingCall(found, call, SymbolOf(subject)) : null;
    }

    private static bool IsOurs(IMethodSymbol method) => method.ContainingNamespace?.Name == "DslTensors" || ModuleTraits.IsModule(method.ContainingType);

    public static bool IsOptimizer(ITypeSymbol? type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current is { Name: "Optimizer", ContainingNamespace.Name: "DslTensors" })
                return true;
        }

        return false;
    }
}
