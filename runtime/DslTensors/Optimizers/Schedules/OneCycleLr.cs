using System.Collections;

namespace DslTensors;

/// <summary>
/// Raises the rates from low to high and lowers them far below where they began, batch by batch, with momentum the other way round
/// (PyTorch's <c>OneCycleLR</c>; Smith and Topin, 2017).
/// </summary>
public sealed class OneCycleLr : LrScheduler
{
    private int _totalSteps;
    private bool _cycleMomentum;
    private double[] _phaseEnds;
    private string _anneal;

    /// <summary>Takes the optimizer and the schedule.</summary>
    /// <param name="optimizer">Whose rates are to change, and its momentum or first beta.</param>
    /// <param name="maxLr">The highest rate.</param>
    /// <param name="totalSteps">The number of steps in all: epochs times batches.</param>
    /// <param name="pctStart">The share of the steps that raise the rates.</param>
    /// <param name="annealStrategy">Along a cosine or a line.</param>
    /// <param name="cycleMomentum">Whether momentum goes the other way.</param>
    /// <param name="baseMomentum">The lowest momentum.</param>
    /// <param name="maxMomentum">The highest momentum.</param>
    /// <param name="divFactor">What the highest rate is divided by for the first.</param>
    /// <param name="finalDivFactor">What the first rate is divided by for the last.</param>
    /// <param name="threePhase">Whether the rates first fall back to where they began, and then on.</param>
    /// <exception cref="TensorException">A number is out of range, or momentum is to cycle and the optimizer has none.</exception>
    public OneCycleLr(
        Optimizer optimizer,
        double maxLr,
        int totalSteps,
        double pctStart = 0.3,
        AnnealStrategy annealStrategy = AnnealStrategy.Cos,
        bool cycleMomentum = true,
        double baseMomentum = 0.85,
        double maxMomentum = 0.95,
        double divFactor = 25,
        double finalDivFactor = 1e4,
        bool threePhase = false)
        : this(optimizer, [maxLr], totalSteps, pctStart, annealStrategy, cycleMomentum, baseMomentum, maxMomentum, divFactor, finalDivFactor, threePhase)
    {
    }

    /// <summary>Takes the optimizer and the schedule, with a highest rate for each group.</summary>
    /// <inheritdoc cref="OneCycleLr(Optimizer, double, int, double, AnnealStrategy, bool, double, double, double, double, bool)"/>
    public OneCycleLr(
        Optimizer optimizer,
        IReadOnlyList<double> maxLr,
        int totalSteps,
        double pctStart = 0.3,
        AnnealStrategy annealStrategy = AnnealStrategy.Cos,
        bool cycleMomentum = true,
        double baseMomentum = 0.85,
        double maxMomentum = 0.95,
        double divFactor = 25,
        double finalDivFactor = 1e4,
        bool threePhase = false)
        : base(optimizer)
    {
        _totalSteps = ScheduleOption.Positive("total_steps", totalSteps);
        if (!(pctStart is >= 0 and <= 1))
            throw new TensorException($"Expected float between 0 and 1 pct_start, but got {OptimizerOption.Format(pctStart)}.");
        _anneal = annealStrategy == AnnealStrategy.Cos ? "cos" : "linear";
        _cycleMomentum = cycleMomentum;
        double rise = pctStart * totalSteps;
        _phaseEnds = threePhase ? [rise - 1, (2 * rise) - 2, totalSteps - 1] : [rise - 1, totalSteps - 1];

        var highest = ScheduleOption.ForGroups("max_lr", optimizer, [.. maxLr]);
        for (var i = 0; i < highest.Length; i++)
        {
            var group = optimizer.Groups[i];
            if (cycleMomentum && group.CycledMomentum is null)
                throw new TensorException("optimizer must support momentum with `cycle_momentum` option enabled. Set cycleMomentum: false.");
            group.Others["initial_lr"] = highest[i] / divFactor;
            group.Others["max_lr"] = highest[i];
            group.Others["min_lr"] = highest[i] / divFactor / finalDivFactor;
            if (!cycleMomentum)
                continue;
            group.CycledMomentum = maxMomentum;
            group.Others["max_momentum"] = maxMomentum;
            group.Others["base_momentum"] = baseMomentum;
        }

        RetakeBaseLrs();
        Start();
    }

    /// <summary>Goes on to the next batch.</summary>
    /// <exception cref="TensorException">The schedule is at its end.</exception>
    public override void Step()
    {
        if (LastEpoch + 1 > _totalSteps)
            throw new TensorException($"Tried to step {LastEpoch + 2} times. The specified number of total steps is {_totalSteps}. Give totalSteps the number of batches of all epochs.");
        base.Step();
    }

    /// <inheritdoc/>
    protected override double GetLr(int group)
    {
        var others = Optimizer.Groups[group].Others;
        var phase = Array.FindIndex(_phaseEnds, end => LastEpoch <= end);
        if (phase < 0)
            phase = _phaseEnds.Length - 1;
        var start = phase == 0 ? 0 : _phaseEnds[phase - 1];
        var share = (LastEpoch - start) / (_phaseEnds[phase] - start);
        var isFall = phase == _phaseEnds.Length - 1;
        if (_cycleMomentum)
        {
            var (from, to) = phase switch { 0 => ("max_momentum", "base_momentum"), 1 => ("base_momentum", "max_momentum"), _ => ("max_momentum", "max_momentum") };
            Optimizer.Groups[group].CycledMomentum = Between(Option(from), Option(to), share);
        }

        return phase switch
        {
            0 => Between(Option("initial_lr"), Option("max_lr"), share),
            1 => Between(Option("max_lr"), Option(isFall ? "min_lr" : "initial_lr"), share),
            _ => Between(Option("initial_lr"), Option("min_lr"), share),
        };

        double Option(string name) => others.TryGetValue(name, out var value) && value is double number
            ? number
            : throw new StateDictException($"Group {group} of the optimizer has no '{name}', which this schedule had set. Load a state that was saved with this schedule.");
    }

    /// <inheritdoc/>
    protected override void Fields(StateFields fields)
    {
        fields.Field("total_steps", ref _totalSteps);
        fields.Field("_schedule_phases", SavePhases, LoadPhases);
        fields.Field("_anneal_func_type", ref _anneal);
        fields.Field("cycle_momentum", ref _cycleMomentum);
        base.Fields(fields);
    }

    private double Between(double start, double end, double share) => _anneal == "linear"
        ? ((end - start) * share) + start
        : end + ((start - end) / 2 * (Math.Cos(Math.PI * share) + 1));

    private List<object?> SavePhases()
    {
        (string, string, string, string)[] phases = _phaseEnds.Length == 3
            ? [("initial_lr", "max_lr", "max_momentum", "base_momentum"), ("max_lr", "initial_lr", "base_momentum", "max_momentum"), ("initial_lr", "min_lr", "max_momentum", "max_momentum")]
            : [("initial_lr", "max_lr", "max_momentum", "base_momentum"), ("max_lr", "min_lr", "base_momentum", "max_momentum")];
        return [.. phases.Zip(_phaseEnds, (phase, end) => (object?)new OrderedDictionary<object, object?>
        {
            ["end_step"] = end,
            ["start_lr"] = phase.Item1,
            ["end_lr"] = phase.Item2,
            ["start_momentum"] = phase.Item3,
            ["end_momentum"] = phase.Item4,
        })];
    }

    private void LoadPhases(object? saved)
    {
        if (saved is not IList { Count: 2 or 3 } phases || phases.Cast<object?>().Any(phase => phase is not IReadOnlyDictionary<object, object?>))
            throw StateFields.Unfit("_schedule_phases", saved, "a list of two or three phases");
        var ends = new double[phases.Count];
        for (var i = 0; i < ends.Length; i++)
        {
            var index = i;
            StateFields.Load(fields => fields.Field("end_step", ref ends[index]), (IReadOnlyDictionary<object, object?>)phases[i]!);
        }

        _phaseEnds = ends;
    }
}

/// <summary>How a schedule goes from one value to another.</summary>
public enum AnnealStrategy
{
    /// <summary>Along half a cosine: slowly at both ends.</summary>
    Cos,

    /// <summary>Along a line.</summary>
    Linear,
}
