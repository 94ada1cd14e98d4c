using Kinerja.Domain.FollowUp;
using Kinerja.Domain.Workforce;

namespace Kinerja.Domain.Tests.FollowUp;

public sealed class GrantDecidersTests
{
    private static readonly EmployeeId Candidate = EmployeeId.Parse("calon").Value;

    private static readonly PostId Post = PostId.Parse("kepala-bkd").Value;

    /// <summary>Named by person, by post, a superior, in service, and whether that may decide.</summary>
    [Theory]
    [InlineData(false, false, false, false, false)]
    [InlineData(false, false, true, false, true)]
    [InlineData(true, false, false, true, false)]
    [InlineData(true, false, true, true, false)]
    [InlineData(true, true, false, true, true)]
    [InlineData(true, true, false, false, true)]
    public void The_named_official_decides_and_without_a_name_a_superior(
        bool named, bool isNamed, bool isSuperior, bool byPost, bool may)
    {
        var official = Official();
        var id = isNamed ? official.Id : EmployeeId.Parse("lain").Value;
        var post = isNamed ? Post : PostId.Parse("lain").Value;
        var deciders = named
            ? new GrantDeciders(byPost ? Set<EmployeeId>() : Set(id), byPost ? Set(post) : Set<PostId>())
            : GrantDeciders.Superiors;

        var fault = deciders.FaultOf(official, Candidate, isSuperior);

        Assert.Equal(may ? null : RefusalCodes.NotTheAuthority, fault?.Code);
        Assert.NotNull(deciders.FaultOf(official with { Active = false }, Candidate, isSuperior));
    }

    [Fact]
    public void Nobody_decides_on_a_grant_of_ones_own_not_even_the_named_official()
    {
        var official = Official();
        var deciders = new GrantDeciders(Set(official.Id), Set(Post));
        Assert.Equal(RefusalCodes.OwnCase, deciders.FaultOf(official, official.Id, isSuperior: true)!.Code);
    }

    private static Employee Official() =>
        new(EmployeeId.Parse("pejabat").Value, UnitId.Parse("bkd").Value, EmploymentKind.Pns, null, true)
        {
            PostId = Post,
        };

    private static HashSet<T> Set<T>(params T[] items) => [.. items];
}
