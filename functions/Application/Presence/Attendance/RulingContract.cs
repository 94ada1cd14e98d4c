using Kinerja.Application.Json;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;
using NodaTime;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>
/// One day: nothing is assumed, so outcome and reason stand at each. The version is the one looked at.
/// </summary>
public sealed record DayRulingRequest(
    string? EmployeeId, string? Date, string? Outcome, string? Reason, int? Version)
{
    internal static Result<DayToRule> Read(DayRulingRequest body, EmployeeId? by, string at)
    {
        var fields = new FieldReader(at);
        var employee = fields.Take("employeeId", p => Domain.EmployeeId.Parse(body.EmployeeId, p));
        var date = fields.Day("date", body.Date);
        var outcome = fields.Enum<RulingOutcome>("outcome", body.Outcome);
        var reason = fields.Text("reason", body.Reason, 1000);
        var version = fields.OptionalWhole("version", body.Version, 0, 1000);
        return fields.Finish(() => new DayToRule(
            employee!.Value, date!.Value, new DayRulingCommand(by ?? default, outcome!.Value, reason!, version)));
    }
}

/// <summary>Up to 100 days that one superior rules on.</summary>
public sealed record DayRulingsRequest(string? RuledById, IReadOnlyList<DayRulingRequest?>? Rulings)
{
    private const int MostDays = 100;

    public Result<IReadOnlyList<DayToRule>> Read()
    {
        var fields = new FieldReader();
        var by = fields.Take("ruledById", p => EmployeeId.Parse(RuledById, p));
        if (Rulings is { Count: 0 })
        {
            fields.Add("rulings", "At least one day is expected.");
        }

        var days = fields.Each(
            "rulings", fields.Required("rulings", Rulings), MostDays,
            (body, at) => DayRulingRequest.Read(body, by, at));
        return fields.Finish<IReadOnlyList<DayToRule>>(() => days);
    }
}

/// <summary>The person's view of a day, or an objection to the ruling on it.</summary>
public sealed record RulingWordsRequest(string? Words)
{
    public Result<string> Read()
    {
        var fields = new FieldReader();
        var words = fields.Text("words", Words, 1000);
        return fields.Finish(() => words!);
    }
}

/// <summary>What the superior of whoever ruled makes of the day; it may be what stands.</summary>
public sealed record RulingObjectionDecisionRequest(string? DecidedById, string? Outcome, string? Reason)
{
    public Result<DayRulingCommand> Read()
    {
        var fields = new FieldReader();
        var by = fields.Take("decidedById", p => EmployeeId.Parse(DecidedById, p));
        var outcome = fields.Enum<RulingOutcome>("outcome", Outcome);
        var reason = fields.Text("reason", Reason, 1000);
        return fields.Finish(() => new DayRulingCommand(by!.Value, outcome!.Value, reason!, null));
    }
}
