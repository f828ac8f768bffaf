using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslTensors.Generator.Modules;

/// <summary>Has <c>child.Forward(x)</c> run the child's hooks when a module says it: PyTorch's <c>self.child(x)</c>.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ForwardCallGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var isEnabled = context.ParseOptionsProvider.Select(static (options, _) => IsEnabled(options));
        var calls = context.SyntaxProvider
            .CreateSyntaxProvider(static (node, _) => ForwardCallParser.IsCandidate(node), static (call, cancellation) => ForwardCallParser.Parse((InvocationExpressionSyntax)call.Node, call.SemanticModel, cancellation))
            .Where(static call => call is not null)
            .WithTrackingName(nameof(ForwardCallModel))
            .Collect();

        context.RegisterSourceOutput(calls.Combine(isEnabled), static (output, pair) =>
        {
            if (pair.Right && !pair.Left.IsEmpty)
                output.AddSource("ForwardCalls.g.cs", ForwardCallEmitter.Emit(pair.Left.Select(static call => call!)));
        });
    }

    // Without the property that the package sets, the compiler refuses interceptors: then only Call runs hooks.
    private static bool IsEnabled(ParseOptions options) =>
        options.Features.TryGetValue("InterceptorsNamespaces", out var namespaces) && namespaces.Split(';').Contains(ForwardCallEmitter.Namespace);
}
