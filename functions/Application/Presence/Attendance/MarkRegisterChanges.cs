using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Calendars;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>
/// Marks the months that a change of the register touches, from its first day up to the current month; a change to come
/// marks nothing, and a month that was never folded needs no mark. A month that ended a week before that day or less is
/// marked too, since a shift or a week may reach over the border.
/// </summary>
public sealed class MarkRegisterChanges(IStaleMonths dirty, IDayCloses closes, TimeProvider clock) : IRegisterChanges
{
    /// <summary>Beyond this, everybody's months are marked by bucket instead of one by one.</summary>
    private const int MostMarks = 200;

    private const int DaysBeside = 7;

    /// <summary>Older months are settled accounts; they are folded when somebody asks for them.</summary>
    private const int MostMonths = 36;

    public async Task OfPeopleAsync(
        Agency agency, IReadOnlyCollection<(EmployeeId Person, LocalDate From)> people, CancellationToken cancel)
    {
        if (people.Count == 0)
        {
            return;
        }

        var folded = await FoldedAsync(agency, people.Min(p => p.From), cancel);
        var marks = people
            .SelectMany(p => MonthsFrom(agency, p.From).Intersect(folded).Select(m => (p.Person, Month: m)))
            .ToList();
        if (marks.Count > MostMarks)
        {
            await MarkAllAsync(agency, folded, cancel);
            return;
        }

        foreach (var (person, month) in marks)
        {
            await dirty.MarkAsync(agency.Id, person, month, cancel);
        }
    }

    public async Task OfEverybodyAsync(Agency agency, LocalDate from, CancellationToken cancel) =>
        await MarkAllAsync(agency, await FoldedAsync(agency, from, cancel), cancel);

    private async Task MarkAllAsync(Agency agency, List<YearMonth> months, CancellationToken cancel)
    {
        foreach (var month in months)
        {
            await dirty.MarkAllAsync(agency.Id, month, cancel);
        }
    }

    private async Task<List<YearMonth>> FoldedAsync(Agency agency, LocalDate from, CancellationToken cancel)
    {
        var folded = new List<YearMonth>();
        foreach (var month in MonthsFrom(agency, from))
        {
            if (await closes.FindBucketsAsync(agency.Id, month, cancel) > 0)
            {
                folded.Add(month);
            }
        }

        return folded;
    }

    private IReadOnlyList<YearMonth> MonthsFrom(Agency agency, LocalDate from)
    {
        var today = clock.Now().InZone(agency.Zone).Date;
        var first = LocalDate.Max(from, LocalDate.Max(agency.BeganOn, today.PlusMonths(-MostMonths)));
        return from > today ? [] : MonthSpan.Of(first.PlusDays(-DaysBeside), today);
    }
}
