namespace DslTensors.Tests.Modules;

public class LoadStateDictTests
{
    [Fact]
    public void ValuesAreCopiedIntoTheSameTensors()
    {
        var (source, target) = (new Branched(), new Branched());
        Fill(source, 1);
        var before = target.Parameters().ToList();
        var version = target.Scale.Version;

        target.LoadStateDict(source.StateDict());

        Assert.Equal(Values(source), Values(target));
        Assert.All(before.Zip(target.Parameters()), pair => Assert.Same(pair.First, pair.Second));
        Assert.True(target.Scale.Version > version);
        Assert.True(target.Scale.RequiresGrad);
    }

    [Fact]
    public void ElementTypesAreConverted()
    {
        var model = new Normalization(2);
        var state = new StateDict
        {
            ["weight"] = Of(1.5, -2.25),
            ["running_mean"] = Of(3L, 4L),
            ["num_batches_tracked"] = Scalar(7.9f),
        };

        model.LoadStateDict(state);

        Assert.Equal([1.5f, -2.25f], model.Weight.ToArray());
        Assert.Equal([3f, 4f], model.RunningMean.ToArray());
        Assert.Equal(7L, model.NumBatchesTracked.Item());
    }

    [Fact]
    public void TransposedSourcesAndTargetsAreCopiedByPosition()
    {
        var transposed = new Tensor<float>(Of(1f, 2, 3, 4, 5, 6).Storage, StridedLayout.Strided([2, 3], [1, 2]));
        var model = new Affine<float>(3, 2, bias: false);
        model.LoadStateDict(new StateDict { ["weight"] = transposed });
        Assert.Equal([1f, 3, 5, 2, 4, 6], model.Weight.ToArray());

        model.Weight = new Tensor<float>(Of(0f, 0, 0, 0, 0, 0).Storage, StridedLayout.Strided([2, 3], [1, 2]));
        model.LoadStateDict(new StateDict { ["weight"] = transposed });
        Assert.Equal([1f, 3, 5, 2, 4, 6], model.Weight.ToArray());
    }

    [Fact]
    public void ATransposedSourceOfAnotherTypeIsCopiedByPosition()
    {
        var transposed = new Tensor<double>(Of(1.0, 2, 3, 4, 5, 6).Storage, StridedLayout.Strided([2, 3], [1, 2]));
        var model = new Affine<float>(3, 2, bias: false);
        model.LoadStateDict(new StateDict { ["weight"] = transposed });
        Assert.Equal([1f, 3, 5, 2, 4, 6], model.Weight.ToArray());
    }

    [Fact]
    public void AModelCanLoadATransposedViewOfItsOwnMemory()
    {
        var model = new Affine<float>(2, 2, bias: false) { Weight = new Tensor<float>(Of(1f, 2, 3, 4).Storage, StridedLayout.Contiguous(2, 2)) };
        model.LoadStateDict(new StateDict { ["weight"] = new Tensor<float>(model.Weight.Storage, StridedLayout.Strided([2, 2], [1, 2])) });
        Assert.Equal([1f, 3, 2, 4], model.Weight.ToArray());
    }

    [Fact]
    public void EverythingThatIsWrongIsSaidAtOnceAndNothingChanges()
    {
        var model = new Branched();
        Fill(model, 5);
        var before = Values(model);
        var state = new Branched().StateDict();
        var broken = new StateDict { ["extra"] = Of(1f), ["x.y"] = Of(1f) };
        foreach (var (key, tensor) in state.Where(entry => entry.Key is not ("scale" or "fc1.bias")))
            broken[key] = key == "fc1.weight" ? Init.Zeros(3, 5) : key == "norm.weight" ? Init.Zeros() : tensor;

        var error = Assert.Throws<StateDictException>(() => model.LoadStateDict(broken));

        Assert.Equal(
            "Error(s) in loading state_dict for Branched:\n" +
            "\tMissing key(s) in state_dict: \"scale\", \"fc1.bias\". \n" +
            "\tUnexpected key(s) in state_dict: \"extra\", \"x.y\". \n" +
            "\tsize mismatch for fc1.weight: copying a param with shape [3, 5] from checkpoint, the shape in current model is [3, 4].\n" +
            "\tsize mismatch for norm.weight: copying a param with shape [] from checkpoint, the shape in current model is [3].\n" +
            "\tTo load only the keys that both have, use LoadStateDict(stateDict, strict: false).",
            error.Message);
        Assert.Equal(before, Values(model));
    }

    [Fact]
    public void WithoutStrictOnlyCommonKeysAreLoadedAndTheOthersReturned()
    {
        var model = new Affine<float>(1, 2);

        var (missing, unexpected) = model.LoadStateDict(new StateDict { ["bias"] = Of(1f, 2), ["other"] = Of(1f) }, strict: false);

        Assert.Equal(["weight"], missing);
        Assert.Equal(["other"], unexpected);
        Assert.Equal([1f, 2], model.Bias!.ToArray());
    }

    [Fact]
    public void WithoutStrictShapesMustStillAgree()
    {
        var model = new Affine<float>(1, 2);
        var state = new StateDict { ["weight"] = Init.Ones(2, 1), ["bias"] = Of(1f, 2, 3) };

        var error = Assert.Throws<StateDictException>(() => model.LoadStateDict(state, strict: false));

        Assert.Equal(
            "Error(s) in loading state_dict for Affine:\n\tsize mismatch for bias: copying a param with shape [3] from checkpoint, the shape in current model is [2].",
            error.Message);
        Assert.Equal([0f, 0], model.Weight.ToArray());
    }

    [Fact]
    public void ATensorWhoseElementsOverlapIsRefusedBeforeAnythingIsCopied()
    {
        var model = new Affine<float>(1, 2)
        {
            Bias = new Tensor<float>(Of(0f).Storage, StridedLayout.Strided([2], [0])),
        };

        var error = Assert.Throws<StateDictException>(() => model.LoadStateDict(new StateDict { ["weight"] = Init.Ones(2, 1), ["bias"] = Of(1f, 2) }));

        Assert.Contains("\"bias\"", error.Message);
        Assert.Equal([0f, 0], model.Weight.ToArray());
    }

    [Fact]
    public void TheStateSharesMemoryButNotHistory()
    {
        var model = new Affine<float>(1, 1, bias: false);
        var state = model.StateDict();

        Assert.False(state["weight"].RequiresGrad);
        model.Weight.AsView().Span[0] = 3;
        Assert.Equal([3f], ((Tensor<float>)state["weight"]).ToArray());
    }

    private static Tensor<T> Of<T>(params ReadOnlySpan<T> values)
        where T : unmanaged => TensorBuilder.Create(values);

    private static Tensor<float> Scalar(float value) => Init.Constant(value);

    private static void Fill(Module model, float start)
    {
        foreach (var tensor in model.Parameters().Concat(model.Buffers()).OfType<Tensor<float>>())
            tensor.AsView().Span.Fill(start++);
    }

    private static List<string> Values(Module model) => [.. model.StateDict().Select(entry => $"{entry.Key}: {Text(entry.Value)}")];

    private static string Text(Tensor tensor) => tensor switch
    {
        Tensor<float> real => string.Join(" ", real.ToArray()),
        Tensor<double> real => string.Join(" ", real.ToArray()),
        _ => string.Join(" ", ((Tensor<long>)tensor).ToArray()),
    };
}
