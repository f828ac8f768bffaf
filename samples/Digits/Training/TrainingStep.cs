namespace Digits.Training;

/// <summary>Where the training stands after one batch; epochs and batches are counted from 1.</summary>
/// <param name="Loss">The loss of this batch.</param>
/// <param name="EpochLoss">The mean loss of the epoch so far.</param>
/// <param name="EpochAccuracy">The share of the epoch's digits so far that were read rightly, before the model learned from them.</param>
readonly record struct TrainingStep(int Epoch, int Epochs, int Batch, int Batches, double Loss, double EpochLoss, double EpochAccuracy)
{
    public int StepsDone => (Epoch - 1) * Batches + Batch;

    public int StepsLeft => Epochs * Batches - StepsDone;

    public bool EndsEpoch => Batch == Batches;
}
