using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Workforce;

namespace Kinerja.Domain.Tests.Evaluation;

public sealed class PersonFactsTests
{
    private static readonly Post Post = new(PostId.Parse("dokter").Value, "Dokter", "medical-staff", false);

    [Theory]
    [InlineData(ReleasedFacts.None, null, null)]
    [InlineData(ReleasedFacts.Unit, null, null)]
    [InlineData(ReleasedFacts.PostCategory, null, "medical-staff")]
    [InlineData(ReleasedFacts.EmploymentKind, EmploymentKind.Pns, null)]
    [InlineData(ReleasedFacts.EmploymentKind | ReleasedFacts.PostCategory, EmploymentKind.Pns, "medical-staff")]
    public void Only_what_the_policy_releases_is_frozen(
        ReleasedFacts released, EmploymentKind? kind, string? category) =>
        Assert.Equal(new PersonFacts(kind, category), PersonFacts.Of(Some.Employee(), Post, released));

    [Fact]
    public void Without_a_post_there_is_no_kind_of_work() =>
        Assert.Null(PersonFacts.Of(Some.Employee(), null, ReleasedFacts.PostCategory).PostCategory);
}
