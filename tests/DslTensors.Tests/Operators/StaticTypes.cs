namespace DslTensors.Tests.Operators;

/// <summary>The calls of PyTorch that don't compile here, as an element type is part of a tensor's C# type; each with the reason.</summary>
internal static class StaticTypes
{
    public static readonly Dictionary<string, string> Cases = new()
    {
        ["clamp(int64[4]; min: 0.5, max: 6.5)"] = "a bound with a fraction makes PyTorch's result real; x.To<float>().Clamp(0.5, 6.5) says so",
        ["mean(int64[2]; )"] = "PyTorch refuses it when the program runs, here the compiler does; x.Mean<float>() or x.To<float>().Mean()",
        ["mean(int64[2, 3]; )"] = "PyTorch refuses it when the program runs, here the compiler does; x.Mean<float>() or x.To<float>().Mean()",
        ["mean(int32[2, 3]; )"] = "PyTorch refuses it when the program runs, here the compiler does; x.Mean<float>() or x.To<float>().Mean()",
        ["mean(int16[2, 3]; )"] = "PyTorch refuses it when the program runs, here the compiler does; x.Mean<float>() or x.To<float>().Mean()",
        ["mean(int8[2, 3]; )"] = "PyTorch refuses it when the program runs, here the compiler does; x.Mean<float>() or x.To<float>().Mean()",
        ["mean(uint8[2, 3]; )"] = "PyTorch refuses it when the program runs, here the compiler does; x.Mean<float>() or x.To<float>().Mean()",
        ["mean(bool[2, 3]; )"] = "PyTorch refuses it when the program runs, here the compiler does; x.Mean<float>() or x.To<float>().Mean()",
        ["norm(int64[3]; p: 2)"] = "PyTorch refuses it when the program runs, here the compiler does; x.Norm<float>(2)",
        ["norm(int64[2, 3]; p: 2)"] = "PyTorch refuses it when the program runs, here the compiler does; x.Norm<float>(2)",
        ["norm(int32[2, 3]; p: 2)"] = "PyTorch refuses it when the program runs, here the compiler does; x.Norm<float>(2)",
        ["norm(int16[2, 3]; p: 2)"] = "PyTorch refuses it when the program runs, here the compiler does; x.Norm<float>(2)",
        ["norm(int8[2, 3]; p: 2)"] = "PyTorch refuses it when the program runs, here the compiler does; x.Norm<float>(2)",
        ["norm(uint8[2, 3]; p: 2)"] = "PyTorch refuses it when the program runs, here the compiler does; x.Norm<float>(2)",
        ["norm(bool[2, 3]; p: 2)"] = "PyTorch refuses it when the program runs, here the compiler does; x.Norm<float>(2)",
    };
}
