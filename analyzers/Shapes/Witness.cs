using System.Linq;
using DslTensors.Generator.Signatures;

namespace DslTensors.Analyzers.Shapes;

/// <summary>For which sizes a contradiction does not hold: <c>n</c> and <c>2 * n</c> are equal where n is 0.</summary>
internal static class Witness
{
    /// <summary>The end of a sentence; empty where no size helps.</summary>
    public static string For(SignatureMismatch mismatch)
    {
        if (!mismatch.Expected.IsKnown || !mismatch.Actual.IsKnown || mismatch.Expected.AsPolynomial().Subtract(mismatch.Actual.AsPolynomial()) is not { Constant: 0 } difference)
            return "";
        var named = difference.Terms.Where(term => term.Atoms.Count > 0).ToList();
        return named is [{ Atoms: var atoms }] ? $"; it fails unless {string.Join(" or ", atoms.Select(atom => atom.Text).Distinct())} = 0" : "";
    }
}
