namespace DslTensors.Generator.Kernels;

/// <summary>A class that supplies an operator's kernel.</summary>
/// <param name="Operator">The operator's class, as generated code writes it.</param>
/// <param name="Kernel">The class, as generated code writes it.</param>
internal sealed record OperatorKernelModel(string Operator, string Kernel);
