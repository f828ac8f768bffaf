using DslTensors.Analyzers.Tests.Verification;

namespace DslTensors.Analyzers.Tests.Shapes;

/// <summary>DSLT2001 through the control flow of a method: what is certain is reported, and nothing else.</summary>
public class ShapeFlowTests
{
    [Fact]
    public Task A_branch_makes_sizes_unknown_that_differ() => FlowTest.Statements("""
        var x = Tensor.Rand(2, 3);
        if (flag)
            x = Tensor.Rand(4, 3);
        Tensor.Mm(x, Tensor.Rand(3, 2));
        {|DSLT2001:Tensor.Mm(x, Tensor.Rand(2, 2))|};
        {|DSLT2005:x.Sum(2)|};
        x.Reshape(12);
        if (n > 3)
            x = Tensor.Rand(5);
        x.Sum(2);
        """);

    [Fact]
    public Task Inside_a_branch_the_new_shape_holds() => FlowTest.Statements("""
        var x = Tensor.Rand(2, 3);
        if (flag)
        {
            x = Tensor.Rand(4);
            {|DSLT2005:x.Sum(1)|};
        }
        else
        {
            x.Sum(1);
        }
        """);

    [Fact]
    public Task Conditional_expressions_join() => FlowTest.Statements("""
        var x = flag ? Tensor.Rand(2, 3) : Tensor.Rand(2, 4);
        x.Sum(1);
        {|DSLT2005:x.Sum(2)|};
        {|DSLT2001:Tensor.Mm(flag ? Tensor.Rand(2, 3) : Tensor.Rand(9, 3), Tensor.Rand(4, 4))|};
        Tensor<float>? maybe = flag ? Tensor.Rand(2) : null;
        maybe?.Sum(1);
        (maybe ?? Tensor.Rand(7)).Sum(1);
        var y = n switch { 0 => Tensor.Rand(2, 3), 1 => Tensor.Rand(2, 3), _ => Tensor.Rand(2, 3) };
        {|DSLT2005:y.Sum(2)|};
        """);

    [Fact]
    public Task Null_coalescing_assignment_joins() => FlowTest.Statements("""
        Tensor<float>? x = null;
        x ??= Tensor.Rand(2, 3);
        x.Sum(2);
        var y = Tensor.Rand(2, 3);
        y ??= Tensor.Rand(4);
        y.Sum(2);
        """);

    [Fact]
    public Task A_loop_forgets_what_it_changes() => FlowTest.Statements("""
        var x = Tensor.Rand(2, 3);
        var y = Tensor.Rand(2, 3);
        for (var i = 0; i < n; i++)
        {
            x.Sum(1);
            {|DSLT2005:y.Sum(2)|};
            x = x.Unsqueeze(0);
        }

        x.Sum(3);
        while (flag)
        {
            y = Tensor.Rand(7, 3);
            flag = n > 4;
        }

        y.Reshape(6);
        {|DSLT2005:y.Sum(2)|};
        foreach (var z in new[] { Tensor.Rand(2), Tensor.Rand(3) })
            {|DSLT2005:z.Sum(1)|};
        """);

    [Fact]
    public Task A_counter_is_unknown_in_its_loop() => FlowTest.Statements("""
        for (var i = 0; i < 3; i++)
            Tensor.Mm(Tensor.Rand(2, i + 2), Tensor.Rand(2, 2));
        for (var i = 0; i < 3; i++)
            {|DSLT2001:Tensor.Mm(Tensor.Rand(2, i), Tensor.Rand(2, 2))|};
        for (var i = 0; i < 3; i++)
        {
            if (i > 0)
                Tensor.Mm(Tensor.Rand(2, i), Tensor.Rand(2, 2));
        }

        var k = 2;
        k += 3;
        k++;
        Tensor.Mm(Tensor.Rand(2, k), Tensor.Rand(6, 2));
        {|DSLT2001:Tensor.Mm(Tensor.Rand(2, k), Tensor.Rand(5, 2))|};
        {|DSLT2001:Tensor.Mm(Tensor.Rand(2, 2 * k - 1), Tensor.Rand(k / 2, 2))|};
        """);

    [Fact]
    public Task Code_that_cannot_run_is_left_alone() => FlowTest.Statements("""
        var x = Tensor.Rand(2, 3);
        var y = Tensor.Rand(4, 3);
        if (x.Shape[1] == y.Shape[0])
            Tensor.Mm(x, y);
        if (x.Rank == 3 && flag)
            x.Sum(2);
        if (x.Count > 100)
            x.Reshape(200);
        else
            {|DSLT2004:x.Reshape(200)|};
        if (x.Shape[^1] != 3)
            throw new Exception();
        {|DSLT2001:Tensor.Mm(x, y)|};
        """);

    [Fact]
    public Task A_handler_sees_every_state_of_its_try() => FlowTest.Statements("""
        var x = Tensor.Rand(2, 3);
        var y = Tensor.Rand(2, 3);
        try
        {
            x = Tensor.Rand(2);
            Console.WriteLine();
            x = Tensor.Rand(2, 3);
            {|DSLT2005:y.Sum(2)|};
        }
        catch (InvalidOperationException)
        {
            x.Sum(1);
            {|DSLT2005:y.Sum(2)|};
        }
        finally
        {
            x.Sum(1);
            y = Tensor.Rand(2, 3, 4);
        }

        y.Sum(2);
        x.Sum(1);
        """);

    [Fact]
    public Task Failing_on_purpose_is_no_mistake() => FlowTest.Members("""
            static void Throws<T>(Action action) { }
            static void Run(Action action) { }

            void M()
            {
                try { Tensor.Rand(2).Sum(1); }
                catch (ShapeException) { {|DSLT2005:Tensor.Rand(2).Sum(1)|}; }
                try { Tensor.Rand(2).Sum(1); } catch (TensorException e) when (e.Message == "") { }
                Throws<ShapeException>(() => Tensor.Rand(2).Sum(1));
                Run(() => {|DSLT2005:Tensor.Rand(2).Sum(1)|});
            }
        """);

    [Fact]
    public Task Captured_variables_keep_their_value_only_if_they_never_change() => FlowTest.Statements("""
        var x = Tensor.Rand(2, 3);
        var y = Tensor.Rand(2, 3);
        var z = Tensor.Rand(2, 3);
        Action first = () => {|DSLT2005:x.Sum(2)|};
        Action second = () => y.Sum(2);
        Action third = () => z = Tensor.Rand(2, 3, 4);
        y = Tensor.Rand(2, 3, 4);
        third();
        z.Sum(2);
        {|DSLT2008:Local(y)|};

        void Local([Shape("a b")] Tensor<float> parameter)
        {
            {|DSLT2005:x.Sum(2)|};
            y.Sum(3);
            {|DSLT2005:parameter.Sum(2)|};
        }
        """);

    [Fact]
    public Task A_parameter_can_change_too() => FlowTest.Members("""
            void M([Shape("2 3")] Tensor<float> x)
            {
                x.Sum(2);
                Action change = () => x = Tensor.Rand(2, 3, 4);
            }

            void N([Shape("2 3")] Tensor<float> x)
            {
                {|DSLT2005:x.Sum(2)|};
                x = Tensor.Rand(2, 3, 4);
                x.Sum(2);
            }

            void P([Shape("2 3")] ref Tensor<float> x) => x.Sum(2);
        """);

    [Fact]
    public Task References_make_a_variable_unknown() => FlowTest.Members("""
            static void Change(ref Tensor<float> x) => x = Tensor.Rand(1);
            static void Create(out Tensor<float> x) => x = Tensor.Rand(1);

            void M()
            {
                var x = Tensor.Rand(2, 3);
                {|DSLT2005:x.Sum(2)|};
                Change(ref x);
                x.Sum(2);
                var y = Tensor.Rand(2, 3);
                {|DSLT2005:y.Sum(2)|};
                Create(out y);
                y.Sum(2);
                var z = Tensor.Rand(2, 3);
                ref var alias = ref z;
                alias = Tensor.Rand(2, 3, 4);
                z.Sum(2);
            }
        """);

    [Fact]
    public Task Deconstruction_and_tuples_move_shapes() => FlowTest.Statements("""
        var a = Tensor.Rand(2, 3);
        var b = Tensor.Rand(3);
        (a, b) = (b, a);
        {|DSLT2005:a.Sum(1)|};
        b.Sum(1);
        var (rows, columns) = b.Shape;
        {|DSLT2001:Tensor.Mm(b, Tensor.Rand(rows, columns))|};
        Tensor.Mm(b, Tensor.Rand(columns, rows));
        var shape = b.Shape;
        {|DSLT2005:Tensor.Rand(shape).Sum(2)|};
        var tuple = (a, b);
        tuple.a = b;
        tuple.a.Sum(1);
        var (p, q, r) = unknown.Shape;
        Tensor.Mm(Tensor.Rand(p, q), Tensor.Rand(q, r));
        """);

    [Fact]
    public Task Elements_of_arrays_are_not_followed() => FlowTest.Statements("""
        int[] size = [2, 3];
        size[0] = 5;
        Tensor.Mm(Tensor.Rand(size), Tensor.Rand(3, 3)).Reshape(15);
        Tensor<float>[] list = [Tensor.Rand(2), Tensor.Rand(3)];
        list[1] = list[0];
        Tensor.Stack<float>(list);
        """);

    [Fact]
    public Task A_tensor_that_gets_another_shape_is_forgotten() => FlowTest.Statements("""
        var x = Tensor.Rand(2, 1);
        var y = x;
        {|DSLT2005:y.Sum(2)|};
        x.Data = Tensor.Rand(2, 3, 4);
        y.Sum(2);
        var z = Tensor.Rand(2, 1);
        z.SqueezeInPlace();
        z.Sum(1);
        var result = Tensor.Rand(7);
        Tensor.Bmm(Tensor.Rand(1, 2, 3), Tensor.Rand(1, 3, 2), destination: result);
        result.Sum(2);
        """);

    [Fact]
    public Task Patterns_and_async_code_are_followed() => FlowTest.Members("""
            async Task<Tensor<float>> M(object value, bool flag)
            {
                var x = Tensor.Rand(2, 3);
                await Task.Yield();
                {|DSLT2005:x.Sum(2)|};
                if (value is Tensor<float> t)
                    t.Sum(2);
                if (x is Tensor<float> { Rank: 2 } u)
                    u.Sum(2);
                if (x is Tensor<float> v)
                    {|DSLT2005:v.Sum(2)|};
                using (var file = System.IO.File.OpenRead(""))
                {
                    x = await Task.FromResult(Tensor.Rand(4));
                }

                lock (value)
                {
                    {|DSLT2005:x.Sum(2)|};
                }

                return x;
            }
        """);

    [Fact]
    public Task Primary_constructor_parameters_are_fields() => FlowTest.File("""
        using DslTensors;

        class C(int size)
        {
            Tensor<float> _weight = Tensor.Mm(Tensor.Rand(size, size), Tensor.Rand(2, 3));

            void M()
            {
                size = 2;
                Change();
                Tensor.Mm(Tensor.Rand(size, size), Tensor.Rand(3, 3));
            }

            void Change() => size = 3;
        }
        """);

    [Fact]
    public Task Constructors_are_analysed_once() => FlowTest.File("""
        using DslTensors;

        class B(Tensor<float> x)
        {
            public Tensor<float> X => x;
        }

        class C : B
        {
            C()
                : base({|DSLT2005:Tensor.Rand(2).Sum(1)|})
            {
                {|DSLT2005:Tensor.Rand(3).Sum(1)|};
            }
        }
        """);

    [Fact]
    public Task Generated_code_is_not_analysed() => FlowTest.File("""
        // <auto-generated/>
        using DslTensors;

        class C
        {
            void M() => Tensor.Rand(2).Sum(1);
        }
        """);

    [Fact]
    public Task Another_library_s_Tensor_is_not_ours() => FlowTest.File("""
        namespace Other
        {
            class OperatorSignatureAttribute(string name, string signature) : System.Attribute;

            class Tensor
            {
                public static Tensor Rand(params int[] size) => new();

                [OperatorSignature("sum", "n -> reduce(n, dim)")]
                public Tensor Sum(int dim) => this;

                void M() => Rand(2).Sum(1);
            }
        }
        """);
}
