using Kinerja.Application.Presence.CheckIns;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Domain.FlexibleWork;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.FlexibleWork;

public sealed record FlexibleDayRequest(string? GeofenceId)
{
    public Result<GeofenceId> Read() => Domain.GeofenceId.Parse(GeofenceId, "/geofenceId");
}

public readonly struct FlexibleDayResponse(FlexibleDay day)
{
    public EmployeeId EmployeeId => day.EmployeeId;
    public UnitId UnitId => day.UnitId;
    public LocalDate Date => day.Date;
    public GeofenceId GeofenceId => day.Place;
    public Instant PlannedAt => day.PlannedAt;
    public string Policy => day.PolicyVersion;

    public static FlexibleDayResponse Of(FlexibleDay day) => new(day);
}

public sealed record FlexibleDayListResponse(IReadOnlyList<FlexibleDayResponse> Days);

/// <summary>Days planned in the week beside this one, and most days allowed.</summary>
public sealed record WeekQuotaResponse(int OtherDays, int MostDays);

/// <summary>People of the unit, how many others have planned the date, and how many may.</summary>
public sealed record UnitQuotaResponse(UnitId UnitId, int People, int OthersElsewhere, int MostElsewhere);

public sealed record EligibilityResponse(
    EmployeeId EmployeeId,
    LocalDate Date,
    bool Eligible,
    bool Planned,
    string? Policy,
    IReadOnlyList<ReasonResponse> Reasons,
    WeekQuotaResponse Week,
    UnitQuotaResponse Unit)
{
    public static EligibilityResponse Of(ReadCase read)
    {
        var (asked, decision) = (read.Case, read.Decide());
        return new(
            asked.Employee.Id,
            asked.Date,
            decision.Eligible,
            read.Plan.Day is not null,
            decision.PolicyVersion,
            [.. decision.Reasons.Select(FlexibleTexts.Of)],
            new(FlexibleQuota.OthersInWeek(asked.Planned, asked.Date), asked.DaysPerWeek),
            new(asked.Unit.Id, asked.PeopleInUnit, asked.OthersElsewhere, asked.MostElsewhere));
    }
}
