using NodaTime;

namespace Kinerja.Domain.Workforce;

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
    bool DirectService);
