using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.FlexibleWork;
using Kinerja.Domain.Workforce;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.FlexibleWork;

/// <summary>
/// Plans days elsewhere and takes them back. A place that is free when it is looked at may be taken when it is written:
/// then everything is looked at again, so that no quota and no share is ever overdrawn.
/// </summary>
public sealed class PlanFlexibleDays(
    FlexibleFacts facts, IFlexibleDays days, AgencyDirectory register, TimeProvider clock)
{
    /// <summary>Of those who want one date of one unit at once, each round lets at least one through.</summary>
    private const int MostAttempts = 50;

    private const int MostListedDays = 93;

    public async Task<Result<FlexibleDay>> PutAsync(
        Actor actor,
        EmployeeId employee,
        LocalDate date,
        GeofenceId place,
        CancellationToken cancel)
    {
        var agency = actor.Agency;
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            var read = await facts.ReadAsync(agency, employee, date, cancel);
            if (!read.TryGet(out var found, out var refusal))
            {
                return refusal;
            }

            if (await WhyNotAsync(agency, found, place, cancel) is { } no)
            {
                return no;
            }

            if (found.Plan.Day is { } known && known.Place == place)
            {
                return known;
            }

            var planned = found.Plan.Day ?? new FlexibleDay(
                employee, found.Case.Unit.Id, date, place, clock.Now(), found.Case.Policy!.Version);
            var day = planned with { Place = place, Actor = actor };
            if (await days.PutAsync(agency, day, found.Plan, cancel))
            {
                return day;
            }
        }

        return Contested();
    }

    /// <summary>The day as it was planned; a day that has begun stays in the record.</summary>
    public async Task<Result<FlexibleDay>> RemoveAsync(
        AgencyId agency, EmployeeId employee, LocalDate date, CancellationToken cancel)
    {
        var person = await register.FindEmployeeAsync(agency, employee, date, cancel);
        if (person is null)
        {
            return NotFound.Employee(employee);
        }

        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            var seen = await days.FindAsync(agency, employee, person.UnitId, date, cancel);
            if (seen.Day is not { } day)
            {
                return NotFound.FlexibleDay(date);
            }

            if (await register.FindUnitAsync(agency, person.UnitId, cancel) is { } unit && date <= Today(unit))
            {
                return Past(date);
            }

            // Somebody who changed units meanwhile gives the place back to the unit that it was taken from.
            seen = day.UnitId == person.UnitId
                ? seen
                : await days.FindAsync(agency, employee, day.UnitId, date, cancel);
            if (await days.RemoveAsync(agency, day, seen, cancel))
            {
                return day;
            }
        }

        return Contested();
    }

    public async Task<Result<IReadOnlyList<FlexibleDay>>> ListAsync(
        AgencyId agency,
        UnitId unit,
        LocalDate from,
        LocalDate to,
        CancellationToken cancel)
    {
        if (to <= from || Period.DaysBetween(from, to) > MostListedDays)
        {
            return Refusal.Malformed("/to", $"A day after from is expected, at most {MostListedDays} days later.");
        }

        return await register.FindUnitAsync(agency, unit, cancel) is null
            ? NotFound.Unit(unit)
            : await days.ListUnitAsync(agency, unit, from, to, cancel).ToListAsync(cancel);
    }

    private async Task<Refusal?> WhyNotAsync(
        AgencyId agency, ReadCase found, GeofenceId place, CancellationToken cancel)
    {
        var asked = found.Case;
        if (asked.Date < Today(asked.Unit))
        {
            return Past(asked.Date);
        }

        var fence = (await register.MapOfAsync(agency, cancel)).Find(place);
        if (fence is null || !FlexibleDay.IsPlace(fence.Kind) || !fence.Scope.Covers(asked.Employee)
            || asked.Date < fence.ValidFrom || asked.Date >= fence.ValidTo)
        {
            return new Refusal(
                RefusalKind.Unprocessable,
                RefusalCodes.PlaceNotFlexible,
                "A home or WFA area that the agency set for this person, in force on that date, is expected.")
            { Faults = [new("/geofenceId", "No place of flexible work of this person on that date.")] };
        }

        var decision = found.Decide();
        return decision.Eligible ? null : new Refusal(
            RefusalKind.Unprocessable, RefusalCodes.NotEligible, "Not eligible for flexible work on that date.")
        { Faults = [.. decision.Reasons.Select(reason => new FieldFault("/date", FlexibleTexts.Sentence(reason)))] };
    }

    /// <summary>By the unit's own zone: today can still be planned, but is not taken back.</summary>
    private LocalDate Today(OrganisationUnit unit) => clock.Now().InZone(unit.Zone).Date;

    private static Refusal Past(LocalDate date) => new(
        RefusalKind.Unprocessable, RefusalCodes.DayPast,
        $"{LocalDatePattern.Iso.Format(date)} has begun and is no longer changed.")
    { Faults = [new("/date", "A day to come is expected.")] };

    private static Refusal Contested() =>
        Refusal.Stale("Too many people plan this day right now; send it again.");
}
