using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace DslTensors.Cpu;

/// <summary>
/// Where the operands of one run of elements lie. An operand's index is masked: all ones walk along memory, zero stays at a block
/// that repeats one element. So the loop has no case per kind of operand.
/// </summary>
internal ref struct OperandRow<TElement>
{
    public ref TElement A, B, C, D, E, F;
    public nint MaskA, MaskB, MaskC, MaskD, MaskE, MaskF;

    /// <summary>Sets one operand.</summary>
    public void Set(int operand, [UnscopedRef] ref TElement start, nint mask)
    {
        switch (operand)
        {
            case 0:
                A = ref start;
                MaskA = mask;
                break;
            case 1:
                B = ref start;
                MaskB = mask;
                break;
            case 2:
                C = ref start;
                MaskC = mask;
                break;
            case 3:
                D = ref start;
                MaskD = mask;
                break;
            case 4:
                E = ref start;
                MaskE = mask;
                break;
            default:
                F = ref start;
                MaskF = mask;
                break;
        }
    }

    /// <summary>The address of an operand's element.</summary>
    public readonly ref TElement At(int operand, nint index)
    {
        switch (operand)
        {
            case 0:
                return ref Unsafe.Add(ref A, index & MaskA);
            case 1:
                return ref Unsafe.Add(ref B, index & MaskB);
            case 2:
                return ref Unsafe.Add(ref C, index & MaskC);
            case 3:
                return ref Unsafe.Add(ref D, index & MaskD);
            case 4:
                return ref Unsafe.Add(ref E, index & MaskE);
            default:
                return ref Unsafe.Add(ref F, index & MaskF);
        }
    }
}
