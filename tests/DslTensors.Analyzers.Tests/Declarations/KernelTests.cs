using DslTensors.Analyzers.Declarations;
using DslTensors.Analyzers.Tests.Verification;

namespace DslTensors.Analyzers.Tests.Declarations;

/// <summary>DSLT1007 and DSLT1008. The views of ILGPU are declared here, as far as the rules look at them.</summary>
public class KernelTests
{
    private const string Ilgpu = """
        namespace ILGPU
        {
            public struct Index1D { public static implicit operator int(Index1D index) => 0; }
            public struct ArrayView<T> where T : unmanaged { public ref T this[int index] => throw null!; }
            public static class Interop { public static void WriteLine(string text) { } }
        }

        """;

    [Theory]
    [InlineData("static void K(int i, ILGPU.ArrayView<float> x) { }", "first parameter")]
    [InlineData("void K(ILGPU.Index1D i) { }", "static")]
    [InlineData("static int K(ILGPU.Index1D i) => 0;", "static")]
    [InlineData("static void K(ILGPU.Index1D i, Tensor<float> x) { }", "must be a view")]
    [InlineData("static void K(ILGPU.Index1D i, ref int x) { }", "by value")]
    [InlineData("static void K(ILGPU.Index1D i, [Shape(\"n+1\")] ILGPU.ArrayView<float> x) { }", "names and numbers")]
    public async Task A_method_without_a_launcher_is_marked(string method, string reason)
    {
        var (marked, message) = Assert.Single(await DeclarationCheck.Run<KernelDeclarationAnalyzer>($"{Ilgpu}partial class C {{ [Kernel] {method} }}"));
        Assert.Equal("K", marked);
        Assert.Contains(reason, message);
    }

    [Fact]
    public async Task The_class_must_be_partial() =>
        Assert.Contains("partial", Assert.Single(await DeclarationCheck.Run<KernelDeclarationAnalyzer>($"{Ilgpu}static class C {{ [Kernel] static void K(ILGPU.Index1D i) {{ }} }}")).Message);

    [Theory]
    [InlineData("var a = new float[2];", "new float[2]", "array")]
    [InlineData("var o = (object)1;", null, "reference type")]
    [InlineData("var s = \"\";", null, "string")]
    [InlineData("throw new System.Exception();", null, "throws")]
    [InlineData("K(i, x, factor);", "K(i, x, factor)", "calls itself")]
    [InlineData("System.Func<float> f = () => factor;", null, "delegate")]
    [InlineData("x[0] = s_state;", "s_state", "variable s_state")]
    [InlineData("x[0] = factor.ToString().Length;", null, "makes an object")]
    [InlineData("foreach (var c in new System.Collections.Generic.List<int>()) { }", null, "enumerates")]
    public async Task What_no_GPU_thread_can_do_is_marked_where_it_stands(string statement, string? marked, string reason)
    {
        var found = await DeclarationCheck.Run<KernelBodyAnalyzer>(Kernel(statement));
        Assert.Contains(found, problem => problem.Message.Contains(reason, StringComparison.Ordinal) && (marked is null || problem.Marked == marked));
    }

    [Fact]
    public async Task A_kernel_that_computes_and_other_methods_are_left_alone()
    {
        var kernel = Kernel("for (var j = 0; j < 4; j++) { x[i] += Half(factor) + System.MathF.Sqrt(j) + s_constant; } ILGPU.Interop.WriteLine(\"done\");");
        Assert.Empty(await DeclarationCheck.Run<KernelBodyAnalyzer>(kernel));
        Assert.Empty(await DeclarationCheck.Run<KernelDeclarationAnalyzer>(kernel));
    }

    private static string Kernel(string statements) => $$"""
        {{Ilgpu}}static partial class C
        {
            static float s_state;
            static readonly float s_constant = 2;
            static float Half(float x) => x / 2;
            static object Other() => new float[2];
            [Kernel] static void K(ILGPU.Index1D i, [Shape("n")] ILGPU.ArrayView<float> x, float factor)
            {
                {{statements}}
            }
        }
        """;
}
