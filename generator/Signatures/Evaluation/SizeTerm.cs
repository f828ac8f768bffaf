using System;
using System.Collections.Generic;
using System.Linq;
using DslTensors.Generator.Models;

namespace DslTensors.Generator.Signatures;

/// <summary>Something that stands for one integer: a name of the user's code, or a quotient that cannot be worked out.</summary>
/// <param name="Text">Its name; equal texts are equal integers.</param>
/// <param name="IsInteger">Whether it may be negative, as an integer parameter; a size cannot.</param>
/// <param name="Dividend">What is divided, of a quotient.</param>
/// <param name="Divisor">By what, of a quotient.</param>
internal sealed record SizeAtom(string Text, bool IsInteger = false, SizePolynomial? Dividend = null, SizePolynomial? Divisor = null)
{
    public bool Equals(SizeAtom? other) => other is not null && Text == other.Text;

    public override int GetHashCode() => Text.GetHashCode();
}

/// <summary>A product of a number and atoms in the order of their texts: <c>2*b*t</c>. The number alone has no atoms.</summary>
internal sealed record SizeTerm(long Factor, EquatableArray<SizeAtom> Atoms)
{
    public static int CompareAtoms(SizeTerm left, SizeTerm right)
    {
        if (left.Atoms.Count != right.Atoms.Count)
            return right.Atoms.Count - left.Atoms.Count;
        for (var i = 0; i < left.Atoms.Count; i++)
        {
            var order = string.CompareOrdinal(left.Atoms[i].Text, right.Atoms[i].Text);
            if (order != 0)
                return order;
        }

        return 0;
    }

    public SizeTerm Multiply(SizeTerm other) =>
        new(checked(Factor * other.Factor), Atoms.Concat(other.Atoms).OrderBy(atom => atom.Text, StringComparer.Ordinal).ToEquatableArray());

    /// <summary>The quotient without a rest, or null.</summary>
    public SizeTerm? Divide(SizeTerm divisor)
    {
        if (divisor.Factor == 0 || Factor % divisor.Factor != 0)
            return null;
        var rest = new List<SizeAtom>(Atoms);
        return divisor.Atoms.All(rest.Remove) ? new SizeTerm(Factor / divisor.Factor, rest.ToEquatableArray()) : null;
    }

    public override string ToString()
    {
        var atoms = string.Join("*", Atoms.Select(atom => atom.Text));
        return Atoms.Count == 0 ? Text(Factor) : Factor == 1 ? atoms : Factor == -1 ? "-" + atoms : $"{Text(Factor)}*{atoms}";
    }

    private static string Text(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
