namespace Kinerja.Domain.Tests;

public sealed class ResultTests
{
    private static readonly Refusal No = Refusal.Malformed("/x", "No.");

    [Fact]
    public void A_value_comes_out_as_it_went_in()
    {
        Result<string> result = "yes";
        Assert.True(result.TryGet(out var value, out var refusal));
        Assert.Equal("yes", value);
        Assert.Null(refusal);
        Assert.Equal("yes", result.Value);
    }

    [Fact]
    public void A_refusal_comes_out_and_its_value_throws()
    {
        Result<string> result = No;
        Assert.False(result.TryGet(out _, out var refusal));
        Assert.Same(No, refusal);
        Assert.Throws<InvalidOperationException>(() => result.Value);
    }

    [Fact]
    public void The_value_of_a_default_result_throws() =>
        Assert.Throws<InvalidOperationException>(() => default(Result<string>).Value);

    [Fact]
    public void The_value_of_a_default_result_of_a_struct_throws() =>
        Assert.Throws<InvalidOperationException>(() => default(Result<Quarter>).Value);

    [Fact]
    public void A_default_result_cannot_be_opened_as_a_success() =>
        Assert.Throws<InvalidOperationException>(() => default(Result<Quarter>).TryGet(out _, out _));

    [Fact]
    public void A_malformed_field_names_its_place()
    {
        Assert.Equal(RefusalKind.Malformed, No.Kind);
        Assert.Equal(RefusalCodes.InvalidField, No.Code);
        Assert.Equal(new FieldFault("/x", "No."), Assert.Single(No.Faults));
    }
}
