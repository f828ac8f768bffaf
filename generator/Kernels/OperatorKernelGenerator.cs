using System.Linq;
using DslTensors.Generator.Emission;
using DslTensors.Generator.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslTensors.Generator.Kernels;

/// <summary>Writes the table of the classes that supply operators' kernels, where a backend declares that it has one.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class OperatorKernelGenerator : IIncrementalGenerator
{
    internal const string ModelStep = "OperatorKernelModel";
    private const string Table = "DslTensors.Devices.KernelTable";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var kernels = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                "DslTensors.KernelAttribute",
                static (node, _) => node is ClassDeclarationSyntax,
                static (declaration, _) => Parse(declaration))
            .Where(static model => model is not null)
            .WithTrackingName(ModelStep);
        var hasTable = context.CompilationProvider.Select(static (compilation, _) => compilation.Assembly.GetTypeByMetadataName(Table) is not null);

        context.RegisterSourceOutput(kernels.Collect().Combine(hasTable), static (output, found) =>
        {
            if (found.Right)
                output.AddSource($"{Table}.g.cs", Emit(found.Left.Select(static model => model!).ToEquatableArray()));
        });
    }

    private static OperatorKernelModel? Parse(GeneratorAttributeSyntaxContext declaration) =>
        declaration.Attributes[0].ConstructorArguments is [{ Value: INamedTypeSymbol type }]
            ? new OperatorKernelModel(
                type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
                declaration.TargetSymbol.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat))
            : null;

    private static string Emit(EquatableArray<OperatorKernelModel> kernels)
    {
        var writer = new SourceWriter();
        writer.Line(SourceText.Header);
        writer.Line();
        using (writer.Block("namespace DslTensors.Devices"))
        using (writer.Block("static partial class KernelTable"))
        using (writer.Block("static partial void AddGenerated()"))
        {
            foreach (var kernel in kernels.OrderBy(static kernel => kernel.Operator, System.StringComparer.Ordinal))
                writer.Line($"Add<{kernel.Operator}.{Operators.DeviceKernelEmitter.TypeName}>(static backend => new {kernel.Kernel}(backend));");
        }

        return writer.ToString();
    }
}
