using System.Collections.Generic;
using DslTensors.Generator.Models;

namespace DslTensors.Generator.Signatures;

/// <summary>The arguments of a shape function, checked against what the function takes.</summary>
internal sealed class FunctionArgumentsParser(TokenReader reader, DimsParser dims, InputNames names)
{
    /// <summary>Reads from the function's name to its closing parenthesis.</summary>
    public List<FunctionArgument>? Parse(ShapeFunction function)
    {
        var nameToken = reader.Take();
        reader.Take();
        var arguments = new List<FunctionArgument>();
        if (!reader.At(TokenKind.CloseParen))
        {
            do
            {
                if (arguments.Count == function.Parameters.Count)
                {
                    reader.Fail(reader.Current, $"too many arguments: {function.Usage}");
                    return null;
                }

                if (ParseArgument(function, function.Parameters[arguments.Count]) is not { } argument)
                    return null;
                arguments.Add(argument);
            }
            while (reader.TryTake(TokenKind.Comma));
        }

        if (!reader.At(TokenKind.CloseParen))
        {
            reader.Fail(reader.Current, $"',' or ')' should follow here: {function.Usage}");
            return null;
        }

        reader.Take();
        if (arguments.Count < function.RequiredCount)
        {
            reader.Fail(nameToken.Start, reader.LastTaken.End - nameToken.Start, $"an argument is missing: {function.Usage}");
            return null;
        }

        return arguments;
    }

    private FunctionArgument? ParseArgument(ShapeFunction function, ShapeFunctionParameter parameter)
    {
        var start = reader.Current;
        if (ParseWords() is not { } argument)
            return null;
        if (parameter.Kind == ShapeParameterKind.Shape && argument is NameArgument { Name: var size } && names.IsSize(size))
            argument = new ShapeArgument(new Dim[] { new NamedDim(size) }.ToEquatableArray());
        if (parameter.Kind == ShapeParameterKind.Flag && argument is NameArgument { Name: "true" or "false" } flag)
            argument = new FlagArgument(flag.Name == "true");

        var fits = (parameter.Kind, argument) switch
        {
            (ShapeParameterKind.Shape, NameArgument { Name: var name }) => names.IsRest(name),
            (ShapeParameterKind.Shape, ShapeArgument shape) => names.CheckOutput(shape.Dims, start),
            (ShapeParameterKind.Shape, _) => false,
            (ShapeParameterKind.List, NameArgument { Name: var name }) => names.IsRest(name),
            (ShapeParameterKind.List, _) => false,
            (_, NameArgument { Name: var name }) => !names.IsRest(name),
            (ShapeParameterKind.Flag, FlagArgument) => true,
            (_, NumberArgument) => parameter.Kind is not (ShapeParameterKind.Flag or ShapeParameterKind.Choice),
            _ => false,
        };

        if (!fits)
        {
            reader.Fail(start.Start, reader.LastTaken.End - start.Start,
                $"'{argument}' cannot be the {parameter.Name} here, which is {parameter.Meaning}: {function.Usage}");
            return null;
        }

        return argument;
    }

    private FunctionArgument? ParseWords()
    {
        if (reader.At(TokenKind.Minus) && reader.Following.Kind == TokenKind.Number)
        {
            reader.Take();
            return reader.TakeNumber() is { } number ? new NumberArgument(-number) : null;
        }

        if (dims.Parse(allowsTwoRests: true) is not { } shape)
            return null;

        return shape.Count != 1 ? new ShapeArgument(shape) : shape[0] switch
        {
            NamedDim { Name: var name } => new NameArgument(name),
            LiteralDim { Value: var value } => new NumberArgument(value),
            _ => new ShapeArgument(shape),
        };
    }
}
