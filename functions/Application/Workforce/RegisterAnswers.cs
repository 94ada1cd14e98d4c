using Kinerja.Domain;
using Kinerja.Domain.Workforce;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Workforce;

/// <summary>Units as they are on a day.</summary>
public sealed record UnitListResponse(LocalDate On, IReadOnlyList<UnitResponse> Units)
{
    public static UnitListResponse Of(LocalDate on, IReadOnlyList<OrganisationUnit> units) =>
        new(on, [.. units.Select(one => new UnitResponse(one))]);
}

public readonly struct UnitResponse(OrganisationUnit unit)
{
    public UnitId Id => unit.Id;
    public string Name => unit.Name;
    public UnitId? ParentId => unit.ParentId;
    public string Zone => unit.Zone.Id;
    public EmployeeId? HeadId => unit.HeadId;
    public HeadStanding? HeadAs => unit.HeadId is null ? null : unit.HeadAs;
    public bool DirectService => unit.DirectService;
    public bool Active => unit.Active;
}

/// <summary>Posts as they are on a day.</summary>
public sealed record PostListResponse(LocalDate On, IReadOnlyList<Post> Posts)
{
    public static PostListResponse Of(LocalDate on, IReadOnlyList<Post> posts) =>
        new(on, posts);
}

/// <summary>People as they are on a day.</summary>
public sealed record EmployeeListResponse(LocalDate On, IReadOnlyList<EmployeeResponse> Employees)
{
    public static EmployeeListResponse Of(LocalDate on, IReadOnlyList<Employee> people) =>
        new(on, [.. people.Select(one => new EmployeeResponse(one))]);
}

/// <summary>A person without the NIP, which is never answered.</summary>
public readonly struct EmployeeResponse(Employee person)
{
    public EmployeeId Id => person.Id;
    public UnitId UnitId => person.UnitId;
    public EmploymentKind Kind => person.Kind;
    public EmployeeId? RaterId => person.RaterId;
    public bool Active => person.Active;
    public PostId? PostId => person.PostId;
    public LocalDate? StartedOn => person.StartedOn;
    public DisciplineStatus Discipline => person.Discipline;
}

/// <summary>A person through time without the NIP.</summary>
public readonly struct EmploymentResponse(Employment person)
{
    public EmployeeId Id => person.Id;
    public LocalDate? StartedOn => person.StartedOn;
    public LocalDate? EndedOn => person.EndedOn;
    public IReadOnlyList<EmploymentEntryResponse> Assignments =>
        [.. person.Assignments.Entries.Select(entry => new EmploymentEntryResponse(entry))];
    public IReadOnlyList<DaysAway> Away => person.Away;

    public static EmploymentResponse Of(Employment person) => new(person);
}

/// <summary>What held from a day on until the next one's; no day: ever since.</summary>
public readonly struct EmploymentEntryResponse(Dated<Employee> entry)
{
    public LocalDate? From => entry.From == History<Employee>.Beginning ? null : entry.From;
    public UnitId UnitId => entry.Value.UnitId;
    public EmploymentKind Kind => entry.Value.Kind;
    public EmployeeId? RaterId => entry.Value.RaterId;
    public bool Active => entry.Value.Active;
    public PostId? PostId => entry.Value.PostId;
    public DisciplineStatus Discipline => entry.Value.Discipline;
}
