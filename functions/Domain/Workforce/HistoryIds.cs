namespace Kinerja.Domain.Workforce;

/// <summary>Whose history it is: an id never changes.</summary>
public static class HistoryIds
{
    public static UnitId Id(this History<OrganisationUnit> unit) => unit.Entries[0].Value.Id;

    public static PostId Id(this History<Post> post) => post.Entries[0].Value.Id;
}
