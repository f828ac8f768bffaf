using DslTensors.Cpu;
using DslTensors.Devices.Shapes;

namespace DslTensors.Devices.Reductions;

/// <summary>Which elements are reduced to which result.</summary>
internal struct ReductionShape
{
    public Sizes8 Kept;
    public Strides8 KeptStrides;
    public Sizes8 Reduced;
    public Strides8 ReducedStrides;

    /// <summary>The number of elements for each result.</summary>
    public int PerResult;

    /// <summary>The number of threads that share one result.</summary>
    public int Parts;

    /// <summary>The distance between two elements of a thread: <see cref="Parts"/>, so that neighbouring threads read neighbours, or 1 on processors, which have caches.</summary>
    public int Step;

    public static ReductionShape Of(StridedLayout input, int offset, bool[] reduced)
    {
        var plan = new ReductionPlan(input, reduced);
        if (plan.KeptSizes.Length > 8 || plan.ReducedSizes.Length > 8)
            throw new DeviceException($"a reduction kernel takes at most 8 dimensions that can't be joined, but the shape is {Shape.Format(input.Sizes)}. Call Contiguous() on the input first.");
        var perResult = 1;
        for (var i = 0; i < reduced.Length; i++)
            perResult *= reduced[i] ? input.Sizes[i] : 1;
        return new ReductionShape
        {
            Kept = Sizes8.Of(plan.KeptSizes),
            KeptStrides = Strides8.Of(offset, plan.KeptStrides),
            Reduced = Sizes8.Of(plan.ReducedSizes),
            ReducedStrides = Strides8.Of(0, plan.ReducedStrides),
            PerResult = perResult,
            Parts = 1,
        };
    }
}
