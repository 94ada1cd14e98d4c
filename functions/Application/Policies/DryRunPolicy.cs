using System.Text.Json;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Policies;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Policies;

/// <summary>
/// A policy that is not in force, and whose past month is looked at: named people, people of units, or everybody.
/// </summary>
public sealed record PolicyQuestion(
    JsonElement Policy, YearMonth Month, LocalDate From, IReadOnlyList<UnitId> Units,
    IReadOnlyList<EmployeeId> Employees);

/// <summary>
/// How many months were folded twice, those that differ, and the place at which the next page begins; null: no more.
/// </summary>
public sealed record PolicyDryRunPage(int People, IReadOnlyList<MonthChange> Changes, int? Next);

/// <summary>
/// A dry run of a policy: past months are folded under the policies in force and again with the candidate in their book
/// from its day on, as if it had been written. It reads what every fold reads, and stores nothing.
/// </summary>
public sealed class DryRunPolicy(
    ShippedPolicies shipped, AgencyDirectory register, IWorkforce workforce, FoldMonths fold, TimeProvider clock)
{
    public const int PeoplePerPage = 200;
    public const int MostNamed = 100;

    /// <param name="agency">Whose policy.</param>
    /// <param name="kind">One of those that a month is folded or deducted by.</param>
    /// <param name="asked">The candidate, and for whom.</param>
    /// <param name="place">Where the page begins: the place that people hash to; 0 at the start.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<Result<PolicyDryRunPage>> ExecuteAsync(
        AgencyId agency, PolicyKind kind, PolicyQuestion asked, int place, CancellationToken cancel)
    {
        if (await register.FindAgencyAsync(agency, cancel) is not { } known)
        {
            return NotFound.Agency(agency);
        }

        var now = new Rules(
            await register.RulesOfAsync(
                agency, cancel), await register.PoliciesOfAsync(agency, PolicyKinds.Deduction, cancel));
        if (!now.With(kind, asked, shipped).TryGet(out var then, out var refusal))
        {
            return refusal;
        }

        if (asked.Month.CompareTo(clock.Now().InZone(known.Zone).Date.ToYearMonth()) > 0)
        {
            return new Refusal(
                RefusalKind.Unprocessable, RefusalCodes.DayNotBegun, $"{asked.Month:uuuu-MM} has not begun there.");
        }

        if (place >= HashRange.Places)
        {
            return Refusal.UnknownCursor();
        }

        return asked.Employees.Count > 0
            ? await OfNamedAsync(agency, asked, now, then, cancel)
            : await OfPageAsync(agency, asked, place, now, then, cancel);
    }

    private async Task<Result<PolicyDryRunPage>> OfNamedAsync(
        AgencyId agency, PolicyQuestion asked, Rules now, Rules then, CancellationToken cancel)
    {
        var (people, changes) = (0, new List<MonthChange>());
        foreach (var (index, id) in asked.Employees.Index())
        {
            if (await register.FindEmployeeAsync(agency, id, cancel) is null)
            {
                return NotFound.Employee(id, $"/employees/{index}");
            }

            var employee = (await register.FindEmploymentAsync(agency, id, cancel))!;
            var at = HashRange.PlaceOf(id);
            var (looked, found) = await CompareAsync(
                agency, asked.Month, new(at, at + 1), [employee], now, then, cancel);
            people += looked;
            changes.AddRange(found);
        }

        return new PolicyDryRunPage(people, changes, null);
    }

    private async Task<Result<PolicyDryRunPage>> OfPageAsync(
        AgencyId agency, PolicyQuestion asked, int place, Rules now, Rules then, CancellationToken cancel)
    {
        foreach (var (index, unit) in asked.Units.Index())
        {
            if (await register.FindUnitAsync(agency, unit, cancel) is null)
            {
                return NotFound.Unit(unit) with { Faults = [new($"/units/{index}", "Not registered.")] };
            }
        }

        var days = asked.Month.ToDateInterval();
        var (people, next) = (new List<Employment>(), (int?)null);
        // People come in the order of their places, and those of one place stay together.
        await foreach (var employee in workforce.ListEmployeesAsync(agency, new(place, HashRange.Places), cancel))
        {
            var at = HashRange.PlaceOf(employee.Id);
            if (people.Count >= PeoplePerPage && at != HashRange.PlaceOf(people[^1].Id))
            {
                next = at;
                break;
            }

            if (employee.LastDayWithin(days.Start, days.End) is { } last
                && (asked.Units.Count == 0 || asked.Units.Contains(employee.On(last).UnitId)))
            {
                people.Add(employee);
            }
        }

        var (looked, changes) = await CompareAsync(
            agency, asked.Month, new(place, next ?? HashRange.Places), people, now, then, cancel);
        return new PolicyDryRunPage(looked, changes, next);
    }

    private async Task<(int People, List<MonthChange> Changes)> CompareAsync(
        AgencyId agency, YearMonth month, HashRange range, List<Employment> people, Rules now, Rules then,
        CancellationToken cancel)
    {
        var placed = new List<PersonTimeline>(people.Count);
        foreach (var person in people)
        {
            placed.Add(await register.TimelineOfAsync(agency, person, cancel));
        }

        var (first, at) = (month.OnDayOfMonth(1), clock.Now());
        var folded = await fold.FoldUnderAsync(
            agency, month, range, placed, zone => DayCloseRules.LastEnded(month, at, zone), [now.Months, then.Months],
            cancel);
        var (before, after) = (now.Schemes.Find(first)?.Value, then.Schemes.Find(first)?.Value);
        var changes = folded[0].Zip(folded[1]).Select(
            pair => MonthComparison.Of(pair.First, before, pair.Second, after));
        return (folded[0].Count, changes.OfType<MonthChange>().OrderBy(c => c.EmployeeId).ToList());
    }

    private sealed record Rules(MonthRules Months, PolicyTimeline<DeductionScheme> Schemes)
    {
        internal Result<Rules> With(PolicyKind kind, PolicyQuestion asked, ShippedPolicies shipped)
        {
            const string Name = "candidate";
            var read = kind.Name == PolicyKinds.WorkingTime.Name
                ? PolicyKinds.WorkingTime.Read(asked.Policy, asked.From, Name, shipped)
                    .Then<Rules>(
                        p => this with
                        {
                            Months = Months with { WorkingTime = Months.WorkingTime.With(asked.From, p) }
                        })
                : kind.Name == PolicyKinds.Deduction.Name
                    ? PolicyKinds.Deduction.Read(asked.Policy, asked.From, Name, shipped)
                        .Then<Rules>(p => this with { Schemes = Schemes.With(asked.From, p) })
                    : NoDryRun(kind);
            return read.TryGet(out var rules, out var refusal) ? rules : refusal.Under("/policy");
        }

        private static Refusal NoDryRun(PolicyKind kind) => new(
            RefusalKind.Unprocessable,
            RefusalCodes.PolicyNotTestable,
            $"A dry run is there for {PolicyKinds.WorkingTime.Name} and {PolicyKinds.Deduction.Name}, not for {kind.Name}.");
    }
}
