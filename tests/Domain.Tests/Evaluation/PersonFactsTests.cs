using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Workforce;

namespace Kinerja.Domain.Tests.Evaluation;

public sealed class PersonFactsTests
{
    private static readonly Post Post = new(PostId.Parse("dokter").Value, "Dokter", "medical-staff", false)
    {
        Class = 9,
    };

    [Theory]
    [InlineData(ReleasedFacts.None, null, null, null)]
    [InlineData(ReleasedFacts.Unit, null, null, null)]
    [InlineData(ReleasedFacts.PostCategory, null, "medical-staff", null)]
    [InlineData(ReleasedFacts.PostClass, null, null, 9)]
    [InlineData(ReleasedFacts.EmploymentKind, EmploymentKind.Pns, null, null)]
    [InlineData(ReleasedFacts.EmploymentKind | ReleasedFacts.PostCategory, EmploymentKind.Pns, "medical-staff", null)]
    public void Only_what_the_policy_releases_is_frozen(
        ReleasedFacts released, EmploymentKind? kind, string? category, int? postClass) =>
        Assert.Equal(new PersonFacts(kind, category, postClass), PersonFacts.Of(Some.Employee(), Post, released));

    [Fact]
    public void Without_a_post_there_is_no_kind_of_work_and_no_class() =>
        Assert.Equal(default, PersonFacts.Of(Some.Employee(), null, PersonFacts.OfPosts));
}
