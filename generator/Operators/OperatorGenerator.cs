using System.Collections.Generic;
using DslTensors.Generator.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslTensors.Generator.Operators;

/// <summary>Writes the public API, shape check, dispatch and backward step of every <c>[TensorOp]</c> class.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class OperatorGenerator : IIncrementalGenerator
{
    internal const string ModelStep = "OperatorModel";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var operators = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                "DslTensors.TensorOpAttribute",
                static (node, _) => node is ClassDeclarationSyntax,
                static (declaration, cancellation) => OperatorParser.Parse(declaration.TargetSymbol, cancellation).Model)
            .Where(static model => model is not null)
            .WithTrackingName(ModelStep);

        context.RegisterSourceOutput(operators, static (output, model) => output.AddSource(OperatorEmitter.FileName(model!), OperatorEmitter.Emit(model!)));
    }
}
