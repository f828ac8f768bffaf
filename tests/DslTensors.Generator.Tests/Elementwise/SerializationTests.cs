using DslTensors.Generator.Elementwise;
using Microsoft.CodeAnalysis;

namespace DslTensors.Generator.Tests.Elementwise;

/// <summary>Bodies travel in metadata as text, so that other libraries inline them.</summary>
public class SerializationTests(CompiledBodies bodies) : IClassFixture<CompiledBodies>
{
    public static TheoryData<string> Names => BodyCases.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void A_body_reads_back_as_it_was_written(string name)
    {
        var model = bodies.Model(name);
        var (parameters, body) = SerializedFunction.Read(model.Serialized);
        Assert.Equal(model.Parameters.Select(parameter => (parameter.Name, parameter.Kind)), parameters.Select(parameter => (parameter.Name, parameter.Kind)));
        Assert.Equal(model.Serialized, SerializedFunction.Write(name, parameters, body));
    }

    [Fact]
    public void Shared_parts_are_written_once()
    {
        var model = ElementwiseSource.OfFunction("float F(float x, float a = 1, int n = 2, bool b = true) { var e = MathF.Exp(x); return b ? e / (e + a) : n * e; }").Model();
        Assert.Equal("F(x,#a,#i:n,#b:b)=$0=Exp(x);Select(b,Divide($0,Add($0,a)),Multiply(n,$0))", model.Serialized);
    }

    [Theory]
    [InlineData("F(x)=Foo(x)", "'Foo' is not a function")]
    [InlineData("F(x)=Add(x,y)", "'y' is neither a number nor a parameter")]
    [InlineData("F(x)=Add(x)", "damaged at character 5")]
    [InlineData("F(x)=Exp(x)x", "damaged at character 6")]
    public void Damaged_text_is_named(string text, string message) =>
        Assert.Contains(message, Assert.Throws<FormatException>(() => SerializedFunction.Read(text)).Message);

    [Theory]
    [InlineData("[ElementwiseBody(\"Softclip(x,#limit)=Multiply(limit,Tanh(Divide(x,limit)))\")]", "")]
    [InlineData("", "[ElementwiseBody(\"Softclip(x,#limit)=Multiply(limit,Tanh(Divide(x,limit)))\")]")]
    public void A_function_of_a_compiled_library_is_inlined(string onMethod, string onType)
    {
        var library = Reference(
            $$"""
            using System;
            namespace DslTensors
            {
                [AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
                public sealed class ElementwiseBodyAttribute(string body) : Attribute { public string Body => body; }
            }
            {{onType.Replace("[", "[DslTensors.")}}
            public static class Library
            {
                {{onMethod.Replace("[", "[DslTensors.")}}
                public static float Softclip(float x, float limit = 3f) => limit * MathF.Tanh(x / limit);
            }
            """);
        var model = ElementwiseSource.OfMembers("    [Elementwise] public static float F(float x) => 2 * Library.Softclip(x + 1);", library).Model();
        Assert.Equal("L.Constant(2) * (L.Constant(3) * L.Tanh((x + L.Constant(1)) / L.Constant(3)))", model.Forward.Result);
    }

    [Fact]
    public void A_function_of_the_same_compilation_is_inlined_with_its_arguments_in_their_order()
    {
        var model = ElementwiseSource.OfMembers(
            """
            [Elementwise] public static float F(float x, float y) => Scaled(by: y, x: x) + Scaled(x);
            [Elementwise] static float Scaled(float x, float by = 0.25f) { if (by == 0) return 0; return x / by; }
            """).Model("F");
        Assert.Equal("L.Select(L.Equal(y, L.Constant(0)), L.Constant(0), x / y) + x / L.Constant(0.25)", model.Forward.Result);
    }

    private static PortableExecutableReference Reference(string source)
    {
        using var image = new MemoryStream();
        var result = ElementwiseSource.Compile([source]).Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
