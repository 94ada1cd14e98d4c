using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>The dates are those on which shifts start; on each of them the two have each other's.</summary>
public sealed record ShiftSwapRequest(string? Id, string? WithId, IReadOnlyList<string?>? Dates, string? Reason)
{
    public Result<ShiftSwapCommand> Read(AgencyId agency, EmployeeId employee)
    {
        var fields = new FieldReader();
        var id = fields.Take("id", p => ClientId.Parse(Id, p));
        var with = fields.Take("withId", p => EmployeeId.Parse(WithId, p));
        if (with == employee)
        {
            fields.Add("withId", "Somebody else is expected.");
        }

        var dates = (Dates ?? []).Select((date, i) => fields.Day($"dates/{i}", date)).OfType<LocalDate>().Order()
            .ToList();
        if (Dates is not { Count: > 0 and <= ShiftSwapRules.MostDays }
            || (dates.Count > 0 && Period.DaysBetween(dates[0], dates[^1]) >= ShiftSwapRules.MostDays)
            || dates.Distinct().Count() < dates.Count)
        {
            fields.Add("dates", $"Different dates within {ShiftSwapRules.MostDays} days are expected.");
        }

        var reason = fields.Text("reason", Reason, 1000);
        return fields.Finish(() => new ShiftSwapCommand(id!.Value, agency, employee, with!.Value, dates, reason!));
    }
}

public sealed record ShiftSwapStepResponse(
    ShiftSwapState State, EmployeeId ById, Instant At, string Words, IReadOnlyList<EmployeeId>? InNameOf);

public readonly struct ShiftSwapResponse(ShiftSwap swap, bool replayed)
{
    public ClientId Id => swap.Id;
    public EmployeeId EmployeeId => swap.EmployeeId;
    public EmployeeId WithId => swap.WithId;
    public IReadOnlyList<LocalDate> Dates => swap.Dates;
    public ShiftSwapState State => swap.State;
    public IReadOnlyList<ShiftSwapStepResponse> Trail =>
        [.. swap.Trail.Select(s => new ShiftSwapStepResponse(
            s.State, s.By, s.At, s.Words, s.InNameOf.Count == 0 ? null : s.InNameOf))];
    public bool Replayed => replayed;

    public static ShiftSwapResponse Of(ShiftSwap swap, bool replayed) => new(swap, replayed);
}

public sealed record ShiftSwapListResponse(IReadOnlyList<ShiftSwapResponse> Swaps)
{
    public static ShiftSwapListResponse Of(IReadOnlyList<ShiftSwap> swaps) =>
        new([.. swaps.Select(s => ShiftSwapResponse.Of(s, replayed: true))]);
}
