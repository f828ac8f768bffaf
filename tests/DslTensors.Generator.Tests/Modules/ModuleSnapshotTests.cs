using DslTensors.Generator.Emission;

namespace DslTensors.Generator.Tests.Modules;

public class ModuleSnapshotTests
{
    [Fact]
    public void AModuleWithEverything()
    {
        var generated = ModuleCompilation.Generate("""
            namespace Samples;

            [Module]
            public partial class Attention<T>(int width, int heads, bool bias = true)
                where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
            {
                [Parameter("width", "(3 * width)", Name = "qkv")]
                public partial Tensor<T> Projection { get; set; } = Init.XavierUniform<T>(width, 3 * width);

                [Parameter(nameof(width), When = nameof(bias))]
                public partial Tensor<T>? Bias { get; protected set; }

                [Buffer("heads", 4, Persistent = false)]
                public partial Tensor<bool> Mask { get; }

                public Linear<T> Out { get; } = new(width, width);

                public Tensor<T> Forward(Tensor<T> x) => x;
            }
            """);

        Assert.Equal(
            """
            namespace Samples;

            partial class Attention<T> : global::DslTensors.Module, global::DslTensors.IForward<global::DslTensors.Tensor<T>, global::DslTensors.Tensor<T>>
            {
                public partial global::DslTensors.Tensor<T> Projection
                {
                    get => field;
                    set => field = AsParameter(value, "qkv");
                }

                public partial global::DslTensors.Tensor<T>? Bias
                {
                    get => field;
                    protected set => field = AsParameter(value, "bias");
                } = bias ? global::DslTensors.Init.Zeros<T>(width) : null;

                public partial global::DslTensors.Tensor<bool> Mask
                {
                    get => field;
                } = global::DslTensors.Init.Zeros<bool>(heads, 4);

                /// <inheritdoc/>
                protected override global::System.Collections.Generic.IEnumerable<(string Key, global::DslTensors.Tensor? Value)> OwnParameters()
                {
                    yield return ("qkv", Projection);
                    yield return ("bias", Bias);
                }

                /// <inheritdoc/>
                protected override global::System.Collections.Generic.IEnumerable<(string Key, global::DslTensors.Tensor? Value, bool IsPersistent)> OwnBuffers()
                {
                    yield return ("mask", Mask, false);
                }

                /// <inheritdoc/>
                protected override global::System.Collections.Generic.IEnumerable<(string Key, global::DslTensors.Module? Value)> OwnChildren()
                {
                    yield return ("out", Out);
                }

                /// <summary>A new module with elements of another type: the same structure, values converted, modes kept (PyTorch's <c>to(dtype)</c>). Hooks that take one type stay behind.</summary>
                /// <exception cref="global::DslTensors.TensorException">A part of it has elements of one type only.</exception>
                public Attention<TTo> To<TTo>()
                    where TTo : unmanaged, global::System.Numerics.IFloatingPointIeee754<TTo> => global::DslTensors.ModuleCopier.Convert<Attention<TTo>, TTo>(this);

                /// <inheritdoc/>
                protected override void CopyMembers(global::DslTensors.ModuleCopier copier)
                {
                    base.CopyMembers(copier);
                    FieldOfProjection(this) = copier.CopyTensor(FieldOfProjection(this));
                    FieldOfBias(this) = copier.CopyTensor(FieldOfBias(this));
                    FieldOfMask(this) = copier.CopyTensor(FieldOfMask(this));
                    FieldOfOut(this) = copier.CopyModule(FieldOfOut(this));
                }

                /// <inheritdoc/>
                protected override global::DslTensors.Module? CreateConverted<TTo>() =>
                    (Attention<TTo>)global::System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(typeof(Attention<TTo>));

                /// <inheritdoc/>
                protected override void ConvertInto<TTo>(global::DslTensors.Module target, global::DslTensors.ModuleCopier copier)
                {
                    base.ConvertInto<TTo>(target, copier);
                    var converted = (Attention<TTo>)target;
                    Attention<TTo>.FieldOfProjection(converted) = copier.ConvertElements<TTo>(FieldOfProjection(this));
                    Attention<TTo>.FieldOfBias(converted) = copier.ConvertElements<TTo>(FieldOfBias(this));
                    Attention<TTo>.FieldOfMask(converted) = copier.CopyTensor(FieldOfMask(this));
                    Attention<TTo>.FieldOfOut(converted) = copier.ConvertModule<global::DslTensors.Linear<TTo>, TTo>(FieldOfOut(this));
                }

                [global::System.Runtime.CompilerServices.UnsafeAccessor(global::System.Runtime.CompilerServices.UnsafeAccessorKind.Field, Name = "<Projection>k__BackingField")]
                private static extern ref global::DslTensors.Tensor<T> FieldOfProjection(Attention<T> module);

                [global::System.Runtime.CompilerServices.UnsafeAccessor(global::System.Runtime.CompilerServices.UnsafeAccessorKind.Field, Name = "<Bias>k__BackingField")]
                private static extern ref global::DslTensors.Tensor<T>? FieldOfBias(Attention<T> module);

                [global::System.Runtime.CompilerServices.UnsafeAccessor(global::System.Runtime.CompilerServices.UnsafeAccessorKind.Field, Name = "<Mask>k__BackingField")]
                private static extern ref global::DslTensors.Tensor<bool> FieldOfMask(Attention<T> module);

                [global::System.Runtime.CompilerServices.UnsafeAccessor(global::System.Runtime.CompilerServices.UnsafeAccessorKind.Field, Name = "<Out>k__BackingField")]
                private static extern ref global::DslTensors.Linear<T> FieldOfOut(Attention<T> module);
            }

            """,
            WithoutHeader(Assert.Single(generated)));
    }

    [Fact]
    public void ANestedModuleThatExtendsAnother()
    {
        var generated = ModuleCompilation.Generate("""
            public partial record Experiment<TSettings>
            {
                [Module]
                internal abstract partial class Body
                {
                    private readonly Linear _head = new(1, 1);

                    protected Linear Head => _head;
                }

                [Module]
                internal sealed partial class Small : Body
                {
                    internal IForward<Tensor<float>, Tensor<float>>? Activation { get; set; }
                }
            }
            """);

        Assert.Equal(
            """
            partial record Experiment<TSettings>
            {
                partial class Small
                {
                    /// <inheritdoc/>
                    protected override global::System.Collections.Generic.IEnumerable<(string Key, global::DslTensors.Module? Value)> OwnChildren()
                    {
                        foreach (var inherited in base.OwnChildren())
                            yield return inherited;
                        yield return ("activation", Activation as global::DslTensors.Module);
                    }

                    /// <inheritdoc/>
                    protected override void CopyMembers(global::DslTensors.ModuleCopier copier)
                    {
                        base.CopyMembers(copier);
                        FieldOfActivation(this) = copier.CopyModule(FieldOfActivation(this));
                    }

                    [global::System.Runtime.CompilerServices.UnsafeAccessor(global::System.Runtime.CompilerServices.UnsafeAccessorKind.Field, Name = "<Activation>k__BackingField")]
                    private static extern ref global::DslTensors.IForward<global::DslTensors.Tensor<float>, global::DslTensors.Tensor<float>>? FieldOfActivation(Small module);
                }
            }

            """,
            WithoutHeader(generated[1]));
    }

    [Fact]
    public void AnEmptyModuleOnlyGetsItsBase() => Assert.EndsWith(
        "partial class Empty : global::DslTensors.Module\n{\n}\n",
        Assert.Single(ModuleCompilation.Generate("[Module] public partial class Empty;")));

    private static string WithoutHeader(string generated)
    {
        var header = SourceText.Header + "\n\n";
        Assert.StartsWith(header, generated);
        return generated[header.Length..];
    }
}
