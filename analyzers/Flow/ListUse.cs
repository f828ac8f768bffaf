using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DslTensors.Analyzers.Flow;

/// <summary>Tells uses of a list that only read it from those that may change what it holds, now or later.</summary>
internal static class ListUse
{
    public static bool IsReading(IOperation reference)
    {
        var (child, parent) = (reference, reference.Parent);
        while (parent is IConversionOperation or ISpreadOperation)
            (child, parent) = (parent, parent.Parent);

        return parent switch
        {
            // The declaration, or the variable itself gets another list.
            ISimpleAssignmentOperation assignment => assignment.Target == child,
            IVariableInitializerOperation or ICollectionExpressionOperation => true,
            IPropertyReferenceOperation property => IsRead(property),
            IArrayElementReferenceOperation element => IsRead(element),
            IArgumentOperation { Parent: IInvocationOperation call } => IsReader(call.TargetMethod),
            IArgumentOperation { Parent: IObjectCreationOperation creation } => IsOurs(creation.Constructor),

            // What Add does to a list that only this variable holds is followed.
            IInvocationOperation call => call.Instance == child && call.TargetMethod.Name is "GetEnumerator" or "ToArray" or "ToList" or "AsSpan" or "Add",
            IFlowCaptureOperation => false,
            _ => false,
        };
    }

    private static bool IsRead(IOperation element) => element.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target != element,
        IIncrementOrDecrementOperation => false,
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } => false,
        _ => true,
    };

    private static bool IsReader(IMethodSymbol method) => IsOurs(method) || method.ContainingType is { Name: "Enumerable", ContainingNamespace.Name: "Linq" };

    private static bool IsOurs(IMethodSymbol? method) => method?.ContainingNamespace?.Name == "DslTensors";
}
