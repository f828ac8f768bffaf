using System;
using System.Collections.Generic;
using System.Linq;
using DslTensors.Generator.Models;

namespace DslTensors.Generator.Signatures;

/// <summary>A sum of products of names, in one canonical form: equal polynomials are equal sizes whatever the names stand for.</summary>
internal sealed record SizePolynomial
{
    // What grows beyond this says nothing to a reader, and would cost time.
    private const int MostTerms = 12;

    private SizePolynomial(EquatableArray<SizeTerm> terms) => Terms = terms;

    /// <summary>The products, without equal ones and without zeros; the number alone comes last.</summary>
    public EquatableArray<SizeTerm> Terms { get; }

    /// <summary>The number that this is, where no name takes part.</summary>
    public long? Number => Terms.Count == 0 ? 0 : Terms is [{ Atoms.Count: 0 } only] ? only.Factor : null;

    public long Constant => Terms.Count > 0 && Terms[Terms.Count - 1] is { Atoms.Count: 0, Factor: var factor } ? factor : 0;

    public IEnumerable<SizeAtom> Atoms => Terms.SelectMany(term => term.Atoms);

    public static SizePolynomial Of(long number) =>
        new(number == 0 ? EquatableArray<SizeTerm>.Empty : new[] { new SizeTerm(number, EquatableArray<SizeAtom>.Empty) }.ToEquatableArray());

    public static SizePolynomial Of(SizeAtom atom) => new(new[] { new SizeTerm(1, new[] { atom }.ToEquatableArray()) }.ToEquatableArray());

    public SizePolynomial? Add(SizePolynomial other) => FromTerms(Terms.Concat(other.Terms));

    public SizePolynomial? Subtract(SizePolynomial other) => FromTerms(Terms.Concat(other.Terms.Select(term => term with { Factor = -term.Factor })));

    public SizePolynomial? Multiply(SizePolynomial other)
    {
        if (Terms.Count * other.Terms.Count > MostTerms)
            return null;
        try
        {
            return FromTerms(Terms.SelectMany(left => other.Terms.Select(left.Multiply)).ToList());
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    /// <summary>The quotient where it leaves no rest; otherwise a quotient that stands for itself, or null for a division by zero.</summary>
    public SizePolynomial? Divide(SizePolynomial divisor)
    {
        if (divisor.Number == 0)
            return null;
        if (Equals(divisor))
            return Of(1);
        if (divisor.Terms is [var single])
        {
            var quotients = Terms.Select(term => term.Divide(single)).ToList();
            if (!quotients.Contains(null))
                return FromTerms(quotients.Select(term => term!));
        }

        return Of(new SizeAtom($"({this} / {divisor})", IsInteger: true, this, divisor));
    }

    /// <summary>The same with a value for one name.</summary>
    public SizePolynomial? Substitute(string name, SizePolynomial value)
    {
        var sum = Of(0);
        foreach (var term in Terms)
        {
            var product = Of(term.Factor);
            foreach (var atom in term.Atoms)
            {
                var factor = atom.Text == name ? value : atom is { Dividend: { } dividend, Divisor: { } divisor }
                    ? dividend.Substitute(name, value) is { } top && divisor.Substitute(name, value) is { } bottom ? top.Quotient(bottom) : null
                    : Of(atom);
                if (factor is null || product.Multiply(factor) is not { } next)
                    return null;
                product = next;
            }

            if (sum.Add(product) is not { } added)
                return null;
            sum = added;
        }

        return sum;
    }

    /// <summary>Whether a name takes part, inside a quotient as well.</summary>
    public bool Mentions(string name) => Atoms.Any(atom => atom.Text == name
        || (atom.Dividend?.Mentions(name) ?? false) || (atom.Divisor?.Mentions(name) ?? false));

    public override string ToString()
    {
        if (Terms.Count == 0)
            return "0";
        var text = Terms[0].ToString();
        foreach (var term in Terms.Skip(1))
            text += term.Factor < 0 ? $" - {term with { Factor = -term.Factor }}" : $" + {term}";
        return text;
    }

    private SizePolynomial? Quotient(SizePolynomial divisor) => Number is { } a && divisor.Number is { } b && b != 0
        ? Of((a / b) - (a % b != 0 && (a < 0) != (b < 0) ? 1 : 0))
        : Divide(divisor);

    private static SizePolynomial? FromTerms(IEnumerable<SizeTerm> terms)
    {
        var sorted = terms.ToList();
        sorted.Sort(SizeTerm.CompareAtoms);
        var sums = new List<SizeTerm>();
        foreach (var term in sorted)
        {
            if (sums.Count > 0 && SizeTerm.CompareAtoms(sums[sums.Count - 1], term) == 0)
            {
                var last = sums[sums.Count - 1];
                var factor = unchecked(last.Factor + term.Factor);
                if (((last.Factor ^ factor) & (term.Factor ^ factor)) < 0)
                    return null;
                sums[sums.Count - 1] = last with { Factor = factor };
            }
            else
            {
                sums.Add(term);
            }
        }

        sums.RemoveAll(term => term.Factor == 0);
        return sums.Count > MostTerms ? null : new SizePolynomial(sums.ToEquatableArray());
    }
}
