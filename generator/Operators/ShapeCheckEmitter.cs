using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using DslTensors.Generator.Emission;
using DslTensors.Generator.Models;
using DslTensors.Generator.Signatures;

namespace DslTensors.Generator.Operators;

/// <summary>Turns a signature into straight-line code: names are bound to sizes where they first occur and compared where they return.</summary>
internal sealed class ShapeCheckEmitter(SourceWriter writer, OperatorModel model, Signature signature)
{
    private readonly HashSet<string> _bound = [];
    private readonly List<(OperatorParameter Input, string Condition, string Expected)> _computed = [];
    private bool _hasBatch;

    /// <summary>Writes the checks of all inputs.</summary>
    public void Checks()
    {
        var inputs = model.Parameters.Where(parameter => parameter.IsTensor).ToList();
        for (var i = 0; i < inputs.Count; i++)
        {
            if (inputs[i].Kind == ParameterKind.TensorList)
                continue;
            if (inputs[i].Kind != ParameterKind.OptionalTensor)
            {
                Check(inputs[i], signature.Inputs[i].Dims);
                continue;
            }

            using (writer.Block($"if ({inputs[i].Name} is not null)"))
                Check(inputs[i], signature.Inputs[i].Dims);
        }

        CheckComputed();
    }

    /// <summary>The layout of a result as an expression of what the checks have bound.</summary>
    public string ResultLayout(int index) => signature.Outputs[index] switch
    {
        FunctionOutput function => $"global::DslTensors.ShapeFunctions.{Pascal(function.Function)}({string.Join(", ", function.Arguments.Select(Argument))})",
        ShapeOutput shape when InputOfSameForm(shape.Dims) is { } input => $"{input}.Layout.ToContiguous()",
        ShapeOutput shape => $"global::DslTensors.StridedLayout.Contiguous({Sizes(shape.Dims)})",
        _ => "global::DslTensors.StridedLayout.Scalar",
    };

    private void Check(OperatorParameter parameter, EquatableArray<Dim> dims)
    {
        var input = parameter.Name;
        var rest = IndexOfRest(dims);
        if (rest == 0 && dims.Count == 1)
        {
            CheckWhole(input, dims[0]);
            return;
        }

        writer.Line($"var {input}Sizes = {input}.Layout.Sizes;");
        var fixedCount = rest < 0 ? dims.Count : dims.Count - 1;
        var (condition, expected) = rest < 0
            ? ($"!= {fixedCount}", $"{fixedCount}")
            : dims[rest] is RestDim { IsOptional: true } ? ($"is not ({fixedCount} or {fixedCount + 1})", $"{fixedCount} or {fixedCount + 1}") : ($"< {fixedCount}", $"{fixedCount} or more");
        using (writer.Indented($"if ({input}Sizes.Length {condition})"))
            writer.Line($"throw {Fault("Rank", input, expected)};");
        CheckSizes(parameter, dims, rest);
    }

    private void CheckSizes(OperatorParameter parameter, EquatableArray<Dim> dims, int rest)
    {
        var input = parameter.Name;
        var conditions = new List<string>();
        var expected = new List<string>();
        for (var i = 0; i < dims.Count; i++)
        {
            var actual = rest >= 0 && i > rest ? $"{input}Sizes[^{dims.Count - i}]" : $"{input}Sizes[{i}]";
            switch (dims[i])
            {
                case NamedDim named when _bound.Add(named.Name):
                    writer.Line($"var {named.Name} = {actual};");
                    break;
                case NamedDim named:
                    conditions.Add($"{actual} != {named.Name}");
                    expected.Add($"{named.Name} = {{{named.Name}}}");
                    break;
                case LiteralDim literal:
                    conditions.Add($"{actual} != {literal.Value}");
                    expected.Add($"{literal.Value}");
                    break;
                case ExpressionDim expression:
                    var computed = Expression(expression.Expression);
                    _computed.Add((parameter, Differs(parameter, actual, computed), $"{expression.Expression.Inner} = {{({computed})}}"));
                    break;
                case RestDim or EllipsisDim:
                    var slice = $"{input}Sizes.AsSpan({i}, {input}Sizes.Length - {dims.Count - 1})";
                    CheckRest(input, dims[i], slice);
                    break;
            }
        }

        if (conditions.Count == 0)
            return;
        using (writer.Indented($"if ({string.Join(" || ", conditions)})"))
            writer.Line($"throw {Fault("Size", input, string.Join(", ", expected))};");
    }

    // Last, when every name has its size, whichever input gave it.
    private void CheckComputed()
    {
        foreach (var (input, condition, expected) in _computed)
        {
            using (writer.Indented($"if ({condition})"))
                writer.Line($"throw {Fault("Size", input.Name, expected)};");
        }
    }

    private string Differs(OperatorParameter parameter, string actual, string computed) => parameter.Kind == ParameterKind.OptionalTensor
        ? $"{actual.Replace($"{parameter.Name}Sizes", $"{parameter.Name}?.Layout.Sizes")} is {{ }} given{_computed.Count} && given{_computed.Count} != {computed}"
        : $"{actual} != {computed}";

    private void CheckWhole(string input, Dim rest) => CheckRest(input, rest, $"{input}.Layout.Sizes");

    private void CheckRest(string input, Dim rest, string sizes)
    {
        if (rest is RestDim { Name: var name })
        {
            if (_bound.Add(name))
            {
                writer.Line($"global::System.ReadOnlySpan<int> {name} = {sizes};");
                return;
            }

            using (writer.Indented($"if (!global::System.MemoryExtensions.SequenceEqual({name}, {sizes}))"))
                writer.Line($"throw {Fault("Size", input, $"{name}... = {{(global::DslTensors.Shape.Create({name}))}}")};");
            return;
        }

        writer.Line(_hasBatch
            ? $"batch = global::DslTensors.ShapeFunctions.BroadcastSizes(\"{model.Name.Torch}\", batch, {sizes});"
            : $"global::System.ReadOnlySpan<int> batch = {sizes};");
        _hasBatch = true;
    }

    private string Fault(string kind, string input, string expected)
    {
        var own = model.ShapeErrors.FirstOrDefault(error => error.Input == input && error.IsRank == (kind == "Rank"));
        var sentence = own is null ? "null" : $"${SourceText.Literal(Placeholders(own.Text))}";
        return $"global::DslTensors.ShapeFaults.{kind}(\"{model.Name.Torch}\", {SourceText.Literal(model.Signature)}, \"{input}\", {input}, ${SourceText.Literal(expected)}, {sentence})";
    }

    private string Placeholders(string text)
    {
        foreach (var input in model.Parameters.Where(parameter => parameter.IsTensor))
        {
            text = Regex.Replace(text, $@"\{{{input.Name}(\[[^\]]*\])\}}", $"{{{input.Name}.Layout.Sizes$1}}");
            text = text.Replace($"{{{input.Name}.Rank}}", $"{{{input.Name}.Rank}}").Replace($"{{{input.Name}}}", $"{{{input.Name}.Shape}}");
        }

        return text;
    }

    private string? InputOfSameForm(EquatableArray<Dim> dims)
    {
        var inputs = model.Parameters.Where(parameter => parameter.IsTensor).ToList();
        for (var i = 0; i < inputs.Count; i++)
        {
            if (inputs[i].Kind == ParameterKind.Tensor && signature.Inputs[i].Dims.Equals(dims) && !dims.Any(dim => dim is EllipsisDim))
                return inputs[i].Name;
        }

        return null;
    }

    private string Sizes(EquatableArray<Dim> dims)
    {
        if (dims.Count == 1 && dims[0] is RestDim or EllipsisDim)
            return dims[0] is RestDim only ? only.Name : "batch";
        var list = string.Join(", ", dims.Select(Size));
        return IndexOfRest(dims) < 0 ? list : $"[{list}]";
    }

    private string Size(Dim dim) => dim switch
    {
        NamedDim named => named.Name,
        ExpressionDim expression => Expression(expression.Expression),
        RestDim rest => $".. {rest.Name}",
        EllipsisDim => ".. batch",
        _ => dim.ToString(),
    };

    private string Argument(FunctionArgument argument) => argument switch
    {
        ShapeArgument shape => $"[{string.Join(", ", shape.Dims.Select(Size))}]",
        NameArgument { Name: Signature.CountName } => $"{model.Parameters.First(parameter => parameter.Kind == ParameterKind.TensorList).Name}.Length",
        NameArgument name when !_bound.Contains(name.Name) && ListOf(name.Name) is { } list => list,
        _ => argument.ToString(),
    };

    private string? ListOf(string rest)
    {
        var inputs = model.Parameters.Where(parameter => parameter.IsTensor).ToList();
        for (var i = 0; i < inputs.Count; i++)
        {
            if (inputs[i].Kind == ParameterKind.TensorList && signature.Inputs[i].Dims.Any(dim => dim is RestDim named && named.Name == rest))
                return $"global::DslTensors.ShapeFunctions.SizesOf({inputs[i].Name})";
        }

        return null;
    }

    private static string Expression(SizeExpression expression) => expression switch
    {
        BinaryExpression { Operator: SizeOperator.FloorDivide } division =>
            $"global::DslTensors.ShapeFunctions.FloorDivide({Expression(division.Left)}, {Expression(division.Right)})",
        BinaryExpression binary => $"({Expression(binary.Left)} {Symbol(binary.Operator)} {Expression(binary.Right)})",
        NegateExpression negate => $"-{Expression(negate.Operand)}",
        _ => expression.ToString(),
    };

    private static string Symbol(SizeOperator @operator) => @operator switch
    {
        SizeOperator.Add => "+",
        SizeOperator.Subtract => "-",
        _ => "*",
    };

    private static int IndexOfRest(EquatableArray<Dim> dims)
    {
        for (var i = 0; i < dims.Count; i++)
        {
            if (dims[i] is RestDim or EllipsisDim)
                return i;
        }

        return -1;
    }

    private static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);
}
