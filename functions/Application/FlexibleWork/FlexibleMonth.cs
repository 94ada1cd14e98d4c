using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.FlexibleWork;
using Kinerja.Domain.Policies;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Presence.CheckIns;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.FlexibleWork;

/// <summary>Plans and entitlements of some people in one month, to hold their check-ins against.</summary>
public sealed class FlexibleMonth
{
    private readonly AgencyId _agency;
    private readonly AgencyDirectory _register;
    private readonly PolicyTimeline<FlexibleWorkPolicy> _policies;
    private readonly MonthRules _rules;
    private readonly ILookup<EmployeeId, Entitlement> _granted;
    private readonly Dictionary<(EmployeeId, LocalDate), FlexibleDay> _planned;

    internal FlexibleMonth(
        AgencyId agency,
        AgencyDirectory register,
        PolicyTimeline<FlexibleWorkPolicy> policies,
        MonthRules rules,
        ILookup<EmployeeId, Entitlement> granted,
        Dictionary<(EmployeeId, LocalDate), FlexibleDay> planned)
    {
        _agency = agency;
        _register = register;
        _policies = policies;
        _rules = rules;
        _granted = granted;
        _planned = planned;
    }

    /// <summary>The starts of one's own that hold on the date, as rewards; none: the unit's hours.</summary>
    public IReadOnlyList<LocalTime> StartsOf(EmployeeId employee, LocalDate date) =>
        [.. Entitlement.On(_granted[employee], EntitlementKind.FlexibleStart, date).Select(e => e.Start)
            .OfType<LocalTime>().Distinct().Order()];

    /// <summary>By the date of the shift, for those with an uncovered check-in in a home or WFA area.</summary>
    public async Task<IReadOnlyDictionary<LocalDate, FlexibleFinding>> FindAsync(
        PersonTimeline person,
        IEnumerable<CheckIn> checkIns,
        ShiftSwaps swaps,
        CancellationToken cancel)
    {
        var findings = new Dictionary<LocalDate, FlexibleFinding>();
        foreach (var day in AttendanceRules.ByShift(person, checkIns, _rules with { Swaps = swaps }))
        {
            var flexible = day.Where(c => c.Mode == WorkMode.Flexible).ToList();
            if (flexible.Count == 0)
            {
                continue;
            }

            var employee = person.On(day.Key);
            var post = employee.PostId is { } id ? await _register.FindPostAsync(_agency, id, day.Key, cancel) : null;
            var unit = await _register.WithServiceAsync(_agency, person.UnitOn(day.Key), day.Key, cancel);
            var worked = new FlexibleCase(employee, unit, post, day.Key)
            {
                Policy = _policies.Find(day.Key)?.Value,
                Entitlements = [.. _granted[employee.Id]],
                IsWorkingDay = _rules.IsWorkingDay,
            };
            var places = flexible.Select(c => c.Verdict.FenceId).OfType<GeofenceId>();
            var reasons = FlexibleRules.Finding(worked, _planned.GetValueOrDefault((employee.Id, day.Key)), places);
            if (reasons.Count > 0)
            {
                findings[day.Key] = new FlexibleFinding([.. reasons.Select(JsonFormat.Name)]);
            }
        }

        return findings;
    }
}
