using System.Text.Json;
using Kinerja.Application.Calendars;
using Kinerja.Application.Policies;
using Kinerja.Domain;
using Kinerja.Domain.Files;
using NodaTime;

namespace Kinerja.Application.Files.Imports;

/// <summary>
/// Days off that an agency adds to those for all: a local public holiday, collective leave of its own. All rows of a
/// year make the next version of the agency's calendar of that year; days that no row names stay as they are.
/// </summary>
internal sealed class CalendarImport(IPolicies policies, PublishPolicy publish) : IImportKind
{
    /// <summary>Somebody else writes the same calendar now and then, and nobody does all the time.</summary>
    private const int MostTries = 5;

    public ImportKind Kind => ImportKind.Calendar;

    public IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("date", "Date", "Tanggal", "2026-08-10") { Form = CellForm.Day },
        new("kind", "Kind", "Jenis", "publicHoliday") { Form = CellForm.Name },
        new("name", "Name", "Nama", "Hari Jadi Daerah"),
        new("basis", "Basis", "Dasar", "Keputusan Kepala Daerah 12/2026") { MayBeLeftOut = true },
        new("cancelled", "Called off", "Dibatalkan", null) { Form = CellForm.Flag, MayBeLeftOut = true },
    ];

    public async Task<ImportPlan> PlanAsync(
        Actor actor, IReadOnlyList<ImportRow> rows, CancellationToken cancel)
    {
        var (lines, days) = (new ImportLine[rows.Count], new CalendarDay[rows.Count]);
        var (years, seen) = (new Dictionary<int, CalendarDraft>(), new HashSet<LocalDate>());
        for (var i = 0; i < rows.Count; i++)
        {
            var (row, day) = (rows[i], CalendarDay.Read(rows[i]));
            var faults = RowFaults.Of(row, day.Refusal);
            if (faults.Count == 0 && !seen.Add(day.Value.Date))
            {
                faults = [RowFaults.Twice];
            }

            if (faults.Count > 0)
            {
                lines[i] = new(row.Number, null, RowEffect.Faulty) { Faults = faults };
                continue;
            }

            days[i] = day.Value;
            if (!years.TryGetValue(days[i].Date.Year, out var draft))
            {
                years[days[i].Date.Year] = draft = await ReadAsync(actor.Agency, days[i].Date.Year, cancel);
            }

            lines[i] = draft.Take(row, days[i]);
        }

        return new(lines, (places, stop) => WriteAsync(actor, [.. places.Select(at => days[at])], stop));
    }

    private async Task<IReadOnlyList<Refusal?>> WriteAsync(
        Actor actor, IReadOnlyList<CalendarDay> days, CancellationToken cancel)
    {
        var refusals = new Dictionary<int, Refusal?>();
        foreach (var year in days.GroupBy(day => day.Date.Year))
        {
            refusals[year.Key] = await WriteAsync(actor, year.Key, [.. year], cancel);
        }

        return [.. days.Select(day => refusals[day.Date.Year])];
    }

    private async Task<Refusal?> WriteAsync(
        Actor actor, int year, IReadOnlyList<CalendarDay> days, CancellationToken cancel)
    {
        Refusal? refusal = null;
        for (var tries = 0; tries < MostTries; tries++)
        {
            var draft = await ReadAsync(actor.Agency, year, cancel);
            foreach (var day in days)
            {
                draft.Take(day);
            }

            var body = JsonSerializer.SerializeToElement(draft.Body, JsonFormat.Default.CalendarRequest);
            refusal = (await publish.ExecuteAsync(
                actor, PolicyKinds.Calendar, new LocalDate(year, 1, 1), draft.Unchanged, body, cancel)).Refusal;
            if (refusal?.Kind != RefusalKind.Stale)
            {
                break;
            }
        }

        return refusal;
    }

    private async Task<CalendarDraft> ReadAsync(AgencyId agency, int year, CancellationToken cancel) => new(
        await policies.ListAsync(agency, PolicyKinds.Calendar.Name, new LocalDate(year, 1, 1), cancel)
            .LastOrDefaultAsync(cancel));
}
