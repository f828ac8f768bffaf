using System;
using System.Collections.Generic;
using System.Linq;

namespace DslTensors.Generator.Elementwise;

/// <summary>
/// A function's name, parameters and body as one line of text, <c>LeakyRelu(x,#slope)=Select(Greater(x,0),x,Multiply(slope,x))</c>:
/// <c>#</c> marks a scalar parameter, <c>#i:</c> an integer, <c>#b:</c> a flag.
/// </summary>
internal static class SerializedFunction
{
    public static string Write(string name, IEnumerable<Variable> parameters, Expression body) =>
        $"{name}({string.Join(",", parameters.Select(parameter => Mark(parameter.Kind) + parameter.Name))})={ExpressionWriter.Write(body)}";

    /// <summary>The body with arguments in place of the parameters; null where the text is of another function.</summary>
    /// <exception cref="FormatException">The text is damaged.</exception>
    public static Expression? Inline(string text, string name, IReadOnlyList<Expression> arguments)
    {
        var end = text.IndexOf(")=", StringComparison.Ordinal);
        if (!text.StartsWith(name + "(", StringComparison.Ordinal) || end < 0)
            return null;
        var parameters = text.Substring(name.Length + 1, end - name.Length - 1).Split([','], StringSplitOptions.RemoveEmptyEntries);
        if (parameters.Length != arguments.Count)
            return null;
        var values = parameters.Zip(arguments, (parameter, argument) => (parameter, argument))
            .ToDictionary(pair => Parameter(pair.parameter).Name, pair => pair.argument);
        return ExpressionReader.Read(text.Substring(end + 2), values);
    }

    /// <summary>The body with its parameters as variables.</summary>
    /// <exception cref="FormatException">The text is damaged.</exception>
    public static (IReadOnlyList<Variable> Parameters, Expression Body) Read(string text)
    {
        var (start, end) = (text.IndexOf('('), text.IndexOf(")=", StringComparison.Ordinal));
        if (start < 0 || end < start)
            throw new FormatException($"'{text}' is not a serialised elementwise function.");
        var parameters = text.Substring(start + 1, end - start - 1).Split([','], StringSplitOptions.RemoveEmptyEntries).Select(Parameter).ToList();
        var body = ExpressionReader.Read(text.Substring(end + 2), parameters.ToDictionary(p => p.Name, p => (Expression)p));
        return (parameters, body);
    }

    private static string Mark(VariableKind kind) => kind switch
    {
        VariableKind.Scalar => "#",
        VariableKind.Integer => "#i:",
        VariableKind.Flag => "#b:",
        _ => "",
    };

    private static Variable Parameter(string text) =>
        text.StartsWith("#i:", StringComparison.Ordinal) ? new Variable(text.Substring(3), VariableKind.Integer)
        : text.StartsWith("#b:", StringComparison.Ordinal) ? new Variable(text.Substring(3), VariableKind.Flag)
        : text.StartsWith("#", StringComparison.Ordinal) ? new Variable(text.Substring(1), VariableKind.Scalar)
        : new Variable(text, VariableKind.Input);
}
