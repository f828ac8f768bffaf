using System.Reflection;

namespace DslTensors.Tests.Operators;

/// <summary>PyTorch's second names are the same operators, in every form.</summary>
public class AliasTests
{
    [Theory]
    [InlineData("Absolute", "absolute", "Abs")]
    [InlineData("LessEqual", "less_equal", "Le")]
    [InlineData("Arctan2", "arctan2", "Atan2")]
    [InlineData("Concatenate", "concatenate", "Cat")]
    [InlineData("TrueDivide", "true_divide", "Div")]
    [InlineData("Inverse", "inverse", "Inv")]
    [InlineData("MH", "mH", "MT")]
    public void An_alias_has_the_forms_and_the_signature_of_its_operator(string alias, string torch, string method)
    {
        foreach (var type in new[] { "DslTensors.TensorOperators", "DslTensors.TensorMethods" })
        {
            var forms = typeof(Tensor).Assembly.GetType(type, throwOnError: true)!.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly);
            var named = forms.Where(form => form.Name == alias).ToList();
            Assert.All(named, form => Assert.Equal(torch, form.GetCustomAttribute<OperatorSignatureAttribute>()!.Name));
            var signatures = named.Select(form => form.GetCustomAttribute<OperatorSignatureAttribute>()!.Signature).ToHashSet();
            Assert.Superset(signatures, forms.Where(form => form.Name == method).Select(form => form.GetCustomAttribute<OperatorSignatureAttribute>()!.Signature).ToHashSet());
            Assert.Equal(type == "DslTensors.TensorMethods" && alias == "Concatenate", named.Count == 0);
        }
    }

    [Fact]
    public void An_alias_writes_in_place_and_into_a_destination()
    {
        Tensor<float> x = [-1f, 2f];
        var destination = Tensor.Zeros(2);
        Assert.Same(destination, x.Absolute(destination));
        Assert.Equal([1f, 2f], destination.ToArray());
        Assert.Same(x, x.AbsoluteInPlace());
        Assert.Equal([1f, 2f], x.ToArray());
        Assert.Equal([0.5f, 1f], x.Divide(2).ToArray());
    }

    [Fact]
    public void Transposed_views_share_memory()
    {
        var x = Tensor.From([1f, 2, 3, 4, 5, 6], 2, 3);
        x.T()[0, 1] = 9;
        Assert.Equal(9, x[1, 0].Item());
        Assert.Equal([3, 2], x.MT().Shape.ToArray());
        Assert.Throws<ShapeException>(() => Tensor.Zeros(1, 2, 3).T());
    }
}
