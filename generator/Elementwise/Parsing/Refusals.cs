using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DslTensors.Generator.Elementwise;

/// <summary>What a body may not contain, each with what would work instead.</summary>
internal static class Refusals
{
    public static RefusedException Statement(IOperation statement) => new(
        statement.Syntax,
        statement switch
        {
            ILoopOperation =>
                $"A loop ({FirstWord(statement)}) cannot be part of an elementwise function: its derivative would need every pass. " +
                "Write the terms out.",
            ISwitchOperation => "A switch cannot be part of an elementwise function. Write it with if and else, or with ?:.",
            IThrowOperation => "An elementwise function cannot throw: elements have no place to stop at. Return float.NaN instead.",
            IReturnOperation => "An elementwise function must return a value.",
            ILocalFunctionOperation => "A local function cannot be part of an elementwise function. Make it an [Elementwise] method.",
            IExpressionStatementOperation { Operation: IIncrementOrDecrementOperation step } =>
                $"'{step.Syntax}' cannot be part of an elementwise function. Write += 1 or -= 1.",
            IExpressionStatementOperation { Operation: IAssignmentOperation assignment } =>
                $"An elementwise function can assign only to its own locals and parameters, and '{assignment.Target.Syntax}' is neither.",
            _ =>
                $"'{Excerpt(statement.Syntax)}' cannot be part of an elementwise function, " +
                "which consists of locals, assignments, if, else and return.",
        });

    public static RefusedException Expression(IOperation operation) => new(
        operation.Syntax,
        operation switch
        {
            ISwitchExpressionOperation => "A switch expression cannot be part of an elementwise function. Write it with ?:.",
            IIsPatternOperation => "A pattern cannot be part of an elementwise function. Write the comparison with <, <=, == and &&.",
            IThrowOperation => "An elementwise function cannot throw: elements have no place to stop at. Return float.NaN instead.",
            IPropertyReferenceOperation or IArrayElementReferenceOperation =>
                $"'{Excerpt(operation.Syntax)}' cannot be read in an elementwise function. Pass its value as a [Scalar] parameter.",
            IConversionOperation conversion =>
                $"The conversion to {conversion.Type} cannot be part of an elementwise function, which computes with float alone.",
            ISimpleAssignmentOperation or ICompoundAssignmentOperation or IIncrementOrDecrementOperation =>
                $"'{Excerpt(operation.Syntax)}' assigns inside of an expression. Make it a statement of its own.",
            _ =>
                $"'{Excerpt(operation.Syntax)}' cannot be part of an elementwise function, " +
                "which consists of arithmetic, comparisons, ?: and calls of MathF and [Elementwise] functions.",
        });

    public static RefusedException NotConstant(IFieldReferenceOperation field) => new(
        field.Syntax,
        $"The field '{field.Field.Name}' is not constant. Declare it const, or pass its value as a [Scalar] parameter.");

    public static RefusedException IntegerDivision(IOperation operation) => new(
        operation.Syntax, $"'{operation.Syntax}' divides integers, which drops the fraction. Cast one side to float.");

    public static RefusedException IntegerCast(IOperation operation) => new(
        operation.Syntax, $"'{operation.Syntax}' rounds by a cast, which an elementwise function cannot do. Call MathF.Truncate.");

    public static RefusedException TruthValuesCompared(IOperation operation) => new(
        operation.Syntax, $"'{operation.Syntax}' compares truth values. Write it with &&, || and !.");

    public static RefusedException ForeignCall(IInvocationOperation call) => new(
        call.Syntax,
        $"'{call.TargetMethod.ContainingType?.Name}.{call.TargetMethod.Name}' has no form for vectors and kernels. " +
        "Call functions of MathF or ScalarMath, or make it an [Elementwise] method.");

    public static RefusedException Recursion(IInvocationOperation call) => new(
        call.Syntax, $"'{call.TargetMethod.Name}' calls itself. An elementwise function is inlined into its callers and cannot be recursive.");

    public static RefusedException InCallee(IInvocationOperation call, string message) => new(
        call.Syntax, $"The body of '{call.TargetMethod.Name}' cannot be inlined here: {message}");

    public static RefusedException NoBody(MethodDeclarationSyntax method) => new(
        method.Identifier, $"'{method.Identifier}' has no body to derive the operator from.");

    public static RefusedException NoReturn(MethodDeclarationSyntax method) => new(
        method.Identifier, $"'{method.Identifier}' does not return a value on every path.");

    private static string FirstWord(IOperation statement) => statement.Syntax.GetFirstToken().ToString();

    private static string Excerpt(SyntaxNode syntax)
    {
        var text = syntax.NormalizeWhitespace(" ", " ").ToString();
        return text.Length <= 60 ? text : text.Substring(0, 57) + "...";
    }
}
