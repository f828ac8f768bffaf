using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslTensors.Generator.Kernels;

/// <summary>Writes the launcher of every <c>[Kernel]</c> method.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class KernelGenerator : IIncrementalGenerator
{
    internal const string ModelStep = "KernelModel";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var kernels = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                "DslTensors.KernelAttribute",
                static (node, _) => node is MethodDeclarationSyntax,
                static (declaration, cancellation) => KernelParser.Parse((IMethodSymbol)declaration.TargetSymbol, cancellation).Model)
            .Where(static model => model is not null)
            .WithTrackingName(ModelStep);

        context.RegisterSourceOutput(kernels, static (output, model) => output.AddSource(KernelEmitter.FileName(model!), KernelEmitter.Emit(model!)));
    }
}
