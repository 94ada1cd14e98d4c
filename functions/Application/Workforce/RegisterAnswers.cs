using Kinerja.Domain.Workforce;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Workforce;

/// <summary>Units as they are on a day.</summary>
public sealed record UnitListResponse(string On, IReadOnlyList<UnitResponse> Units)
{
    public static UnitListResponse Of(LocalDate on, IReadOnlyList<OrganisationUnit> units) =>
        new(LocalDatePattern.Iso.Format(on), [.. units.Select(UnitResponse.Of)]);
}

public sealed record UnitResponse(
    string Id, string Name, string? ParentId, string Zone, string? HeadId, string? HeadAs, bool DirectService)
{
    public static UnitResponse Of(OrganisationUnit unit) => new(
        unit.Id.ToString(),
        unit.Name,
        unit.ParentId?.ToString(),
        unit.Zone.Id,
        unit.HeadId?.ToString(),
        unit.HeadId is null ? null : JsonFormat.Name(unit.HeadAs),
        unit.DirectService);
}

/// <summary>Posts as they are on a day.</summary>
public sealed record PostListResponse(string On, IReadOnlyList<PostResponse> Posts)
{
    public static PostListResponse Of(LocalDate on, IReadOnlyList<Post> posts) =>
        new(LocalDatePattern.Iso.Format(on), [.. posts.Select(PostResponse.Of)]);
}

public sealed record PostResponse(string Id, string Name, string? Category, bool FlexibleWork)
{
    public static PostResponse Of(Post post) =>
        new(post.Id.ToString(), post.Name, post.Category, post.FlexibleWork);
}

/// <summary>People as they are on a day.</summary>
public sealed record EmployeeListResponse(string On, IReadOnlyList<EmployeeResponse> Employees)
{
    public static EmployeeListResponse Of(LocalDate on, IReadOnlyList<Employee> people) =>
        new(LocalDatePattern.Iso.Format(on), [.. people.Select(EmployeeResponse.Of)]);
}

/// <summary>A person without the NIP, which is never answered.</summary>
public sealed record EmployeeResponse(
    string Id,
    string UnitId,
    string Kind,
    string? RaterId,
    bool Active,
    string? PostId,
    string? StartedOn,
    string Discipline)
{
    public static EmployeeResponse Of(Employee person) => new(
        person.Id.ToString(),
        person.UnitId.ToString(),
        JsonFormat.Name(person.Kind),
        person.RaterId?.ToString(),
        person.Active,
        person.PostId?.ToString(),
        person.StartedOn is { } started ? LocalDatePattern.Iso.Format(started) : null,
        JsonFormat.Name(person.Discipline));
}
