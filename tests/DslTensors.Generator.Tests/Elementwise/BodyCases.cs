namespace DslTensors.Generator.Tests.Elementwise;

/// <summary>Functions whose lane code and gradients the tests run, each with the interval that its inputs are drawn from.</summary>
public static class BodyCases
{
    public sealed record Case(string Name, string Source, double Low, double High);

    public static IReadOnlyList<Case> All { get; } =
    [
        Of("float Silu(float x) => x / (1 + MathF.Exp(-x));"),
        Of("float SiluBySigmoid(float x) => x * ScalarMath.Sigmoid(x);"),
        Of("float QuickGelu(float x) => x / (1 + MathF.Exp(-1.702f * x));"),
        Of("float Gelu(float x) => 0.5f * x * (1 + ScalarMath.Erf(x / MathF.Sqrt(2)));"),
        Of(
            """
            float GeluTanh(float x)
            {
                const float cubic = 0.044715f;
                var inner = MathF.Sqrt(2 / MathF.PI) * (x + cubic * x * x * x);
                return 0.5f * x * (1 + MathF.Tanh(inner));
            }
            """),
        Of("float Mish(float x) => x * MathF.Tanh(ScalarMath.Log1p(MathF.Exp(x)));"),
        Of("float Softplus(float x, float beta = 1.5f, float threshold = 2) => x * beta > threshold ? x : ScalarMath.Log1p(MathF.Exp(x * beta)) / beta;"),
        Of("float Elu(float x, float alpha = 0.7f) => x > 0 ? x : alpha * ScalarMath.Expm1(x);"),
        Of("float Selu(float x) => 1.0507009873554805f * (x > 0 ? x : 1.6732632423543772f * ScalarMath.Expm1(x));"),
        Of("float Celu(float x, float alpha = 1.3f) => MathF.Max(x, 0) + MathF.Min(alpha * (MathF.Exp(x / alpha) - 1), 0);"),
        Of("float Relu(float x) => x <= 0 ? 0 : x;"),
        Of("float Relu6(float x) => Math.Clamp(x, 0, 6);"),
        Of("float LeakyRelu(float x, float negativeSlope = 0.01f) => x > 0 ? x : negativeSlope * x;"),
        Of("float Hardswish(float x) => x * Math.Clamp(x + 3, 0, 6) / 6;", -5, 5),
        Of(
            """
            float HardswishPieces(float x)
            {
                if (x <= -3)
                    return 0;
                if (x >= 3)
                    return x;
                return x * (x + 3) / 6;
            }
            """,
            -5, 5),
        Of("float Hardsigmoid(float x) => x <= -3 ? 0 : x >= 3 ? 1 : x / 6 + 0.5f;", -5, 5),
        Of("float Hardtanh(float x, float minVal = -1, float maxVal = 1) => x < minVal ? minVal : x > maxVal ? maxVal : x;"),
        Of("float Hardshrink(float x, float lambd = 0.5f) => x >= -lambd && x <= lambd ? 0 : x;"),
        Of("float Softshrink(float x, float lambd = 0.5f) => x > lambd ? x - lambd : x < -lambd ? x + lambd : 0;"),
        Of("float Tanhshrink(float x) => x - MathF.Tanh(x);"),
        Of("float LogSigmoid(float x) => MathF.Min(x, 0) - ScalarMath.Log1p(MathF.Exp(-MathF.Abs(x)));"),
        Of("float Softsign(float x) => x / (1 + MathF.Abs(x));"),
        Of("float Sigmoid(float x) => 1 / (1 + MathF.Exp(-x));"),
        Of("float SigmoidTurned(float x) => 1 / (MathF.Exp(x) + 1);"),
        Of("float Tanh(float x) => MathF.Tanh(x);"),
        Of("float Exp(float x) => MathF.Exp(x);"),
        Of("float Expm1(float x) => float.ExpM1(x);"),
        Of("float Exp2(float x) => float.Exp2(x);"),
        Of("float Log(float x) => MathF.Log(x);", 0.1, 4),
        Of("float Log2(float x) => MathF.Log2(x);", 0.1, 4),
        Of("float Log10(float x) => MathF.Log10(x);", 0.1, 4),
        Of("float Log1p(float x) => float.LogP1(x);", -0.9, 4),
        Of("float LogToBase(float x, [Scalar] float newBase) => MathF.Log(x, newBase);", 0.1, 4),
        Of("float Xlogy(float x, float y) => x == 0 ? 0 : x * MathF.Log(y);", 0.1, 4),
        Of("float Sqrt(float x) => MathF.Sqrt(x);", 0.1, 4),
        Of("float Rsqrt(float x) => 1 / MathF.Sqrt(x);", 0.1, 4),
        Of("float Reciprocal(float x) => 1 / x;", 0.1, 4),
        Of("float Cbrt(float x) => MathF.Cbrt(x);", 0.1, 4),
        Of("float Square(float x) => MathF.Pow(x, 2);"),
        Of("float Fourth(float x) => MathF.Pow(x, 4);"),
        Of("float Cube(float x) => MathF.Pow(x, 3);"),
        Of("float Fifth(float x) => MathF.Pow(x, 5);", 0.1, 2),
        Of("float PowScalar(float x, [Scalar] float exponent) => MathF.Pow(x, exponent);", 0.1, 3),
        Of("float Pow(float x, float exponent) => MathF.Pow(x, exponent);", 0.1, 3),
        Of("float Sin(float x) => MathF.Sin(x);"),
        Of("float Cos(float x) => MathF.Cos(x);"),
        Of("float Tan(float x) => MathF.Tan(x);", -1.2, 1.2),
        Of("float Sinc(float x) => x == 0 ? 1 : MathF.Sin(MathF.PI * x) / (MathF.PI * x);"),
        Of("float Asin(float x) => MathF.Asin(x);", -0.9, 0.9),
        Of("float Acos(float x) => MathF.Acos(x);", -0.9, 0.9),
        Of("float Atan(float x) => MathF.Atan(x);"),
        Of("float Sinh(float x) => MathF.Sinh(x);"),
        Of("float Cosh(float x) => MathF.Cosh(x);"),
        Of("float Asinh(float x) => MathF.Asinh(x);"),
        Of("float Acosh(float x) => MathF.Acosh(x);", 1.1, 4),
        Of("float Atanh(float x) => MathF.Atanh(x);", -0.9, 0.9),
        Of("float Erf(float x) => ScalarMath.Erf(x);"),
        Of("float Abs(float x) => MathF.Abs(x);"),
        Of("float Neg(float x) => -x;"),
        Of("float Sign(float x) => MathF.Sign(x);"),
        Of("float Rounded(float x) => MathF.Floor(x) + MathF.Ceiling(x) + MathF.Round(x) + MathF.Truncate(x) + x;"),
        Of("float Frac(float x) => x - MathF.Truncate(x);"),
        Of("float Logit(float x) => MathF.Log(x / (1 - x));", 0.1, 0.9),
        Of("float Add(float x, float y, float alpha = 2) => x + alpha * y;"),
        Of("float Mul(float x, float y) => x * y;"),
        Of("float Div(float x, float y) => x / y;", 0.2, 3),
        Of("float Fmod(float x, float y) => x % y;", 0.2, 3),
        Of("float Maximum(float x, float y) => MathF.Max(x, y);"),
        Of("float Minimum(float x, float y) => MathF.Min(x, y);"),
        Of("float Atan2(float y, float x) => MathF.Atan2(y, x);"),
        Of("float Hypot(float x, float y) => MathF.Sqrt(x * x + y * y);"),
        Of("float Copysign(float x, float sign) => MathF.CopySign(x, sign);"),
        Of("float Fma(float a, float b, float c) => MathF.FusedMultiplyAdd(a, b, c);"),
        Of("float Lerp(float start, float end, float weight) => start + weight * (end - start);"),
        Of("float Addcdiv(float x, float a, float b, float value = 0.3f) => x + value * a / b;", 0.2, 3),
        Of("float Logaddexp(float x, float y) { var m = MathF.Max(x, y); return m + MathF.Log(MathF.Exp(x - m) + MathF.Exp(y - m)); }"),
        Of(
            """
            float Huber(float x, float y, float delta = 0.7f)
            {
                var distance = MathF.Abs(x - y);
                return distance <= delta ? 0.5f * distance * distance : delta * (distance - 0.5f * delta);
            }
            """),
        Of("float SmoothL1(float x, float y, float beta = 0.8f) { var d = MathF.Abs(x - y); if (d < beta) d = 0.5f * d * d / beta; else d -= 0.5f * beta; return d; }"),
        Of("float BceWithLogits(float x, float target) => MathF.Max(x, 0) - x * target + ScalarMath.Log1p(MathF.Exp(-MathF.Abs(x)));"),
        Of("float Gaussian(float x, float mean, float variance) => 0.5f * (MathF.Log(variance) + (x - mean) * (x - mean) / variance);", 0.2, 3),
        Of("float EitherGelu(float x, bool tanh = true) => tanh ? 0.5f * x * (1 + MathF.Tanh(0.79788456f * x)) : 0.5f * x * (1 + ScalarMath.Erf(0.70710678f * x));"),
        Of("float Repeated(float x, int times = 3) => times * x / (times + x * x);"),
        Of("float Wrapped(float x) { float y; if (x < 0 || x > 2) { y = -x; y *= 2; } else y = x * x; y += 1; return y / (2 + MathF.Cos(y)); }"),
        Of("float Masked(float x, float y) => !(x > y) && x != 0 ? x * y : y;"),
    ];

    public static TheoryData<string> Names => [.. All.Select(body => body.Name)];

    public static Case Named(string name) => All.Single(body => body.Name == name);

    private static Case Of(string source, double low = -2.5, double high = 2.5) =>
        new(source.Substring(6, source.IndexOf('(') - 6), source, low, high);
}
