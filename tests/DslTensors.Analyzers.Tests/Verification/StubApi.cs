using Microsoft.CodeAnalysis;

namespace DslTensors.Analyzers.Tests.Verification;

/// <summary>A small library in the form that the generator gives to operators: what the analyzers may rely on, and nothing else.</summary>
internal static class StubApi
{
    public const string Source = """
        #nullable enable
        using System;
        using System.Collections.Generic;

        namespace DslTensors;

        [AttributeUsage(AttributeTargets.Method)]
        public sealed class OperatorSignatureAttribute(string name, string signature) : Attribute
        {
            public string Name { get; } = name;
            public string Signature { get; } = signature;
            public Type? Declaration { get; init; }
            public string[] Saved { get; init; } = [];
        }

        public enum ShapeFault { Rank, Size }

        [AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
        public sealed class ShapeErrorAttribute(string input, ShapeFault fault, string text) : Attribute
        {
            public string Input { get; } = input;
            public ShapeFault Fault { get; } = fault;
            public string Text { get; } = text;
        }

        [ShapeError("input", ShapeFault.Rank, "batch1 must be a 3D tensor")]
        [ShapeError("mat2", ShapeFault.Size, "Expected size for first two dimensions of batch2 tensor to be: [{b}, {m}] but got: [{mat2[0]}, {mat2[1]}].")]
        public static class Bmm;

        [ShapeError("mat2", ShapeFault.Size, "mat1 and mat2 shapes cannot be multiplied ({n}x{m} and {mat2[0]}x{mat2[1]})")]
        public static class Mm;

        [AttributeUsage(AttributeTargets.All)]
        public sealed class ShapeAttribute(string shape) : Attribute { public string Shape { get; } = shape; }

        [AttributeUsage(AttributeTargets.Property)]
        public sealed class BufferAttribute(params object[] shape) : Attribute { public object[] Shape { get; } = shape; }

        [AttributeUsage(AttributeTargets.Class)]
        public sealed class TensorOpAttribute(string signature) : Attribute { public string Signature { get; } = signature; public string? Name { get; init; } }

        [AttributeUsage(AttributeTargets.Class)]
        public sealed class ModuleAttribute : Attribute;

        public class TensorException(string message) : Exception(message);

        public class ShapeException(string message) : TensorException(message);

        public enum Reduction { None, Mean, Sum }

        public readonly struct Shape
        {
            public int Rank => 0;
            public int this[int dim] => 0;
            public int this[Index dim] => 0;
            public static implicit operator ReadOnlySpan<int>(Shape shape) => default;
            public void Deconstruct(out int dim0, out int dim1) => dim0 = dim1 = 0;
            public void Deconstruct(out int dim0, out int dim1, out int dim2) => dim0 = dim1 = dim2 = 0;
        }

        public readonly struct Scalar { public static implicit operator Scalar(double value) => default; }

        public abstract class Tensor
        {
            public Shape Shape => default;
            public int Rank => 0;
            public long Count => 0;
        }

        public sealed class Tensor<T> : Tensor
        {
            public Tensor<T> Data { get => this; set { } }

            [OperatorSignature("neg", "s... -> s...")]
            public static Tensor<T> operator -(Tensor<T> input) => input;
            [OperatorSignature("add", "..., ... -> ...")]
            public static Tensor<T> operator +(Tensor<T> input, Tensor<T> other) => input;
            [OperatorSignature("add", "..., ... -> ...")]
            public static Tensor<T> operator +(Tensor<T> input, Scalar other) => input;
            [OperatorSignature("mul", "..., ... -> ...")]
            public static Tensor<T> operator *(Tensor<T> input, Tensor<T> other) => input;
        }

        public static class TensorStatics
        {
            extension(Tensor)
            {
                [OperatorSignature("rand", "-> size...")]
                public static Tensor<float> Rand(params ReadOnlySpan<int> size) => new();
                [OperatorSignature("full", "-> size...")]
                public static Tensor<T> Full<T>(ReadOnlySpan<int> size, T value) => new();
                [OperatorSignature("eye", "-> n m")]
                public static Tensor<float> Eye(int n, int m) => new();
                [OperatorSignature("bmm", "b n m, b m p -> b n p", Declaration = typeof(Bmm))]
                public static Tensor<T> Bmm<T>(Tensor<T> input, Tensor<T> mat2, Tensor<T>? destination = null) => input;
                [OperatorSignature("mm", "n m, m p -> n p", Declaration = typeof(Mm), Saved = ["input", "mat2"])]
                public static Tensor<T> Mm<T>(Tensor<T> input, Tensor<T> mat2) => input;
                [OperatorSignature("matmul", "a..., b... -> matmul(a, b)")]
                public static Tensor<T> Matmul<T>(Tensor<T> input, Tensor<T> other) => input;
                [OperatorSignature("linear", "... i, o i, o? -> ... o")]
                public static Tensor<T> Linear<T>(Tensor<T> input, Tensor<T> weight, Tensor<T>? bias = null) => input;
                [OperatorSignature("stack", "s...[] -> insert(s, dim, count)")]
                public static Tensor<T> Stack<T>(ReadOnlySpan<Tensor<T>> tensors, int dim = 0) => new();
                [OperatorSignature("cat", "s...[] -> concat(s, dim)")]
                public static Tensor<T> Cat<T>(IEnumerable<Tensor<T>> tensors, int dim = 0) => new();
                [OperatorSignature("sum", "s... -> reduce(s, dim, keepDim)")]
                public static Tensor<T> Sum<T>(Tensor<T> input, int? dim = null, bool keepDim = false) => input;
                [OperatorSignature("max", "s... -> reduce(s, dim, keepDim), reduce(s, dim, keepDim)")]
                public static (Tensor<T> Values, Tensor<long> Indices) Max<T>(Tensor<T> input, int dim, bool keepDim = false) => (input, new());
                [OperatorSignature("mse_loss", "s..., t... -> pairLoss(s, t, reduction)")]
                public static Tensor<T> MseLoss<T>(Tensor<T> input, Tensor<T> target, Reduction reduction = Reduction.Mean) => input;
                [OperatorSignature("conv2d", "b c h w, o (c/groups) kh kw, o? -> b o ((h + 2*padding - kh)/stride + 1) ((w + 2*padding - kw)/stride + 1)")]
                public static Tensor<T> Conv2d<T>(Tensor<T> input, Tensor<T> weight, Tensor<T>? bias = null, int stride = 1, int padding = 0, int groups = 1) => input;
            }
        }

        public static class TensorInstances
        {
            extension<T>(Tensor<T> input)
            {
                [OperatorSignature("bmm", "b n m, b m p -> b n p", Declaration = typeof(Bmm))]
                public Tensor<T> Bmm(Tensor<T> mat2, Tensor<T>? destination = null) => input;
                [OperatorSignature("relu", "s... -> s...")]
                public Tensor<T> Relu() => input;
                [OperatorSignature("sum", "s... -> reduce(s, dim, keepDim)")]
                public Tensor<T> Sum(int? dim = null, bool keepDim = false) => input;
                [OperatorSignature("reshape", "s... -> reshape(s, shape)")]
                public Tensor<T> Reshape(params ReadOnlySpan<int> shape) => input;
                [OperatorSignature("permute", "s... -> permute(s, dims)")]
                public Tensor<T> Permute(params ReadOnlySpan<int> dims) => input;
                [OperatorSignature("transpose", "s... -> swap(s, dim0, dim1)")]
                public Tensor<T> Transpose(int dim0, int dim1) => input;
                [OperatorSignature("unsqueeze", "s... -> unsqueeze(s, dim)")]
                public Tensor<T> Unsqueeze(int dim) => input;
                [OperatorSignature("squeeze_", "s... -> squeeze(s, dim)")]
                public Tensor<T> SqueezeInPlace(int? dim = null) => input;
                [OperatorSignature("narrow", "s... -> slice(s, dim, start, length)")]
                public Tensor<T> Narrow(int dim, int start, int length) => input;
                [OperatorSignature("select", "s... -> remove(s, dim, index)")]
                public Tensor<T> Select(int dim, int index) => input;
                [OperatorSignature("expand", "s... -> expand(s, size)")]
                public Tensor<T> Expand(params ReadOnlySpan<int> size) => input;
            }

            [OperatorSignature("mm", "n m, m p -> n p")]
            public static Tensor<T> ClassicMm<T>(this Tensor<T> input, Tensor<T> mat2) => input;
        }
        """;

    /// <summary>The same as a compiled library, as users have it.</summary>
    public static MetadataReference Reference { get; } = Framework.Compile("DslTensors", Source);
}
