namespace DslTensors.Generator.Tests.Modules;

/// <summary>Unusual classes whose generated parts must compile without a warning.</summary>
public class ModuleCompilesTests
{
    [Theory]
    [InlineData("[Module] public partial class Net { [Parameter(1)] protected internal virtual partial Tensor<double> W { get; private protected set; } }")]
    [InlineData("[Module] public partial class Net { [Buffer(1)] public required partial Tensor<float> B { get; init; } }")]
    [InlineData("[Module] public partial class Net(int @class, bool @if) { [Buffer(nameof(@class))] public partial Tensor<float> B { get; } [Parameter(2, When = nameof(@if))] public partial Tensor<float>? W { get; set; } [Buffer] public partial Tensor<int> @event { get; } }")]
    [InlineData("[Module] public partial class Net { public Linear @base = new(1, 1); }")]
    [InlineData("[Module] public partial class Net : Module { [Parameter(2, 2)] public partial Tensor<Half> W { get; set; } }")]
    [InlineData("[Module] public partial class Net { [Parameter] public partial Tensor<float> W { get; set; } public partial Tensor<float> W { get => field; set => field = value; } = Init.Ones(1); }")]
    [InlineData("public partial interface IOuter<@in> { public partial struct S { [Module] public partial class Net { public Linear L { get; } = new(1, 1); } } }")]
    [InlineData("[Module] public partial class Net<TBlock> where TBlock : Module, new() { public TBlock Block { get; } = new(); public ModuleList<TBlock> Blocks { get; } = []; }")]
    [InlineData("namespace A { [Module] partial class Net; } namespace B { [Module] partial class Net { public A.Net Inner { get; } = new(); } } [Module] partial class Net; [Module] partial class Net<T>;")]
    [InlineData("[Module] public partial class Net { public Tensor<long>? Forward((Tensor<float> X, string? Name) input) => null; }")]
    [InlineData("[Module] public partial class Net { public void Forward(Tensor<float> x) { } }")]
    [InlineData("[Module] public partial class Net { public int Forward(ReadOnlySpan<int> x) => 0; public int Forward(ref int x) => x; }")]
    [InlineData("[Module] public partial class Net { internal int Forward(int x) => x; public static int Forward(string x) => 0; public T Forward<T>(T x) => x; }")]
    [InlineData("[Module] public partial class Net<TTo>(System.Func<TTo, TTo> f, TTo start) where TTo : unmanaged, System.Numerics.INumber<TTo> { [Parameter] public partial Tensor<TTo> @class { get; set; } public TTo Next() => f(start); }")]
    [InlineData("[Module] public partial class Net<T>(int @in, Linear<T> copier) where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> { private readonly int @int = 3; private Linear<T>? @base; public int In => @in + @int; public Linear<T>? Base => @base ??= copier; public event System.Action? Done; public void Finish() => Done?.Invoke(); }")]
    [InlineData("[Module] public partial class Net<T> where T : unmanaged, System.Numerics.IBinaryInteger<T> { [Buffer(2)] public partial Tensor<T> Ids { get; } } [Module] public partial class Both<T, TBlock> where T : unmanaged where TBlock : Module { public TBlock? Block { get; set; } [Buffer] public partial Tensor<T> B { get; } }")]
    [InlineData("public partial class Outer<T> where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> { [Module] public partial class Net { public Linear<T> L { get; } = new(1, 1); } [Module] public partial class Deep<TOther> where TOther : unmanaged { [Buffer] public partial Tensor<TOther> B { get; } } }")]
    [InlineData("[Module] public abstract partial class Net<T> where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> { public Linear<T> L { get; } = new(1, 1); } [Module] public partial class Wide<T> : Net<T> where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> { public Sequential<T> S { get; } = new(); } [Module] public partial class Blocks<T> : ModuleList<Linear<T>> where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> { public Linear<T> Last { get; } = new(1, 1); } [Module] public partial class Chain<T> : Sequential<T> where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>;")]
    [InlineData("[Module] public partial class Net<T> : Linear where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> { public Net() : base(1, 1) { } } [Module] public partial class Fixed() : Linear<double>(1, 1);")]
    [InlineData("[Module] public partial class Net<T>(int n) where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> { public ModuleList<ModuleList<Linear<T>>> Grid { get; } = []; public ModuleDict<Net<T>>? Inner { get; set; } public ModuleList<Module> Any { get; } = []; public int N() { int Local() => n; return Local(); } }")]
    [InlineData("[Module] public partial class Net<T>(int n) where T : unmanaged { public int Twice { get; } = nameof(n).Length + n; public int Name() => nameof(n).Length; public int Other(int n) => n; }")]
    [InlineData("[Module] public partial class Net { [Parameter(1)] public partial Tensor<float> A { get; set; } } public partial class Net { [Buffer(1)] public partial Tensor<float> B { get; } private readonly Linear _l = new(1, 1); public static readonly Linear S = new(1, 1); }")]
    [InlineData("[Module] public partial class Net { public virtual Linear Head { get; } = new(1, 1); } [Module] public partial class Other : Net { public override Linear Head { get; } = new(2, 2); }")]
    public void Compiles(string source) => Assert.NotEmpty(ModuleCompilation.Generate(source));

    [Fact]
    public void AForwardWithTwoFormsImplementsNoInterface()
    {
        var generated = ModuleCompilation.Generate("[Module] public partial class Net { public int Forward(int x) => x; public int Forward(string x) => 0; public int Forward(int x, int y) => x; }");
        Assert.DoesNotContain("IForward", Assert.Single(generated));
    }

    [Fact]
    public void APropertyThatOverridesAChildIsListedOnce()
    {
        var generated = ModuleCompilation.Generate("""
            [Module] public partial class Net { public virtual Linear Head { get; } = new(1, 1); }
            [Module] public partial class Wide : Net { public override Linear Head { get; } = new(2, 2); }
            """);
        Assert.Contains("(\"head\", Head)", generated[0]);
        Assert.DoesNotContain("yield return", generated[1]);
    }

    [Theory]
    [InlineData("public Linear First => Blocks[0]; public ModuleList<Linear> Blocks { get; } = [];", "blocks")]
    [InlineData("public static Linear Shared { get; } = new(1, 1); private static Linear s_shared = new(1, 1); public string Name { get; set; } = \"\";", "")]
    [InlineData("private Linear? _lazy; public Linear Lazy => _lazy ??= new(1, 1);", "lazy")]
    [InlineData("[Child(Name = \"computed\")] public Linear Computed => new(1, 1);", "computed")]
    public void OnlyStoredModulesAreChildren(string members, string keys)
    {
        var model = ModuleCompilation.Parse($"[Module] public partial class Net {{ {members} }}").Model!;
        Assert.Equal(keys, string.Join(" ", model.Children.Select(child => child.Key)));
    }
}
