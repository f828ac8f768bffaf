using System.Collections.Generic;
using System.Linq;
using DslTensors.Generator.Models;

namespace DslTensors.Generator.Signatures;

/// <summary>What is known of an argument that is not a tensor.</summary>
internal abstract record ArgumentValue
{
    public static ArgumentValue Unknown { get; } = new UnknownValue();

    public static ArgumentValue Null { get; } = new NullValue();

    public static ArgumentValue Of(long number) => new SizeValue(number);

    public static ArgumentValue Of(bool flag) => new FlagValue(flag);

    public static ArgumentValue List(IEnumerable<long> numbers) => new SizesValue(numbers.Select(SymbolicSize.Of).ToEquatableArray());
}

internal sealed record UnknownValue : ArgumentValue;

internal sealed record NullValue : ArgumentValue;

/// <summary>An integer, perhaps one with only a name.</summary>
internal sealed record SizeValue(SymbolicSize Size) : ArgumentValue;

/// <summary>A list of integers of known length.</summary>
internal sealed record SizesValue(EquatableArray<SymbolicSize> Sizes) : ArgumentValue;

internal sealed record FlagValue(bool Flag) : ArgumentValue;

/// <summary>A member of an enum, by its name, or a string.</summary>
internal sealed record ChoiceValue(string Name) : ArgumentValue;
