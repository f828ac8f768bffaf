namespace DslTensors.Tests.Differentiation.Gradients;

/// <summary>Arguments of the operators of linear algebra.</summary>
internal static class MatrixSamples
{
    public static readonly Dictionary<(string Operator, string Parameter), object> Arguments = new()
    {
        [("SolveTriangular", "upper")] = true,
        [("MatrixPower", "n")] = -3,
        [("LuSolve", "luPivots")] = Tensor.From([2, 2]),
        [("LinalgLuSolve", "pivots")] = Tensor.From([2, 2]),
        [("LuUnpack", "luPivots")] = Tensor.From([2, 2]),
        [("MatrixNorm", "ord")] = 2.0,
        [("LinalgNorm", "ord")] = 1.0,
        [("VectorNorm", "ord")] = 3.0,
        [("Cond", "p")] = 2.0,
        [("Tensorinv", "ind")] = 1,
        [("LinalgVander", "n")] = 4,
        [("LinalgSvd", "fullMatrices")] = false,
    };

    public static readonly Dictionary<(string Operator, string Parameter), int[]> Shapes = new()
    {
        [("Solve", "a")] = [2, 3, 3],
        [("Solve", "b")] = [2, 3, 2],
        [("SolveEx", "a")] = [3, 3],
        [("SolveEx", "b")] = [3],
        [("SolveTriangular", "a")] = [2, 2],
        [("SolveTriangular", "b")] = [3, 2, 3],
        [("TriangularSolve", "b")] = [2, 3],
        [("TriangularSolve", "a")] = [2, 2],
        [("CholeskySolve", "input")] = [2, 3],
        [("CholeskySolve", "input2")] = [2, 2],
        [("CholeskyInverse", "input")] = [2, 2],
        [("LuSolve", "input")] = [2, 3],
        [("LuSolve", "luData")] = [2, 2],
        [("LuUnpack", "luData")] = [2, 2],
        [("LinalgLuSolve", "lu")] = [2, 2],
        [("LinalgLuSolve", "b")] = [2, 3],
        [("HouseholderProduct", "a")] = [3, 2],
        [("HouseholderProduct", "tau")] = [2],
        [("Orgqr", "a")] = [3, 2],
        [("Orgqr", "tau")] = [2],
        [("Ormqr", "input")] = [3, 2],
        [("Ormqr", "input2")] = [2],
        [("Ormqr", "input3")] = [3, 2],
        [("Lstsq", "a")] = [3, 2],
        [("Lstsq", "b")] = [3, 2],
        [("Qr", "input")] = [3, 2],
        [("LinalgQr", "a")] = [2, 3, 2],
        [("MatrixNorm", "a")] = [2, 2, 3],
        [("LinalgNorm", "a")] = [2, 3],
        [("Cond", "a")] = [3, 3],
        [("Tensorinv", "a")] = [4, 2, 2],
        [("Tensorsolve", "a")] = [2, 2, 4],
        [("Tensorsolve", "b")] = [2, 2],
        [("LinalgCross", "input")] = [2, 3],
        [("LinalgCross", "other")] = [2, 3],
        [("LinalgVander", "x")] = [2, 3],
        [("LinalgLu", "a")] = [2, 3],
        [("LuFactor", "a")] = [3, 2],
        [("LuFactorEx", "a")] = [3, 3],
    };

    /// <summary>Operators on matrices that are square and, as sums of squares are, symmetric and positive-definite, so that each has all that is asked of it.</summary>
    private static readonly HashSet<string> s_definite =
        ["Cholesky", "LinalgCholesky", "CholeskyEx", "Logdet", "Eigh", "Eigvalsh", "Det", "Slogdet", "Inv", "Inverse", "InvEx", "MatrixPower", "MatrixExp"];

    private static readonly HashSet<string> s_triangular = ["CholeskySolve", "CholeskyInverse", "LuSolve", "LinalgLuSolve", "SolveTriangular", "TriangularSolve", "LuUnpack"];

    // They read one half: a step at one element alone would be no step of a symmetric matrix.
    private static readonly HashSet<string> s_symmetric = ["Cholesky", "LinalgCholesky", "CholeskyEx", "Eigh", "Eigvalsh"];

    /// <summary>The inputs of a call; those of operators on symmetric matrices made symmetric.</summary>
    public static Tensor<double>[] Symmetric(string @operator, Tensor<double>[] inputs) => s_symmetric.Contains(@operator)
        ? [.. inputs.Select(input => (input + input.Transpose(-2, -1)) * 0.5)]
        : inputs;

    /// <summary>The matrix that the operator can work on, made from one of any numbers.</summary>
    public static Tensor<double> Adapted(string @operator, string input, Tensor<double> values)
    {
        var isMatrix = values.Rank >= 2 && values.Shape[-1] == values.Shape[-2];
        if (isMatrix && s_definite.Contains(@operator))
            return (values.Matmul(values.Transpose(-2, -1)) + Tensor.Eye<double>(values.Shape[-1])).Detach();
        return isMatrix && (s_triangular.Contains(@operator) || (input == "a" && @operator is "Solve" or "SolveEx")) ? (values + (Tensor.Eye<double>(values.Shape[-1]) * 1.5)).Detach() : values;
    }
}
