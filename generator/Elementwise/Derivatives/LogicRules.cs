using static DslTensors.Generator.Elementwise.ScalarFunctions;

namespace DslTensors.Generator.Elementwise;

/// <summary>Builds a call on operands that are simple already.</summary>
internal delegate Expression Build(ScalarFunction function, params Expression[] operands);

/// <summary>Simplifications of conditions and of selections by them.</summary>
internal static class LogicRules
{
    public static Expression? Rewrite(ScalarFunction function, Expression[] x, Build build) => function.Name switch
    {
        "Select" => RewriteSelect(x[0], x[1], x[2], build),
        "Not" => RewriteNot(x[0], build),
        "And" => x[0] is Constant and ? (and.Value != 0 ? x[1] : and) : x[1] is Constant { Value: not 0 } || x[0].Equals(x[1]) ? x[0] : null,
        "Or" => x[0] is Constant or ? (or.Value != 0 ? or : x[1]) : x[1] is Constant { Value: 0 } || x[0].Equals(x[1]) ? x[0] : null,
        _ => null,
    };

    private static Expression? RewriteSelect(Expression condition, Expression whenTrue, Expression whenFalse, Build build)
    {
        if (condition is Constant constant)
            return constant.Value != 0 ? whenTrue : whenFalse;
        if (whenTrue.Equals(whenFalse))
            return whenTrue;
        if (condition is Call { Function.Name: "Not" } not)
            return build(Select, not.Operands[0], whenFalse, whenTrue);
        if (whenTrue is Call { Function.Name: "Select" } inTrue && inTrue.Operands[0].Equals(condition))
            return build(Select, condition, inTrue.Operands[1], whenFalse);
        if (whenFalse is Call { Function.Name: "Select" } inFalse && inFalse.Operands[0].Equals(condition))
            return build(Select, condition, whenTrue, inFalse.Operands[2]);
        if (whenTrue is Constant { IsLogical: true } and { Value: not 0 } && whenFalse is Constant { IsLogical: true })
            return condition;
        return null;
    }

    /// <summary>Only equality has an opposite that is also right for NaN.</summary>
    private static Expression? RewriteNot(Expression condition, Build build) => condition switch
    {
        Constant constant => Constant.Of(constant.Value == 0),
        Call { Function.Name: "Not" } inner => inner.Operands[0],
        Call { Function.Name: "Equal" } equal => build(NotEqual, equal.Operands[0], equal.Operands[1]),
        Call { Function.Name: "NotEqual" } different => build(Equal, different.Operands[0], different.Operands[1]),
        _ => null,
    };
}
