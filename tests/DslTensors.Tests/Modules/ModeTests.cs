namespace DslTensors.Tests.Modules;

public class ModeTests
{
    [Fact]
    public void TrainAndEvalReachAllModulesAndReturnTheModelAsItself()
    {
        var model = new Classifier(2);
        Assert.All(model.Modules(), module => Assert.True(module.Training));

        Classifier same = model.Eval();

        Assert.Same(model, same);
        Assert.All(model.Modules(), module => Assert.False(module.Training));
        Assert.All(model.Train().Modules(), module => Assert.True(module.Training));
    }

    [Fact]
    public void InferenceRestoresTheModeOfEachModule()
    {
        var model = new Branched();
        model.Norm.Eval();

        using (model.Inference())
        {
            Assert.All(model.Modules(), module => Assert.False(module.Training));
            Assert.False(Autograd.IsGradEnabled);
        }

        Assert.True(Autograd.IsGradEnabled);
        Assert.True(model.Training);
        Assert.True(model.Fc1.Training);
        Assert.False(model.Norm.Training);
    }

    [Fact]
    public void NestedInferenceLeavesTheOuterOneInForce()
    {
        var model = new Branched();
        using (model.Inference())
        {
            using (model.Inference())
            {
            }

            Assert.False(model.Training);
            Assert.False(Autograd.IsGradEnabled);
        }

        Assert.True(model.Training);
    }

    [Fact]
    public void InferenceRestoresTheModeOfAModuleThatRefusesToChange()
    {
        var model = new AlwaysEvaluating();
        using (model.Inference())
            Assert.False(model.Training);
        Assert.True(model.Training);
    }

    [Fact]
    public void AModuleCanRefuseTrainingMode()
    {
        var model = new ModuleList<Module> { new AlwaysEvaluating(), new Identity() };

        model.Train();

        Assert.False(model[0].Training);
        Assert.True(model[1].Training);
    }

    [Fact]
    public void FreezingReachesAllParameters()
    {
        var model = new Classifier(2);
        model.First.RequiresGrad(false);
        Assert.Equal(["gain", "offset", "head.weight", "head.bias"], model.NamedParameters().Where(parameter => parameter.Value.RequiresGrad).Select(parameter => parameter.Name));
        Assert.All(model.RequiresGrad().Parameters(), parameter => Assert.True(parameter.RequiresGrad));
    }

    [Fact]
    public void ZeroGradSetsGradientsToNull()
    {
        var model = new Affine<float>(1, 2);
        model.Weight.Grad = Init.Ones(2, 1);

        model.ZeroGrad();

        Assert.Null(model.Weight.Grad);
    }

    [Fact]
    public void ApplyVisitsChildrenBeforeTheirParent()
    {
        var visited = new List<string>();
        new Branched().Apply(module => visited.Add(module.GetType().Name));
        Assert.Equal(["Affine`1", "Normalization", "Affine`1", "Branched"], visited);
    }

    private sealed class AlwaysEvaluating : Module
    {
        public override void SetTraining(bool mode) => base.SetTraining(false);
    }
}
