namespace DslTensors.Generator.Tests.Elementwise;

/// <summary>Scalar functions that .NET lacks, accurate to a few units in the last place of a double for arguments of ordinary size.</summary>
public static class ReferenceMath
{
    public static double Erf(double x)
    {
        var (sum, term) = (x, x);
        for (var n = 1; n < 200; n++)
        {
            term *= -x * x / n;
            sum += term / ((2 * n) + 1);
        }

        return 2 / Math.Sqrt(Math.PI) * sum;
    }

    public static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
}
