using DslTensors.Generator.Operators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslTensors.Generator.Elementwise;

/// <summary>Writes the public API, lane functions, gradients and backward step of every <c>[Elementwise]</c> function.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ElementwiseGenerator : IIncrementalGenerator
{
    internal const string ModelStep = "ElementwiseModel";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var operators = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                ElementwiseNames.Elementwise,
                static (node, _) => node is MethodDeclarationSyntax,
                static (declaration, cancellation) => ElementwiseOperator.Read(
                    (IMethodSymbol)declaration.TargetSymbol, declaration.SemanticModel.Compilation, cancellation))
            .Where(static model => model is not null)
            .WithTrackingName(ModelStep);

        context.RegisterSourceOutput(operators, static (output, model) => output.AddSource(ElementwiseEmitter.FileName(model!), ElementwiseEmitter.Emit(model!)));
    }
}
