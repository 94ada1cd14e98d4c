using Kinerja.Application.Events;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;
using NodaTime;

namespace Kinerja.Application.Presence.Attendance;

public interface IAttendanceMonths
{
    /// <summary>
    /// Writes folded months over what was read before the fold; a month without a tag was not there. Throws when
    /// somebody else wrote one of them meanwhile: he may know more, so the fold is to be done again.
    /// </summary>
    Task PutAsync(
        MonthBucket bucket, IReadOnlyCollection<(AttendanceMonth Month, string? Tag)> months, CancellationToken cancel);

    Task<AttendanceMonth?> FindAsync(AgencyId agency, EmployeeId employee, YearMonth month, CancellationToken cancel);

    IAsyncEnumerable<Tagged<AttendanceMonth>> ListAsync(MonthBucket bucket, CancellationToken cancel);
}

public interface ILeaves
{
    /// <summary>
    /// Writes the entry into every month that it touches and takes it out of those that it no longer touches. The month
    /// of its first day comes last: where the entry stands there, it stands everywhere.
    /// </summary>
    Task PutAsync(AgencyId agency, LeaveEntry entry, IReadOnlyCollection<YearMonth> noLonger, CancellationToken cancel);

    Task<IReadOnlyList<LeaveEntry>> ListAsync(
        AgencyId agency, YearMonth month, EmployeeId employee, CancellationToken cancel);

    IAsyncEnumerable<LeaveEntry> ListAsync(AgencyId agency, YearMonth month, HashRange range, CancellationToken cancel);
}

public interface ICorrections
{
    Task<Tagged<CorrectionRecord>?> FindAsync(
        AgencyId agency, EmployeeId employee, YearMonth month, ClientId id, CancellationToken cancel);

    /// <summary>
    /// Stores a correction once, with what is to be told of it. When its id is taken in that person's month, the stored
    /// one comes back instead of null, and nothing is told.
    /// </summary>
    Task<CorrectionRecord?> AddOrFindAsync(
        CorrectionRecord record, IReadOnlyCollection<OutgoingEvent> news, CancellationToken cancel);

    /// <summary>With what is to be told of it; false when somebody else decided meanwhile.</summary>
    Task<bool> ReplaceAsync(
        CorrectionRecord record, string tag, IReadOnlyCollection<OutgoingEvent> news, CancellationToken cancel);

    Task<IReadOnlyList<CorrectionRecord>> ListAsync(
        AgencyId agency, YearMonth month, EmployeeId employee, CancellationToken cancel);

    IAsyncEnumerable<CorrectionRecord> ListAsync(
        AgencyId agency, YearMonth month, HashRange range, CancellationToken cancel);

    /// <summary>What waits for a decision in the whole agency.</summary>
    IAsyncEnumerable<CorrectionRecord> ListOpenAsync(AgencyId agency, CancellationToken cancel);
}

public interface IOutages
{
    Task<OutageNotice?> FindAsync(AgencyId agency, ClientId id, CancellationToken cancel);

    /// <summary>The current version of every window, the withdrawn ones too.</summary>
    IAsyncEnumerable<OutageNotice> ListAsync(AgencyId agency, CancellationToken cancel);

    /// <summary>Writes a new version and makes it current; false when somebody else took that version.</summary>
    Task<bool> AddVersionAsync(OutageNotice notice, CancellationToken cancel);
}
