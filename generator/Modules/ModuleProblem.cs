using DslTensors.Generator.Models;

namespace DslTensors.Generator.Modules;

/// <summary>Why no code can be generated for a <c>[Module]</c> class.</summary>
internal enum ModuleProblemKind
{
    /// <summary>The class, or one that it is nested in, is not partial.</summary>
    NotPartial,

    /// <summary>Records compare and copy by value, which identity of parameters does not survive.</summary>
    Record,

    /// <summary>A static or file-local class can't be a module.</summary>
    UnsupportedClass,

    /// <summary>The base class is not a module.</summary>
    ForeignBaseClass,

    /// <summary>A property marked as parameter or buffer is not partial, or static, or has no getter.</summary>
    PropertyNotPartial,

    /// <summary>A property marked as parameter or buffer is no <c>Tensor&lt;T&gt;</c>.</summary>
    NotATensor,

    /// <summary>A parameter's elements are no real numbers, so that there is nothing to train.</summary>
    NotDifferentiable,

    /// <summary>A property is marked as both parameter and buffer.</summary>
    ParameterAndBuffer,

    /// <summary>Two members have the same key in the state dict.</summary>
    DuplicateKey,

    /// <summary>A key is empty or contains a dot.</summary>
    InvalidKey,

    /// <summary>A size names something that is no integer parameter of the primary constructor.</summary>
    UnknownDimension,

    /// <summary>A size is neither a count nor arithmetic over names.</summary>
    InvalidDimension,

    /// <summary><c>When</c> names something that is no Boolean parameter of the primary constructor.</summary>
    UnknownCondition,

    /// <summary>A property with <c>When</c> is not nullable.</summary>
    ConditionNotNullable,

    /// <summary>A property with <c>When</c> has an initial value that does not look at the condition.</summary>
    UnconditionalInitialValue,

    /// <summary>A child marked <c>[Child]</c> is no module.</summary>
    ChildNotModule,
}

/// <summary>One reason why a module is refused.</summary>
/// <param name="Kind">The rule.</param>
/// <param name="Message">What is wrong and the fix, in the user's names.</param>
/// <param name="Member">The property or field; null when it is the class.</param>
/// <param name="Argument">The text in the member's attribute that is wrong; null when it is none.</param>
internal sealed record ModuleProblem(ModuleProblemKind Kind, string Message, string? Member, string? Argument = null);

/// <summary>What became of a <c>[Module]</c> class: a model, or the problems; neither where the compiler itself reports.</summary>
internal sealed record ModuleParseResult(ModuleModel? Model, EquatableArray<ModuleProblem> Problems);
