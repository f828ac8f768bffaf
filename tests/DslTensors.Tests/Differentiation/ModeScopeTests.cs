namespace DslTensors.Tests.Differentiation;

/// <summary>Scopes of modes are local to an async flow, and leave the rest of it alone.</summary>
public class ModeScopeTests
{
    private static readonly AsyncLocal<int> s_other = new();

    [Fact]
    public void A_scope_opened_again_and_again_ends_each_time()
    {
        for (var i = 0; i < 5; i++)
        {
            using (Autograd.NoGrad())
                Assert.False(Autograd.IsGradEnabled);
            Assert.True(Autograd.IsGradEnabled);
            using (Autograd.InferenceMode())
                Assert.True(Autograd.IsInferenceMode);
            Assert.False(Autograd.IsInferenceMode);
        }
    }

    [Fact]
    public void What_else_the_flow_holds_outlives_the_scope()
    {
        for (var i = 1; i <= 3; i++)
        {
            using (Autograd.NoGrad())
                s_other.Value = i;
            Assert.Equal(i, s_other.Value);
            Assert.True(Autograd.IsGradEnabled);
        }
    }

    [Fact]
    public async Task A_scope_goes_with_its_flow()
    {
        for (var i = 0; i < 3; i++)
        {
            using (Autograd.NoGrad())
            {
                await Task.Yield();
                Assert.False(Autograd.IsGradEnabled);
                Assert.False(await Task.Run(() => Autograd.IsGradEnabled));
            }

            Assert.True(Autograd.IsGradEnabled);
        }
    }
}
