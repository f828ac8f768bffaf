using DslTensors.Analyzers.Tests.Verification;
using DslTensors.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace DslTensors.Analyzers.Tests.Shapes;

/// <summary>The refactoring that writes shapes on parameters and results.</summary>
public class StateShapesRefactoringTests
{
    [Theory]
    [InlineData(
        "Tensor<float> M(Tensor<float> x) { var (b, t, c) = x.Shape; return x.Reshape(b * t, c); }",
        "[return: Shape(\"(b * t) c\")]\n    Tensor<float> M([Shape(\"b t c\")] Tensor<float> x) { var (b, t, c) = x.Shape; return x.Reshape(b * t, c); }")]
    [InlineData(
        "Tensor<float> M(Tensor<float> x) => x.Mm(Tensor.Rand(784, 10));",
        "Tensor<float> M([Shape(\"n 784\")] Tensor<float> x) => x.Mm(Tensor.Rand(784, 10));")]
    [InlineData(
        "Tensor<float> M([Shape(\"b 64\")] Tensor<float> x) => x.Sum(1);",
        "[return: Shape(\"b\")]\n    Tensor<float> M([Shape(\"b 64\")] Tensor<float> x) => x.Sum(1);")]
    [InlineData(
        "Tensor<float> M(Tensor<float> x) => new Linear(784, 10).Forward(x);",
        "[return: Shape(\"rest... 10\")]\n    Tensor<float> M([Shape(\"xDims... 784\")] Tensor<float> x) => new Linear(784, 10).Forward(x);")]
    public async Task Shapes_are_written(string member, string expected) => Assert.Equal(Class(expected), await Refactor(Class(member)));

    [Fact]
    public async Task Nothing_is_offered_where_nothing_is_known() => Assert.Null(await Refactor(Class("Tensor<float> M(Tensor<float> x) => x;")));

    private static string Class(string member) => $"using DslTensors;\n\nclass C\n{{\n    {member}\n}}\n";

    private static async Task<string?> Refactor(string source)
    {
        using var workspace = new AdhocWorkspace();
        var project = workspace.AddProject("User", LanguageNames.CSharp)
            .WithParseOptions(Framework.ParseOptions)
            .WithCompilationOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary))
            .AddMetadataReferences(Framework.References)
            .AddMetadataReference(MetadataReference.CreateFromFile(typeof(Tensor).Assembly.Location));
        var document = project.AddDocument("Program.cs", source);
        var actions = new List<CodeAction>();
        var span = new TextSpan(source.IndexOf(" M(", StringComparison.Ordinal) + 1, 1);
        await new StateShapesRefactoring().ComputeRefactoringsAsync(new CodeRefactoringContext(document, span, actions.Add, default));
        if (actions is not [var action])
            return null;

        var operations = await action.GetOperationsAsync(default);
        var changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!;
        return (await changed.GetTextAsync()).ToString();
    }
}
