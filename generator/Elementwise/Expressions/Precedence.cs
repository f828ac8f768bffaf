namespace DslTensors.Generator.Elementwise;

/// <summary>How tightly C# operators bind; a larger number binds tighter.</summary>
internal static class Precedence
{
    public const int Conditional = 1;
    public const int Or = 2;
    public const int And = 3;
    public const int Equality = 4;
    public const int Relational = 5;
    public const int Additive = 6;
    public const int Multiplicative = 7;
    public const int Unary = 8;
    public const int Primary = 9;
}
