using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DslTensors.Analyzers.Declarations;

/// <summary>DSLT1008: the body of a <c>[Kernel]</c> method does what no GPU thread can.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class KernelBodyAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The rule's id.</summary>
    public const string Id = "DSLT1008";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "The kernel cannot run on a GPU",
        "The kernel {0} {1}, which no GPU thread can: {2}",
        RuleCategory.Declarations,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A kernel computes with numbers, structs and views: it allocates nothing, has no strings, no objects and no recursion, calls static methods, and throws nothing.",
        helpLinkUri: RuleHelp.LinkTo(Id));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName("DslTensors.KernelAttribute") is { } declares)
                start.RegisterOperationBlockAction(block => Analyze(block, declares));
        });
    }

    private static void Analyze(OperationBlockAnalysisContext context, INamedTypeSymbol declares)
    {
        if (context.OwningSymbol is not IMethodSymbol kernel || !kernel.GetAttributes().Any(data => SymbolEqualityComparer.Default.Equals(data.AttributeClass, declares)))
            return;
        foreach (var operation in context.OperationBlocks.OfType<IBlockOperation>().SelectMany(static block => block.DescendantsAndSelf()))
        {
            if (Complaint(operation, kernel) is var (does, remedy))
                context.ReportDiagnostic(Diagnostic.Create(Rule, operation.Syntax.GetLocation(), kernel.Name, does, remedy));
        }
    }

    private static (string Does, string Remedy)? Complaint(IOperation operation, IMethodSymbol kernel) => operation switch
    {
        IArrayCreationOperation or ICollectionExpressionOperation => ("allocates an array", "use LocalMemory.Allocate or SharedMemory.Allocate with a constant size, or pass a view."),
        IAnonymousObjectCreationOperation => ("allocates an object", "use a struct or locals."),
        IObjectCreationOperation { Type.IsReferenceType: true } when operation.Parent is not IThrowOperation => ("allocates an object", "use a struct."),
        IThrowOperation { IsImplicit: false } => ("throws an exception", "write a flag or a NaN to a view, and look at it after the launch."),
        ITryOperation => ("handles exceptions", "write the cases as conditions."),
        IInterpolatedStringOperation or ILiteralOperation { Type.SpecialType: SpecialType.System_String } when !IsArgumentOfInterop(operation) =>
            ("uses a string", "compute with numbers; Interop.WriteLine prints from kernels."),
        IAnonymousFunctionOperation or IDelegateCreationOperation => ("makes a delegate, which captures variables in an object", "call a static method, or pass a struct that has one."),
        IConversionOperation { IsImplicit: true, Type.IsReferenceType: true, Operand.Type.IsValueType: true } => ("boxes a value", "keep its own type, or make the method generic."),
        IInvocationOperation call when SymbolEqualityComparer.Default.Equals(call.TargetMethod.OriginalDefinition, kernel) => ("calls itself", "write a loop."),
        IInvocationOperation { IsVirtual: true, TargetMethod.ContainingType.IsReferenceType: true, TargetMethod.IsStatic: false } call => ($"calls {call.TargetMethod.Name} by a virtual call", "call a static method, or a method of a struct."),
        IInvocationOperation { TargetMethod: { IsStatic: false, ContainingType.IsReferenceType: true } method } => ($"calls {method.Name} of an object", "call a static method, or a method of a struct."),
        IInvocationOperation { Type.IsReferenceType: true } call => ($"calls {call.TargetMethod.Name}, which makes an object", "compute with numbers, structs and views."),
        IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: false, IsConst: false } field } => ($"reads the variable {field.Name}", "pass its value as a parameter."),
        IVariableDeclaratorOperation { Symbol.Type: { IsReferenceType: true } type } => ($"has a variable of the reference type {type.Name}", "use numbers, structs and views."),
        ILoopOperation { LoopKind: LoopKind.ForEach } => ("enumerates a collection", "write a for loop over indices."),
        IAwaitOperation => ("waits", "wait outside of the kernel, for example with device.Synchronize()."),
        _ => null,
    };

    private static bool IsArgumentOfInterop(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IInvocationOperation call)
                return call.TargetMethod.ContainingType.Name is "Interop" or "Debug" or "Trace";
        }

        return false;
    }
}
