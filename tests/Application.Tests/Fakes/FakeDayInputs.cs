using System.Collections.Concurrent;
using System.Globalization;
using Kinerja.Application.Events;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;
using NodaTime;

namespace Kinerja.Application.Tests.Fakes;

/// <summary>
/// A row per month that the leave touches, as the table has them. Imports write from several threads.
/// </summary>
internal sealed class FakeLeaves : ILeaves
{
    internal ConcurrentDictionary<(AgencyId, YearMonth, EmployeeId, LocalDate, string), LeaveEntry> Rows { get; } = [];

    public Task PutAsync(
        AgencyId agency, LeaveEntry entry, IReadOnlyCollection<YearMonth> noLonger, CancellationToken cancel)
    {
        foreach (var month in entry.Months())
        {
            Rows[Key(agency, month, entry)] = entry;
        }

        foreach (var month in noLonger)
        {
            Rows.TryRemove(Key(agency, month, entry), out _);
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<LeaveEntry>> ListAsync(
        AgencyId agency, YearMonth month, EmployeeId employee, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<LeaveEntry>>([.. Of(agency, month).Where(e => e.Leave.EmployeeId == employee)]);

    public IAsyncEnumerable<LeaveEntry> ListAsync(
        AgencyId agency, YearMonth month, HashRange range, CancellationToken cancel) =>
        Of(agency, month).Where(e => range.Contains(e.Leave.EmployeeId)).ToList().ToAsyncEnumerable();

    private IEnumerable<LeaveEntry> Of(AgencyId agency, YearMonth month) =>
        Rows.Where(r => (r.Key.Item1, r.Key.Item2) == (agency, month)).Select(r => r.Value)
            .OrderBy(e => e.Leave.EmployeeId).ThenBy(e => e.Leave.From).ThenBy(
                e => e.Leave.Reference, StringComparer.Ordinal);

    private static (AgencyId, YearMonth, EmployeeId, LocalDate, string) Key(
        AgencyId agency, YearMonth month, LeaveEntry entry) =>
        (agency, month, entry.Leave.EmployeeId, entry.Leave.From, entry.Leave.Reference);
}

internal sealed class FakeCorrections(FakeOutbox outbox) : ICorrections
{
    private int _writes;

    internal Dictionary<(AgencyId, EmployeeId, YearMonth, ClientId), Tagged<CorrectionRecord>> Rows { get; } = [];

    public Task<Tagged<CorrectionRecord>?> FindAsync(
        AgencyId agency, EmployeeId employee, YearMonth month, ClientId id, CancellationToken cancel) =>
        Task.FromResult(Rows.GetValueOrDefault((agency, employee, month, id)));

    public Task<CorrectionRecord?> AddOrFindAsync(
        CorrectionRecord record, IReadOnlyCollection<OutgoingEvent> news, CancellationToken cancel)
    {
        if (!Rows.TryAdd(Key(record), Tag(record)))
        {
            return Task.FromResult<CorrectionRecord?>(Rows[Key(record)].Value);
        }

        outbox.AddAll(news);
        return Task.FromResult<CorrectionRecord?>(null);
    }

    public Task<bool> ReplaceAsync(
        CorrectionRecord record, string tag, IReadOnlyCollection<OutgoingEvent> news, CancellationToken cancel)
    {
        var current = Rows.GetValueOrDefault(Key(record))?.Tag == tag;
        if (current)
        {
            Rows[Key(record)] = Tag(record);
            outbox.AddAll(news);
        }

        return Task.FromResult(current);
    }

    public Task<IReadOnlyList<CorrectionRecord>> ListAsync(
        AgencyId agency, YearMonth month, EmployeeId employee, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<CorrectionRecord>>(
            [.. Of(agency).Where(c => c.Date.ToYearMonth() == month && c.EmployeeId == employee).Select(Record)]);

    public IAsyncEnumerable<CorrectionRecord> ListAsync(
        AgencyId agency, YearMonth month, HashRange range, CancellationToken cancel) =>
        Of(agency).Where(c => c.Date.ToYearMonth() == month && range.Contains(c.EmployeeId)).Select(Record).ToList()
            .ToAsyncEnumerable();

    public IAsyncEnumerable<CorrectionRecord> ListOpenAsync(AgencyId agency, CancellationToken cancel) =>
        Of(agency).Where(c => c.State == CorrectionState.Requested).Select(Record).ToList().ToAsyncEnumerable();

    private IEnumerable<Correction> Of(AgencyId agency) =>
        Rows.Where(r => r.Key.Item1 == agency).Select(r => r.Value.Value.Correction).OrderBy(c => c.EmployeeId)
            .ThenBy(c => c.Id);

    private CorrectionRecord Record(Correction correction) =>
        Rows[(correction.AgencyId, correction.EmployeeId, correction.Date.ToYearMonth(), correction.Id)].Value;

    private Tagged<CorrectionRecord> Tag(CorrectionRecord record) =>
        new(record, (++_writes).ToString(CultureInfo.InvariantCulture));

    private static (AgencyId, EmployeeId, YearMonth, ClientId) Key(CorrectionRecord record) =>
        (
            record.Correction.AgencyId,
            record.Correction.EmployeeId,
            record.Correction.Date.ToYearMonth(),
            record.Correction.Id);
}

internal sealed class FakeOutages : IOutages
{
    internal Dictionary<(AgencyId, ClientId, int Version), OutageNotice> Versions { get; } = [];

    public Task<OutageNotice?> FindAsync(AgencyId agency, ClientId id, CancellationToken cancel) =>
        Task.FromResult(Current(agency).FirstOrDefault(o => o.Window.Id == id));

    public IAsyncEnumerable<OutageNotice> ListAsync(AgencyId agency, CancellationToken cancel) =>
        Current(agency).ToList().ToAsyncEnumerable();

    public Task<bool> AddVersionAsync(OutageNotice notice, CancellationToken cancel) =>
        Task.FromResult(Versions.TryAdd((notice.AgencyId, notice.Window.Id, notice.Version), notice));

    private IEnumerable<OutageNotice> Current(AgencyId agency) => Versions.Values.Where(o => o.AgencyId == agency)
        .GroupBy(o => o.Window.Id).OrderBy(g => g.Key).Select(versions => versions.MaxBy(o => o.Version)!);
}
