using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using static DslTensors.Generator.Elementwise.ScalarFunctions;

namespace DslTensors.Generator.Elementwise;

/// <summary>Runs the statements of a body on formulas: an assignment renames, an <c>if</c> becomes a selection.</summary>
internal sealed class BodyParser(FunctionScope scope)
{
    private readonly ExpressionParser _expressions = new(scope);

    /// <summary>The formulas that the user gave a name, with that name; the latest wins.</summary>
    public Dictionary<Expression, string> Names { get; } = new(Traversal.ByReference.Instance);

    /// <summary>The formula that a method returns when its parameters have these values.</summary>
    /// <exception cref="RefusedException">The body has no meaning for a lane.</exception>
    public Expression Parse(IMethodSymbol method, Dictionary<ISymbol, Expression> parameters)
    {
        var declaration = method.DeclaringSyntaxReferences
            .Select(reference => reference.GetSyntax(scope.Cancellation)).OfType<MethodDeclarationSyntax>()
            .OrderBy(syntax => syntax.Body is null && syntax.ExpressionBody is null).First();
        SyntaxNode body = (SyntaxNode?)declaration.ExpressionBody?.Expression ?? declaration.Body ?? throw Refusals.NoBody(declaration);
        var operation = scope.Model(body).GetOperation(body, scope.Cancellation) ?? throw Refusals.NoBody(declaration);
        scope.Enter(method);
        try
        {
            return operation is IBlockOperation block
                ? Run(new Steps(block.Operations), parameters) ?? throw Refusals.NoReturn(declaration)
                : _expressions.Parse(operation, parameters);
        }
        finally
        {
            scope.Leave();
        }
    }

    /// <summary>What the statements return, or null when they end without a return.</summary>
    private Expression? Run(Steps? steps, Dictionary<ISymbol, Expression> values)
    {
        for (; steps is not null; steps = steps.Next)
        {
            switch (steps.Current)
            {
                case null:
                    break;
                case IReturnOperation { ReturnedValue: { } value }:
                    return _expressions.Parse(value, values);
                case IBlockOperation block:
                    return Run(new Steps(block.Operations, steps.Next), values);
                case IConditionalOperation choice when ContainsReturn(choice):
                    return RunBranches(choice, steps.Next, values);
                case IConditionalOperation choice:
                    Merge(choice, values);
                    break;
                default:
                    Execute(steps.Current, values);
                    break;
            }
        }

        return null;
    }

    private Expression? RunBranches(IConditionalOperation choice, Steps? rest, Dictionary<ISymbol, Expression> values)
    {
        var condition = _expressions.Parse(choice.Condition, values);
        var whenTrue = Run(new Steps([choice.WhenTrue], rest), Copy(values));
        var whenFalse = Run(choice.WhenFalse is { } other ? new Steps([other], rest) : rest, Copy(values));
        return whenTrue is null || whenFalse is null ? null : If(condition, whenTrue, whenFalse);
    }

    private void Merge(IConditionalOperation choice, Dictionary<ISymbol, Expression> values)
    {
        var condition = _expressions.Parse(choice.Condition, values);
        var (whenTrue, whenFalse) = (Copy(values), Copy(values));
        Run(new Steps([choice.WhenTrue]), whenTrue);
        if (choice.WhenFalse is { } other)
            Run(new Steps([other]), whenFalse);
        foreach (var symbol in whenTrue.Keys.Where(whenFalse.ContainsKey).ToList())
        {
            if (!ReferenceEquals(whenTrue[symbol], whenFalse[symbol]))
                Name(symbol, values[symbol] = If(condition, whenTrue[symbol], whenFalse[symbol]));
        }
    }

    private void Execute(IOperation statement, Dictionary<ISymbol, Expression> values)
    {
        switch (statement)
        {
            case IVariableDeclarationGroupOperation group:
                foreach (var declarator in group.Declarations.SelectMany(declaration => declaration.Declarators))
                {
                    if (declarator.Initializer is { } initializer)
                        Name(declarator.Symbol, values[declarator.Symbol] = _expressions.Parse(initializer.Value, values));
                }

                break;
            case IExpressionStatementOperation { Operation: ISimpleAssignmentOperation { IsRef: false } assignment }
                when Target(assignment.Target) is { } target:
                Name(target, values[target] = _expressions.Parse(assignment.Value, values));
                break;
            case IExpressionStatementOperation { Operation: ICompoundAssignmentOperation assignment } when Target(assignment.Target) is { } target:
                var operand = _expressions.Parse(assignment.Value, values);
                var old = _expressions.Parse(assignment.Target, values);
                Name(target, values[target] = ExpressionParser.ParseBinary(assignment.OperatorKind, assignment, old, operand));
                break;
            case IEmptyOperation:
                break;
            default:
                throw Refusals.Statement(statement);
        }
    }

    private void Name(ISymbol symbol, Expression formula)
    {
        if (formula is Call && symbol is ILocalSymbol)
            Names[formula] = symbol.Name;
    }

    private static ISymbol? Target(IOperation target) => target switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };

    private static bool ContainsReturn(IOperation operation) => operation.Descendants().Any(inner => inner is IReturnOperation);

    private static Dictionary<ISymbol, Expression> Copy(Dictionary<ISymbol, Expression> values) => new(values, SymbolEqualityComparer.Default);

    /// <summary>The statements still to run: the rest of this block, then what follows it.</summary>
    private sealed class Steps
    {
        private readonly IReadOnlyList<IOperation> _block;
        private readonly int _index;
        private readonly Steps? _after;

        public Steps(IReadOnlyList<IOperation> block, Steps? after = null)
            : this(block, 0, after)
        {
        }

        private Steps(IReadOnlyList<IOperation> block, int index, Steps? after) => (_block, _index, _after) = (block, index, after);

        public IOperation? Current => _index < _block.Count ? _block[_index] : null;

        public Steps? Next => _index + 1 < _block.Count ? new Steps(_block, _index + 1, _after) : _after;
    }
}
