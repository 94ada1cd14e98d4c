using NodaTime;

namespace Kinerja.Domain.Workforce;

/// <summary>How somebody heads a unit: by appointment, or for a while in another's place.</summary>
public enum HeadStanding
{
    Appointed,

    /// <summary>Acts until somebody is appointed (pelaksana tugas, Plt).</summary>
    Acting,

    /// <summary>Acts for days on which the head is away (pelaksana harian, Plh).</summary>
    DailyActing,
}

/// <summary>
/// A unit (unit kerja). Its zone is where its people work when no fence says otherwise. The head's result rating is the
/// unit's own performance. Units in direct public service work from the office.
/// </summary>
public sealed record OrganisationUnit(
    UnitId Id,
    string Name,
    UnitId? ParentId,
    DateTimeZone Zone,
    EmployeeId? HeadId,
    bool DirectService)
{
    /// <summary>As what the head heads it; says nothing where there is none.</summary>
    public HeadStanding HeadAs { get; init; }

    /// <summary>False from the day on which the unit is no more (dilebur, dihapus); nobody is of it then.</summary>
    public bool Active { get; init; } = true;
}
