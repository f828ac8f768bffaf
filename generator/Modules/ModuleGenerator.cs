using DslTensors.Generator.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslTensors.Generator.Modules;

/// <summary>Completes every <c>[Module]</c> class: base class, parameters, buffers and the lists of its members.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ModuleGenerator : IIncrementalGenerator
{
    internal const string ModelStep = "ModuleModel";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var modules = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                "DslTensors.ModuleAttribute",
                static (node, _) => node is ClassDeclarationSyntax,
                static (declaration, cancellation) => ModuleParser.Parse((INamedTypeSymbol)declaration.TargetSymbol, cancellation, declaration.SemanticModel.Compilation).Model)
            .Where(static model => model is not null)
            .WithTrackingName(ModelStep);

        context.RegisterSourceOutput(modules, static (output, model) => output.AddSource(ModuleEmitter.FileName(model!), ModuleEmitter.Emit(model!)));
    }
}
