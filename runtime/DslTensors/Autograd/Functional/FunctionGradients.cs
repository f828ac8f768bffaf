using System.Numerics;

namespace DslTensors;

/// <summary>A function of tensors evaluated so that its derivatives can be asked for.</summary>
/// <typeparam name="T">The element type.</typeparam>
internal sealed class FunctionGradients<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly bool _createGraph;

    /// <summary>Evaluates a function.</summary>
    /// <param name="function">The function.</param>
    /// <param name="inputs">Where.</param>
    /// <param name="createGraph">Whether derivatives are to be differentiated further, by the inputs' own history too.</param>
    public FunctionGradients(Func<Tensor<T>[], Tensor<T>> function, Tensor<T>[] inputs, bool createGraph)
    {
        ArgumentNullException.ThrowIfNull(function);
        _createGraph = createGraph;
        Inputs = Array.ConvertAll(inputs, Prepared);
        Output = function(Inputs);
    }

    /// <summary>The inputs as the function gets them.</summary>
    public Tensor<T>[] Inputs { get; }

    /// <summary>The result.</summary>
    public Tensor<T> Output { get; }

    /// <summary>The result as it is handed out.</summary>
    public Tensor<T> Answer => _createGraph ? Output : Output.Detach();

    /// <summary>The gradients of a tensor by the inputs; zeros where it does not depend on them.</summary>
    /// <param name="output">The result, or a gradient of it.</param>
    /// <param name="gradient">The gradient of the outcome by that tensor.</param>
    /// <param name="createGraph">Whether these gradients are differentiated further.</param>
    public Tensor<T>[] Of(Tensor<T> output, Tensor<T> gradient, bool createGraph)
    {
        if (!output.RequiresGrad)
            return Array.ConvertAll(Inputs, ZerosLike);
        var gradients = Autograd.Grad<T>(output, Inputs, allowUnused: true, gradient, retainGraph: true, createGraph || _createGraph);
        return [.. gradients.Select((found, i) => found ?? ZerosLike(Inputs[i]))];
    }

    /// <summary>The derivatives of each element of a tensor by each element of the inputs, of the tensor's sizes followed by the input's.</summary>
    public Tensor<T>[] Jacobians(Tensor<T> output)
    {
        var rows = Enumerable.Range(0, (int)output.Count).Select(i => Of(output, Unit(output, i), _createGraph)).ToArray();
        return [.. Inputs.Select((input, k) => rows.Length == 0
            ? Tensor.Zeros<T>([.. output.Shape.ToArray(), .. input.Shape.ToArray()])
            : Tensor.Stack<T>([.. rows.Select(row => row[k])]).Reshape([.. output.Shape.ToArray(), .. input.Shape.ToArray()]))];
    }

    public static Tensor<T> ZerosLike(Tensor<T> tensor) => Tensor.Zeros<T>(tensor.Shape.ToArray());

    /// <summary>A 1 in one place, zeros elsewhere.</summary>
    public static Tensor<T> Unit(Tensor<T> like, int at)
    {
        var unit = ZerosLike(like);
        unit.AsView().Span[at] = T.One;
        return unit;
    }

    /// <summary>A vector that the user gave, or 1 where there is one element.</summary>
    /// <exception cref="ShapeException">The vector has another shape, or is missing.</exception>
    public static Tensor<T> Vector(Tensor<T>? vector, Tensor<T> like, string role)
    {
        if (vector is null)
        {
            return like.Count == 1 ? Unit(like, 0) : throw new ShapeException(
                $"The vector v can only be None if the {role} a single Tensor with a single element. Give a tensor of shape {like.Shape}.");
        }

        return vector.Layout.SameSizes(like.Layout) ? vector : throw new ShapeException(
            $"v has invalid size: should be {like.Shape} but got {vector.Shape}. The vector has the shape of what it is multiplied with.");
    }

    private Tensor<T> Prepared(Tensor<T> input)
    {
        if (_createGraph && input.RequiresGrad)
            return input.View(input.Shape.ToArray());
        var leaf = input.Detach();
        leaf.RequiresGrad = true;
        return leaf;
    }
}
